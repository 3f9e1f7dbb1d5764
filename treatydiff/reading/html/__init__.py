"""A web page becomes a SourceText."""
