"""Drafts in different languages: a lexicon, how it is learned, and what answers to what."""
