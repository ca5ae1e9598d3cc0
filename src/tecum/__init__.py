"""Tecum: a docket for legal demands on records. This module imports nothing on purpose."""

__version__ = "0.1.0"
