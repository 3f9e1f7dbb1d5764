"""Tables of the words of references: as texts print them, and as people type them."""
