"""Pages of campaigns: boards, opening one and adding recipients, plans for many at once."""
