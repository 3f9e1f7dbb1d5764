"""How a print tells names: verbs of what delegations do, and capitals that need no definition."""
