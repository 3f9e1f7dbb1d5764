"""What terminals, pages, Word files and pictures are built of."""
