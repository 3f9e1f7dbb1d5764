"""Brackets, options and whoever they name."""
