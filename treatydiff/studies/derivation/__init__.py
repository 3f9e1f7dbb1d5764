"""What a draft derives from several sources, and how a share adds up."""
