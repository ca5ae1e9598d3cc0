"""Arrivals: bytes are stored, hashed and recorded before anything opens them."""
