"""The tests of the built wheel on every Python that is found: `nox`, or `nox -s wheel-3.13`."""

from __future__ import annotations

import shutil
from pathlib import Path

import nox

nox.options.error_on_missing_interpreters = False


@nox.session(python=["3.11", "3.12", "3.13", "3.14"])
def wheel(session: nox.Session) -> None:
    """Build the sdist, the wheel from it, install that, and run the quick tests (or those named)."""
    built = session.create_tmp()
    # First, so that the tests are those of the state that is built; and away from the package's source,
    # which Python would import instead of what was installed.
    _copy_without_package(Path(built) / "tree")
    session.install("build")
    session.run("python", "-m", "build", "--outdir", built)
    session.install("-c", "constraints.txt", f"treatydiff[dev] @ {_only(built)}")
    session.run("treatydiff", "doctor")
    session.chdir(Path(built) / "tree")
    chosen = session.posargs or ["-m", "not (corpus or browser or office or slow)"]
    session.run("python", "-m", "pytest", *chosen)


def _copy_without_package(target: Path) -> None:
    """What the tests need of the repository, without the package itself."""
    left = shutil.ignore_patterns("treatydiff", ".*", "out", "build", "dist", "*.egg-info", "__pycache__")
    shutil.copytree(Path(__file__).parent, target, ignore=left, dirs_exist_ok=True)


def _only(folder: str) -> str:
    """The address of the one wheel in a folder."""
    (found,) = Path(folder).resolve().glob("*.whl")
    return found.as_uri()
