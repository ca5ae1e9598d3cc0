"""What a demand asks for, each leaf readable alone (READING 12)."""
