"""Square brackets without a partner, and options without an alternative."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from treatydiff.language.across.label_positions import label_positions
from treatydiff.model import Draft, Instrument, Provision
from treatydiff.structure.addresses.answering import UNITS
from treatydiff.studies.checks.model import Finding

_AROUND = 40


def check_brackets(draft: Draft) -> Iterator[Finding]:
    """A finding for each bracket of the instruments that is not closed, or closes nothing.

    Args:
        draft: the draft.
    """
    told = 0
    for node in draft.walk():
        closed = {mark.end - 1 for mark in node.marks if mark.kind == "bracket"}
        for mark in node.marks:
            if mark.kind == "bracket" and ("part", "unclosed") in mark.attrs:
                told += 1
                quote = node.text[mark.start : mark.start + _AROUND]
                yield Finding(
                    "bracket_unbalanced", _said("opens and never closes", quote), node.page, node.id, quote
                )
        for at, char in enumerate(node.text):
            if char == "]" and at not in closed:
                told += 1
                quote = node.text[max(0, at + 1 - _AROUND) : at + 1]
                yield Finding(
                    "bracket_unbalanced", _said("closes and never opened", quote), node.page, node.id, quote
                )
    untold = draft.brackets.unbalanced - told
    if untold > 0:
        brackets = "bracket" if untold == 1 else "brackets"
        yield Finding("bracket_unbalanced", f"{untold} {brackets} of headings or labels without a partner")


def _said(what: str, quote: str) -> str:
    return f"a bracket {what}: “{quote.strip()}”" if quote.strip() else f"a bracket {what}"


def check_options(draft: Draft) -> Iterator[Finding]:
    """A finding for each option without an alternative, or out of the row of its alternatives.

    Options of one style are read in text order; those of one article belong together, and a first
    option begins a new row inside the row that is open.

    Args:
        draft: the draft.
    """
    for instrument in draft.instruments:
        empty = {
            option.id: option for option, _ in _options(instrument.provisions, "") if not option.children
        }
        found = list(_lone_options(instrument))
        over_articles = [each for each in found if each.code == "option_lone" and each.provision in empty]
        # "OPTION I", "OPTION II" over whole articles stand at the ends of other provisions.
        yield from (
            each for each in found if each not in over_articles or not _makes_a_row(over_articles, empty)
        )


def _makes_a_row(found: Sequence[Finding], options: Mapping[str, Provision]) -> bool:
    """Whether options without text of their own are the first, the second and so on of one row."""
    places = sorted(min(label_positions(options[each.provision or ""].number)) for each in found)
    return len(places) > 1 and places == list(range(1, len(places) + 1))


def _lone_options(instrument: Instrument) -> Iterator[Finding]:
    rows: dict[tuple[str, str], list[list[tuple[int, Provision]]]] = {}
    for option, unit in _options(instrument.provisions, ""):
        positions = label_positions(option.number)
        if not positions:
            continue
        style = "digit" if option.number.strip()[:1].isdigit() else "other"
        stack = rows.setdefault((unit, style), [])
        if 1 in positions:
            stack.append([(1, option)])
            continue
        joined = next((row for row in reversed(stack) if row[-1][0] + 1 in positions), None)
        if joined is None:
            last = stack[-1][-1] if stack else None
            message = f"option {option.number} stands alone" if last is None else (
                f"option {option.number} follows option {last[1].number}"
            )  # fmt: skip
            yield Finding("option_lone" if last is None else "option_gap", message, option.page, option.id)
            joined = stack[-1] if stack else []
            if not stack:
                stack.append(joined)
            joined.append((min(positions), option))
        else:
            joined.append((joined[-1][0] + 1, option))
    for stack in rows.values():
        for row in stack:
            if len(row) == 1 and row[0][0] == 1:
                first = row[0][1]
                message = f"option {first.number} has no alternative"
                yield Finding("option_lone", message, first.page, first.id)


def _options(nodes: tuple[Provision, ...], unit: str) -> Iterator[tuple[Provision, str]]:
    for node in nodes:
        if node.kind == "option":
            yield node, unit
        yield from _options(node.children, node.id if node.kind in UNITS else unit)
