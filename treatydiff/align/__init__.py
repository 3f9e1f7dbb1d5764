"""Which provision of one draft became which of the other."""
