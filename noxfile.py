"""The tests of the built wheel on every Python that is found: `nox`, or `nox -s wheel-3.13`."""

from __future__ import annotations

import nox

nox.options.error_on_missing_interpreters = False


@nox.session(python=["3.11", "3.12", "3.13", "3.14"])
def wheel(session: nox.Session) -> None:
    """Build the wheel and the sdist, install the wheel, and run the quick tests against it."""
    built = session.create_tmp()
    session.install("build")
    session.run("python", "-m", "build", "--outdir", built)
    session.install("-c", "constraints.txt", f"treatydiff[dev] @ {_only(built)}")
    session.run("treatydiff", "doctor")
    session.run("python", "-m", "pytest", "-m", "not (corpus or browser or office or slow)", *session.posargs)


def _only(folder: str) -> str:
    """The address of the one wheel in a folder."""
    from pathlib import Path

    (found,) = Path(folder).resolve().glob("*.whl")
    return found.as_uri()
