"""Measures and timings over a corpus; no part of the package that is installed."""
