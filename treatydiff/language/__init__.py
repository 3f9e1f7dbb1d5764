"""The grammar of treaty drafts in each language, and the words, keys and references in a text."""
