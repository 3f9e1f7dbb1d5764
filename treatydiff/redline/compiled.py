"""Many delegations' copies of one text in one file: the text's own, with everybody's changes tracked in it.

Imports lxml; import it only where a compilation is made.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from lxml import etree

from treatydiff.errors import UsageError
from treatydiff.model import Comparison
from treatydiff.reading.docx.styles import W
from treatydiff.redline.borrowed import Borrowed
from treatydiff.redline.changes import Changes, piece_of, run_of
from treatydiff.redline.marking import Marking
from treatydiff.redline.own import Tell, first_free_id, hindrance, read_marked, revisions_said
from treatydiff.redline.proof import UnprovenError, difference, sayings
from treatydiff.redline.sides import WordSide, open_word, pair_signs, partners, reopened
from treatydiff.redline.word.leaves import Signs
from treatydiff.redline.word.package import WordPackage
from treatydiff.redline.word.properties import modified, note_hashes
from treatydiff.redline.word.settled import settle_each
from treatydiff.redline.word.standing import ADDING, ALSO, CHANGES, TAKING
from treatydiff.redline.word.summary import add_page
from treatydiff.redline.wording import wording_of
from treatydiff.settings import Settings, merge_settings


@dataclass(frozen=True, slots=True)
class Copy:
    """A delegation's own copy of the text: its name, the text compared with the copy, the copy's bytes."""

    name: str
    comparison: Comparison
    data: bytes


def compiled_redline(
    base: bytes,
    copies: Sequence[Copy],
    *,
    date: str,
    neutral_date: str,
    closing: Sequence[str] = (),
    tell: Tell | None = None,
) -> bytes:
    """Mark in a text's own file what each delegation changes in it, under its name.

    What several put in at one place stands in their order; words that several take out are taken out by the
    first of them, and a comment of each other one says that they are taken out by it too. The file is read
    again: with all changes rejected it says what the text says, with those of one delegation accepted what
    its copy says.

    Args:
        base: bytes of the text, a Word file.
        copies: in the order of precedence.
        date: of the changes; if empty, when a copy says that it was saved.
        neutral_date: where it does not say so either.
        closing: lines of a last page.
        tell: told whose tracked changes the files held.

    Raises:
        UsageError: two delegations have one name.
        UnprovenError: it cannot be done so, or does not prove right.
        ReadError: a file is damaged, or another one than was compared.
    """
    names = [each.name for each in copies]
    if len(set(names)) < len(names):
        raise UsageError("two of the texts have one name", hint="NAME=FILE names each of them")
    for copy in copies:
        if why_not := hindrance(copy.comparison):
            raise UnprovenError(why_not)
    settings = replace(merge_settings(dict(copies[0].comparison.settings)), isolate="never")
    opened = open_word(base, copies[0].comparison.a, "a", Signs(), settings, alone=False)
    said = [revisions_said(opened, kept=False, settings=settings)]
    dates = date or modified(opened.package) or neutral_date
    texts: list[WordSide] = []
    for number, copy in enumerate(copies, start=1):
        signs = Signs()
        pair_signs(copy.comparison, signs)
        side = reopened(opened, signs, ADDING)
        other = open_word(copy.data, copy.comparison.b, "b", signs, settings, alone=False)
        moment = date or modified(other.package) or dates
        changes = Changes(copy.name, moment, first_free_id(opened.package), str(number), ADDING)
        known = partners(copy.comparison, side, other)
        borrowed = Borrowed(opened.package, other.package)
        wording = wording_of(copy.comparison, side, other)
        Marking(side, other, known, borrowed, changes, wording, moves=False).mark()
        texts.append(other)
        said.append(revisions_said(other, kept=False, settings=settings))
    _prove(opened, names, texts, settings)
    _finish(opened.package, copies, dates)
    if closing:
        add_page(opened.package, closing)
    if tell is not None:
        for line in filter(None, said):
            tell(line)
    return opened.package.data()


def _prove(base: WordSide, names: Sequence[str], texts: Sequence[WordSide], settings: Settings) -> None:
    """Read the compilation with all changes rejected, and with those of one delegation accepted."""
    wanted: list[tuple[str, WordSide]] = [("", base), *zip(names, texts, strict=True)]
    for number, (name, side) in enumerate(wanted):
        data = base.package.data(_settling(name, str(number)))
        found = difference(sayings(read_marked(data, settings)), sayings(side.text))
        if found:
            whose = f"accepting the changes of {name}" if name else "rejecting all changes"
            raise UnprovenError(f"{whose} does not give {side.package.label} ({found})")


def _settling(name: str, number: str) -> Callable[[Any], object]:
    def accepts(change: Any) -> bool:
        return bool(name) and (change.get(W + "author") == name or number in change.get(ALSO, "").split())

    return lambda root: settle_each(root, accepts)


def _finish(package: WordPackage, copies: Sequence[Copy], date: str) -> None:
    """Say in comments what several take out, and in the file's properties what was compiled."""
    for root in (package.main, *(package.related(each) for each in ("footnotes", "endnotes"))):
        for change in list(root.iter(*CHANGES, W + "pPrChange")) if root is not None else ():
            numbers = change.attrib.pop(ALSO, "").split()
            if root is package.main and change.tag in TAKING and change.getparent().tag != W + "rPr":
                for number in numbers:
                    _comment(package, change, copies[int(number) - 1].name, date)
        if root is not None:
            etree.cleanup_namespaces(root, keep_ns_prefixes=list(root.nsmap))
    sources = {copy.name: copy.comparison.b.source for copy in copies}
    note_hashes(package, {"base": copies[0].comparison.a.source, **sources})


def _comment(package: WordPackage, change: Any, who: str, date: str) -> None:
    """A comment of a delegation on words that another one takes out: it takes them out too."""
    words = "".join(each.text or "" for each in change.iter(W + "delText"))
    if not words.strip() or change.getparent().tag == W + "trPr":
        return
    comments = package.with_related("comments")
    number = str(max([0, *(int(each.get(W + "id", "0")) for each in comments)]) + 1)
    comment = etree.SubElement(comments, W + "comment")
    for name, value in (("id", number), ("author", who), ("date", date), ("initials", _initials(who))):
        comment.set(W + name, value)
    said = f"{who} also deletes “{' '.join(words.split())}”."
    etree.SubElement(comment, W + "p").append(run_of(None, [piece_of(said)]))
    start, end, call = (
        etree.Element(f"{W}comment{name}") for name in ("RangeStart", "RangeEnd", "Reference")
    )
    for each in (start, end, call):
        each.set(W + "id", number)
    change.addprevious(start)
    change.addnext(end)
    end.addnext(run_of(None, [call]))


def _initials(name: str) -> str:
    return "".join(_first_letters(name))[:4] or "?"


def _first_letters(name: str) -> Iterator[str]:
    return (word[0] for word in name.split() if word[0].isalnum())
