"""The documents that one file holds (READING 7)."""
