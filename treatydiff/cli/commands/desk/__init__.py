"""The commands of the delegation's desk."""
