"""The Word file that is marked: its package and properties, its paragraphs, the changes that stand in it."""
