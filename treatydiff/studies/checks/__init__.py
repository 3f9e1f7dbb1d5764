"""Checks of one draft: references, numbering, terms, brackets and options, remarks left inside."""
