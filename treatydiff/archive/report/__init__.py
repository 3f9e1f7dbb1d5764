"""Renders what archives answer: matrices, searches, checks, listings."""
