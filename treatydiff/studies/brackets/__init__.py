"""What became of brackets and options."""
