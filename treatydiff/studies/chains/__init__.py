"""Many drafts in a row: concordance, trace, blame."""
