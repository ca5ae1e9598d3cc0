"""Which instrument a document is, by the catalogue's marks or by its nature (READING 9)."""
