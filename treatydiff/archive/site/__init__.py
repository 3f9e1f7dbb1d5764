"""The static site of an archive: its chains of drafts, its pages."""
