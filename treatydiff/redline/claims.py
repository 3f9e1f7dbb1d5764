"""What several delegations change alike in a compilation: comments that say so under the name of each.

The first of them holds the tracked change; Word has no change of two authors.
Imports lxml; import it only where a compilation is made.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from lxml import etree

from treatydiff.reading.docx.styles import W
from treatydiff.reading.docx.text import M
from treatydiff.records import dataclass
from treatydiff.redline.changes import piece_of, run_of
from treatydiff.redline.word.package import NOTE_PARTS, WordPackage
from treatydiff.redline.word.standing import ADDING, ALSO, CHANGES, TAKING

_BOX = W + "txbxContent"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_WORDLESS = {
    W + "footnoteReference": "a footnote",
    W + "endnoteReference": "an endnote",
    W + "drawing": "a picture",
    W + "pict": "a picture",
    W + "object": "an object",
    W + "br": "a break",
    W + "cr": "a break",
    W + "tab": "a tab",
}
_MINOR = frozenset(W + name for name in ("br", "cr", "tab"))
"""Named only where no words are taken out with them."""


@dataclass(frozen=True, slots=True)
class _ClaimedPart:
    """A part of the file, the claims on its changes by element, and the names behind their numbers."""

    note: str
    claims: Mapping[Any, Sequence[str]]
    names: Mapping[str, str]

    def is_of(self, change: Any, number: str) -> bool:
        """Whether a change is made by one of them, as its author or with them."""
        return number in self.claims.get(change, ()) or change.get(W + "author") == self.names[number]


def say_claims(package: WordPackage, names: Sequence[str], date: str) -> list[str]:
    """Say of every change that several make who makes it too, in comments in the main text.

    A comment stands at the change; for a note, which holds none, at its call. The numbers that stand for
    names are taken out of the file.

    Args:
        package: the compilation.
        names: of the delegations, in the order of their numbers.
        date: of the comments.

    Returns:
        What has no place in the main text, in sentences.
    """
    numbered = {str(number): name for number, name in enumerate(names, start=1)}
    left: list[str] = []
    for kind in ("", *NOTE_PARTS):
        root = package.related(kind) if kind else package.main
        if root is None:
            continue
        claims = {
            change: change.attrib.pop(ALSO).split()
            for change in list(root.iter(*CHANGES, W + "pPrChange"))
            if ALSO in change.attrib
        }
        part = _ClaimedPart(kind.removesuffix("s"), claims, numbered)
        for change, number, said in list(_sayings(part)):
            place = _place(package, change, part.note)
            sentence = f"{numbered[number]} {said}."
            if place is None:
                left.append(sentence)
            else:
                add_comment(package, place, numbered[number], [sentence], date)
        etree.cleanup_namespaces(root, keep_ns_prefixes=list(root.nsmap))
    return left


def _sayings(part: _ClaimedPart) -> Iterator[tuple[Any, str, str]]:
    """Changes, who makes them too, and what is to be said; what is within a whole is said with the whole."""
    wholes: set[tuple[Any, str]] = set()
    for change, numbers in part.claims.items():
        for number in numbers:
            whole = _whole_of(change, part, number)
            if whole is not None:
                wholes.add((whole, number))
    for change, numbers in part.claims.items():
        if next(change.iterancestors(_FALLBACK), None) is not None:
            continue  # the same text box once more, for programs that cannot draw the first
        for number in numbers:
            whole = _whole_of(change, part, number)
            around = (each for each in change.iterancestors(W + "tr", W + "p") if each is not whole)
            if not any((each, number) in wholes for each in around):
                yield change, number, _said(change, whole, part, number)


def _whole_of(change: Any, part: _ClaimedPart, number: str) -> Any:
    """The row or paragraph that goes with a claimed change of its end; None where none does."""
    if change.tag not in TAKING:
        return None
    holder = change.getparent()
    if holder.tag == W + "trPr":
        return holder.getparent()
    if not _is_mark(change):
        return None
    paragraph = holder.getparent().getparent()
    return None if any(_stays(each, part, number) for each in paragraph.iter(W + "r")) else paragraph


def _is_mark(change: Any) -> bool:
    holder = change.getparent()
    return bool(holder.tag == W + "rPr" and holder.getparent().tag == W + "pPr")


def _stays(run: Any, part: _ClaimedPart, number: str) -> bool:
    """Whether a run of the base is there still when all is done that one of them changes."""
    around = list(run.iterancestors(*CHANGES))
    if any(each.tag in ADDING or part.is_of(each, number) for each in around):
        return False
    return any(each.tag != W + "rPr" for each in run)


def _said(change: Any, whole: Any, part: _ClaimedPart, number: str) -> str:
    where = f" in this {part.note}" if part.note else ""
    does = "also deletes" if change.tag in TAKING else "also puts in"
    if whole is None:
        if _is_mark(change):
            return f"{does} the end of {'a' if part.note else 'this'} paragraph{where}"
        return f"{does} {_content([change])}{where}"
    name = "row" if whole.tag == W + "tr" else "paragraph"
    taken = [each for each in whole.iter(*TAKING) if part.is_of(each, number)]
    if whole.tag == W + "tr":
        taken = taken if any(_words([each]) for each in taken) else [whole]
    subject = f"{'a' if part.note else 'this'} {name}{where}"
    return f"{does} {subject}: {_content(taken)}" if _words(taken) else f"{does} {subject}"


def _words(elements: Sequence[Any]) -> str:
    pieces: list[str] = []
    before = None
    for element in elements:
        for each in element.iter(W + "delText", W + "t", M + "t", *_MINOR):
            paragraph = next(each.iterancestors(W + "p"), None)
            pieces.append("" if paragraph is before else " ")
            pieces.append(" " if each.tag in _MINOR else each.text or "")
            before = paragraph
    return " ".join("".join(pieces).split())


def _content(elements: Sequence[Any]) -> str:
    """What elements hold, quoted and named."""
    words = _words(elements)
    held = [each.tag for element in elements for each in element.iter(*_WORDLESS)]
    found = [f"“{words}”"] if words else []
    found += dict.fromkeys(_WORDLESS[tag] for tag in held if not (words and tag in _MINOR))
    if found:
        return " and ".join(found)
    blank = any(each.text for element in elements for each in element.iter(W + "delText", W + "t"))
    return "a space" if blank else "what stands here"


def _place(package: WordPackage, change: Any, note: str) -> Any:
    """The paragraph, or what is inside one, that a comment in the main text can stand around."""
    place = change
    if note:
        holder = next(change.iterancestors(W + note), None)
        calls = package.main.iter(f"{W}{note}Reference")
        own = None if holder is None else holder.get(W + "id")
        place = next((each for each in calls if own is not None and each.get(W + "id") == own), None)
        if place is None:
            return None
        place = next(place.iterancestors(W + "r"), None)
    elif change.getparent().tag == W + "trPr":
        place = next(change.getparent().getparent().iter(W + "p"), None)
    elif change.getparent().tag.endswith("Pr"):
        place = next(change.iterancestors(W + "p"), None)
    return room_for_comment(place)


def room_for_comment(place: Any) -> Any:
    """What a comment in the main text can stand around: something itself, or what it is inside of; else None.

    Args:
        place: a paragraph, or what is inside one, or None.
    """
    while place is not None:
        outer = list(place.iterancestors(_BOX, *CHANGES))
        if not outer:
            return place
        place = outer[-1] if outer[-1].tag in CHANGES else next(outer[-1].iterancestors(W + "r"), None)
    return None


def add_comment(package: WordPackage, place: Any, who: str, lines: Sequence[str], date: str) -> None:
    """Put a comment around something.

    Args:
        package: the file.
        place: what `room_for_comment` gave.
        who: its author.
        lines: its paragraphs.
        date: ISO 8601 with "Z".
    """
    comments = package.with_related("comments")
    number = str(max([0, *(int(each.get(W + "id", "0")) for each in comments)]) + 1)
    comment = etree.SubElement(comments, W + "comment")
    for name, value in (("id", number), ("author", who), ("date", date), ("initials", _initials(who))):
        comment.set(W + name, value)
    for line in lines:
        etree.SubElement(comment, W + "p").append(run_of(None, [piece_of(line)]))
    start, end, call = (
        etree.Element(f"{W}comment{name}") for name in ("RangeStart", "RangeEnd", "Reference")
    )
    for each in (start, end, call):
        each.set(W + "id", number)
    if place.tag == W + "p":
        place.insert(int(place.find(W + "pPr") is not None), start)
        place.append(end)
    else:
        place.addprevious(start)
        place.addnext(end)
    end.addnext(run_of(None, [call]))


def _initials(name: str) -> str:
    letters = (word[0] for word in name.split() if word[0].isalnum())
    return "".join(letters)[:4] or "?"
