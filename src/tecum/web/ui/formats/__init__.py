"""How numbers are written where a language alone does not say it."""
