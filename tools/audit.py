"""Known faults: of our own code (bandit), and published ones of the packages we are tested with (pip-audit).

    python -m tools.audit

A tool that is not installed, and pip-audit where the service of advisories cannot be reached, is skipped in a
line that says why. What is found fails.
"""

from __future__ import annotations

import json
import socket
import subprocess
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from importlib.util import find_spec

ADVISORIES = ("pypi.org", 443)
PATIENCE = 5.0
"""Seconds that the service of advisories has to answer."""


@dataclass(frozen=True, slots=True)
class Check:
    """A tool, the module that it is, how it is called, and whether it asks the network."""

    name: str
    module: str
    words: tuple[str, ...]
    asks_the_network: bool = False


CHECKS = (
    Check("bandit", "bandit", ("-q", "-c", "pyproject.toml", "-r", "treatydiff")),
    Check(
        "pip-audit", "pip_audit",
        ("--progress-spinner", "off", "--disable-pip", "--no-deps", "-r", "constraints.txt", "-f", "json"),
        True,
    ),
)  # fmt: skip


def reachable() -> bool:
    """Whether the service of advisories answers."""
    try:
        socket.create_connection(ADVISORIES, timeout=PATIENCE).close()
    except OSError:
        return False
    return True


def reason_to_skip(check: Check, *, installed: Callable[[str], object], online: Callable[[], bool]) -> str:
    """Why a check cannot be made here; "" where it can."""
    if installed(check.module) is None:
        return "it is not installed (pip install -e '.[dev]')"
    if check.asks_the_network and not online():
        return f"{ADVISORIES[0]} cannot be reached"
    return ""


def called(words: Sequence[str]) -> tuple[int, str]:
    """Run a command; its exit code, and what it printed."""
    done = subprocess.run(words, capture_output=True, text=True, check=False)
    return done.returncode, done.stdout + (done.stderr if done.returncode else "")


def not_looked_up(said: str) -> str:
    """How many packages pip-audit knows nothing of, in words; "" if none, or another tool spoke."""
    try:
        packages = json.loads(said)["dependencies"]
    except (ValueError, KeyError, TypeError):
        return ""
    unknown = sum("skip_reason" in each for each in packages)
    return f"; {unknown} of {len(packages)} packages could not be looked up" if unknown else ""


def audit(
    checks: Sequence[Check] = CHECKS,
    *,
    installed: Callable[[str], object] = find_spec,
    online: Callable[[], bool] = reachable,
    run: Callable[[Sequence[str]], tuple[int, str]] = called,
) -> int:
    """Make the checks; how many of them failed.

    Args:
        checks: which.
        installed: finds a module, or None.
        online: whether the service of advisories answers.
        run: runs a command, and gives its exit code and what it printed.
    """
    failed = 0
    for check in checks:
        reason = reason_to_skip(check, installed=installed, online=online)
        if reason:
            print(f"{check.name}: skipped: {reason}", flush=True)
            continue
        code, said = run([sys.executable, "-m", check.module, *check.words])
        if code:
            print(said, end="")
        print(f"{check.name}: {'failed' if code else 'nothing found'}{not_looked_up(said)}", flush=True)
        failed += code != 0
    return failed


if __name__ == "__main__":
    sys.exit(1 if audit() else 0)
