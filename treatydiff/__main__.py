"""`python -m treatydiff`."""

from treatydiff.cli.entry import main

main()
