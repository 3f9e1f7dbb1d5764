"""`python -m treatydiff`."""

from treatydiff.cli.main import run

run()
