"""Papers made as the second set of the corpus would be: other editions, states and layouts."""
