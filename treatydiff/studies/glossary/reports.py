"""A glossary on a terminal, as CSV, and as JSON of the schema `treatydiff/glossary/1`."""

from __future__ import annotations

from treatydiff.naming.citations import document_name, places_of, provision_citation
from treatydiff.records import dataclass
from treatydiff.report.kit.cards import TOOL, draft_card
from treatydiff.report.kit.csv_text import csv_text
from treatydiff.report.kit.json_text import Pairs, draft_name_json, dumped
from treatydiff.studies.glossary.model import Glossary, GlossaryTerm

_NOTE = (
    "Defined terms are those in quotation marks at the beginning of a clause. “Otherwise” are clauses of A "
    "with the term whose counterparts show no form of its counterpart, as detected."
)


@dataclass(frozen=True, slots=True)
class GlossaryRow:
    """A term as a reader is shown it: places in words."""

    a: str
    b: str
    defined: str
    together: int
    otherwise: tuple[str, ...]


def glossary_note(glossary: Glossary) -> str:
    """What the columns hold, or that there is nothing in them."""
    return _NOTE if glossary.terms else "A defines no term in quotation marks."


def glossary_rows(glossary: Glossary) -> tuple[GlossaryRow, ...]:
    """The terms with their places as people name them.

    Args:
        glossary: the terms.
    """
    sides = [(draft, places_of(draft)) for draft in (glossary.a, glossary.b)]

    def both(one: str, two: str) -> str:
        cited = [
            provision_citation(draft, places, id_).removeprefix(f"{document_name(draft)}, ")
            for (draft, places), id_ in zip(sides, (one, two), strict=True)
            if id_
        ]
        return " / ".join(dict.fromkeys(cited))

    return tuple(
        GlossaryRow(
            each.a, each.b, both(each.clause_a, each.clause_b), each.together,
            tuple(both(one, two) for one, two in each.otherwise),
        )
        for each in glossary.terms
    )  # fmt: skip


def glossary_terminal(glossary: Glossary, *, width: int = 80, colour: bool = False) -> str:
    """The terms of two drafts as text for a terminal.

    Args:
        glossary: the terms.
        width: columns.
        colour: whether to write ANSI colours.
    """
    from rich.text import Text

    from treatydiff.report.kit.terminal_parts import QUIET, STRONG, columns, draft_rows, rendered, safe

    table = columns("fold", "fold", "right", "fold")
    table.add_row(*(Text(each, QUIET) for each in ("A", "B", "Both", "Otherwise")))
    for row in glossary_rows(glossary):
        table.add_row(Text(safe(row.a), STRONG), Text(safe(row.b or "—")), Text(str(row.together)),
                      Text(safe("; ".join(row.otherwise))))  # fmt: skip
    cards = [draft_card(glossary.a, side="A"), draft_card(glossary.b, side="B")]
    said = Text(glossary_note(glossary))
    return rendered([draft_rows(cards, width), "", said, "", table], width=width, colour=colour)


def glossary_csv(glossary: Glossary) -> str:
    """The terms of two drafts, one line each.

    Args:
        glossary: the terms.
    """
    return csv_text(
        ["a", "b", "clause_a", "clause_b", "together", "otherwise"],
        [[each.a, each.b, each.clause_a, each.clause_b, str(each.together), _places(each)]
         for each in glossary.terms],
    )  # fmt: skip


def glossary_json(glossary: Glossary, settings: Pairs = ()) -> str:
    """The terms of two drafts as JSON.

    Args:
        glossary: the terms.
        settings: names and values of the settings that differ from the defaults.
    """
    return dumped({
        "schema": "treatydiff/glossary/1",
        "tool": TOOL,
        "settings": dict(settings),
        "a": draft_name_json(glossary.a),
        "b": draft_name_json(glossary.b),
        "terms": [
            {"a": each.a, "b": each.b or None, "clause_a": each.clause_a, "clause_b": each.clause_b or None,
             "together": each.together,
             "otherwise": [{"a": one, "b": two} for one, two in each.otherwise]}
            for each in glossary.terms
        ],
    })  # fmt: skip


def _places(term: GlossaryTerm) -> str:
    return "; ".join(one if one == two else f"{one} / {two}" for one, two in term.otherwise)
