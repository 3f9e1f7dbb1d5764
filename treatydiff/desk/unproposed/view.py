"""What a report of changes without a matching proposal says, decided once for every format."""

from __future__ import annotations

from treatydiff.desk.unproposed.model import UnmatchedChange, Unproposed
from treatydiff.model import ClauseDiff
from treatydiff.naming.citations import document_names, places_of, provision_citation
from treatydiff.naming.sides import sides_of
from treatydiff.naming.wording import counted
from treatydiff.records import dataclass
from treatydiff.report.comparison.rows import passages_of
from treatydiff.report.kit.cards import TOOL, draft_card
from treatydiff.report.kit.pieces import DraftCard, Passage
from treatydiff.studies.proposals.model import FATE_WORDS

UNSEEN = (
    "No matching proposal in the documents given: oral and informal proposals are unseen, and a proposal in "
    "other words is not recognised."
)


@dataclass(frozen=True, slots=True)
class UnmatchedLine:
    """A changed clause: its places, its text, and the words that no proposal has."""

    citation: str
    passages: tuple[Passage, ...]
    words: str


@dataclass(frozen=True, slots=True)
class ElsewhereLine:
    """A proposal whose words came in elsewhere: whose, on what, what, the place, the fate."""

    who: str
    article: str
    text: str
    citation: str
    fate: str


@dataclass(frozen=True, slots=True)
class UnproposedView:
    """Everything that a rendering says, in its order."""

    cards: tuple[DraftCard, ...]
    source: str
    headline: str
    changes: tuple[UnmatchedLine, ...]
    elsewhere: tuple[ElsewhereLine, ...]
    language: str
    settled: str = ""
    note: str = UNSEEN
    tool: str = TOOL


def unproposed_view(found: Unproposed) -> UnproposedView:
    """Everything that a rendering says.

    Args:
        found: the changes, and the proposals that came in elsewhere.
    """
    a, b = found.comparison.a, found.comparison.b
    places = places_of(b)
    number, other = len(found.changes), len(found.elsewhere)
    return UnproposedView(
        cards=tuple(
            draft_card(draft, side=side, name=name)
            for draft, side, name in zip((a, b), ("A", "B"), document_names((a, b)), strict=True)
        ),
        source=found.proposals.source.label,
        headline=f"{counted(number, 'changed clause', 'changed clauses')} without a matching proposal; "
        f"{counted(other, 'proposal', 'proposals')} came in elsewhere.",
        settled=_settled(found.settled),
        changes=tuple(_change(found, each) for each in found.changes),
        elsewhere=tuple(
            ElsewhereLine(
                ", ".join(each.who), each.article, each.text,
                provision_citation(b, places, each.elsewhere) if each.elsewhere else "",
                FATE_WORDS[each.fate] if each.fate else "",
            )
            for each in found.elsewhere
        ),
        language=b.language,
    )  # fmt: skip


def _settled(number: int) -> str:
    if not number:
        return ""
    clauses = counted(number, "further clause", "further clauses")
    return f"In {clauses} words went that A has in brackets or options only: these need no proposal."


def _change(found: Unproposed, change: UnmatchedChange) -> UnmatchedLine:
    comparison = found.comparison
    clause = comparison.units[change.row].clauses[change.clause]
    a, b = sides_of(comparison)
    draft, ids = (comparison.b, clause.pairing.b) if clause.pairing.b else (comparison.a, clause.pairing.a)
    return UnmatchedLine(
        provision_citation(draft, places_of(draft), ids[0]), passages_of(clause, a, b), _words(change, clause)
    )


def _words(change: UnmatchedChange, clause: ClauseDiff) -> str:
    """The words that no proposal has; "" where they are all that the clause shows as changed."""
    shown = [(edit.op, " ".join(edit.text.split())) for edit in clause.edits if edit.op != "equal"]
    if shown == [*(("delete", each) for each in change.went), *(("insert", each) for each in change.came)]:
        return ""
    words = [f"came: “{each}”" for each in change.came] + [f"went: “{each}”" for each in change.went]
    return "; ".join(words)
