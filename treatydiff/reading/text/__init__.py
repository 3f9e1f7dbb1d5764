"""Plain text and Markdown become a SourceText."""
