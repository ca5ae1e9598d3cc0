"""Campaigns: one demand text, many recipients."""
