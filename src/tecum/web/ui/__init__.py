"""How the product looks: pages, components, words."""
