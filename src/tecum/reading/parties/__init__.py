"""Who made a document and to whom it is addressed (READING 12)."""
