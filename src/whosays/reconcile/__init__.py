"""Propositions -> findings: who stands where, what is contested, what figures say, what was known on a day."""
