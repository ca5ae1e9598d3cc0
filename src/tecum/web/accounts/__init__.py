"""People, their roles, how they sign in, and what they may see and do."""
