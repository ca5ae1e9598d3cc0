"""Proof in the database: signed statements, sealed values, and the way into the log."""
