"""Definitions as a Word document. Imports python-docx; import it only where a report is made."""

from __future__ import annotations

from treatydiff.desk.definitions.view import DefinitionsView
from treatydiff.report.kit.word_reports import WordCell, WordRow, WordTable, quoted, table_report


def definitions_docx(view: DefinitionsView) -> bytes:
    """Defined terms with their fates and changes, and every clause that they reach.

    Args:
        view: what is said.
    """
    rows = tuple(
        WordRow(
            (
                WordCell(quoted(term.term).passages, beneath=(term.citation,)),
                WordCell(text=term.fate or "–"),
                WordCell(term.passages),
                WordCell(
                    text=term.reach, beneath=(*(["; ".join(term.uses)] if term.uses else []), *term.through)
                ),
            )
        )
        for term in view.terms
    )
    notes = []
    if view.unused:
        notes.append(f"Defined and never used: {'; '.join(view.unused)}")
    if view.undefined:
        notes.append(f"In capitals, defined nowhere: {'; '.join(view.undefined)}")
    return table_report(
        "Definitions, and what they reach",
        cards=view.cards,
        said=(view.headline,),
        tables=(WordTable(("Term", "Since", "What changed in it", "Reach"), (0.18, 0.1, 0.36, 0.36), rows),),
        notes=notes,
        tool=view.tool,
        language=view.language,
    )
