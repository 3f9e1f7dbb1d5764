"""Red lines followed through a chain of drafts."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from treatydiff.desk.open_words import OpenWords
from treatydiff.desk.watch.model import LineHistory, LineInDraft, RedLine, Sighting, Standing, Watch
from treatydiff.desk.watch.proposers import Proposers
from treatydiff.desk.watch.wordings import places_of_words
from treatydiff.errors import ScopeError
from treatydiff.model import Draft, Provision, Signal, Unit
from treatydiff.naming.citations import citation, document_name, places_of
from treatydiff.naming.wording import signal_note
from treatydiff.structure.addresses.named_provisions import nearest_hint, provisions_named
from treatydiff.studies.chains.concordance import draft_position
from treatydiff.studies.chains.model import Chain
from treatydiff.studies.chains.trace import trace_provision

WEAKER = frozenset({
    ("obligation", "weakened"), ("obligation", "removed"), ("standard", "weakened"), ("hedge", "added"),
    ("bearer", "removed"), ("right", "removed"),
})  # fmt: skip
"""Signals that make a clause ask less of whoever it binds, or grant less."""

_SENTENCE_ENDS = re.compile(r"[.!?;؛؟](?=\s)|[。；]")


def watch_lines(chain: Chain, lines: Sequence[RedLine], *, whole: Chain | None = None) -> Watch:
    """What every draft of a chain has of some red lines.

    Args:
        chain: the drafts, compared.
        lines: what must stay in or out.
        whole: the same drafts as they were before they were narrowed, compared: provisions are looked for
            and followed in these. None where none was.

    Raises:
        ScopeError: a red line names a provision that no draft has, or a draft that is not there.
    """
    words = _Watched.of(chain)
    provisions = words if whole is None else _Watched.of(whole)
    histories = []
    for line in lines:
        seen = [tuple(each) for each in (words.words(line) if line.words else provisions.provision(line))]
        drafts = tuple(
            LineInDraft(_standing(found), found, _lost(seen[at - 1], found) if at else ())
            for at, found in enumerate(seen)
        )
        histories.append(LineHistory(line, drafts, _since(drafts)))
    return Watch(chain.drafts, tuple(histories), chain.settings)


@dataclass(frozen=True, slots=True)
class _Weakening:
    """What weakened a clause; `at` is where, in characters that are no space, None for all of it."""

    said: str
    at: int | None = None


@dataclass(frozen=True, slots=True)
class _Watched:
    """A chain in which red lines are looked for, with what weakened its clauses, and who proposed them."""

    chain: Chain
    weaker: tuple[dict[str, tuple[_Weakening, ...]], ...]
    proposers: tuple[Proposers, ...]

    @classmethod
    def of(cls, chain: Chain) -> _Watched:
        drafts = chain.drafts
        return cls(
            chain, tuple(_weakened(chain, at) for at in range(len(drafts))), (*map(Proposers, drafts),)
        )

    def words(self, line: RedLine) -> Iterator[Iterator[Sighting]]:
        """The places of a wording, draft by draft."""
        for at in range(len(self.chain.drafts)):
            yield self._words_in(at, line)

    def provision(self, line: RedLine) -> Iterator[Iterator[Sighting]]:
        """What became of a provision, draft by draft."""
        home = _home(self.chain, line)
        trace = trace_provision(self.chain, line.provision, draft=str(home + 1))
        for at, cells in enumerate(trace.cells):
            yield self._followed(at, cells)

    def _words_in(self, at: int, line: RedLine) -> Iterator[Sighting]:
        draft = self.chain.drafts[at]
        name, places = document_name(draft), places_of(draft)
        weaker = self.weaker[at] if line.keep else {}  # what must stay out is welcome to be weaker
        for unit in draft.units():
            for clause in unit.clauses():
                for wording in line.words:
                    for start, end in places_of_words(clause.text, wording, draft.language):
                        yield Sighting(
                            clause=clause.id,
                            unit=unit.id,
                            text=clause.text[start:end],
                            bracketed=clause.in_brackets(start, end),
                            preamble=_is_preamble(unit),
                            who=self.proposers[at].of_words(clause, start, end),
                            weakened=_of_sentence(weaker.get(clause.id, ()), clause.text, start, end),
                            citation=citation(name, places, unit.id, clause.id),
                        )

    def _followed(self, at: int, cells: Sequence[str]) -> Iterator[Sighting]:
        """The outermost of the provisions that a draft has of what is followed."""
        draft = self.chain.drafts[at]
        name, places = document_name(draft), places_of(draft)
        for unit, node, leaves in _outermost(draft, set(cells)):
            who = self.proposers[at].of_all(leaves)
            yield Sighting(
                clause=node.id,
                unit=unit.id,
                text=node.heading or " ".join(leaves[0].text.split()[:12]),
                bracketed=all(leaf.in_brackets(0, len(leaf.text)) for leaf in leaves),
                preamble=_is_preamble(unit),
                who=who,
                weakened=tuple(
                    dict.fromkeys(each.said for leaf in leaves for each in self.weaker[at].get(leaf.id, ()))
                ),
                citation=citation(name, places, unit.id, None if node.id == unit.id else node.id),
                parts=tuple(
                    (citation(name, places, unit.id, leaf.id), part)
                    for leaf in leaves
                    if (part := self.proposers[at].of_part(leaf, who))
                ),
            )


def _outermost(draft: Draft, wanted: set[str]) -> Iterator[tuple[Unit, Provision, list[Provision]]]:
    """The outermost of some provisions that hold words, with their units and those of their clauses."""
    for unit in draft.units():
        inside = [node for node in unit.provision.walk() if node.id in wanted]
        below = {id(node) for top in inside for node in top.walk() if node is not top}
        for node in inside:
            leaves = [leaf for leaf in node.clauses() if leaf.text]
            if id(node) not in below and leaves:
                yield unit, node, leaves


def _home(chain: Chain, line: RedLine) -> int:
    """The position of the draft whose provision is meant: the one named, else the first that has it."""
    if line.draft:
        return draft_position(chain.drafts, line.draft)
    for at, draft in enumerate(chain.drafts):
        if provisions_named(draft, line.provision):
            return at
    raise ScopeError(
        f"no draft has a provision {line.provision!r}", where=line.name,
        hint=nearest_hint(chain.drafts[0], line.provision),
    )  # fmt: skip


def _weakened(chain: Chain, at: int) -> dict[str, tuple[_Weakening, ...]]:
    """For the clauses of a draft, what made them weaker than they were in the draft before, and where.

    A duty that stood in a bracket or an option and was not retained was open, not removed.
    """
    if at == 0:
        return {}
    found: dict[str, tuple[_Weakening, ...]] = {}
    before = OpenWords(chain.drafts[at - 1])
    for row in chain.steps[at - 1].units:
        for clause in row.clauses:
            if clause.pairing.a and clause.pairing.b:
                said = [_Weakening(signal_note(each)) for each in clause.signals if _is_weaker(each)]
                place = 0
                for edit in clause.edits:
                    settled = edit.op == "delete" and before.is_open(clause, edit)
                    said += [
                        _Weakening(signal_note(each), place)
                        for each in edit.signals
                        if _is_weaker(each) and not (settled and each.direction == "removed")
                    ]
                    place += 0 if edit.op == "delete" else len("".join(edit.text.split()))
                if said:
                    found[clause.pairing.b[0]] = tuple(said)
    return found


def _of_sentence(said: Sequence[_Weakening], text: str, start: int, end: int) -> tuple[str, ...]:
    """What weakened the sentence of some words of a clause, and what is told of the whole clause."""
    ends = [each.end() for each in _SENTENCE_ENDS.finditer(text)]
    first = max((each for each in ends if each <= start), default=0)
    last = min((each for each in ends if each >= end), default=len(text))
    low, high = (len("".join(text[:each].split())) for each in (first, last))
    held = [each.said for each in said if each.at is None or low <= each.at < high]
    return tuple(dict.fromkeys(held))


def _is_weaker(signal: Signal) -> bool:
    return (signal.kind, signal.direction) in WEAKER


def _standing(found: Sequence[Sighting]) -> Standing:
    """The best of the places: in the operative text, weakened there, in brackets, in the preamble."""
    if any(not (each.bracketed or each.preamble or each.weakened) for each in found):
        return "present"
    if any(not (each.bracketed or each.preamble) for each in found):
        return "weakened"
    if any(not each.preamble for each in found):
        return "bracketed"
    return "preamble" if found else "absent"


def _lost(before: Sequence[Sighting], now: Sequence[Sighting]) -> tuple[str, ...]:
    """The citations of what the draft before had, where this one has nothing at all."""
    return tuple(dict.fromkeys(each.citation for each in before)) if before and not now else ()


def _since(drafts: Sequence[LineInDraft]) -> int:
    last = drafts[-1].standing
    since = len(drafts) - 1
    while since > 0 and drafts[since - 1].standing == last:
        since -= 1
    return since


def _is_preamble(unit: Unit) -> bool:
    return unit.kind == "preamble"
