"""Where a case is kept. `store.store` has the protocol; every store passes one and the same suite of tests."""
