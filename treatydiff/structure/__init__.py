"""A SourceText becomes a Draft: paragraphs, headings, labels, the tree, ids, marks."""
