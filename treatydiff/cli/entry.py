"""Where the `treatydiff` command starts: an interrupt is said in one line even while it is loading."""

from __future__ import annotations

import errno
import io
import os
import sys

from treatydiff.errors import is_interrupt
from treatydiff.isolation.collector import collect_no_more, collect_seldom


def main() -> None:
    """Load the command line and run it."""
    collect_seldom()
    try:
        open_what_is_closed()
        from treatydiff.cli.main import run

        run()
    except (KeyboardInterrupt, RuntimeError) as fault:
        if not is_interrupt(fault):
            raise
        sys.stderr.write("treatydiff: interrupted\n")
        sys.exit(130)
    finally:
        collect_no_more()


def open_what_is_closed() -> None:
    """Give stdin, stdout and stderr something to stand for where the caller has closed them.

    Otherwise the next file that is opened would take the place of stdout, and what is printed would go there.
    """
    for descriptor in range(3):
        try:
            os.fstat(descriptor)
        except OSError:
            os.open(os.devnull, os.O_RDWR)  # the lowest free number, which is this one
    if sys.stdout is None:
        sys.stdout = io.TextIOWrapper(io.BufferedWriter(_Closed()), encoding="utf-8")
    if sys.stderr is None:
        sys.stderr = open(os.devnull, "w", encoding="utf-8")  # noqa: PTH123, SIM115 - open to the end


class _Closed(io.RawIOBase):
    """A stream that takes nothing, and says so: a result that goes nowhere is an error."""

    def writable(self) -> bool:
        return True

    def write(self, _: object) -> int:
        raise OSError(errno.EBADF, "it is closed")
