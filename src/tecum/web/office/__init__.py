"""The office's settings: what its profile says, since when, and how it is changed."""
