"""Changes without a matching proposal as a Word document. Imports python-docx."""

from __future__ import annotations

from treatydiff.desk.unproposed.view import UnproposedView
from treatydiff.report.kit.word_reports import WordCell, WordRow, WordTable, quoted, table_report


def unproposed_docx(view: UnproposedView) -> bytes:
    """Changes that no proposal accounts for: words that went struck, words that came underlined.

    Args:
        view: what is said.
    """
    changes = tuple(
        WordRow((WordCell(text=each.citation), WordCell(each.passages), quoted(each.words)))
        for each in view.changes
    )
    elsewhere = tuple(
        WordRow(
            (
                WordCell(text=each.who),
                WordCell(text=each.article),
                quoted(each.text),
                WordCell(text=", ".join(part for part in (each.fate, each.citation) if part)),
            )
        )
        for each in view.elsewhere
    )
    return table_report(
        "Changes without a matching proposal",
        cards=view.cards,
        said=(f"Proposals: {view.source}", view.headline, *([view.settled] if view.settled else [])),
        tables=(
            WordTable(("Place", "Text", "Words that no proposal has"), (0.2, 0.55, 0.25), changes),
            WordTable(
                ("Delegation", "Proposed on", "Words", "What became of them"),
                (0.16, 0.14, 0.45, 0.25),
                elsewhere,
                title="Proposals whose words came in elsewhere",
            ),
        ),
        notes=(view.note,),
        tool=view.tool,
        language=view.language,
    )
