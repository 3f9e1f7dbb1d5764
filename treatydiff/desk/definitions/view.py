"""What a table of definitions says, decided once for every format."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from treatydiff.desk.definitions.model import DefinedTerm, Definitions, Fate
from treatydiff.naming.citations import document_name, document_names
from treatydiff.naming.wording import counted
from treatydiff.records import dataclass
from treatydiff.report.kit.cards import TOOL, draft_card
from treatydiff.report.kit.pieces import DraftCard, Passage

FATE_WORDS = {"": "", "same": "unchanged", "redefined": "redefined", "new": "new", "gone": "gone"}
_ORDER: tuple[Fate, ...] = ("redefined", "gone", "new", "same", "")
_SHOWN = 12
_MOST_UNDEFINED = 20
"""Words in capitals that a report for people names, the most frequent first."""


@dataclass(frozen=True, slots=True)
class DefinedTermView:
    """A term: fate, place, the definition with its changes, and what it reaches by itself or others."""

    term: str
    fate: str
    citation: str
    passages: tuple[Passage, ...]
    uses: tuple[str, ...]
    reach: str
    through: tuple[str, ...] = ()


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
    names = document_names(drafts)
    here = f"{document_name(definitions.draft)}, "
    left = len(definitions.undefined) - _MOST_UNDEFINED
    return DefinitionsView(
        cards=tuple(draft_card(each, name=name) for each, name in zip(drafts, names, strict=True)),
        headline=f"{number}{': ' + told if told else ''}.",
        terms=tuple(_term(each, here) for each in ordered),
        unused=tuple(
            each.term
            for each in definitions.terms
            if not (each.uses or each.defines or each.recitals) and each.fate != "gone"
        ),
        undefined=(
            *(
                f"{each.term} ({counted(each.number, 'time', 'times')}, first {_place(each.citation, here)})"
                for each in definitions.undefined[:_MOST_UNDEFINED]
            ),
            *((f"and {left:,} more, in the JSON",) if left > 0 else ()),
        ),
        language=definitions.draft.language,
    )


def _place(citation: str, here: str) -> str:
    """A place of the draft that the report is about, without the draft's name."""
    return citation.removeprefix(here)


def _term(term: DefinedTerm, here: str) -> DefinedTermView:
    def shown(citations: Sequence[str]) -> tuple[str, ...]:
        uses = citations[:_SHOWN]
        if term.fate != "gone":
            uses = [_place(cited, here) for cited in uses]
        left = len(citations) - _SHOWN
        return (*uses, *([f"and {left:,} more"] if left > 0 else []))

    rippled = term.fate in ("redefined", "gone")
    return DefinedTermView(
        term=term.term,
        fate=FATE_WORDS[term.fate],
        citation=_place(term.citation, here),
        passages=tuple(Passage(each.op, each.text, each.class_) for each in term.edits),
        uses=shown(term.citations),
        reach=_reach(term),
        through=tuple(
            f"through “{each.term}”, {counted(len(each.uses), 'further clause', 'further clauses')}: "
            f"{'; '.join(shown(each.citations))}"
            for each in term.through
        )
        + (
            (f"still in {'; '.join(_place(each, here) for each in term.still[:_SHOWN])}",)
            if term.still
            else ()
        )
        if rippled
        else (),
    )


def _reach(term: DefinedTerm) -> str:
    """What a definition reaches, in words: operative clauses, and beside them what is none."""
    clauses = counted(len(term.uses), "clause", "clauses") if term.uses else "no clause"
    if not term.uses and term.defines:
        clauses = "no clause, but in another definition"
    said = {
        "redefined": f"changes the reach of {clauses}" if term.uses else f"is used in {clauses}",
        "gone": f"was used in {clauses}",
    }.get(term.fate, f"used in {clauses}")
    if term.still:
        said += f"; still printed in {counted(len(term.still), 'clause', 'clauses')} without a definition"
    if term.recitals:
        said += f"; also in {counted(term.recitals, 'preambular paragraph', 'preambular paragraphs')}"
    if term.small:
        said += f"; in small letters in {counted(term.small, 'further clause', 'further clauses')}"
    return said
