"""Language versions of one text, held against one another without translation."""
