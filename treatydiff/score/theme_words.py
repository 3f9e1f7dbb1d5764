"""The words of a theme followed from one draft into the other: named, struck, bracketed, moved."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence

from treatydiff.language.keys import comparison_words
from treatydiff.model import NO_WORDING, Draft, Provision, ThemeWords, UnitComparison
from treatydiff.records import dataclass

AROUND = 3
"""Words beside those of a theme by which they are known again in another clause."""

WordSpan = tuple[int, int]
"""The first word, and the one behind the last."""
NamedWords = dict[str, tuple[WordSpan, ...]]
"""Where the texts of a draft name a theme, by the id of the clause, or of the unit for its heading."""


@dataclass(frozen=True, slots=True)
class TextKey:
    """A clause, or the heading of a unit, by its comparison words.

    Attributes:
        keys: of its words.
        key: the same, joined by spaces.
        bracketed: for every word whether it stands in brackets with wording.
        under: id of its unit; "" for a heading.
    """

    keys: tuple[str, ...]
    key: str
    bracketed: tuple[bool, ...]
    under: str = ""

    @property
    def is_heading(self) -> bool:
        """Whether this is the heading of a unit."""
        return not self.under

    def places(self, start: int, end: int) -> WordSpan:
        """The words between two offsets of `key` that begin and end a word."""
        first = self.key.count(" ", 0, start)
        return first, first + self.key.count(" ", start, end) + 1

    def words(self, first: int, last: int) -> str:
        """The keys from one word on up to another."""
        return " ".join(self.keys[first:last])


@dataclass(frozen=True, slots=True)
class FollowedWords:
    """What became of a theme's words; `struck` are ids of A, `bracketed` and `moved` ids of B."""

    words: ThemeWords
    struck: tuple[str, ...] = ()
    bracketed: tuple[str, ...] = ()
    moved: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class TextPartners:
    """What each text of A became, what each of B came from, and the texts of A that moved."""

    became: Mapping[str, tuple[str, ...]]
    came: Mapping[str, tuple[str, ...]]
    moved: Container[str]


def keys_of(draft: Draft) -> dict[str, TextKey]:
    """Every clause of a draft, and the heading of every unit in front of its clauses, by id."""
    found: dict[str, TextKey] = {}
    for unit in draft.units():
        heading = unit.provision.heading
        if heading and unit.provision.children:
            found[unit.id] = _key(heading, (), draft.language, "")
        for leaf in unit.clauses():
            text = f"{leaf.text}\n{heading}" if leaf.id == unit.id and heading else leaf.text
            found[leaf.id] = _key(text, tuple(_bracket_spans(leaf)), draft.language, unit.id)
    return found


def _key(text: str, brackets: tuple[tuple[int, int], ...], language: str, under: str) -> TextKey:
    words = comparison_words(text, language)
    keys = tuple([word.key for word in words])
    inside = [False] * len(words)
    if brackets:
        starts, ends = [word.start for word in words], [word.end for word in words]
        for start, end in brackets:
            first, behind = bisect_left(starts, start), bisect_right(ends, end)
            inside[first:behind] = [True] * (behind - first)
    return TextKey(keys, " ".join(keys), tuple(inside), under)


def _bracket_spans(leaf: Provision) -> Iterator[tuple[int, int]]:
    for mark in leaf.marks:
        if mark.kind == "bracket" and dict(mark.attrs).get("role") not in NO_WORDING:
            yield mark.start, mark.end


def follow_words(
    in_a: NamedWords,
    in_b: NamedWords,
    texts: tuple[Mapping[str, TextKey], Mapping[str, TextKey]],
    partners: TextPartners | None,
) -> FollowedWords:
    """What became of the words that name a theme in A.

    A word is struck where the clause that A's clause became names the theme less often and no other
    clause of B took it over with words beside it; it is moved where B has it in another place. Words
    that B brackets are those that stand in brackets there and did not in A.

    Args:
        in_a, in_b: where either draft names the theme.
        texts: the texts of A and of B.
        partners: what the texts became; without it only the counts are told.
    """
    counts = sum(map(len, in_a.values())), sum(map(len, in_b.values()))
    if partners is None:
        return FollowedWords(ThemeWords(*counts))
    became, came = partners.became, partners.came
    struck: Counter[str] = Counter()
    moved: Counter[str] = Counter()
    for id_, spans in in_a.items():
        became_of = became.get(id_, ())
        kept = [where for where in became_of if where in in_b]
        if id_ in partners.moved:
            moved.update({where: min(len(spans), len(in_b[where])) for where in kept})
        for span in _lost(spans, texts[0][id_], [(texts[1][where], in_b[where]) for where in kept]):
            taken = _taken_over(texts[0][id_], span, in_b, texts, came, became_of)
            moved.update([taken] if taken else ())
            struck.update([] if taken else [id_])
    bracketed = _newly_bracketed(in_a, in_b, texts, came)
    return FollowedWords(
        ThemeWords(*counts, struck.total(), bracketed.total(), moved.total()),
        *(_in_order(found, side) for found, side in
          ((struck, texts[0]), (bracketed, texts[1]), (moved, texts[1]))),
    )  # fmt: skip


def _in_order(found: Mapping[str, int], texts: Iterable[str]) -> tuple[str, ...]:
    return tuple(id_ for id_ in texts if found.get(id_))


def partners_of(rows: Sequence[UnitComparison]) -> TextPartners | None:
    """What became of the texts of two drafts by the rows of their comparison; None without rows."""
    if not rows:
        return None
    became: defaultdict[str, tuple[str, ...]] = defaultdict(tuple)
    came: defaultdict[str, tuple[str, ...]] = defaultdict(tuple)
    gone: set[str] = set()
    for row in rows:
        pairs = [(row.pairing, row.pairing.moved)]
        pairs += [(diff.pairing, row.pairing.moved or diff.pairing.moved) for diff in row.clauses]
        for pairing, moved in pairs:
            for id_ in pairing.a:
                became[id_] += pairing.b
            for id_ in pairing.b:
                came[id_] += pairing.a
            gone.update(pairing.a if moved else ())
    return TextPartners(became, came, gone)


def _lost(
    spans: Sequence[WordSpan], text: TextKey, kept: Sequence[tuple[TextKey, Sequence[WordSpan]]]
) -> list[WordSpan]:
    """The words of a theme that a clause lost: as many as it names it less often than before."""
    there = Counter(partner.words(*span) for partner, named in kept for span in named)
    fewer = len(spans) - there.total()
    if fewer <= 0:
        return []
    gone: list[WordSpan] = []
    stayed: list[WordSpan] = []
    for span in spans:
        said = text.words(*span)
        (stayed if there[said] > 0 else gone).append(span)
        there[said] -= 1
    return (gone + stayed[::-1])[:fewer]


def _taken_over(
    text: TextKey,
    span: WordSpan,
    in_b: NamedWords,
    texts: tuple[Mapping[str, TextKey], Mapping[str, TextKey]],
    came: Mapping[str, tuple[str, ...]],
    partners: Sequence[str],
) -> str:
    """The clause of B that has the words of a theme with words beside them, and had them not in A."""
    windows = _windows(text, span)
    for id_ in in_b:
        if id_ in partners:
            continue
        held = _padded(texts[1][id_])
        before = [_padded(texts[0][where]) for where in came.get(id_, ()) if where in texts[0]]
        if any(window in held and not any(window in each for each in before) for window in windows):
            return id_
    return ""


def _windows(text: TextKey, span: WordSpan) -> tuple[str, ...]:
    first, last = span
    windows = []
    for left in range(AROUND + 1):
        start, end = first - left, last + AROUND - left
        if start >= 0 and end <= len(text.keys):
            windows.append(f" {text.words(start, end)} ")
    return tuple(windows) or (_padded(text),)


def _padded(text: TextKey) -> str:
    return f" {text.key} "


def _newly_bracketed(
    in_a: NamedWords,
    in_b: NamedWords,
    texts: tuple[Mapping[str, TextKey], Mapping[str, TextKey]],
    came: Mapping[str, tuple[str, ...]],
) -> Counter[str]:
    newly: Counter[str] = Counter()
    for id_, spans in in_b.items():
        before = sum(_inside(texts[0][where], in_a[where]) for where in came.get(id_, ()) if where in in_a)
        newly[id_] = max(0, _inside(texts[1][id_], spans) - before)
    return newly


def _inside(text: TextKey, spans: Sequence[WordSpan]) -> int:
    return sum(all(text.bracketed[first:last]) for first, last in spans)
