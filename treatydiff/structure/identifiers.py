"""Ids in the Akoma Ntoso style, unique in a file."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from treatydiff.language.numbers import canonical_number
from treatydiff.model import CONTAINER_KINDS, Diagnostic, ProvisionKind
from treatydiff.structure.nodes import Node
from treatydiff.structure.number_series import NumberSeries

PREFIXES: dict[ProvisionKind, str] = {
    "preamble": "preamble", "recital": "rec", "part": "part", "title": "title", "chapter": "chp",
    "section": "sec", "subsection": "subsec", "article": "art", "rule": "rule", "paragraph": "para",
    "subparagraph": "subpara", "point": "point", "intro": "intro", "wrapup": "wrapup", "option": "opt",
    "table": "tbl", "annex": "annex", "closing": "closing",
}  # fmt: skip
_NUMBERLESS = frozenset({"preamble", "intro", "wrapup", "closing"})
_RESTARTING_SHARE = 0.1


class Identifiers:
    """Gives every node of a file its id, in text order.

    Args:
        language: code of the draft's language, for canonical numbers.
    """

    def __init__(self, language: str) -> None:
        self._language = language
        self._taken: Counter[str] = Counter()
        self._series: dict[str, NumberSeries] = {}
        self.ids: dict[int, str] = {}
        self.diagnostics: list[Diagnostic] = []

    def assign(self, roots: list[Node], prefix: str) -> None:
        """Ids for the nodes of one instrument.

        Args:
            roots: its top-level nodes.
            prefix: "" for the main instrument of a file, "doc_2__" for others.
        """
        self._series = {
            kind: NumberSeries(
                (node.number for node in _walk(roots) if node.kind == kind), kind, self._language
            )
            for kind in ("article", "rule")
        }
        plain = {kind for kind in ("article", "rule", "paragraph") if not self._restarts(roots, kind)}
        self._below(roots, prefix, prefix, plain)

    def _restarts(self, roots: list[Node], kind: str) -> bool:
        """Whether numbers of units of a kind begin anew in containers (a lone repeat is a slip)."""
        numbers = [
            (node.number, id(container))
            for node, container in _body_units(roots, None)
            if node.kind == kind and node.number
        ]
        seen: dict[str, int] = {}
        repeats = 0
        for number, container in numbers:
            canonical = self._canonical(number, kind)
            repeats += canonical in seen and seen[canonical] != container
            seen.setdefault(canonical, container)
        return repeats >= 2 and repeats >= _RESTARTING_SHARE * len(numbers)

    def _below(self, nodes: list[Node], parent: str, document: str, plain: set[str]) -> None:
        counts: Counter[str] = Counter()
        counts["numbered recitals"] = sum(
            node.kind == "recital" and bool(_digits(node.number)) for node in nodes
        )
        for node in nodes:
            outside = node.kind in plain and node.number and _is_container_path(parent, document)
            base = document if outside else parent
            own = self._own_part(node, counts)
            name = base + own
            self._taken[name] += 1
            if self._taken[name] > 1:
                name = self._numbered_repeat(name, node)
            self.ids[id(node)] = name
            self._below(node.children, name + "__", document, plain)

    def _own_part(self, node: Node, counts: Counter[str]) -> str:
        prefix = PREFIXES[node.kind]
        if node.kind in _NUMBERLESS:
            return prefix
        counts[node.kind] += 1
        number = node.number
        if node.kind == "recital":
            digits = _digits(number)
            counts["numbered recitals"] -= bool(digits)
            if not digits and counts["numbered recitals"] > 0:
                # "Having regard to …" stands before or between the recitals that have numbers.
                counts["urecital"] += 1
                return f"{prefix}_u{counts['urecital']}"
            return f"{prefix}_{canonical_number(digits, 'recital', self._language) or counts[node.kind]}"
        canonical = self._canonical(number, node.kind) if number else ""
        if canonical and node.number not in ("•", "–", "—", "-", "▪", "◦", "●", "■"):
            return f"{prefix}_{canonical}"
        if node.kind == "annex" and not number:
            return prefix
        if node.kind == "table":
            return f"{prefix}_{counts[node.kind]}"
        counts["u" + node.kind] += 1
        return f"{prefix}_u{counts['u' + node.kind]}"

    def _canonical(self, number: str, kind: str) -> str:
        series = self._series.get(kind)
        if series is not None:
            return series.canonical(number)
        return canonical_number(number, kind, self._language)

    def _numbered_repeat(self, name: str, node: Node) -> str:
        series = self._series.get(node.kind)
        kept = series is not None and series.keeps_a_place(node.number)
        if not kept and (
            node.kind not in ("intro", "wrapup", "annex") or (node.kind == "annex" and node.number)
        ):
            times = self._taken[name]
            message = f"{name} occurs {times} times"
            doubt = Diagnostic("repeated_number", "warning", message, node.page, f"{name}-{times}")
            self.diagnostics.append(doubt)
        repeat = f"{name}-{self._taken[name]}"
        while self._taken[repeat]:
            self._taken[name] += 1
            repeat = f"{name}-{self._taken[name]}"
        self._taken[repeat] += 1
        return repeat


def _digits(number: str) -> str:
    """The number of a recital without the letters before it ("PP12")."""
    return re.sub(r"^\D+", "", number)


def _walk(nodes: list[Node]) -> Iterator[Node]:
    for node in nodes:
        yield node
        yield from _walk(node.children)


def _body_units(nodes: list[Node], container: Node | None) -> Iterator[tuple[Node, Node | None]]:
    """Nodes outside annexes and options that are direct parts of a body, with their container."""
    for node in nodes:
        if node.kind in CONTAINER_KINDS:
            yield from _body_units(node.children, node)
        elif node.kind in ("article", "rule", "paragraph"):
            yield node, container


def _is_container_path(parent: str, document: str) -> bool:
    """Whether an id path holds nothing but containers below the instrument."""
    path = parent[len(document) :].strip("_")
    return all(re.match(r"(?:part|title|chp|sec|subsec)_", step) for step in path.split("__") if step)
