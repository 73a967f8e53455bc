"""Mentions -> Entities: who parties are, by code, and where places lie."""
