"""Our SQLite: Django's, with durable commits, one writer at a time, and no checkpoint race."""
