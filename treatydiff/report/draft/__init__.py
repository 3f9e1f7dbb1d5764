"""One draft as the tool understands it, and one module for each format."""
