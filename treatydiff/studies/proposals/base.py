"""Which clause of the base a proposal is on, and what it would change there."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from difflib import SequenceMatcher
from functools import lru_cache

from treatydiff.diff.edits import diff_texts
from treatydiff.language.tokenizer import words
from treatydiff.model import Draft, Edit, Provision, Unit
from treatydiff.patterns import pattern_of
from treatydiff.records import dataclass
from treatydiff.studies.proposals.model import Method
from treatydiff.studies.proposals.reading import ProposalPassage
from treatydiff.studies.proposals.words import ARTICLES, LABEL, REFERENCE, SMALL_WORDS

LIKE = 0.5
"""Share of the shorter text's words, in runs, from which a piece is that clause with changes."""
LABEL_BONUS = 0.1
_SHORTEST = 4
_RUN = 2
_ELSEWHERE = 6
"""Words from which on put-in wording is looked for in the other clauses of the article."""
_NUMBER = pattern_of(r"[\s.–—-]+")
_BRACKETED = pattern_of(r"\[([^\[\]]+)\]")
_STOP = pattern_of(r"[.;:]\W*$")


@dataclass(frozen=True, slots=True)
class BaseStretch:
    """Words put in or taken out; of the latter, where they stand in the clause of the base.

    `replaces` says that words put in stand for those taken out right before them.
    """

    op: str
    text: str
    start: int = 0
    end: int = 0
    replaces: bool = False


@dataclass(frozen=True, slots=True)
class Aimed:
    """A piece with the place that it is on and what it changes there.

    `wording` is what it proposes, without labels. `doubt` says why changes may be lacking.
    """

    units: tuple[Unit, ...]
    clause: Provision | None
    wording: str
    method: Method
    stretches: tuple[BaseStretch, ...]
    doubt: str = ""


@lru_cache(maxsize=20_000)
def keys(text: str) -> tuple[str, ...]:
    """The words of a text as they are compared."""
    return tuple(word.key for word in words(text))


def in_runs(left: Sequence[str], right: Sequence[str], least: int) -> int:
    """How many words two sequences share, in order, in runs of at least some words."""
    if not set(left) & set(right):
        return 0
    blocks = SequenceMatcher(None, left, right, autojunk=False).get_matching_blocks()
    runs = [left[block.a : block.a + block.size] for block in blocks if block.size >= least]
    if not SMALL_WORDS.issuperset(left):
        # "of the" here and there is no agreement on anything.
        runs = [run for run in runs if len(run) >= _SHORTEST or not SMALL_WORDS.issuperset(run)]
    return sum(map(len, runs))


class BaseText:
    """The base by headings: which units a heading of a compilation means, and their clauses."""

    def __init__(self, draft: Draft) -> None:
        self.draft = draft
        self._units: dict[str, list[Unit]] = {}
        self._below: dict[str, list[Unit]] = {}
        self._kinds = {node.id: node for node in draft.walk()}
        for unit in draft.units():
            self._units.setdefault(_heading_key(unit.kind, unit.provision.number), []).append(unit)
            for container in unit.containers:
                node = self._kinds[container]
                self._below.setdefault(_heading_key(node.kind, node.number), []).append(unit)

    @property
    def titles(self) -> frozenset[str]:
        """The headings of all provisions."""
        return frozenset(
            " ".join(node.heading.casefold().split()) for node in self.draft.walk() if node.heading
        )

    def units(self, heading: str) -> tuple[Unit, ...]:
        """The units that a heading means; none where the base has no such provision."""
        word, _, number = heading.partition(" ")
        key = _heading_key(word, number)
        found = self._units.get(key) or self._below.get(key) or []
        # The body of the instrument is meant where an annex has an article of the same number.
        body = [unit for unit in found if not any(self._is_annex(each) for each in unit.containers)]
        return tuple(body or found)

    def _is_annex(self, container: str) -> bool:
        return self._kinds[container].kind == "annex"

    def speaks(self, text: str, heading: str) -> bool:
        """Whether a text is wording of the provision, rather than talk about it."""
        bare, _ = unlabelled(text)
        said = keys(bare)
        if len(said) < 2 * _SHORTEST:
            return False
        return self._best(said[:60], self.units(heading), None, least=4)[1] >= LIKE

    def aim(self, piece: ProposalPassage, *, marked: bool) -> Aimed:
        """Which clause a piece is on, and what it changes.

        Args:
            piece: wording under a heading.
            marked: whether the compilation shows what is struck out.
        """
        units = self.units(piece.heading)
        whole, number = unlabelled(" ".join(piece.said.text.split()))
        wording, _ = unlabelled(piece.said.proposed)
        clause, likeness = self._best(keys(whole), units, number)
        if clause is None or likeness < LIKE:
            if len(keys(wording)) < _SHORTEST:
                return Aimed(
                    units, None, wording, "none", (), "too few words to tell which clause they change"
                )
            return Aimed(units, None, wording, "new", (BaseStretch("insert", wording),))
        edits = diff_texts(clause.text, wording, self.draft.language)
        shown = piece.said.is_marked
        found = list(_stretches(edits, whole_clause=marked, ends=_ends_alike(clause.text, wording)))
        if shown or marked:
            return Aimed(units, clause, wording, "marks" if shown else "difference", tuple(found))
        kept = tuple(self._without_glue(found, units, clause))
        doubt = "" if kept else "the words of the base, without the marks that said what would change"
        return Aimed(units, clause, wording, "difference" if kept else "none", kept, doubt)

    def _best(
        self, said: Sequence[str], units: Sequence[Unit], number: str | None, least: int = _RUN
    ) -> tuple[Provision | None, float]:
        """The clause most like some words, and how like."""
        bag = Counter(said)
        best: tuple[Provision | None, float] = (None, 0.0)
        scored: list[tuple[float, int, Provision, tuple[str, ...], bool]] = []
        for at, clause in enumerate(clause for unit in units for clause in unit.clauses()):
            own = keys(clause.text)
            common = sum((bag & Counter(own)).values())
            bonus = number is not None and _number(clause.number) == _number(number)
            if min(len(own), len(said)):
                scored.append(
                    (common / min(len(own), len(said)) + bonus * LABEL_BONUS, -at, clause, own, bonus)
                )
        for _, _, clause, own, bonus in sorted(scored, key=lambda each: each[:2], reverse=True)[:5]:
            if min(len(own), len(said)) < min(_SHORTEST, len(own)):
                continue
            shared = in_runs(said, own, least)
            # Of two clauses that hold a piece alike, the one that it fills more is meant.
            likeness = shared / min(len(own), len(said)) + 0.05 * shared / max(len(own), len(said))
            likeness += bonus * LABEL_BONUS if likeness >= LIKE - LABEL_BONUS else 0
            if likeness > best[1]:
                best = clause, likeness
        return best

    def _without_glue(
        self, found: Sequence[BaseStretch], units: Sequence[Unit], clause: Provision
    ) -> Iterator[BaseStretch]:
        """Changes without the struck-out words that a lost marking leaves between the others."""
        base = set(keys(clause.text))
        bracketed = [keys(inner) for inner in _BRACKETED.findall(clause.text)]
        others = [keys(each.text) for unit in units for each in unit.clauses() if each.id != clause.id]
        for at, each in enumerate(found):
            before = found[at - 1] if at else None
            behind = found[at + 1] if at + 1 < len(found) else None
            if each.op == "delete":
                if behind is None or behind.op != "insert" or not _glued(each.text, behind.text):
                    yield each
                continue
            gone = before.text if before is not None and before.op == "delete" else ""
            text = _unglued(each.text, gone, base)
            said = keys(text)
            repeats = len(said) >= _ELSEWHERE and any(
                in_runs(said, own, 3) >= 0.6 * len(said) for own in others
            )
            # Bracketed wording written again without its brackets is a choice, whose other half is not shown.
            chosen = any(said == inner for inner in bracketed)
            stray = all(len(key) == 1 for key in said)
            if not stray and not repeats and not chosen:
                yield replace(each, text=text)


def unlabelled(text: str) -> tuple[str, str | None]:
    """A text without reference, number and option before it, and the last number taken off."""
    number = None
    found = REFERENCE.match(text)
    if found is not None and (found["paragraph"] or found["in_brackets"]):
        number = found["paragraph"] or found["in_brackets"]
        text = text[found.end() :]
    opened = ""
    while (label := LABEL.match(text)) is not None:
        number = label["item"] or label["option"] or label["paragraph"]
        opened += "[" * label.group().count("[")
        text = text[label.end() :]
    missing = text.count("]") - text.count("[")  # a bracket that opened before the label closes in the text
    return opened[: max(0, missing)] + text.strip(), number


def _heading_key(kind: str, number: str) -> str:
    word = "article" if kind.casefold() in ARTICLES else kind.casefold()
    return f"{word} {'1' if number.casefold() == 'premier' else _number(number)}".strip()


def _number(number: str) -> str:
    return _NUMBER.sub("", number.casefold()).strip("()[]")


def _ends_alike(base: str, wording: str) -> bool:
    """Whether a piece ends as its clause does, so that what lacks at its end was taken out."""
    left, right = _STOP.search(base), _STOP.search(wording)
    return left is not None and right is not None


def _stretches(edits: Sequence[Edit], *, whole_clause: bool, ends: bool) -> Iterator[BaseStretch]:
    """What the edits put in and take out; the ends of a clause that a piece leaves off are not taken out."""
    at = 0
    speaking = [n for n, edit in enumerate(edits) if edit.op != "delete" and keys(edit.text)]
    for n, edit in enumerate(edits):
        start = at
        at += len(edit.text) if edit.op != "insert" else 0
        if edit.op == "equal" or edit.class_ in ("typographic", "bracket") or not keys(edit.text):
            continue
        if edit.op == "delete" and not whole_clause:
            outside = not speaking or n < speaking[0] or (n > speaking[-1] and not ends)
            if outside:
                continue
        if (
            edit.op == "insert"
            and n
            and edits[n - 1].op == "delete"
            and _same_letters(edits[n - 1].text, edit.text)
        ):
            continue
        if edit.op == "delete" and n + 1 < len(edits) and _same_letters(edit.text, edits[n + 1].text):
            continue
        replaces = edit.op == "insert" and n > 0 and edits[n - 1].op == "delete"
        yield BaseStretch(edit.op, edit.text.strip(), start, at, replaces)


def _same_letters(left: str, right: str) -> bool:
    """Whether two texts differ only in spaces and hyphens, as extracted text does."""
    return "".join(keys(left)).replace("-", "") == "".join(keys(right)).replace("-", "")


def _glued(gone: str, come: str) -> bool:
    """Whether struck-out words stand on in what was put in: "effectsimpacts" for "impacts"."""
    old, new = "".join(keys(gone)), "".join(keys(come))
    return bool(old) and old != new and (new.startswith(old) or new.endswith(old))


def _unglued(come: str, gone: str, base: set[str]) -> str:
    """Words put in, without words of the base that hang on them."""
    if gone and _glued(gone, come) and not _recased(come.rsplit(maxsplit=1)[-1], base):
        bare, joined = come.strip(), gone.strip()
        return bare.removesuffix(joined).removeprefix(joined).strip() or bare
    if gone and not _recased(come.rsplit(maxsplit=1)[-1], base):
        return come
    kept = (_without_hanging(part, base) for part in come.split() if not _recased(part, base))
    return " ".join(part for part in kept if part)


def _recased(part: str, base: set[str]) -> bool:
    """Whether a word is one of the base of which the first letter alone was changed: "Rrestore"."""
    first, second = part[:1], part[1:2]
    return first != second and first.casefold() == second.casefold() and "".join(keys(part[1:])) in base


def _without_hanging(part: str, base: set[str]) -> str:
    """A word without a longer word of the base at its end: "genetic" of "sequencegenetic"."""
    key = "".join(keys(part))
    if key in base or not part.endswith(key[-1:] or " "):
        return part
    hanging = max(
        (word for word in base if 3 < len(word) < len(key) - 3 and key.endswith(word)), key=len, default=""
    )
    return part[: len(part) - len(hanging)]
