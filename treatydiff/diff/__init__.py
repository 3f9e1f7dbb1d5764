"""Word edits inside a pair of clauses, their classes and signals."""
