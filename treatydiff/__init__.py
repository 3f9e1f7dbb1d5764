"""Compare drafts of international conventions, clause by clause, and measure their consonance."""

from treatydiff.version import __version__

__all__ = ["__version__"]
