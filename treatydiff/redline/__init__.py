"""The redline in a draft's own Word file, and the proof that it holds both texts.

The marks go into the file itself, so that its masthead, styles, tables, notes and headers stay as they are;
what cannot be marked so, and proved, is written as a document of its own.
"""

from __future__ import annotations

from treatydiff.report.kit.renderings import SETTINGS, Rendering, Renderings

_HERE = "treatydiff.redline"

RENDERINGS = (
    Renderings(
        f"{_HERE}.model:Verification",
        "a verification",
        (
            Rendering("terminal", ".txt", f"{_HERE}.as_terminal", "verification_terminal"),
            Rendering("json", ".json", f"{_HERE}.as_json", "verification_json", SETTINGS),
        ),
    ),
)
