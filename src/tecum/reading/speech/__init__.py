"""What sentences do: who speaks to whom, who asks, and in which mood."""
