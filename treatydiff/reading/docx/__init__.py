"""A Word file becomes a SourceText."""
