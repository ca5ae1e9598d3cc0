"""Due phrases and stated dates: read as printed, never counted (READING 11)."""
