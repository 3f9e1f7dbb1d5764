"""A draft as plain text: numbers, headings and canonical text, one clause a line."""

from __future__ import annotations

from collections.abc import Iterator

from treatydiff.model import Draft, Provision
from treatydiff.naming.printed import one_line, printed_heading, printed_label
from treatydiff.naming.wording import encodable


def draft_text(draft: Draft) -> str:
    """The instruments of a draft as plain text, without notes, front matter and furniture.

    Every heading and every clause is one line; a blank line stands before a heading.
    """
    lines: list[str] = []
    for instrument in draft.instruments:
        if instrument.title:
            lines += ["", one_line(instrument.title)]
        for provision in instrument.provisions:
            lines += _lines(provision, draft.language, ())
    text = encodable("\n".join(lines).strip("\n"))
    return f"{text}\n" if text else ""


def _lines(node: Provision, language: str, labels: tuple[str, ...]) -> Iterator[str]:
    heading = printed_heading(node, language)
    if heading:
        yield ""
        yield from heading
    label = printed_label(node)
    carried = (*labels, label) if label else labels
    if node.text:
        yield " ".join((*carried, one_line(node.text)))
        return
    if not node.children:
        if label:
            yield " ".join(carried)
        return
    for child in node.children:
        # Labels without words of their own ("1. (a)") stand before the first clause below them.
        yield from _lines(child, language, carried)
        carried = ()
