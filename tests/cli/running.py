"""The installed command, run as a user runs it."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

COMMAND = Path(sys.executable).parent / "treatydiff"


def run(
    *words: str | Path, stdin: bytes = b"", env: dict[str, str] | None = None, cwd: Path | None = None
) -> subprocess.CompletedProcess[bytes]:
    """Run `treatydiff` with these words; the environment's own settings are left out."""
    clean = {name: value for name, value in os.environ.items() if not name.startswith("TREATYDIFF_")}
    clean |= {"COLUMNS": "80", "NO_COLOR": "1", "TREATYDIFF_NO_CACHE": "1"} | (env or {})
    return subprocess.run(
        [str(COMMAND), *map(str, words)],
        input=stdin,
        capture_output=True,
        env=clean,
        cwd=cwd,
        check=False,
        timeout=120,
    )
