"""What a report of terms says, decided once for every format."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from treatydiff.desk.terms.model import Change, Kind, Term, TermRow, TermTable
from treatydiff.model import CLOSING_BRACKETS, OPENING_BRACKETS, Draft
from treatydiff.naming.citations import document_names, places_of, unit_label
from treatydiff.naming.wording import ABSENT, counted
from treatydiff.records import dataclass
from treatydiff.report.kit.cards import TOOL, draft_card
from treatydiff.report.kit.pieces import DraftCard

KIND_WORDS: dict[Kind, str] = {
    "duration": "period", "share": "share or majority", "money": "sum", "count": "number",
}  # fmt: skip
LIMIT = "time limit"
"""What a period is called that must be kept ("within", "not later than")."""
_QUOTED = 260
"""Characters of a sentence that are quoted, around the quantity."""
CHANGE_ORDER: tuple[Change, ...] = (
    "tightened",
    "loosened",
    "raised",
    "lowered",
    "changed",
    "settled",
    "opened",
    "new",
    "gone",
)


@dataclass(frozen=True, slots=True)
class TermRowView:
    """One quantity: article, kind, actor, what each draft prints, the changes, the sentence and its place."""

    unit: str
    kind: str
    actor: str
    cells: tuple[str, ...]
    change: str
    changed: bool
    sentence: str
    citation: str

    @property
    def said(self) -> str:
        """The sentence, and before it who must keep it where the sentence does not begin with that."""
        plain = "".join(char for char in self.sentence if char not in OPENING_BRACKETS + CLOSING_BRACKETS)
        return self.sentence if plain.startswith(self.actor) else f"{self.actor}: {self.sentence}"


@dataclass(frozen=True, slots=True)
class TermsView:
    """Everything that a rendering of a table of terms says, in its order."""

    cards: tuple[DraftCard, ...]
    names: tuple[str, ...]
    headline: str
    rows: tuple[TermRowView, ...]
    language: str
    tool: str = TOOL


def terms_view(table: TermTable) -> TermsView:
    """Everything that a rendering of a table of terms says.

    Args:
        table: the terms of some drafts.
    """
    drafts = table.drafts
    counts = Counter(each for row in table.terms for each in row.changes if each in CHANGE_ORDER)
    told = " · ".join(f"{counts[each]:,} {each}" for each in CHANGE_ORDER if counts[each])
    names = document_names(drafts)
    labels = [_unit_of(row, drafts, names) for row in table.terms]
    first = {label: at for at, label in reversed(list(enumerate(labels)))}
    placed = sorted(zip(labels, table.terms, strict=True), key=lambda each: first[each[0]])
    number = len(table.terms)
    return TermsView(
        cards=tuple(draft_card(each, name=name) for each, name in zip(drafts, names, strict=True)),
        names=names,
        headline=(
            f"{counted(number, 'term', 'terms')}{f': {told}' if told else ''}."
            if number
            else "No time limit, share, sum or count was found in these drafts."
        ),
        rows=tuple(_row(row, label) for label, row in placed),
        language=drafts[-1].language,
    )


def _unit_of(row: TermRow, drafts: Sequence[Draft], names: Sequence[str]) -> str:
    """The unit of a row in the last draft that has it, which is named where that is not the last."""
    at = max(number for number, term in enumerate(row.terms) if term is not None)
    label = unit_label(places_of(drafts[at]), row.last.unit)
    return label if at == len(drafts) - 1 else f"{label} of {names[at]}"


def _row(row: TermRow, unit: str) -> TermRowView:
    last = row.last
    steps = [each for each in row.changes if each not in ("", "same")]
    sentence = _quoted(last)
    return TermRowView(
        unit=unit,
        kind=LIMIT if last.kind == "duration" and last.limit else KIND_WORDS[last.kind],
        actor=last.actor,
        cells=tuple(_cell(each) for each in row.terms),
        change=", ".join(steps),
        changed=row.changed,
        sentence=sentence,
        citation=last.citation,
    )


def _quoted(term: Term) -> str:
    """The sentence of a quantity, or what of a long one stands around the quantity."""
    sentence = " ".join(term.sentence.split())
    if len(sentence) <= _QUOTED:
        return sentence
    at = max(0, sentence.find(" ".join(term.printed.split())[:12].strip("[]")))
    start = max(0, min(at - _QUOTED // 2, len(sentence) - _QUOTED))
    start = sentence.find(" ", start) + 1 if start else 0
    end = start + _QUOTED
    end = len(sentence) if end >= len(sentence) else sentence.rfind(" ", start, end)
    return f"{'… ' if start else ''}{sentence[start:end]}{' …' if end < len(sentence) else ''}"


def _cell(term: Term | None) -> str:
    if term is None:
        return ABSENT
    printed = " ".join(term.printed.split())
    return f"[{printed}]" if term.bracketed and not printed.startswith("[") else printed
