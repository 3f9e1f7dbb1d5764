"""How a provision is cited, and how a side, a relation and a fate are called, in words."""
