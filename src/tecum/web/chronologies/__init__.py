"""Chronologies: what each side says happened, side by side."""
