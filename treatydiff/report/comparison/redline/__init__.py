"""A comparison as a Word document with tracked changes."""
