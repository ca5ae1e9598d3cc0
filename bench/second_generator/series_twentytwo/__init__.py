"""A set by one more author: offices, courts, editions and genres that no earlier set used."""
