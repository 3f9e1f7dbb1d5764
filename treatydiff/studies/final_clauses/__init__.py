"""The final clauses of drafts side by side."""
