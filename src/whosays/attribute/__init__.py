"""Sentences -> Attributions: who says what, in which words, with what stance."""
