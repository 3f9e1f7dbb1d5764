"""What a table of definitions says, decided once for every format."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from treatydiff.desk.definitions.model import DefinedTerm, Definitions, Fate
from treatydiff.naming.wording import counted
from treatydiff.report.kit.cards import TOOL, draft_card
from treatydiff.report.kit.pieces import DraftCard, Passage

FATE_WORDS = {"": "", "same": "unchanged", "redefined": "redefined", "new": "new", "gone": "gone"}
_ORDER: tuple[Fate, ...] = ("redefined", "gone", "new", "same", "")
_SHOWN = 12


@dataclass(frozen=True, slots=True)
class DefinedTermView:
    """A term: fate in words, place, the definition with its changes, and the clauses it reaches."""

    term: str
    fate: str
    citation: str
    passages: tuple[Passage, ...]
    uses: tuple[str, ...]
    reach: str


@dataclass(frozen=True, slots=True)
class DefinitionsView:
    """Everything that a rendering of definitions says; those that changed come first."""

    cards: tuple[DraftCard, ...]
    headline: str
    terms: tuple[DefinedTermView, ...]
    unused: tuple[str, ...]
    undefined: tuple[str, ...]
    language: str
    tool: str = TOOL


def definitions_view(definitions: Definitions) -> DefinitionsView:
    """Everything that a rendering of definitions says.

    Args:
        definitions: the defined terms of a draft.
    """
    since = definitions.since
    ordered = sorted(definitions.terms, key=lambda each: _ORDER.index(each.fate))
    counts = Counter(each.fate for each in definitions.terms)
    told = " · ".join(f"{counts[fate]:,} {FATE_WORDS[fate]}" for fate in _ORDER if fate and counts[fate])
    number = counted(len(definitions.terms), "defined term", "defined terms")
    drafts = (since.a, definitions.draft) if since is not None else (definitions.draft,)
    return DefinitionsView(
        cards=tuple(draft_card(each) for each in drafts),
        headline=f"{number}{': ' + told if told else ''}.",
        terms=tuple(map(_term, ordered)),
        unused=tuple(each.term for each in definitions.terms if not each.uses and each.fate != "gone"),
        undefined=tuple(
            f"{each.term} ({counted(each.number, 'time', 'times')}, first {each.citation})"
            for each in definitions.undefined
        ),
        language=definitions.draft.language,
    )


def _term(term: DefinedTerm) -> DefinedTermView:
    left = len(term.citations) - _SHOWN
    clauses = counted(len(term.uses), "clause", "clauses")
    reach = {
        "redefined": f"changes the reach of {clauses}",
        "gone": f"was used in {clauses}",
    }.get(term.fate, f"used in {clauses}")
    return DefinedTermView(
        term=term.term,
        fate=FATE_WORDS[term.fate],
        citation=term.citation,
        passages=tuple(Passage(each.op, each.text, each.class_) for each in term.edits),
        uses=(*term.citations[:_SHOWN], *([f"and {left:,} more"] if left > 0 else [])),
        reach=reach,
    )
