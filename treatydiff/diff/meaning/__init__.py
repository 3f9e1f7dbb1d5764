"""What a change means: signals of force, numbers and bearers, by rule and without a legal conclusion."""
