"""A compilation of proposals, told apart into provisions, delegations, text and rationale."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import pairwise

from treatydiff.language.tokenizer import word_count
from treatydiff.language.words.delegations import delegations, further_names
from treatydiff.model import Block, SourceText
from treatydiff.patterns import pattern_of
from treatydiff.records import dataclass
from treatydiff.structure.brackets.attributions import Running, read_attribution
from treatydiff.studies.proposals.words import (
    ARTICLE_HEADING,
    CHINESE_ARTICLE,
    ELLIPSIS,
    LABEL,
    NAME_FORM,
    NEW_PIECE,
    RATIONALE,
    RATIONALE_INSIDE,
    REFERENCE_ALONE,
    TYPED_MARK,
)

_LEADER = pattern_of(r"(?<!\s)\s*+(?<!\.)(?<!\.\s)(?:\.\s?){4,}+\s*+\d*+\s*+")
_CAPITALISED = pattern_of(r"[^\W\d_a-z][\w’'.()-]*")
_ENDS = pattern_of(r"[.;:,”\"\])…—–]\s*$")
_NAME_WORDS = 12
_LIST_WORDS = 60
"""Words of a line up to which it may be a list of known delegations."""
_LONGEST_HEADING = 14
_UPPERCASE_HABIT = 3
"""Headings in capitals from which on only such headings are ones: others then stand in the proposals."""
_NOBODY = Running("", legend=False)


@dataclass(frozen=True, slots=True)
class Marked:
    """Characters with their looks: "s" struck out, "u" put in, " " plain, one for each."""

    text: str
    looks: str

    def cut(self, start: int, end: int) -> Marked:
        """The characters from `start` to `end` without white space at either end."""
        while start < end and self.text[start].isspace():
            start += 1
        while end > start and self.text[end - 1].isspace():
            end -= 1
        return Marked(self.text[start:end], self.looks[start:end])

    def then(self, other: Marked) -> Marked:
        """Both, with a space between them."""
        return Marked(f"{self.text} {other.text}", f"{self.looks} {other.looks}")

    @property
    def proposed(self) -> str:
        """The text without what is struck out."""
        kept = "".join(char for char, look in zip(self.text, self.looks, strict=True) if look != "s")
        return " ".join(kept.split())

    @property
    def is_marked(self) -> bool:
        """Whether anything is struck out or put in."""
        return bool(self.looks.strip())


@dataclass(frozen=True, slots=True)
class ProposalPassage:
    """A stretch of a compilation: under which heading, of whom, wording or rationale."""

    heading: str
    who: tuple[str, ...]
    rationale: bool
    page: int | None
    said: Marked


Speaks = Callable[[str, str], bool]
"""Whether a text is wording of the provision with a heading."""


def has_marks(source_text: SourceText) -> bool:
    """Whether the reader kept strike-through or tracked changes; underline alone may be emphasis."""
    return any(run.strike or run.revision is not None for block in source_text.blocks for run in block.runs)


def read_passages(
    source_text: SourceText, speaks: Speaks, titles: frozenset[str], further: str = ""
) -> tuple[tuple[ProposalPassage, ...], dict[str, int]]:
    """The passages of a compilation in order; what stands under a heading before a delegation is left out.

    Args:
        source_text: the compilation, as read.
        speaks: tells wording from further rationale where the source does not.
        titles: headings of the base, which are no delegations.
        further: names of delegations beyond those that ship, as in the setting `delegations`.

    Returns:
        The passages, and by heading how many words are left out.
    """
    marked = has_marks(source_text)
    names = _names(source_text, titles) | {_key(form) for form in further_names(further)}
    capitals = _writes_in_capitals(source_text)
    found: list[ProposalPassage] = []
    left_out: dict[str, int] = {}
    heading, rationale = "", False
    who: tuple[str, ...] = ()
    for block in source_text.blocks:
        said = _marked(block, underlined=marked)
        said = said.cut(0, len(said.text))
        if not said.text:
            continue
        opened = _heading(block, said, names, capitals)
        if opened is not None:
            (heading, rest), who, rationale = opened, (), False
            if rest is None:
                continue
            who, at = _leading_name(said.text[rest:], names)
            said = said.cut(rest + at, len(said.text))
        elif named := _named(block, said.text, names, titles):
            who, rationale = named, False
            continue
        if heading and not who:  # the name may stand before the wording, on its line
            who, at = _leading_name(said.text, names)
            said = said.cut(at, len(said.text))
        if not who or not heading:
            if heading:
                left_out[heading] = left_out.get(heading, 0) + word_count(said.text)
            continue
        for part, reasons in _parts(said, rationale, heading, speaks):
            rationale = reasons
            found.append(ProposalPassage(heading, who, reasons, block.page, part))
            if len(found) > 1 and _goes_on(found[-2], found[-1], block):
                found[-2:] = [replace(found[-2], said=found[-2].said.then(part))]
    return _with_references([piece for passage in found for piece in _pieces(passage)]), left_out


def _marked(block: Block, *, underlined: bool) -> Marked:
    looks = []
    for run in block.runs:
        if run.note is not None:
            continue
        gone = run.strike or (run.revision is not None and run.revision.kind == "deletion")
        come = (underlined and run.underline) or (run.revision is not None and not gone)
        looks.append(("s" if gone else "u" if come else " ") * len(run.text))
    text = "".join(run.text for run in block.runs if run.note is None)
    return _with_typed_marks(Marked(text, "".join(looks)))


def _with_typed_marks(said: Marked) -> Marked:
    """The characters with marks that are typed as words ("[scientific - delete]") as their looks."""
    text, looks, at = "", "", 0
    for found in TYPED_MARK.finditer(said.text):
        group = "before" if found["before"] else "behind"
        act = found["said_behind"] or found["said_before"]
        text += said.text[at : found.start()] + found[group]
        looks += said.looks[at : found.start()]
        looks += ("s" if act.casefold().startswith("del") else "u") * len(found[group])
        at = found.end()
    return Marked(text + said.text[at:], looks + said.looks[at:]) if at else said


def _key(name: str) -> str:
    return " ".join(name.casefold().split())


def _names(source_text: SourceText, titles: frozenset[str]) -> frozenset[str]:
    """Whom the contents list, and whoever stands right below a provision's heading."""
    names: set[str] = set()
    for furniture in source_text.furniture:
        if furniture.rule == "contents":
            for entry in _LEADER.split(furniture.text):
                if _looks_like_name(entry) and not ARTICLE_HEADING.fullmatch(entry.strip()):
                    names.add(_key(entry))
    blocks = [block for block in source_text.blocks if block.text.strip()]
    capitals = _writes_in_capitals(source_text)
    for before, block in pairwise(blocks):
        text = block.text.strip()
        if _heading(before, _marked(before, underlined=False), frozenset(), capitals) is not None and (
            _looks_like_name(text) and _key(text) not in titles and not ARTICLE_HEADING.fullmatch(text)
        ):
            names.add(_key(text))
    return frozenset(names)


def _looks_like_name(text: str) -> bool:
    words = text.split()
    if (
        not 1 <= len(words) <= _NAME_WORDS
        or text.rstrip().endswith((".", ";", ":", ","))
        or LABEL.match(text)
    ):
        return False
    if text.isupper() and len(words) > 2:
        return False
    long = [word for word in words if len(word) > 3]
    return all(_CAPITALISED.match(word.lstrip("(")) for word in [words[0], *long])


def _writes_in_capitals(source_text: SourceText) -> bool:
    upper = 0
    for block in source_text.blocks:
        found = ARTICLE_HEADING.match(block.text.strip())
        upper += found is not None and bool(found["number"]) and found["word"].isupper()
    return upper >= _UPPERCASE_HABIT


def _heading(
    block: Block, said: Marked, names: frozenset[str], capitals: bool
) -> tuple[str, int | None] | None:
    """The heading that a block opens, and where wording begins behind it on the same line."""
    if (chinese := CHINESE_ARTICLE.fullmatch(said.text.strip())) is not None:
        return f"Article {chinese['number']}", None
    found = ARTICLE_HEADING.fullmatch(said.text)
    if found is None or (not found["number"] and found["word"].casefold() not in ("preamble", "annex")):
        return None
    styled = block.style.casefold().startswith("heading") and not _is_name(said.text, names)
    if capitals and not found["word"].isupper() and not styled:
        return None
    rest = found["rest"]
    own = f"{found['word'].capitalize()} {' '.join((found['number'] or '').split())}".strip()
    if rest.lstrip()[:1] in (",", ".", "(", ";"):
        return None
    if rest.strip() and _leading_name(rest.lstrip(), names)[0]:
        return own, len(said.text) - len(rest.lstrip())
    if word_count(said.text) > _LONGEST_HEADING and not styled:
        return None
    if not styled and not found["word"].isupper() and said.text.rstrip().endswith((".", ";", ",")):
        return None
    return own, None


def _leading_name(text: str, names: frozenset[str]) -> tuple[tuple[str, ...], int]:
    """The delegation that a text begins with, and where it ends."""
    spaces = [found.start() for found in re.finditer(r"\s|$", text)][:_NAME_WORDS]
    for end in reversed(spaces):
        if end and _is_name(text[:end], names):
            return _who(text[:end]), end
    return (), 0


def _is_name(text: str, names: frozenset[str]) -> bool:
    return _key(text) in names or (word_count(text) <= _LIST_WORDS and delegations(text) is not None)


def _who(text: str) -> tuple[str, ...]:
    return delegations(text) or (" ".join(text.split()),)


def _named(block: Block, text: str, names: frozenset[str], titles: frozenset[str]) -> tuple[str, ...]:
    """Whom a line names that holds nothing else."""
    bare = text.strip(" []:")
    if RATIONALE.match(bare):
        return ()
    if _is_name(bare, names):
        return _who(bare)
    if _key(bare) in titles or word_count(bare) > _NAME_WORDS:
        return ()
    formed = block.style.casefold().startswith("heading") or NAME_FORM.search(bare)
    if formed and _looks_like_name(bare) and not ARTICLE_HEADING.match(bare):
        return (" ".join(bare.split()),)
    said = read_attribution(bare, _NOBODY, bare_names=False)
    return said.who if said is not None and said.role == "proposes" else ()


def _parts(said: Marked, rationale: bool, heading: str, speaks: Speaks) -> Iterator[tuple[Marked, bool]]:
    """A line's wording and rationale in turn, and which each is."""
    at = 0
    cuts = [found.end() for found in RATIONALE_INSIDE.finditer(said.text)]
    for cut in [*cuts, len(said.text)]:
        part = said.cut(at, cut)
        at = cut
        label = RATIONALE.match(part.text)
        if label is not None:
            rationale = True
            yield from _reasons(part.cut(label.end(), len(part.text)), heading, speaks)
            continue
        if rationale and speaks(part.text, heading):
            rationale = False
        if rationale:
            yield from _reasons(part, heading, speaks)
        else:
            yield part, False


def _reasons(part: Marked, heading: str, speaks: Speaks) -> Iterator[tuple[Marked, bool]]:
    """Rationale, up to where the line goes on with the wording of a provision."""
    for found in NEW_PIECE.finditer(part.text):
        behind = part.cut(found.end(), len(part.text))
        if speaks(behind.text[:400], heading):
            yield part.cut(0, found.start()), True
            yield behind, False
            return
    yield part, True


def _goes_on(before: ProposalPassage, now: ProposalPassage, block: Block) -> bool:
    """Whether a line continues the one before: broken by the page, or by the width of the source."""
    if (before.heading, before.who, before.rationale) != (now.heading, now.who, now.rationale):
        return False
    if block.starts_paragraph or LABEL.match(now.said.text):
        return False
    if now.rationale or now.said.text[:1].islower():
        return True
    return len(before.said.text) >= 40 and not _ENDS.search(before.said.text)


def _with_references(pieces: list[ProposalPassage]) -> tuple[ProposalPassage, ...]:
    """The pieces, those that only name a provision joined to the wording behind them."""
    found: list[ProposalPassage] = []
    for piece in pieces:
        before = found[-1] if found else None
        if before is not None and not before.rationale and REFERENCE_ALONE.fullmatch(before.said.text):
            found.pop()
            if not piece.rationale and (before.heading, before.who) == (piece.heading, piece.who):
                piece = replace(piece, said=before.said.then(piece.said), page=before.page)  # noqa: PLW2901
        found.append(piece)
    return tuple(found)


def _pieces(passage: ProposalPassage) -> Iterator[ProposalPassage]:
    """A passage of wording provision by provision, ellipses by themselves."""
    if passage.rationale:
        yield passage
        return
    text = passage.said.text
    cuts = {0, len(text)} | {found.end() for found in NEW_PIECE.finditer(text)}
    for found in ELLIPSIS.finditer(text):
        cuts |= {found.start(), found.end()}
    bounds = sorted(cuts)
    # A number that stands alone belongs to what follows it: "10. Option A: ...".
    bounds = [at for n, at in enumerate(bounds) if not n or not LABEL.fullmatch(text[bounds[n - 1] : at])]
    for start, end in pairwise(bounds):
        piece = passage.said.cut(start, end)
        if re.search(r"\w", piece.text) or ELLIPSIS.fullmatch(piece.text):
            yield replace(passage, said=piece)
