"""Runs of words: those of one draft, and those that two have in common."""
