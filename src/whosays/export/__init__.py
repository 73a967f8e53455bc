"""Analyses -> what people and programs read: one module a format, all starting from the contract's `record`."""
