"""How sure each value may be, beside what its own step says (READING 15)."""
