"""A set about who does what with words: half a talks about demands, half b makes them."""
