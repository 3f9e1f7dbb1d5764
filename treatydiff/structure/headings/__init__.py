"""Which lines are headings, of what, and what is printed below them."""
