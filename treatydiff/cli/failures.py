"""How a fault reaches the user: one line on stderr, and the exit code."""

from __future__ import annotations

import errno
import os
import sys
import traceback
from collections.abc import Callable
from contextlib import suppress

from treatydiff.errors import TreatydiffError, is_interrupt, shown

DONE, FOUND, TROUBLE, INTERRUPTED = 0, 1, 2, 130


_OF_STREAMS = frozenset((errno.ENOSPC, errno.EIO, errno.EBADF, errno.EFBIG))
"""What is wrong with a stream; files are named by the faults of their own."""


class FoundError(Exception):
    """A check that the user asked for has failed: exit code 1, with a line that says which."""


class ReaderHasLeftError(Exception):
    """Whoever read stdout wants no more of it; click would make an error of a BrokenPipeError."""


def guarded(command: Callable[[], object], *, debug: bool) -> int:
    """Run a command; turn whatever goes wrong into one clear line and an exit code.

    Args:
        command: what to run.
        debug: whether a traceback follows the line.
    """
    try:
        result = command()
        if result == INTERRUPTED:  # typer has caught the interrupt
            raise KeyboardInterrupt
        sys.stdout.flush()
    except FoundError as found:
        if str(found):
            say(f"treatydiff: {found}")
        return FOUND
    except KeyboardInterrupt:
        say("treatydiff: interrupted")
        return INTERRUPTED
    except (BrokenPipeError, ReaderHasLeftError):
        return _nobody_reads()
    except SystemExit as leaving:
        if isinstance(leaving.__context__, BrokenPipeError):  # typer leaves with 1 where help is not read
            return _nobody_reads()
        raise
    except TreatydiffError as fault:
        say(f"treatydiff: error: {fault}")
        _trace(debug)
        return TROUBLE
    except OSError as fault:
        return _refused_by_the_system(fault, debug=debug)
    except Exception as fault:  # noqa: BLE001 - the last line of defence: an internal error is exit 2
        return _unexpected(fault, debug=debug)
    return result if isinstance(result, int) and not isinstance(result, bool) else DONE


def _nobody_reads() -> int:
    """Python would complain once more when it flushes stdout at exit."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return DONE


def say(line: str) -> None:
    """Write one line to stderr, with nothing in it that steers a terminal or speaks to a service.

    A name in it may hold line ends and escape sequences, which are written out; where stderr takes nothing,
    nothing can be said.

    Args:
        line: without its end.
    """
    with suppress(OSError, ValueError):
        sys.stderr.write(f"{shown(line)}\n")
        sys.stderr.flush()


def _trace(debug: bool) -> None:
    if debug:
        for line in traceback.format_exc().splitlines():
            say(line)


def _refused_by_the_system(fault: OSError, *, debug: bool) -> int:
    """A fault of a file or of stdout that no command expected; what stdout still holds is given up."""
    where = f"{fault.filename}: " if isinstance(fault.filename, str) else ""
    if not where and fault.errno in _OF_STREAMS:
        where = "stdout: cannot be written: "
    try:
        sys.stdout.flush()
    except OSError:
        from treatydiff.cli.writing import abandon_stdout

        abandon_stdout()
        where = "stdout: cannot be written: "
    say(f"treatydiff: error: {where}{fault.strerror or fault}")
    _trace(debug)
    return TROUBLE


def _unexpected(fault: Exception, *, debug: bool) -> int:
    message = getattr(fault, "format_message", None)
    if callable(message):
        from treatydiff.cli.mistyped import usage_words

        said, hint = usage_words(fault, _one_line(str(message())))
        say(f"treatydiff: error: {said}; hint: {hint}")
        return TROUBLE
    if type(fault).__name__ == "Abort" or is_interrupt(fault):
        say("treatydiff: interrupted")
        return INTERRUPTED
    say(f"treatydiff: error: internal error: {type(fault).__name__}: {_one_line(str(fault))}; "
        "hint: run again with --debug and report what it prints")  # fmt: skip
    _trace(debug)
    return TROUBLE


def _one_line(text: str) -> str:
    return " ".join(text.split()).rstrip(".")
