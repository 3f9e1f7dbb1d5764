"""Where the `treatydiff` command starts: an interrupt is said in one line even while it is loading."""

from __future__ import annotations

import sys


def main() -> None:
    """Load the command line and run it."""
    try:
        from treatydiff.cli.main import run

        run()
    except KeyboardInterrupt:
        sys.stderr.write("treatydiff: interrupted\n")
        sys.exit(130)
