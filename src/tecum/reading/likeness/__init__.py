"""Which documents are the same or nearly so, and in what they differ (READING 14)."""
