"""The second half: agencies, labour, tax, courts of the east and south, and what only looks so."""
