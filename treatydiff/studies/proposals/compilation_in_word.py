"""A compilation as a Word document: in the base's own file where all texts are Word files, else by provision.

Imports python-docx and lxml; import it only where a report is made.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from treatydiff.errors import ReadError, UsageError
from treatydiff.report.comparison.as_docx import word_moment
from treatydiff.report.kit.cards import TOOL
from treatydiff.report.kit.word_package import NEUTRAL_DATE
from treatydiff.studies.proposals.compilation_as_docx import compilation_docx as by_provision
from treatydiff.studies.proposals.compilation_view import CONFLICTS, CompilationView, compilation_view
from treatydiff.studies.proposals.model import Compilation

LAYOUTS = ("own", "articles")


def compilation_docx(
    compilation: Compilation,
    *,
    date: str | None = None,
    layout: str | None = None,
    files: Sequence[bytes | None] = (),
    scrub: bool = False,
    tell: Callable[[str], None] | None = None,
) -> bytes:
    """A compilation as a Word document; the same bytes for the same drafts.

    Args:
        compilation: a base, and what several texts change in it.
        date: of the tracked changes, ISO 8601; if None, when each text says that it was saved, else a fixed
            one.
        layout: "own" marks everybody's changes in the base's own file, "articles" puts them below every
            provision. If None, "own" where all texts are Word files.
        files: the bytes of the base and of each text, None where that is no Word file or not at hand.
        scrub: whether who made the base's file is taken out of it, and comments of the copies are left out
            (layout "own").
        tell: told whose tracked changes the files held, and why they are not in the base's own file.

    Raises:
        UsageError: there is no such layout, or the base's own file is asked for and a text is no Word file.
    """
    if layout and layout not in LAYOUTS:
        raise UsageError(f"there is no layout {layout!r}", hint=f"one of {', '.join(LAYOUTS)}")
    moment = word_moment(date) if date else ""
    base, *others = files or (None,)
    known = [each for each in others if each is not None]
    at_hand = base is not None and len(known) == len(compilation.compared) > 0
    if layout == "own" and not at_hand:
        raise UsageError("a text is no Word file", hint="--layout articles")
    view = compilation_view(compilation)
    if base is not None and at_hand and layout != "articles":
        from treatydiff.redline.compiled import Copy, compiled_redline
        from treatydiff.redline.proof import UnprovenError

        copies = [
            Copy(name, comparison, data)
            for (name, comparison), data in zip(compilation.compared, known, strict=True)
        ]
        try:
            return compiled_redline(
                base,
                copies,
                date=moment,
                neutral_date=NEUTRAL_DATE,
                closing=_closing(view),
                without_persons=scrub,
                tell=tell,
            )
        except (UnprovenError, ReadError) as fault:
            why = str(fault)
        except Exception as fault:  # noqa: BLE001 - odd XML of a foreign file must not cost the compilation
            why = f"the file cannot be marked ({type(fault).__name__})"
        if tell is not None:
            tell(f"the compilation is not in the base's own file but by provision: {why}")
    return by_provision(view, date=date)


def _closing(view: CompilationView) -> list[str]:
    """The last page: whose changes are in the file, in which order, and where they meet."""
    return [
        f"Compilation on {view.base.source.label} ({TOOL})",
        "In the order of precedence: " + ", ".join(view.names),
        CONFLICTS if view.conflicts else "No passage is changed by several in different ways.",
        *view.conflicts,
    ]
