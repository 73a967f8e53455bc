"""The case: documents entered into a store, and what follows from them on any day."""
