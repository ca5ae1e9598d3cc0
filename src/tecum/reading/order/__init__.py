"""Letters to words, lines, layers, blocks and reading order (READING 6)."""
