"""The provisions that a document cites (READING 12)."""
