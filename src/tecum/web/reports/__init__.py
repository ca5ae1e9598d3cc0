"""Reports: the office's own counts and those that law asks for."""
