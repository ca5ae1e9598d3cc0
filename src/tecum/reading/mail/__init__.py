"""Mails: their layers, what they carry, whose they are and which way they go (READING 13)."""
