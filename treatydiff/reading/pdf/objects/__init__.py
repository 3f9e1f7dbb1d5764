"""The objects of a PDF file: its pages, its layers, and what is done where they are damaged or too many."""
