"""Offices watch each other's logs: the endpoint, the client, and the heads that arrive.

The other side's own timed signature over a head is the best evidence there is against a
backdated or rewritten record, and it shows nothing but origin, size and root.
"""
