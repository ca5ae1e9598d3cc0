"""A border set, mostly of papers that come near: half a was read, half b scored before."""
