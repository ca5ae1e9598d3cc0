"""An eighteenth series of invented papers, kept from the rules of reading."""
