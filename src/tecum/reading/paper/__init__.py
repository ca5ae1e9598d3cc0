"""One document as the recognising steps see it: its head, its caption, its blocks and cells."""
