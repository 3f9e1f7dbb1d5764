"""The comments of delegations' copies, brought into a compilation under the name of each.

Imports lxml; import it only where a compilation is made.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from treatydiff.reading.docx.styles import W
from treatydiff.redline.claims import add_comment, room_for_comment
from treatydiff.redline.word.package import WordPackage

_TEXTS = frozenset(W + name for name in ("t", "tab", "br"))


def bring_comments(
    package: WordPackage, copy: WordPackage, placed: Mapping[Any, Any], who: str, date: str
) -> list[str]:
    """Put the comments of a copy beside the paragraphs that they are on; those of the base are there already.

    A comment stands around the whole paragraph: what it is on may be a change of others. Its words alone are
    brought, without pictures and links.

    Args:
        package: the compilation.
        copy: the delegation's own file.
        placed: the paragraphs of the copy's main text by what they became in the compilation.
        who: the delegation.
        date: of the comments.

    Returns:
        What has no place in the text, in sentences.
    """
    theirs = copy.related("comments")
    if theirs is None:
        return []
    ours = package.related("comments")
    known = {_identity(each) for each in ours} if ours is not None else set()
    anchors = _anchors(copy.main)
    left: list[str] = []
    for comment in theirs.iterchildren(W + "comment"):
        lines = [line for line in _lines(comment) if line]
        if not lines or _identity(comment) in known:
            continue
        place = room_for_comment(placed.get(anchors.get(comment.get(W + "id", ""))))
        if place is None:
            left.append(f"{who} comments: {' '.join(lines)}")
        else:
            add_comment(package, place, who, lines, date)
    return left


def _identity(comment: Any) -> tuple[str, str]:
    return comment.get(W + "author", ""), "\n".join(_lines(comment))


def _lines(comment: Any) -> Iterator[str]:
    for paragraph in comment.iter(W + "p"):
        pieces = (each.text or "" if each.tag == W + "t" else " " for each in paragraph.iter(*_TEXTS))
        yield " ".join("".join(pieces).split())


def _anchors(main: Any) -> dict[str, Any]:
    """The paragraph that each comment is on, by its id: where it begins, else where it is called."""
    found: dict[str, Any] = {}
    for name in ("commentRangeStart", "commentReference"):
        for each in main.iter(W + name):
            paragraph = next(each.iterancestors(W + "p"), None)
            if paragraph is None:  # a range that begins between paragraphs
                paragraph = next((one for one in each.itersiblings() if one.tag == W + "p"), None)
            if paragraph is not None:
                found.setdefault(each.get(W + "id", ""), paragraph)
    return found
