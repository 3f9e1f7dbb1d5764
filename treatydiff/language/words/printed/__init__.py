"""Words by which a print tells names: what delegations do, and what stands in capitals without a definition."""
