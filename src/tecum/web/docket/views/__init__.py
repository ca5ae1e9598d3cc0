"""Pages of a docket: what it is, dates, items, answer, trail; the lists and boards."""
