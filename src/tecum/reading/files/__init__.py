"""The types of files: what a file is, and the text of each type but PDF and mail (READING 2, 3)."""
