"""References to what a draft does not have, or has only as a placeholder."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from treatydiff.language.numerals import roman_value
from treatydiff.language.references import Reference, Step
from treatydiff.language.registry import get_language
from treatydiff.language.words.placeholders import read_statement
from treatydiff.model import CONTAINER_KINDS, Draft, Provision
from treatydiff.patterns import pattern_of
from treatydiff.structure.addresses.answering import SMALL, UNITS, number_of
from treatydiff.structure.addresses.targets import Resolution, Targets
from treatydiff.studies.checks.elsewhere import named_elsewhere, own_references
from treatydiff.studies.checks.model import Finding
from treatydiff.studies.checks.printed import PrintedHeadings

_IN_PARENTHESES = frozenset({"subparagraph", "point"})
_ONLY_A_REFERENCE = pattern_of(r"\W*\w+\s+[\w\s,.()–-]{1,40}\)\W*")
_LONGEST_PLACEHOLDER = 120
_NO_ANNEX = "there is no annex "
_MANY_ANNEXES = 3


def check_references(draft: Draft, targets: Targets) -> Iterator[Finding]:
    """A finding for each reference that leads to nothing, to a placeholder, or outside the file.

    References that the text places in another instrument are not looked at, nor those to what it
    elsewhere names as another instrument's, nor those of a kind that the instrument does not have (a
    decision that speaks of articles means another text's).

    Args:
        draft: the draft.
        targets: its provisions.
    """
    outside: dict[str, list[Finding]] = {}
    no_annex: list[Finding] = []
    for finding in _in_clauses(draft, targets):
        if finding.code == "reference_outside_file":
            outside.setdefault(" ".join(finding.quote.split()).casefold(), []).append(finding)
        elif finding.code == "reference_to_nothing" and _NO_ANNEX in finding.message:
            no_annex.append(finding)
        else:
            yield finding
    # Where more annexes are missing than are there, they are kept in other files.
    missing = {finding.quote.casefold() for finding in no_annex}
    if len(missing) >= _MANY_ANNEXES and len(missing) > targets.annexes:
        for finding in no_annex:
            outside.setdefault(" ".join(finding.quote.split()).casefold(), []).append(_outside(finding))
    else:
        yield from no_annex
    for same in outside.values():
        times = f" (in {len(same)} places)" if len(same) > 1 else ""
        yield replace(same[0], message=same[0].message + times)


def _outside(finding: Finding) -> Finding:
    message = finding.message.replace(_NO_ANNEX, "the file does not hold annex ")
    return replace(finding, code="reference_outside_file", message=message)


def _in_clauses(draft: Draft, targets: Targets) -> Iterator[Finding]:
    elsewhere = named_elsewhere(draft)
    printed = PrintedHeadings(draft)
    for clause in (node for node in draft.walk() if not node.children and node.text):
        if clause.text.startswith(("(", "[(")) and _ONLY_A_REFERENCE.fullmatch(clause.text):
            continue  # "(paragraphs 3-3ter)" under an option says what the option holds
        if is_placeholder(clause, draft.language):
            continue  # "Moved as article 48, paragraph 2" tells where it went, at the time
        for reference in own_references(clause.text, draft.language):
            if clause.kind == "recital" and reference.kind in SMALL:
                continue  # a recital has no paragraphs: they are those of what it recalls
            for finding, missing in _faults(reference, clause, draft, targets, elsewhere):
                if missing is None or not (printed.has(*missing) or printed.labels(missing[1])):
                    yield finding


def _faults(
    reference: Reference, clause: Provision, draft: Draft, targets: Targets, elsewhere: frozenset[Step]
) -> Iterator[tuple[Finding, Step | None]]:
    """What is wrong with a reference, each with the step that leads to nothing."""
    quote = clause.text[reference.start : reference.end]
    for target in dict.fromkeys(reference.targets):
        resolution = targets.resolve(target, clause.id)
        if resolution is None:
            continue
        if resolution.missing is None:
            yield from ((each, None) for each in _placeholders(resolution, clause, quote, draft.language))
        elif (
            target[0] in elsewhere
            or targets.lost_labels(resolution, clause.id)
            or targets.unknowable(resolution, clause.id)
            or _read_amiss(target, resolution)
            or _labelled_inside(resolution, clause, targets)
            or _own_paragraph(target, reference, clause, targets)
        ):
            continue
        elif targets.has_kind(resolution.missing[0], clause.id):
            message = f"“{quote}”: there is no {step_words(_as_printed(resolution.missing, quote))}"
            if resolution.within is not None:
                message += f" in {node_words(resolution.within)}"
            finding = Finding("reference_to_nothing", message, clause.page, clause.id, quote)
            yield finding, resolution.missing
        elif resolution.missing[0] == "annex":
            message = f"“{quote}”: the file holds no annex"
            yield Finding("reference_outside_file", message, clause.page, clause.id, quote), None


def _read_amiss(target: tuple[Step, ...], resolution: Resolution) -> bool:
    """Whether a reference was read as what nobody writes: subparagraph (10), chapter II of a chapter."""
    if resolution.missing is None:
        return False
    kind, number = resolution.missing
    inside = resolution.within.kind if resolution.within is not None else ""
    unlike = inside in CONTAINER_KINDS and target[0][0] in CONTAINER_KINDS and inside != target[0][0]
    return (kind in ("subparagraph", "point") and number.isdigit() and inside == "paragraph") or unlike


def _labelled_inside(resolution: Resolution, clause: Provision, targets: Targets) -> bool:
    """Whether the provision prints the label that is missed inside its words: "it shall: a) ...; c) ..."."""
    if resolution.missing is None or resolution.missing[0] not in SMALL:
        return False
    around = [node for node in targets.standing[clause.id].around if node.kind in UNITS]
    place = resolution.within or next(reversed(around), None)
    if place is None:
        return False
    number, above = re.escape(resolution.missing[1]), re.escape(place.number.strip(" ."))
    label = rf"(?<![^\W_(]){number}\)|(?<![\d.]){above}\.{number}(?![\d.])"
    own = "" if resolution.within else clause.id
    return any(re.search(label, leaf.text) for leaf in place.clauses() if leaf.id != own)


def _own_paragraph(
    target: tuple[Step, ...], reference: Reference, clause: Provision, targets: Targets
) -> bool:
    """Whether "articles 51 or 52, paragraph 2, does not apply" means paragraph 2 around the reader."""
    several = {step for chain in reference.targets for step in chain[:1]}
    if len(several) < 2 or len(target) < 2 or target[1][0] not in SMALL:
        return False
    own = targets.resolve(target[1:], clause.id)
    return own is not None and own.missing is None


def _placeholders(resolution: Resolution, clause: Provision, quote: str, language: str) -> Iterator[Finding]:
    if not all(is_placeholder(node, language) for node in resolution.found):
        return
    target = resolution.found[0]
    said = next((leaf.text for leaf in target.clauses() if leaf.text), target.heading)
    message = f"“{quote}”: {node_words(target)} is a placeholder (“{said[:60]}”)"
    yield Finding("reference_to_deleted", message, clause.page, clause.id, quote)


def is_placeholder(provision: Provision, language: str) -> bool:
    """Whether a provision only stands for one that is absent ("Deleted", "[Reserved]")."""
    said = [leaf.text for leaf in provision.clauses() if leaf.text] or [provision.heading]
    placeholder = get_language(language).placeholder
    return all(
        (len(text) < _LONGEST_PLACEHOLDER and placeholder.match(text.strip()) is not None)
        or read_statement(text, language) is not None
        for text in said
    )


def _as_printed(step: Step, quote: str) -> Step:
    """A step with its number in figures where the draft does not print the Roman numeral of its id."""
    kind, number = step
    value = roman_value(number) if kind in CONTAINER_KINDS and number not in quote else None
    return (kind, str(value)) if value is not None else step


def step_words(step: Step) -> str:
    """A step as a message names it: "paragraph 4", "subparagraph (b)"."""
    kind, number = step
    return f"{kind} ({number})" if kind in _IN_PARENTHESES else f"{kind} {number}"


def node_words(node: Provision) -> str:
    """A provision as a message names it: "article 5", "paragraph 2"."""
    if not node.number:
        return f"the {node.kind}" if node.kind not in UNITS else f"an {node.kind} without number"
    printed = node.number.strip("()[]. ")
    return step_words((node.kind, printed if printed.isascii() else number_of(node)[-1]))
