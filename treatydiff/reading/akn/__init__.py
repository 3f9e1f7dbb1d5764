"""An Akoma Ntoso document becomes a SourceText."""
