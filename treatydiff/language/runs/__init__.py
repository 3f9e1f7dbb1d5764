"""Runs of words: their numbers, and those that many treaties have."""
