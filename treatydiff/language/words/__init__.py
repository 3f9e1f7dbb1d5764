"""Every table of words: force, numbers, references, brackets, names of States."""
