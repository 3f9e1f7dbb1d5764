"""How provisions are found: by id, by what people call them, by the references of a text."""
