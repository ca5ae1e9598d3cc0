"""Settings of the product: ``base`` for all, ``serve`` for running, ``test`` for tests."""
