"""A PDF becomes a SourceText."""
