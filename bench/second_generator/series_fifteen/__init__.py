"""A set made as a held-out set would be, by an author who had not seen the rules of reading."""
