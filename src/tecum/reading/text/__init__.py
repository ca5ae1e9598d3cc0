"""What a part says, page by page, and the words by which every later step matches it."""
