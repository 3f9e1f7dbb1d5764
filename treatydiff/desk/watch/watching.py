"""Red lines followed through a chain of drafts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from treatydiff.desk.open_words import all_in_brackets
from treatydiff.desk.watch.model import LineHistory, LineInDraft, RedLine, Sighting, Standing, Watch
from treatydiff.desk.watch.proposers import Proposers
from treatydiff.desk.watch.weakenings import Loss, Losses, Place
from treatydiff.desk.watch.wordings import places_of_words
from treatydiff.errors import ScopeError
from treatydiff.model import Draft, Provision, Unit
from treatydiff.naming.citations import citation, document_name, places_of
from treatydiff.records import dataclass
from treatydiff.structure.addresses.named_provisions import provisions_named
from treatydiff.structure.addresses.nearest import nearest_hint
from treatydiff.studies.chains.concordance import draft_position
from treatydiff.studies.chains.model import Chain
from treatydiff.studies.chains.trace import trace_provision


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
        seen = [*(words.words(line) if line.words else provisions.provision(line))]
        drafts = tuple(
            LineInDraft(
                _standing(found, whole=not line.words), found, _lost(seen[at - 1], found) if at else ()
            )
            for at, found in enumerate(seen)
        )
        histories.append(LineHistory(line, drafts, _since(drafts)))
    return Watch(chain.drafts, tuple(histories), chain.settings)


@dataclass(frozen=True, slots=True)
class _Watched:
    """A chain in which red lines are looked for, with what its clauses lost, and who proposed them."""

    chain: Chain
    losses: Losses
    proposers: tuple[Proposers, ...]

    @classmethod
    def of(cls, chain: Chain) -> _Watched:
        return cls(chain, Losses(chain), (*map(Proposers, chain.drafts),))

    def words(self, line: RedLine) -> Iterator[tuple[Sighting, ...]]:
        """The places of a wording, draft by draft."""
        bases: list[Place] = []
        for at in range(len(self.chain.drafts)):
            found = tuple(self._words_in(at, line, bases))
            yield found
            bases += [(at, each.clause) for each in found]

    def provision(self, line: RedLine) -> Iterator[tuple[Sighting, ...]]:
        """What became of a provision, draft by draft; it is held against the draft that it was named of."""
        home = _home(self.chain, line)
        trace = trace_provision(self.chain, line.provision, draft=str(home + 1))
        bases: list[Place] = []
        for at, cells in enumerate(trace.cells):
            yield tuple(self._followed(at, cells, bases if line.keep else ()))
            if at >= home:
                bases += [
                    (at, leaf.id)
                    for _, _, leaves in _outermost(self.chain.drafts[at], set(cells))
                    for leaf in leaves
                ]

    def _words_in(self, at: int, line: RedLine, bases: Sequence[Place]) -> Iterator[Sighting]:
        draft = self.chain.drafts[at]
        name, places = document_name(draft), places_of(draft)
        held = bases if line.keep else ()  # what must stay out is welcome to be weaker
        for unit in draft.units():
            for clause in unit.clauses():
                for wording in line.words:
                    for start, end in places_of_words(clause.text, wording, draft.language):
                        lost = self.losses.of_words(held, at, clause.id, start, end)
                        yield Sighting(
                            clause=clause.id,
                            unit=unit.id,
                            text=clause.text[start:end],
                            bracketed=clause.in_brackets(start, end),
                            preamble=_is_preamble(unit),
                            who=self.proposers[at].of_words(clause, start, end),
                            weakened=_said(lost, "weakened"),
                            citation=citation(name, places, unit.id, clause.id),
                            changed=_said(lost, "changed"),
                        )

    def _followed(self, at: int, cells: Sequence[str], bases: Sequence[Place]) -> Iterator[Sighting]:
        """The outermost of the provisions that a draft has of what is followed."""
        draft = self.chain.drafts[at]
        name, places = document_name(draft), places_of(draft)
        for unit, node, leaves in _outermost(draft, set(cells)):
            who = self.proposers[at].of_all(leaves)
            lost = [each for leaf in leaves for each in self.losses.of_clause(bases, at, leaf.id)]
            yield Sighting(
                clause=node.id,
                unit=unit.id,
                text=node.heading or " ".join(leaves[0].text.split()[:12]),
                bracketed=all_in_brackets(leaves),
                preamble=_is_preamble(unit),
                who=who,
                weakened=_said(lost, "weakened"),
                citation=citation(name, places, unit.id, None if node.id == unit.id else node.id),
                parts=tuple(
                    (citation(name, places, unit.id, leaf.id), part)
                    for leaf in leaves
                    if (part := self.proposers[at].of_part(leaf, who))
                ),
                changed=_said(lost, "changed"),
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


def _said(lost: Sequence[Loss], sort: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(each.said for each in lost if each.sort == sort))


def _standing(found: Sequence[Sighting], *, whole: bool) -> Standing:
    """The best of the places: in the text, changed or weakened there, in brackets, in the preamble.

    The places of a provision are its parts: it is weakened where one of them is.
    """
    free = [each for each in found if not (each.bracketed or each.preamble)]
    asked = any if whole else all
    if free and asked(each.weakened for each in free):
        return "weakened"
    if free and asked(each.weakened or each.changed for each in free):
        return "changed"
    if free:
        return "present"
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
