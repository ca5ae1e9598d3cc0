"""The life of a demand, as acts on a docket: pure values, no clock, no input or output."""
