"""Many drafts: cache, index, matrix, trace, search."""
