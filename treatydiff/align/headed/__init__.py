"""What headings and words tell, by their stems, and how alike headings are."""
