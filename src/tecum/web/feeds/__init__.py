"""Calendars of due dates to which a person's own programs subscribe."""
