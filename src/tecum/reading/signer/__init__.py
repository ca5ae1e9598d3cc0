"""Who signed, under which title, for which body, and whether a court ordered it (READING 10)."""
