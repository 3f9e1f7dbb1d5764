"""A comparison as GitHub-flavoured Markdown that fits the summary of a CI job."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from treatydiff.model import Comparison
from treatydiff.naming.wording import counted, printable, thousands
from treatydiff.patterns import pattern_of
from treatydiff.records import dataclass
from treatydiff.report.comparison.consonance_words import share_lines
from treatydiff.report.comparison.link_words import lone_sources, moved_clauses
from treatydiff.report.comparison.view import comparison_view
from treatydiff.report.comparison.view_model import ClauseView, ComparisonView, ContainerView, UnitView
from treatydiff.report.kit.pieces import DraftCard, Passage

LARGEST = 1_048_576
"""Bytes that the summary of a job may have (1 MiB); a larger one is refused as a whole."""
_ROOM_FOR_NOTICE = 400

_SPECIAL = pattern_of(r"([\\`*_{}\[\]<>#|~$!])")
_LINE_START = pattern_of(r"^([^\S\r\n]*)([-+=]|[0-9]+[.)])", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class _Part:
    """A piece of the report. What has the greatest `rank` is left out first; 0 stays always.

    `noun` says what is counted where such parts are left out.
    """

    text: str
    rank: int = 0
    noun: tuple[str, str] = ("", "")


def comparison_markdown(comparison: Comparison, *, largest: int = LARGEST) -> str:
    """A comparison as Markdown: what was read, the answer, the table, the changed clauses.

    Where that is too long, what matters least is left out, and a line says so: diagnostics, then
    provisions that changed in nothing substantive, then those without a signal, then the others.

    Args:
        comparison: the result of the pipeline.
        largest: bytes that the text may have.
    """
    view = comparison_view(comparison)
    return _fitted(list(_parts(view)), largest)


def _parts(view: ComparisonView) -> Iterator[_Part]:
    yield _Part(_head(view))
    yield from (_Part(f"\n> {plain(each.text)}  \n> ({each.side}: {plain(each.citation)})\n")
                for each in view.statements)  # fmt: skip
    yield from _table(view.units, view.units_name)
    if view.containers:
        rows = "\n".join(_row_of_container(row) for row in view.containers)
        head = _TABLE_HEAD.replace("Signals", "Heading")
        yield _Part(f"\n### Parts and chapters\n\n{head}\n{rows}\n", 3, _CONTAINERS)
    for title, lines in (
        ("Clauses that went to another article", moved_clauses(view.units)),
        ("Without a partner, but not without a source", lone_sources(view.units)),
    ):
        if lines:
            listed = "\n".join(f"- {plain(line)}" for line in lines)
            yield _Part(f"\n### {title}\n\n{listed}\n", 4, _LINKS)
    changed = [unit for unit in view.units if unit.changed]
    if changed:
        yield _Part("\n### Clauses\n")
    for unit in changed:
        yield _Part(_section(unit), _rank(unit), _PROVISIONS)
    if view.asides:
        changed_asides = "\n".join(
            f"- {plain(each.label)}, {each.change}: {redlined(each.passages)}" for each in view.asides
        )
        yield _Part(f"\n### Notes and front matter that differ\n\n{changed_asides}\n", 5, _ASIDES)
    if view.positions:
        reserved = "\n".join(
            f"- {each.side}: {plain(each.who)}: {plain(each.text)} ({plain(each.citation)})"
            for each in view.positions
        )
        yield _Part(f"\n### Reserved positions, as notes print them\n\n{reserved}\n", 5, _POSITIONS)
    if view.diagnostics:
        groups = "\n".join(
            f"- {each.side} {each.severity}: {plain(message)}".replace("-  ", "- ")
            for each in view.diagnostics
            for message in each.messages
        )
        yield _Part(f"\n### Diagnostics\n\n{groups}\n", 6, ("list of diagnostics", "lists of diagnostics"))
    yield _Part("\n### Method\n\n" + "\n".join(f"- {plain(note)}" for note in view.method) + "\n")


_ASIDES = ("list of notes and front matter", "lists of notes and front matter")
_POSITIONS = ("list of reserved positions", "lists of reserved positions")
_LINKS = ("list of moved clauses or sources", "lists of moved clauses and sources")
_PROVISIONS = ("changed provision", "changed provisions")
_ROWS = ("row of unchanged provisions", "rows of unchanged provisions")
_CONTAINERS = ("table of parts and chapters", "tables of parts and chapters")
_TABLE_HEAD = "| A | B | Relation | Carried | Derived | Signals |\n|---|---|---|--:|--:|---|"


def _head(view: ComparisonView) -> str:
    lines = [f"## {plain(view.a.name)} → {plain(view.b.name)}", "", "| | Draft | Articles | Words | sha256 |",
             "|---|---|--:|--:|---|"]  # fmt: skip
    lines += [_card(card) for card in (view.a, view.b)]
    for card in (view.a, view.b):
        lines += [line for loss in card.losses for line in ("", f"> **{card.side}, error:** {plain(loss)}")]
    if view.guard:
        lines += ["", f"> **{plain(view.guard)}**", ">"]
        lines += [f"> - {plain(each.label)}, {plain(each.words)}" for each in view.agreed]
    for caution in view.cautions:
        lines += ["", f"> **{plain(caution)}**"]
    lines += [
        "",
        f"**{plain(view.headline)}**",
        "",
        "  \n".join(plain(line) for line in share_lines(view.shares)),
        "",
        *([plain(view.force_remark), ""] if view.force_remark else []),
        plain(" ".join(view.beside)),
        "",
    ]
    lines.append(f"- {view.units_name}: {plain(' · '.join(count.words for count in view.counts) or 'none')}")
    if view.other_counts:
        lines.append(f"- Other units: {plain(' · '.join(count.words for count in view.other_counts))}")
    if view.changes:
        lines.append(f"- To read: {plain(' · '.join(view.changes))}")
    if view.signals:
        lines.append(f"- Signals: {plain('; '.join(view.signals))}")
    if view.aside_counts:
        lines.append(f"- Beside it: {plain(' · '.join(view.aside_counts))}")
    return "\n".join(lines) + "\n"


def _card(card: DraftCard) -> str:
    label = f"{card.label} ({card.scope})" if card.scope else card.label
    articles = card.headed if card.rules and not card.articles else thousands(card.articles)
    return (f"| {card.side} | {plain(label)} | {articles} | {thousands(card.words)} "
            f"| `{card.sha256[:12]}` |")  # fmt: skip


def _table(units: Sequence[UnitView], name: str) -> Iterator[_Part]:
    """The table of units, a part a row, so that rows of identical provisions can be left out."""
    if not units:
        return
    yield _Part(f"\n### {name}\n\n{_TABLE_HEAD}\n")
    for unit in units:
        group = f"{plain(unit.group)}: " if unit.group else ""
        row = [group + plain(unit.label_a), plain(unit.label_b), plain(unit.relation_words),
               plain(unit.shares.carried), plain(unit.shares.derived),
               plain("; ".join((*unit.signals, *unit.stated)))]  # fmt: skip
        quiet = unit.relation in ("identical", "renumbered")
        yield _Part(f"| {' | '.join(row)} |\n", 5 if quiet else 1, _ROWS if quiet else _PROVISIONS_ROWS)


_PROVISIONS_ROWS = ("row of the table", "rows of the table")


def _row_of_container(row: ContainerView) -> str:
    cells = [plain(row.label_a), plain(row.label_b), plain(row.relation_words), plain(row.shares.carried),
             plain(row.shares.derived), plain(row.heading)]  # fmt: skip
    return f"| {' | '.join(cells)} |"


def _rank(unit: UnitView) -> int:
    """2 for substantive changes with a signal, 3 for substantive ones, 4 for what follows or is style."""
    if not any(p.class_ in ("substantive", "bracket") for clause in unit.clauses for p in clause.passages):
        return 4
    return 2 if unit.signals else 3


def _section(unit: UnitView) -> str:
    was = f" (was {plain(unit.was)})" if unit.was else ""
    heading = f" {plain(unit.heading)}" if unit.heading else ""
    lines = [f"\n#### {plain(unit.label)}{was}{heading}", "", f"{plain(unit.relation_words)}"]
    if unit.signals:
        lines[-1] += f" · {plain('; '.join(unit.signals))}"
    if unit.heading_was and len(unit.ids_a) == len(unit.ids_b) == 1:
        lines += ["", f"**Heading** <del>{plain(unit.heading_was)}</del> <ins>{plain(unit.heading)}</ins>"]
    for clause in unit.clauses:
        if clause.changed:
            lines += ["", _clause(clause)]
    return "\n".join(lines) + "\n"


def _clause(clause: ClauseView) -> str:
    label = f"**{plain(clause.label)}** " if clause.label else ""
    cited = clause.citation_b or clause.citation_a
    return f"{label}{redlined(clause.passages)}  \n<sub>{plain(cited)}</sub>"


def redlined(passages: Sequence[Passage]) -> str:
    """Words with `<del>` and `<ins>`, which GitHub shows struck out and underlined."""
    marks = {"delete": ("<del>", "</del>"), "insert": ("<ins>", "</ins>"), "equal": ("", "")}
    joined = ((op, "".join(each.text for each in run)) for op, run in groupby(passages, lambda each: each.op))
    return "".join(f"{marks[op][0]}{plain(text)}{marks[op][1]}" for op, text in joined)


def plain(text: str) -> str:
    """Text on one line that Markdown shows as it is: no markup, no mention, no formula of mathematics."""
    one_line = " ".join(printable(text).split(" ")).replace("\n", " ").replace("\t", " ")
    escaped = _SPECIAL.sub(r"\\\1", one_line.replace("&", "&amp;")).replace("@", "&#64;")
    escaped = escaped.replace("\\<", "&lt;").replace("\\>", "&gt;")
    return _LINE_START.sub(lambda found: f"{found[1]}{found[2][:-1]}\\{found[2][-1]}", escaped)


def _fitted(parts: list[_Part], largest: int) -> str:
    """All parts, or as many as fit, the most important first; in their order."""
    sizes = [len(part.text.encode("utf-8", "replace")) for part in parts]
    if sum(sizes) <= largest:
        return "".join(part.text for part in parts)
    room = largest - _ROOM_FOR_NOTICE
    kept: set[int] = set()
    for at in sorted(range(len(parts)), key=lambda at: (parts[at].rank, at)):
        if parts[at].rank and sizes[at] > room:
            continue
        kept.add(at)
        room -= sizes[at]
    gone: dict[tuple[str, str], int] = {}
    for at, part in enumerate(parts):
        if at not in kept:
            gone[part.noun] = gone.get(part.noun, 0) + 1
    told = ", ".join(counted(number, *noun) for noun, number in gone.items())
    notice = (
        f"\n> Left out to stay within {thousands(largest)} bytes: {told}. The HTML report has all of it.\n"
    )
    return "".join(part.text for at, part in enumerate(parts) if at in kept) + notice
