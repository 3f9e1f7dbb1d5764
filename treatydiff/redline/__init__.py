"""The redline in a draft's own Word file, and the proof that it holds both texts.

The marks go into the file itself, so that its masthead, styles, tables, notes and headers stay as they are;
what cannot be marked so, and proved, is written as a document of its own.
"""
