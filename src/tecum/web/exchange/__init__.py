"""Demands, answers and what is said of them, between offices as ``.tecum`` files."""
