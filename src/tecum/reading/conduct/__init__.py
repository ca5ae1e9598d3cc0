"""What the document itself does, decided before and apart from its kind (READING 8)."""
