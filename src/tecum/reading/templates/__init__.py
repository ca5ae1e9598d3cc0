"""What the template of a known form gives to a Reading (READING 9, 12)."""
