"""The sheet of a workbook that says which provision shares clauses with which, a line a link."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from treatydiff.model import UnitComparison
from treatydiff.naming.citations import Places, unit_label
from treatydiff.naming.wording import encodable, printable
from treatydiff.records import dataclass

LINK_WORDS = {"pair": "counterpart", "moved": "clauses in common", "copy": "the same clause again"}
"""What a kind of link is called in a workbook."""
_WIDTHS = (26, 40, 26, 40, 20, 9, 12, 12)
_FORBIDDEN = str.maketrans({"\ufffe": "\ufffd", "\uffff": "\ufffd"})


@dataclass(frozen=True, slots=True)
class LinkRow:
    """One provision of the earlier and one of the later draft with what they share.

    `words` counts the earlier one's words in the clauses they share; the shares (0 to 1) are of the words
    of either, None where it has none. `step` names the two drafts where there are more than two.
    """

    label_a: str
    heading_a: str
    label_b: str
    heading_b: str
    kind: str
    words: int
    share_a: float | None
    share_b: float | None
    step: str = ""


def link_rows(
    units: Iterable[UnitComparison], places_a: Places, places_b: Places, *, step: str = ""
) -> Iterator[LinkRow]:
    """The links of a comparison in the order of its rows; one that stands in two rows is said once.

    Args:
        units: the rows.
        places_a: the provisions of the earlier draft.
        places_b: the provisions of the later draft.
        step: the names of both drafts, where there are more than two.
    """
    for link in dict.fromkeys(link for unit in units for link in unit.links):
        yield LinkRow(
            unit_label(places_a, link.a), places_a[link.a].provision.heading,
            unit_label(places_b, link.b), places_b[link.b].provision.heading,
            LINK_WORDS[link.kind], link.words, link.share_a, link.share_b, step,
        )  # fmt: skip


def write_links(book: Any, sheet: Any, rows: Sequence[LinkRow], names: tuple[str, str]) -> None:
    """Write links onto an empty sheet: a frozen head, filters, every cell a text or a number.

    Args:
        book: of XlsxWriter.
        sheet: of that book.
        rows: the links.
        names: what the earlier and the later draft are called in the head.
    """
    lined = {"valign": "top", "text_wrap": True, "border": 1, "border_color": "#D0D0D0", "font_size": 10}
    head, cell = book.add_format(lined | {"bold": True, "bg_color": "#D0D7DE"}), book.add_format(lined)
    share = book.add_format(lined | {"num_format": "0%"})
    a, b = names
    heads = [(name, width) for name, width in zip(
        (a, "Heading", b, "Heading", "Link", "Words", f"Share of {a}", f"Share of {b}"), _WIDTHS, strict=True
    )]  # fmt: skip
    stepped = any(row.step for row in rows)
    for column, (name, width) in enumerate([*([("Drafts", 30)] if stepped else []), *heads]):
        sheet.set_column(column, column, width)
        sheet.write_string(0, column, _clean(name), head)
    for line, row in enumerate(rows, start=1):
        texts = (row.label_a, row.heading_a, row.label_b, row.heading_b, row.kind)
        values = (*((row.step,) if stepped else ()), *texts, row.words, row.share_a, row.share_b)
        for column, value in enumerate(values):
            if isinstance(value, str):
                sheet.write_string(line, column, _clean(value), cell)
            elif value is None:
                sheet.write_blank(line, column, None, cell)
            else:
                sheet.write_number(line, column, value, share if isinstance(value, float) else cell)
    sheet.freeze_panes(1, 0)
    sheet.autofilter(0, 0, max(1, len(rows)), len(heads) + stepped - 1)
    sheet.set_landscape()
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(0)


def _clean(text: str) -> str:
    return encodable(printable(text)).translate(_FORBIDDEN)
