"""How a fault reaches the user: one line on stderr, and the exit code."""

from __future__ import annotations

import os
import sys
import traceback
from collections.abc import Callable

from treatydiff.errors import TreatydiffError

DONE, FOUND, TROUBLE, INTERRUPTED = 0, 1, 2, 130


class FoundError(Exception):
    """A check that the user asked for has failed: exit code 1, with a line that says which."""


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
            _say(f"treatydiff: {found}")
        return FOUND
    except KeyboardInterrupt:
        _say("treatydiff: interrupted")
        return INTERRUPTED
    except BrokenPipeError:
        # Python would complain once more when it flushes stdout at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return DONE
    except TreatydiffError as fault:
        _say(f"treatydiff: error: {fault}")
        if debug:
            traceback.print_exc()
        return TROUBLE
    except Exception as fault:  # noqa: BLE001 - the last line of defence: an internal error is exit 2
        return _unexpected(fault, debug=debug)
    return result if isinstance(result, int) and not isinstance(result, bool) else DONE


def _unexpected(fault: Exception, *, debug: bool) -> int:
    message = getattr(fault, "format_message", None)
    if callable(message):
        context = getattr(fault, "ctx", None)
        command = getattr(context, "command_path", "treatydiff")
        _say(f"treatydiff: error: {_one_line(str(message()))}; hint: {command} --help")
        return TROUBLE
    if type(fault).__name__ == "Abort":
        _say("treatydiff: interrupted")
        return INTERRUPTED
    _say(f"treatydiff: error: internal error: {type(fault).__name__}: {_one_line(str(fault))}; "
         "hint: run again with --debug and report what it prints")  # fmt: skip
    if debug:
        traceback.print_exc()
    return TROUBLE


def _one_line(text: str) -> str:
    return " ".join(text.split()).rstrip(".")


def _say(line: str) -> None:
    sys.stderr.write(line + "\n")
    sys.stderr.flush()
