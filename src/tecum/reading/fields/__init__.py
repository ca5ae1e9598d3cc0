"""Labelled fields: labels, boxes, numbers, subjects, and the cells of known forms (READING 12)."""
