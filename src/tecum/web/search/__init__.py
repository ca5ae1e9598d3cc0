"""Search: numbers and institutions in clear, words of papers and people by keyed hash alone."""
