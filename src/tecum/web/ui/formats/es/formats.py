"""Numbers in Spanish: $38,845 and 31.5, as on every other paper of a U.S. agency."""

DECIMAL_SEPARATOR = "."
THOUSAND_SEPARATOR = ","
NUMBER_GROUPING = 3
