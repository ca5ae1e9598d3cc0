"""A second border set, of other genres: half a was read, half b scored before."""
