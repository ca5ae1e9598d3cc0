"""A set about what is asked and by when, in two halves with families of their own."""
