"""Final clauses: how they are headed and worded, and what they say."""
