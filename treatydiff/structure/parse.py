"""A SourceText becomes a Draft: the whole of the stage on one page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from treatydiff.errors import LanguageError
from treatydiff.language.grammar import Grammar
from treatydiff.language.registry import detect_language, get_language
from treatydiff.model import (
    OPENING_BRACKETS,
    BracketCount,
    Draft,
    FrontMatter,
    Instrument,
    Mark,
    Provision,
    SourceText,
    Span,
)
from treatydiff.patterns import pattern_of
from treatydiff.settings import Settings
from treatydiff.structure.brackets.brackets import depth_diagnostic, mark_brackets
from treatydiff.structure.brackets.kinds import add_bracket_kinds
from treatydiff.structure.colours import legend_of, unexplained, with_meanings
from treatydiff.structure.headings.article_sections import without_article_sections
from treatydiff.structure.headings.contents import contents_range
from treatydiff.structure.headings.headings import Heading, Rejections, find_headings
from treatydiff.structure.headings.numeral_headings import read_numeral_headings
from treatydiff.structure.headings.titles import attach_titles
from treatydiff.structure.identifiers import Identifiers
from treatydiff.structure.instruments import find_instruments, rests_on_articles
from treatydiff.structure.lines import Line, ends_sentence, struck_spans, to_lines
from treatydiff.structure.meetings import part_meetings
from treatydiff.structure.mixed_languages import mixed_languages
from treatydiff.structure.nodes import Node
from treatydiff.structure.openness import with_openness
from treatydiff.structure.other_matter import is_cover, signature_diagnostic
from treatydiff.structure.outline import Outline
from treatydiff.structure.paragraphs import Paragraph, join_lines, vocabulary_of
from treatydiff.structure.preambles import OutlineItem, is_preamble_heading
from treatydiff.structure.receipt import make_receipt, receipt_diagnostics
from treatydiff.structure.sequence import sequence_diagnostics
from treatydiff.structure.side_by_side import choose_column
from treatydiff.structure.tables import fold_tables, headings_in_tables

_SYMBOL = pattern_of(r"\b[A-Z]++/(?:[\w.\-]++/){0,12}[\w.\-]*?\d[\w.\-]*+(?:/(?:Add|Rev|Corr|L)\.\d++)*")


Built = tuple[Sequence[OutlineItem], list[Node]]
"""The title lines of an instrument and its nodes."""


def parse(source_text: SourceText, settings: Settings) -> Draft:
    """The draft that a file's text holds: instruments with their trees, front matter, marks, ids.

    Args:
        source_text: what a reader returned.
        settings: `language` is a code or "auto".

    Raises:
        LanguageError: the language has no grammar.
        ReadError: a column is asked for that the file does not have.
    """
    language = _language(source_text, settings)
    grammar = get_language(language)
    apply_marks = settings.drafting_marks == "apply"
    chosen = choose_column(source_text.blocks, grammar, settings.column, source_text.source.label)
    legend = legend_of(source_text.blocks, settings.legend)
    folded = fold_tables(chosen.blocks, grammar)
    lines = to_lines(folded, apply_marks=apply_marks)
    rejected = Rejections()
    headings = attach_titles(lines, find_headings(lines, grammar, rejected), grammar)
    headings = without_article_sections(headings, language)
    everything = read_numeral_headings(_items(lines, headings, grammar), language)
    contents = contents_range(everything, grammar)
    items = [*everything[: contents.start], *everything[contents.stop :]]
    ranges = find_instruments(items, grammar)
    identifiers = Identifiers(language)
    built: list[Built] = []
    front: list[OutlineItem] = list(everything[contents.start : contents.stop])
    signatures: list[Paragraph] = []
    aside: list[Paragraph] = []
    at = 0
    for found in ranges:
        front.extend(items[at : found.start])
        # What stands above a table of contents titles the paper, where a title follows the table.
        below = contents.start if contents and found.title < contents.start < found.start else found.title
        lines_of_title = items[below : found.start]
        own, meetings = part_meetings(items[found.start : found.end])
        roots, signed = _build(own, grammar)
        if roots:
            built.append((lines_of_title, roots))
            signatures += signed
            aside += meetings
        else:
            front.extend(items[found.start : found.end])
        at = found.end
    front.sort(key=_first_line)
    instruments, brackets = _freeze(built, identifiers, source_text, [*front, *signatures, *aside])
    cover = _cover(front, everything)
    nodes = [node for _, roots in built for root in roots for node in root.walk()]
    receipt = make_receipt(
        source_text.blocks, source_text.notes, source_text.furniture,
        provision=[span for node in nodes for span in node.spans()],
        front_matter=[span for item in front[cover:] for span in _spans(item)],
        other=[
            *(span for item in (*front[:cover], *signatures, *aside) for span in _spans(item)),
            *chosen.left_out,
            *(struck_spans(source_text.blocks) if apply_marks else ()),
        ],
        generated_numbers=sum(len(node.generated.replace(" ", "")) for node in nodes),
    )  # fmt: skip
    front_matter = tuple(FrontMatter(_printed(item), item.page, tuple(_spans(item))) for item in front)
    diagnostics = (*source_text.diagnostics, *chosen.diagnostics, *mixed_languages(chosen.blocks, language),
                   *headings_in_tables(folded, grammar), *rejected.diagnostics,
                   *unexplained(source_text.blocks, legend),
                   *identifiers.diagnostics,
                   *sequence_diagnostics(instruments, language), *depth_diagnostic(brackets),
                   *signature_diagnostic(signatures),
                   *receipt_diagnostics(receipt, source_text.furniture))  # fmt: skip
    instruments = with_meanings(instruments, legend)
    instruments = add_bracket_kinds(instruments, source_text.notes, front_matter, settings.delegations)
    return with_openness(Draft(
        source_text.source, language, front_matter, instruments, source_text.notes, source_text.furniture,
        brackets, receipt, diagnostics,
        paragraphs=tuple(block.place for block in source_text.blocks) if _has_places(source_text) else (),
    ))  # fmt: skip


def _has_places(source_text: SourceText) -> bool:
    return any(block.place is not None for block in source_text.blocks)


def _language(source_text: SourceText, settings: Settings) -> str:
    if settings.language != "auto":
        return settings.language
    code = detect_language("\n".join(f"{block.number} {block.text}" for block in source_text.blocks))
    try:
        get_language(code)
    except LanguageError as fault:
        raise LanguageError(
            fault.what, where=source_text.source.label, hint="--language overrides the detection"
        ) from None
    return code


def _items(lines: Sequence[Line], headings: Sequence[Heading], grammar: Grammar) -> list[OutlineItem]:
    """Headings and the paragraphs between them, in text order."""
    vocabulary = vocabulary_of(lines)
    items: list[OutlineItem] = []
    at = 0
    seen_article = False
    for heading in [*headings, None]:
        end = heading.first if heading is not None else len(lines)
        # Behind a closing formula or a title a further instrument may begin with a preamble of its own.
        closed = next((n for n in range(at, end) if _may_close(lines[n], grammar)), end)
        items.extend(join_lines(lines, at, closed, grammar, vocabulary, preamble=not seen_article))
        items.extend(join_lines(lines, closed, end, grammar, vocabulary, preamble=True))
        if heading is not None:
            items.append(heading)
            at = heading.last
            seen_article = seen_article or heading.kind in ("article", "rule")
    return items


def _may_close(line: Line, grammar: Grammar) -> bool:
    """Whether a line opens a closing formula, or is the title of a further instrument."""
    if grammar.closing_opener.match(line.text):
        return True
    titled = line.block.centred and line.upper and not ends_sentence(line.text)
    return titled and grammar.instrument_name.search(line.text) is not None


def _cover(front: Sequence[OutlineItem], items: Sequence[OutlineItem]) -> int:
    """How many items of the front matter make the cover: all that the first page holds."""
    pages = [item.page for item in items]
    if not front or front[0].page is None or pages[-1] == pages[0]:
        return 0
    first = [item for item, page in zip(items, pages, strict=True) if page == pages[0]]
    whole = len(first) <= len(front) and front[len(first) - 1] is first[-1]
    return len(first) if whole and is_cover([_printed(item) for item in first]) else 0


def _build(items: Sequence[OutlineItem], grammar: Grammar) -> tuple[list[Node], list[Paragraph]]:
    """The nodes of an instrument, and the signatures under it."""
    if not items:
        return [], []
    has_articles = rests_on_articles(items, grammar)
    first = items[0]
    preamble = isinstance(first, Paragraph) and (
        has_articles
        or is_preamble_heading(first, grammar)
        or grammar.preamble_opener.match(first.text) is not None
    )
    outline = Outline(grammar, has_articles=has_articles)
    return outline.build(items, preamble=preamble), outline.signatures


def _freeze(
    built: Sequence[Built],
    identifiers: Identifiers,
    source_text: SourceText,
    front: Sequence[OutlineItem],
) -> tuple[tuple[Instrument, ...], BracketCount]:
    """Instruments with ids and marks; the one with most articles (else most nodes) is the main one."""
    weights = [
        (
            sum(n.kind in ("article", "rule") for r in roots for n in r.walk()),
            sum(1 for r in roots for _ in r.walk()),
        )
        for _, roots in built
    ]
    main = max(range(len(built)), key=lambda n: (weights[n], -n), default=0)
    symbol = _symbol(source_text, front)
    instruments: list[Instrument] = []
    total = BracketCount()
    for number in sorted(range(len(built)), key=lambda n: (n != main, n)):
        lines_of_title, roots = built[number]
        identifiers.assign(roots, "" if number == main else f"doc_{number + 1}__")
        marks, count = mark_brackets(roots)
        total = BracketCount(
            total.count + count.count,
            max(total.max_depth, count.max_depth),
            total.unbalanced + count.unbalanced,
        )
        provisions = tuple(_provision(node, identifiers, marks) for node in roots)
        title = " ".join(map(_printed, lines_of_title))
        spans = tuple(span for line in lines_of_title for span in _spans(line))
        instruments.append(
            Instrument(
                number + 1, number == main, title, symbol if number == main else None, provisions, spans
            )
        )
    # Endnotes and comments stand outside the pages; footnotes stand on them.
    aside = [note.text for note in source_text.notes if note.kind == "footnote"]
    aside += [piece.text for piece in source_text.furniture]
    outside = sum(text.count(sign) for text in (*map(_printed, front), *aside) for sign in OPENING_BRACKETS)
    instruments.sort(key=lambda instrument: instrument.n)
    return tuple(instruments), replace(total, count=total.count + outside)


def _provision(node: Node, identifiers: Identifiers, marks: dict[int, list[Mark]]) -> Provision:
    own = list(node.text.marks) if node.text is not None else []
    own += [
        replace(mark, start=0, end=0)
        for piece in node.printed
        for mark in piece.marks
        if mark.kind in ("note_ref", "consolidation")
    ]
    own += [*marks.get(id(node), ()), *node.marks]
    own.sort(key=lambda mark: (mark.start, -mark.end, mark.kind, mark.attrs))
    return Provision(
        identifiers.ids[id(node)], node.kind, node.number, node.title,
        node.text.text if node.text is not None else "", tuple(own), node.page,
        tuple(_provision(child, identifiers, marks) for child in node.children), node.spans(),
        node.label, node.called,
    )  # fmt: skip


def _first_line(item: OutlineItem) -> int:
    return item.first if isinstance(item, Heading) else item.at


def _spans(item: OutlineItem) -> list[Span]:
    pieces = item.raw if isinstance(item, Heading) else (item.sourced,)
    spans = [span for piece in pieces for span in piece.spans()]
    return [*spans, *(item.body.spans() if isinstance(item, Heading) and item.body is not None else ())]


def _printed(item: OutlineItem) -> str:
    if isinstance(item, Heading):
        return " ".join(piece.text for piece in (*item.raw, *((item.body,) if item.body is not None else ())))
    return item.text


def _symbol(source_text: SourceText, front: Sequence[OutlineItem]) -> str | None:
    for text in (*(_printed(item) for item in front), *(piece.text for piece in source_text.furniture)):
        found = _SYMBOL.search(text)
        if found is not None and any(char.isdigit() for char in found.group()):
            return found.group()
    return None
