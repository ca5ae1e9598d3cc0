"""Spanish as agencies of the United States write it."""
