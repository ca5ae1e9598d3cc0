"""A set made as a held-out set would be, in two halves with families of their own."""
