"""Makes a second set of invented legal papers with their truth, for scoring a reader.

Every person, number and date is invented; no paper is a usable form.
"""
