"""Consonance: how much of one text is carried in the other, and the reference weights."""
