"""Where a person meets a result: a pager for what is longer than the terminal, the browser for a page."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path

from treatydiff.errors import ReportError

_LESS = "FRX"
"""What git gives `less` too: leave where all fits on the screen, show colours, leave the text standing."""


def show_on_terminal(text: str) -> bool:
    """Show a text through the user's pager, where it is longer than the terminal.

    Args:
        text: a rendering for the terminal.

    Returns:
        Whether it was shown; if not, whoever asked writes it.
    """
    import shutil
    import subprocess

    command = pager_command(os.environ)
    if not command or text.count("\n") < shutil.get_terminal_size((80, 24)).lines:
        return False
    environment = {**os.environ, "LESS": os.environ.get("LESS", _LESS), "LESSCHARSET": "utf-8"}
    try:
        pager = subprocess.Popen(command, stdin=subprocess.PIPE, env=environment)
    except OSError:
        return False
    try:
        pager.communicate(text.encode("utf-8", errors="replace"))
    except BrokenPipeError:  # the reader has seen enough
        pager.wait()
    return True


def pager_command(environment: Mapping[str, str]) -> list[str]:
    """The user's pager in words: $PAGER, else less, else more; none where PAGER is empty or cat.

    Args:
        environment: the variables of the process.
    """
    import shlex
    import shutil

    named = environment.get("PAGER")
    if environment.get("TERM") == "dumb" or (named is not None and named.strip() in ("", "cat")):
        return []
    if named is not None:
        try:
            return shlex.split(named)
        except ValueError:
            return []
    found = next((each for each in ("less", "more") if shutil.which(each)), None)
    return [found] if found else []


def open_page(page: Path) -> None:
    """Open a page in the user's browser.

    Args:
        page: the file.

    Raises:
        ReportError: no browser can be started.
    """
    import webbrowser

    if not webbrowser.open(page.resolve().as_uri()):
        raise ReportError("no browser can be started", where=str(page), hint="open the file yourself")


def page_for_now() -> Path:
    """A new file for a page that was given no name, in a folder that only this user sees."""
    import tempfile

    return Path(tempfile.mkdtemp(prefix="treatydiff-")) / "report.html"
