"""The version of the tool, at the bottom, where everyone may read it."""

__version__ = "0.1.0"
