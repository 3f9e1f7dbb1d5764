"""What a report of one draft says: its outline, its receipt, its diagnostics."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from treatydiff.model import Draft, Instrument, Openness, Provision, Receipt
from treatydiff.naming import wording
from treatydiff.naming.citations import beside_label, document_name
from treatydiff.naming.labels import own_label
from treatydiff.naming.openness import open_words, openness_words
from treatydiff.naming.unit_names import rule_counts
from treatydiff.report.draft.view_model import (
    DraftView,
    FurnitureRow,
    InstrumentOutline,
    OutlineRow,
    ReceiptRow,
)
from treatydiff.report.kit.cards import TOOL, diagnostic_groups, draft_card

OUTLINE_KINDS = frozenset({
    "preamble", "part", "title", "chapter", "section", "subsection", "article", "rule", "annex", "table",
    "closing",
})  # fmt: skip
"""The kinds that get a line of their own; paragraphs of an instrument without articles join them."""

COUNT_WORDS: tuple[tuple[str, str, str], ...] = (
    ("part", "part", "parts"),
    ("title", "title", "titles"),
    ("chapter", "chapter", "chapters"),
    ("section", "section", "sections"),
    ("subsection", "subsection", "subsections"),
    ("article", "article", "articles"),
    ("annex", "annex", "annexes"),
)
RECEIPT_WORDS: tuple[tuple[str, str], ...] = (
    ("provision", "provisions, with numbers and headings"),
    ("note", "notes"),
    ("front_matter", "front matter"),
    ("furniture", "furniture"),
    ("other", "other matter"),
    ("unaccounted", "not accounted for"),
)


def draft_view(draft: Draft) -> DraftView:
    """Everything that a rendering of one draft says."""
    brackets = draft.brackets
    words = wording.counted(brackets.count, "opening bracket", "opening brackets")
    if brackets.count:
        words += f", {brackets.max_depth} deep at most"
    if brackets.unbalanced:
        words += f", {brackets.unbalanced} without a partner"
    whole = draft.openness
    if whole.brackets or whole.options:
        words += f" · {openness_words(whole)}"
    return DraftView(
        tool=TOOL,
        card=draft_card(draft, name=document_name(draft)),
        instruments=tuple(_instrument_outline(draft, each) for each in draft.instruments),
        notes=wording.counted(len(draft.notes), "note", "notes"),
        brackets=words,
        receipt=_receipt(draft.receipt),
        furniture=_furniture(draft),
        diagnostics=diagnostic_groups("", draft.diagnostics, draft),
    )


def _instrument_outline(draft: Draft, instrument: Instrument) -> InstrumentOutline:
    several = len(draft.instruments) > 1
    opened = {place.id: place.openness for place in draft.open_places}
    caption = f"Instrument {instrument.n} of {len(draft.instruments)}" if several else ""
    if several and instrument.main:
        caption += ", the main one"
    return InstrumentOutline(
        title=instrument.title,
        caption=caption,
        counts=instrument_counts(instrument),
        rows=tuple(
            _outline_row(node, depth, opened.get(node.id, Openness()))
            for node, depth in _outline(instrument.provisions, 0)
        ),
    )  # fmt: skip


def _outline_row(node: Provision, depth: int, openness: Openness) -> OutlineRow:
    label = own_label(node, bare=True)
    return OutlineRow(
        depth,
        node.kind,
        label,
        beside_label(node.heading, label),
        _paragraphs(node),
        node.page,
        open_words(openness),
    )


def _outline(nodes: tuple[Provision, ...], depth: int) -> Iterator[tuple[Provision, int]]:
    for node in nodes:
        if node.kind in OUTLINE_KINDS:
            yield node, depth
            yield from _outline(node.children, depth + 1)
        elif depth == 0:
            yield node, depth


def _paragraphs(node: Provision) -> int:
    """Paragraphs directly in a provision, those of its options included."""
    kind = "recital" if node.kind == "preamble" else "paragraph"
    return sum(
        _paragraphs(child) if child.kind == "option" else child.kind == kind for child in node.children
    )


def instrument_counts(instrument: Instrument) -> str:
    """What an instrument holds: "12 parts, 76 articles, 2 annexes, 251 numbered paragraphs".

    Articles and numbered paragraphs of annexes are counted apart from those of the body.
    """
    body = [node for top in instrument.provisions if top.kind != "annex" for node in top.walk()]
    counts = Counter(node.kind for node in body)
    counts["annex"] = sum(1 for node in instrument.walk() if node.kind == "annex")
    parts = [wording.counted(counts[kind], one, many) for kind, one, many in COUNT_WORDS if counts[kind]]  # type: ignore[index]
    headed = [name.counted(number) for name, number in rule_counts(instrument)]
    at = next((at for at, part in enumerate(parts) if part.endswith(("annex", "annexes"))), len(parts))
    parts[at:at] = headed
    numbered = sum(1 for node in body if node.kind == "paragraph" and node.number)
    if numbered:
        parts.append(wording.counted(numbered, "numbered paragraph", "numbered paragraphs"))
    in_annexes = sum(1 for top in instrument.provisions if top.kind == "annex"
                     for node in top.walk() if node.kind == "article")  # fmt: skip
    if in_annexes:
        parts.append(wording.counted(in_annexes, "article in annexes", "articles in annexes"))
    return ", ".join(parts) or "no provisions"


def _furniture(draft: Draft) -> tuple[FurnitureRow, ...]:
    """Regions, characters and share of each furniture rule, the greatest first."""
    regions = Counter(piece.rule for piece in draft.furniture)
    characters: Counter[str] = Counter()
    for piece in draft.furniture:
        characters[piece.rule] += sum(not sign.isspace() for sign in piece.text)
    whole = sum(getattr(draft.receipt, name) for name, _ in RECEIPT_WORDS)
    return tuple(
        FurnitureRow(
            rule.replace("_", " "), regions[rule], count, wording.percent(count / whole) if whole else ""
        )
        for rule, count in sorted(characters.items(), key=lambda item: (-item[1], item[0]))
    )


def _receipt(receipt: Receipt) -> tuple[ReceiptRow, ...]:
    numbers = {name: getattr(receipt, name) for name, _ in RECEIPT_WORDS}
    whole = sum(numbers.values())
    return tuple(
        ReceiptRow(words, numbers[name], wording.percent(numbers[name] / whole) if whole else "")
        for name, words in RECEIPT_WORDS
    )
