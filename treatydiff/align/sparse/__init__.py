"""Sparse matrices as the alignment uses them, and the compiled loops under them."""
