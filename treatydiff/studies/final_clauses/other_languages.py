"""What final clauses provide in French, Spanish, Russian, Chinese and Arabic: one reading, five tables.

Values are said in the same words as those of English texts, so that drafts in several languages stand side
by side; names, conditions and articles stay as printed.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from treatydiff.language.number_words import in_figures
from treatydiff.language.references import find_references
from treatydiff.language.words.final_clauses.terms import FinalClauseWords, Row, final_clause_words
from treatydiff.patterns import pattern_of
from treatydiff.records import dataclass
from treatydiff.studies.final_clauses.reservations import Said
from treatydiff.studies.final_clauses.sentences import UNITS, Sentence, plain_number, shortened

_ARABIC_MARKS = pattern_of("[\u0640\u064b-\u0652\u0670]")
_CHOICES = r"((?:\[[^\[\]]{1,40}\][\s,،、]*){1,6})"
_ALONE = {"ar": (("شهرين", "2 months"), ("سنتين", "2 years"), ("سنة واحدة", "1 year"), ("سنة", "1 year"))}
"""Arabic says "two months" and "a year" in one word, without a number."""
_NEAR = 90
"""Characters within which a majority belongs to a word of adopting."""
_NAMED_UNITS = frozenset({"article", "rule", "annex", "part", "chapter", "section"})


@dataclass(frozen=True, slots=True)
class _Read:
    """The sentences of a clause in one language, with its table.

    Attributes:
        plain: the sentences without vowel marks, in the order of `sentences`.
        figures: the same with numbers in figures.
    """

    language: str
    words: FinalClauseWords
    sentences: tuple[Sentence, ...]
    plain: tuple[str, ...]
    figures: tuple[str, ...]

    def matching(self, pattern: re.Pattern[str]) -> _Read:
        """Those sentences only that have certain words."""
        kept = [n for n, text in enumerate(self.plain) if pattern.search(text)]
        return self.only(kept)

    def only(self, kept: Sequence[int]) -> _Read:
        """Some of the sentences."""
        return _Read(
            self.language,
            self.words,
            tuple(self.sentences[n] for n in kept),
            tuple(self.plain[n] for n in kept),
            tuple(self.figures[n] for n in kept),
        )

    def rows(self, name: str, rows: Sequence[Row]) -> Iterator[Said]:
        """The values of a table in its order, each with the first sentence that has its words."""
        for value, pattern in rows:
            for sentence, text in zip(self.sentences, self.plain, strict=True):
                if pattern.search(text):
                    yield name, value, sentence
                    break

    def period(self, n: int) -> str:
        """The first period of a sentence: "90 days"; "" if it has none."""
        found: list[tuple[int, str]] = []
        for unit, pattern in UNITS[self.language]:
            counted = pattern_of(rf"(?<![\d月])(\d{{1,3}})\s*(?:\(\d+\)\s*)?{pattern}", re.IGNORECASE)
            for match in counted.finditer(self.figures[n]):
                several = "" if match[1] == "1" else "s"
                found.append((match.start(), f"{match[1]} {unit}{several}"))
            for match in re.finditer(rf"{_CHOICES}(?={pattern})", self.plain[n], re.IGNORECASE):
                found.append((match.start(), f"{' '.join(match[1].split())} {unit}s"))
        if not found:
            for word, value in _ALONE.get(self.language, ()):
                if alone := re.search(rf"\b{word}\b", self.plain[n]):
                    found.append((alone.start(), value))
        return min(found)[1] if found else ""

    def first_period(self, name: str) -> Iterator[Said]:
        """The first period that any sentence says."""
        for n, sentence in enumerate(self.sentences):
            if period := self.period(n):
                yield name, period, sentence
                return

    def references(self, n: int, start: int = 0) -> str:
        """The articles and annexes that a sentence names behind a place, from the first to the last."""
        text = self.plain[n]
        leads = self.words.named["reservations"]["leads"]
        found = [
            each
            for each in find_references(text, self.language)
            if start <= each.start and not each.external and each.kind in _NAMED_UNITS
            and not leads.search(text[: each.start])
        ]  # fmt: skip
        return " ".join(text[found[0].start : found[-1].end].split()) if found else ""


def other_terms(kind: str, sentences: Sequence[Sentence], language: str) -> Iterator[Said]:
    """What a final clause provides, each value with the sentence that says it.

    Args:
        kind: its kind.
        sentences: of its clauses.
        language: one of `LANGUAGES_READ`.
    """
    plain = tuple(_ARABIC_MARKS.sub("", each.text) for each in sentences)
    read = _Read(
        language,
        final_clause_words(language),
        tuple(sentences),
        plain,
        tuple(in_figures(text, language, ones=True) for text in plain),
    )
    if kind in _BY_ROWS:
        name, group = _BY_ROWS[kind]
        yield from read.rows(name, read.words.rows[group])
    else:
        yield from _READERS[kind](read)


def _entry_into_force(read: _Read) -> Iterator[Said]:
    named = read.words.named["entry"]
    force = read.matching(named["force"])
    early = [n for n, text in enumerate(force.plain) if not named["later"].search(text)]
    first = force.only(early) if early else force
    said = [*_threshold(first), *first.first_period("after")]
    yield from said
    if not said:
        yield from _when(first)
    later = force.only([n for n in range(len(force.sentences)) if n not in early]) if early else None
    if later is not None:
        yield from later.first_period("for later Parties after")


def _threshold(read: _Read) -> Iterator[Said]:
    for n, sentence in enumerate(read.sentences):
        for figures, choices in read.words.thresholds:
            found = choices.search(read.plain[n]) or figures.search(read.figures[n])
            if found:
                yield "threshold", " ".join(plain_number(found[1]).split()), sentence
                yield from _conditions(read, n)
                return


def _conditions(read: _Read, n: int) -> Iterator[Said]:
    kept: list[str] = []
    for pattern in read.words.conditions:
        found = pattern.search(read.plain[n])
        if found and not any(found[0] in each or each in found[0] for each in kept):
            kept.append(found[0])
            yield "condition", " ".join(found[0].split()).rstrip(" ,،，"), read.sentences[n]


def _when(read: _Read) -> Iterator[Said]:
    """The moment in its own words, where neither a number of instruments nor a period is said."""
    force = read.words.named["entry"]["force"]
    for text, sentence in zip(read.plain, read.sentences, strict=True):
        if found := force.search(text):
            behind = text[found.end() :].strip(" .;,。；،")
            yield "on", shortened(behind if len(behind.split()) > 1 else text.strip(" .;。；")), sentence
            return


def _reservations(read: _Read) -> Iterator[Said]:
    words = read.words.named["reservations"]
    told = read.matching(words["about"])
    named: list[str] = []
    for n, (text, sentence) in enumerate(zip(told.plain, told.sentences, strict=True)):
        limit = words["except"].search(text) or words["only"].search(text)
        if words["banned"].search(text):
            if words["no_other"].search(text) and limit is None:
                yield "reservations", _only(", ".join(named)), sentence
            else:
                yield "reservations", _banned(told, n, limit), sentence
        elif words["allowed"].search(text) and not words["made"].search(text):
            target = told.references(n)
            if target and words["only"].search(text):
                yield "reservations", f"allowed only to {target}", sentence
                continue
            named += [target] if target else []
            if not (target and any(words["no_other"].search(each) for each in told.plain)):
                yield "reservations", f"allowed to {target}" if target else "allowed", sentence
    for value, key in (("not against the object and purpose", "purpose"), ("may be withdrawn", "withdrawn")):
        for text, sentence in zip(read.plain, read.sentences, strict=True):
            if words[key].search(text):
                yield "reservations", value, sentence
                break


def _only(named: str) -> str:
    return f"allowed only to {named}" if named else "no others than those named"


def _banned(read: _Read, n: int, limit: re.Match[str] | None) -> str:
    if limit is None:
        target = read.references(n)
        return f"prohibited to {target}" if target else "prohibited"
    if read.words.named["reservations"]["expressly"].search(read.plain[n]):
        return "only where expressly permitted"
    allowed = read.references(n, limit.start())
    return f"allowed only to {allowed}" if allowed else "only where expressly permitted"


def _amendment(read: _Read) -> Iterator[Said]:
    words = read.words.named["amendment"]
    # Majorities of ratifications for entry into force stand in the same article, but further off.
    near = tuple(" | ".join(_around(text, words["adopting"])) for text in read.plain)
    beside = _Read(read.language, read.words, read.sentences, near, near)
    yield from beside.rows("adopted by", read.words.rows["adopted"])
    force = read.matching(words["force"])
    yield from force.first_period("in force after")
    for pattern in read.words.accepted:
        for text, sentence in zip(force.plain, force.sentences, strict=True):
            if found := pattern.search(text):
                yield "accepted by", " ".join(found[1].split()), sentence
                break
        else:
            continue
        break
    for value in force.rows("in force for", read.words.rows["binds"]):
        yield value
        return


def _around(text: str, pattern: re.Pattern[str]) -> Iterator[str]:
    for found in pattern.finditer(text):
        yield text[max(0, found.start() - _NEAR) : found.end() + _NEAR]


def _withdrawal(read: _Read) -> Iterator[Said]:
    words = read.words.named["withdrawal"]
    for n, (text, sentence) in enumerate(zip(read.plain, read.sentences, strict=True)):
        if words["notice"].search(text) and (period := read.period(n)):
            yield ("not before" if words["not_before"].search(text) else "notice"), period, sentence
    for text, sentence in zip(read.plain, read.sentences, strict=True):
        if words["effect"].search(text):
            yield "effect", shortened(sentence.text), sentence
            return


def _depositary(read: _Read) -> Iterator[Said]:
    names = read.words.named["names"]
    for told in (read.matching(names["at_depositary"]), read):
        for text, sentence in zip(told.plain, told.sentences, strict=True):
            found = list(names["depositary"].finditer(text))
            if found:
                at = names["at_depositary"].search(text)
                middle = at.start() if at else 0
                nearest = min(
                    found, key=lambda each: min(abs(each.start() - middle), abs(each.end() - middle))
                )
                yield "depositary", " ".join(nearest[1].split()), sentence
                return


def _authentic_texts(read: _Read) -> Iterator[Said]:
    named = list(read.rows("text", read.words.rows["languages"]))
    yield from named
    for text, sentence in zip(read.plain, read.sentences, strict=True):
        if found := read.words.named["names"]["prevails"].search(text):
            yield "prevails", _language(read, found[1]), sentence
    if not named:
        for n, sentence in enumerate(read.sentences):
            if target := read.references(n):
                yield "text", f"by reference to {target}", sentence
                return


def _language(read: _Read, printed: str) -> str:
    rows = read.words.rows["languages"]
    return next((value for value, pattern in rows if pattern.search(printed)), printed)


_BY_ROWS = {
    "consent": ("by", "consent"),
    "disputes": ("by", "disputes"),
    "provisional_application": ("provisional", "provisional"),
    "territorial_application": ("territory", "territorial"),
    "declarations": ("declarations", "declarations"),
    "regional_organizations": ("organizations", "regional"),
}
_READERS: dict[str, Callable[[_Read], Iterator[Said]]] = {
    "entry_into_force": _entry_into_force,
    "reservations": _reservations,
    "amendment": _amendment,
    "withdrawal": _withdrawal,
    "depositary": _depositary,
    "authentic_texts": _authentic_texts,
}


def called_in(text: str, language: str) -> str:
    """What a text calls the end of being bound: "denunciation", "withdrawal".

    Args:
        text: of the clauses on it.
        language: one of `LANGUAGES_READ`.
    """
    rows = final_clause_words(language).rows["called"]
    return ", ".join(value for value, pattern in rows if pattern.search(text))
