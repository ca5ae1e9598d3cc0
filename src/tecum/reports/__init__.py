"""Counts that can be checked, and the reports that law asks for: data in, tables and SVG out."""
