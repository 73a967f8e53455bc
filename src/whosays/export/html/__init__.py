"""Analyses -> one self-contained page: the text in the middle, its claims beside it."""
