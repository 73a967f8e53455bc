"""Attributions -> Claims: what is said to have happened, when, to whom, how many."""
