"""The installed command, run as a user runs it."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path

from tests.cli.warm import WarmCommand

RUN_CACHE = "TREATYDIFF_TESTS_CACHE"
"""Names the folder in which the commands of one test run keep what they read, so that each file is read
once: most commands are run on the same few drafts."""
READ_LATE = ("TREATYDIFF_", "COLUMNS", "NO_COLOR", "PAGER", "SOURCE_DATE_EPOCH")
"""Names in the environment that the command reads itself; all others may matter as the interpreter starts."""
COMMAND = Path(sys.executable).parent / "treatydiff"


def run(
    *words: str | Path,
    stdin: bytes = b"",
    env: dict[str, str] | None = None,
    cwd: Path | None = None,
    cold: bool = False,
) -> subprocess.CompletedProcess[bytes]:
    """Run `treatydiff` with these words; the environment's own settings are left out.

    Args:
        words: the arguments.
        stdin: what it may read there.
        env: what the environment says beside.
        cwd: the folder it runs in.
        cold: start a new interpreter, as also wherever `env` holds what an interpreter reads when it starts.
    """
    clean = {name: value for name, value in os.environ.items() if not name.startswith("TREATYDIFF_")}
    clean |= {"COLUMNS": "80", "NO_COLOR": "1"} | cache_of_this_run() | (env or {})
    if not cold and all(name.startswith(READ_LATE) for name in env or ()):
        return warm_command().run([*map(str, words)], stdin, clean, cwd)
    return subprocess.run(
        [str(COMMAND), *map(str, words)],
        input=stdin,
        capture_output=True,
        env=clean,
        cwd=cwd,
        check=False,
        timeout=120,
    )


@cache
def warm_command() -> WarmCommand:
    """The one of this test process."""
    return WarmCommand(COMMAND)


@contextmanager
def interruptible() -> Iterator[None]:
    """Let what is started here hear interrupts, also where the tests run in the background and do not."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)


def cache_of_this_run() -> dict[str, str]:
    """The setting by which a command uses the cache of this test run, or none."""
    folder = os.environ.get(RUN_CACHE)
    return {"TREATYDIFF_CACHE_DIR": folder} if folder else {"TREATYDIFF_NO_CACHE": "1"}
