"""The lists of paragraphs: which stay, where they begin, and which level a paragraph was on."""
