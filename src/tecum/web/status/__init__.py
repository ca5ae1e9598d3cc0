"""Whether the product is alive and ready, and what it writes about itself."""
