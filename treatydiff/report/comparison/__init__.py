"""What a comparison says, and one module for each format that says it."""
