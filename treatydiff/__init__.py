"""Compare drafts of international conventions, clause by clause, and measure their consonance."""

__version__ = "0.1.0"
