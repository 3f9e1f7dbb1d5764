"""Language versions held against one another: what is told of true versions, and what of planted changes."""

from __future__ import annotations

import random
import re
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace

from tools.evaluate.rows import Row, row
from treatydiff.align.across.lexicon import Lexicon
from treatydiff.language.across.labels import across_languages, plain_id
from treatydiff.model import Draft, Provision
from treatydiff.studies.languages.model import LanguageDifference
from treatydiff.studies.languages.versions import compare_languages

SEED = 20
AT_ONCE = 6
"""Changes planted in one draft, each in an article of its own."""
AT_ONCE_OF_FEW = 24
"""The same where there are only two pairs of versions: of a dozen places one is eight in a hundred."""
MOST_FALSE, LEAST_FOUND = 1 / 200, 0.90

_NUMBER = re.compile(
    r"(?<![\w/.,-])(?:[5-9]|[1-9]\d{1,2})(?=\s(?:days?|months?|years?|%|per cent|members|weeks))"
)
_OTHER_WORDS = {
    "five": "seven", "six": "nine", "seven": "nine", "eight": "eleven", "nine": "twelve", "ten": "twelve",
    "fifteen": "sixteen", "thirty": "forty", "sixty": "seventy", "ninety": "eighty",
}  # fmt: skip
_IN_WORDS = re.compile(rf"(?<!-)\b(?:{'|'.join(_OTHER_WORDS)})\b(?!-)")
_SHALL = re.compile(r"\bshall\b(?!\s+(?:not|mean|neither)\b)")
_REFERENCE = re.compile(
    r"(?<=\b[Aa]rticle\s)\d{1,3}\b(?![\s(]*(?:of|to)\s+(?:Directive|Regulation|the Treaty))"
)


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of planted change.

    Args:
        name: in the table.
        codes: of the differences that find it.
        change: the text with the change, None where there is no place for it.
        drops: whether the clause is left out.
    """

    name: str
    codes: frozenset[str]
    change: Callable[[str, random.Random], str | None]
    drops: bool = False


def _other_number(text: str, chance: random.Random) -> str | None:
    return _replaced(_NUMBER, text, chance, lambda old: str(int(old) + chance.choice((5, 7, 13))))


def _other_number_in_words(text: str, chance: random.Random) -> str | None:
    return _replaced(_IN_WORDS, text, chance, lambda old: _OTHER_WORDS[old])


def _may(text: str, chance: random.Random) -> str | None:
    return _replaced(_SHALL, text, chance, lambda _: "may")


def _other_article(text: str, chance: random.Random) -> str | None:
    return _replaced(_REFERENCE, text, chance, lambda old: str(int(old) + chance.choice((1, 2, 3))))


def _replaced(
    pattern: re.Pattern[str], text: str, chance: random.Random, other: Callable[[str], str]
) -> str | None:
    places = list(pattern.finditer(text))
    if not places:
        return None
    place = chance.choice(places)
    return text[: place.start()] + other(place.group()) + text[place.end() :]


KINDS = (
    Kind("another number", frozenset({"figures"}), _other_number),
    Kind("another number in words", frozenset({"figures"}), _other_number_in_words),
    Kind("shall made may", frozenset({"force", "permission"}), _may),
    Kind("another article in a reference", frozenset({"references"}), _other_article),
    Kind(
        "a clause dropped",
        frozenset({"structure", "provision_missing", "heading", "number"}),
        lambda *_: "",
        drops=True,
    ),
)


@dataclass(slots=True)
class Tally:
    """What was counted over several pairs of versions."""

    provisions: int = 0
    told: Counter[str] = field(default_factory=Counter)
    remarks: int = 0
    planted: Counter[str] = field(default_factory=Counter)
    found: Counter[str] = field(default_factory=Counter)
    missed: list[str] = field(default_factory=list)
    lines: list[str] = field(default_factory=list)


def hold_together(
    tally: Tally, english: Draft, other: Draft, lexicon: Lexicon | None, *, at_once: int = AT_ONCE
) -> None:
    """Hold two versions against one another as they are, and with each kind of change planted in English.

    Args:
        tally: what the counts are added to.
        english: the version that is changed.
        other: the other one.
        lexicon: between its language and English.
        at_once: changes of a kind.
    """
    lexicons = {other.language: lexicon} if lexicon else None
    true = compare_languages([english, other], lexicons=lexicons)
    tally.provisions += true.compared
    tally.told.update(each.code for each in true.differences if not each.remark)
    tally.remarks += sum(each.remark for each in true.differences)
    tally.lines += [
        f"told: {english.source.label} {each.code} {each.places[0].provision}: "
        f"{' | '.join(place.says for place in each.places)}"
        for each in true.differences
    ]
    known = {_place(each) for each in true.differences}
    for kind in KINDS:
        chance = random.Random(f"{SEED} {kind.name} {english.source.label}")
        changed, places = planted(english, kind, chance, at_once)
        if not places:
            continue
        units = {place.split("__")[0] for place in places}
        narrowed = [_narrowed(draft, units) for draft in (changed, other)]
        new = {
            place
            for each in compare_languages(narrowed, lexicons=lexicons).differences
            if each.code in kind.codes and (place := _place(each)) not in known
        }
        for clause in places:
            tally.planted[kind.name] += 1
            if any(_of(where, clause, whole=kind.drops) for _, where, _ in new):
                tally.found[kind.name] += 1
            else:
                tally.missed.append(f"{kind.name}: {english.source.label} {clause}")


def planted(
    draft: Draft, kind: Kind, chance: random.Random, at_once: int = AT_ONCE
) -> tuple[Draft, tuple[str, ...]]:
    """A draft with changes of one kind, each in another unit, and the ids of the clauses that were changed.

    Args:
        draft: to change.
        kind: of the changes.
        chance: chooses the places.
        at_once: most changes that are made.
    """
    units = [unit for unit in draft.units() if unit.kind in ("article", "rule")]
    chance.shuffle(units)
    texts: dict[str, str] = {}
    for unit in units:
        leaves = list(unit.clauses())
        chance.shuffle(leaves)
        for leaf in leaves:
            if kind.drops and len(leaves) < 3:
                continue  # a unit of one clause that is dropped is a missing unit, which is easier
            text = kind.change(leaf.text, chance)
            if text is not None and text != leaf.text:
                texts[leaf.id] = text
                break
        if len(texts) == at_once:
            break
    instruments = tuple(
        replace(each, provisions=tuple(kept for node in each.provisions if (kept := _with(node, texts))))
        for each in draft.instruments
    )
    return replace(draft, instruments=instruments), tuple(texts)


def _with(node: Provision, texts: dict[str, str]) -> Provision | None:
    if node.id in texts:
        return replace(node, text=texts[node.id], marks=()) if texts[node.id] else None
    if not node.children:
        return node
    children = tuple(kept for child in node.children if (kept := _with(child, texts)))
    return replace(node, children=children)


def _narrowed(draft: Draft, units: set[str]) -> Draft:
    """A draft with some of its units alone, for the others say the same as before."""
    wanted = {across_languages(plain_id(each).rpartition("__")[2]) for each in units}

    def kept(node: Provision) -> Provision | None:
        if across_languages(plain_id(node.id).rpartition("__")[2]) in wanted:
            return node
        children = tuple(inner for child in node.children if (inner := kept(child)))
        return replace(node, children=children) if children else None

    instruments = tuple(
        replace(each, provisions=tuple(inner for node in each.provisions if (inner := kept(node))))
        for each in draft.instruments
    )
    return replace(draft, instruments=instruments)


def _place(difference: LanguageDifference) -> tuple[str, str, tuple[str, ...]]:
    where = next((each.provision for each in difference.places if each.provision), "")
    return difference.code, where, tuple(each.says for each in difference.places)


def _of(where: str, place: str, *, whole: bool) -> bool:
    """Whether a difference is told of the changed clause or of what holds it; of a dropped one, of its unit.

    Where one version prints several items in a line, what holds them is held together as one text.
    """
    return (
        place == where
        or (where != "" and place.startswith(f"{where}__"))
        or (whole and place.split("__", maxsplit=1)[0] == where.split("__", maxsplit=1)[0])
    )


def rows(name: str, what: str, tally: Tally) -> Iterator[Row]:
    """The rows of the table.

    Args:
        name: of the measure.
        what: the versions, in words.
        tally: of them.
    """
    told = sum(tally.told.values())
    kinds = ", ".join(f"{code} {n}" for code, n in tally.told.most_common())
    yield row(
        name, f"{what}: differences told of true versions", "≤ 1 in 200 clauses",
        f"{told} in {tally.provisions:,}, 1 in {tally.provisions / max(1, told):.0f} ({kinds}); "
        f"and {tally.remarks} remarks",
        told <= MOST_FALSE * tally.provisions, details=tally.lines,
    )  # fmt: skip
    for kind in KINDS:
        planted_, found = tally.planted[kind.name], tally.found[kind.name]
        yield row(
            name, f"{what}: {kind.name}, found where planted", f"≥ {LEAST_FOUND:.0%}",
            f"{found} of {planted_}, {found / max(1, planted_):.1%}", found >= LEAST_FOUND * planted_,
            details=[each for each in tally.missed if each.startswith(kind.name)],
        )  # fmt: skip
