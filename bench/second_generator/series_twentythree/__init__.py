"""A set by a further author: short papers from many hands, with looks of their own."""
