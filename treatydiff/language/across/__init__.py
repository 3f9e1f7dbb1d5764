"""What is the same in every language: numbers, labels, places in lists; and the terms of a lexicon."""
