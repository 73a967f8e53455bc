"""Decisions of persons applied to what the machine read. Nothing is overwritten: an applied decision gives new postings."""
