"""Papers of state, local, tribal, foreign and private senders, and what comes back to them."""
