"""A file becomes a SourceText: one module per format."""
