"""What leaves for other programs and comes from them, in their own formats."""
