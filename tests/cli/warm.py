"""The installed command with its imports already done: one process that forks a fresh copy for every call.

Most of what a short command takes is Python and its packages being loaded. A test run calls it hundreds of times,
so one process loads them once and every call is a fork of it, with descriptors, environment, folder and
memory of its own, through the same door. What depends on how a process starts (closed descriptors, signals,
HOME, hash order) is tested on a new interpreter instead.
"""

from __future__ import annotations

import atexit
import io
import json
import os
import signal
import subprocess
import sys
import tempfile
import traceback
from importlib import import_module
from pathlib import Path
from typing import Any

from treatydiff.cli.entry import main

LOADED = (
    "treatydiff.cli.main",
    "treatydiff.cli.commands",
    "treatydiff.cli.commands.desk",
    "treatydiff.rendering",
    "treatydiff.pipeline",
    "treatydiff.isolation.worker",
)


class WarmCommand:
    """Forks the loaded command, one call after the other.

    Args:
        command: the installed command that is stood for.
    """

    def __init__(self, command: Path) -> None:
        self._command = command
        clean = {name: value for name, value in os.environ.items() if not name.startswith("TREATYDIFF_")}
        self._server = subprocess.Popen(
            [sys.executable, "-m", "tests.cli.warm"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            env=clean,
            cwd=Path(__file__).parents[2],
        )
        atexit.register(self.close)

    def run(
        self, words: list[str], stdin: bytes, env: dict[str, str], cwd: Path | None, timeout: int = 120
    ) -> subprocess.CompletedProcess[bytes]:
        """One call, as `subprocess.run` would make it."""
        assert self._server.stdin is not None
        assert self._server.stdout is not None
        with tempfile.TemporaryDirectory() as folder:
            place = Path(folder)
            (place / "in").write_bytes(stdin)
            call: dict[str, Any] = {
                "words": [str(self._command), *words],
                "env": env,
                "cwd": str(cwd or Path.cwd()),
                "place": folder,
                "timeout": timeout,
            }
            self._server.stdin.write(json.dumps(call).encode() + b"\n")
            self._server.stdin.flush()
            answer = self._server.stdout.readline()
            if not answer:
                raise RuntimeError("the process that forks the command has ended")
            code = json.loads(answer)
            done = ((place / "out").read_bytes(), (place / "err").read_bytes())
        return subprocess.CompletedProcess(call["words"], code, *done)

    def close(self) -> None:
        """End it."""
        if self._server.poll() is None:
            self._server.kill()
            self._server.wait()


def serve() -> None:
    """Load the command, then fork it for every line that comes."""
    for name in LOADED:
        import_module(name)
    answers = os.fdopen(os.dup(1), "wb")
    calls = os.fdopen(os.dup(0), "rb")
    for line in calls:
        call = json.loads(line)
        child = os.fork()
        if child == 0:
            calls.close()
            answers.close()
            _be_the_command(call)
        _, status = os.waitpid(child, 0)
        answers.write(json.dumps(os.waitstatus_to_exitcode(status)).encode() + b"\n")
        answers.flush()


def _be_the_command(call: dict[str, Any]) -> None:
    signal.alarm(call["timeout"])
    place = Path(call["place"])
    os.chdir(call["cwd"])
    os.environ.clear()
    os.environ.update(call["env"])
    for descriptor, name, flags in (
        (0, "in", os.O_RDONLY),
        (1, "out", os.O_WRONLY | os.O_CREAT | os.O_TRUNC),
        (2, "err", os.O_WRONLY | os.O_CREAT | os.O_TRUNC),
    ):
        opened = os.open(place / name, flags, 0o600)
        os.dup2(opened, descriptor)
        os.close(opened)
    sys.stdin = io.TextIOWrapper(io.BufferedReader(io.FileIO(0, closefd=False)), encoding="utf-8")
    sys.stdout = io.TextIOWrapper(io.BufferedWriter(io.FileIO(1, "w", closefd=False)), encoding="utf-8")
    sys.stderr = io.TextIOWrapper(
        io.BufferedWriter(io.FileIO(2, "w", closefd=False)), encoding="utf-8", errors="backslashreplace"
    )
    sys.argv = call["words"]
    code = 1
    try:
        main()
        code = 0
    except SystemExit as end:
        code = end.code if isinstance(end.code, int) else 0 if end.code is None else 1
    except BaseException:  # noqa: BLE001 - printed, as an interpreter would
        traceback.print_exc()
    finally:
        for stream in (sys.stdout, sys.stderr):
            try:
                stream.flush()
            except OSError:
                code = code or 120
        os._exit(code)


if __name__ == "__main__":
    serve()
