"""The demonstration: a fictional office with SPECIMEN documents and a fixed day."""
