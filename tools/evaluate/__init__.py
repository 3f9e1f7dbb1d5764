"""What treatydiff finds in a corpus of real texts, held against what is known about them."""
