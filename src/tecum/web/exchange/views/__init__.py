"""Pages of exchange: what came, with whom, one docket's messages, and the dispute."""
