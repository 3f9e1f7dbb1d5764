"""Layers of a PDF (optional content) that are switched off: what they hold is not shown to a reader."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from pdfminer.pdftypes import PDFObjRef, resolve1
from pdfminer.psparser import literal_name

_POLICIES = {"AllOn": (all, False), "AnyOn": (any, False), "AllOff": (all, True), "AnyOff": (any, True)}
"""When a membership is shown: over which of its layers, and whether these must be off (ISO 32000, 8.11.2)."""


class Layers:
    """Which layers a document shows when it is opened.

    Args:
        catalog: the document's catalog.
    """

    def __init__(self, catalog: Mapping[str, Any]) -> None:
        properties = _dictionary(catalog.get("OCProperties"))
        shown = _dictionary(properties.get("D"))
        self._off = _numbers(shown.get("OFF"))
        if _name(shown.get("BaseState")) == "OFF":
            self._off |= _numbers(properties.get("OCGs")) - _numbers(shown.get("ON"))
        for usage in _list(shown.get("AS")):
            self._apply(_dictionary(usage))

    def _apply(self, usage: Mapping[str, Any]) -> None:
        """Switch the layers whose own state for viewing a viewer must apply (ISO 32000, 8.11.4.4)."""
        if _name(usage.get("Event")) != "View":
            return
        for layer in _list(usage.get("OCGs")):
            state = _name(
                _dictionary(_dictionary(_dictionary(layer).get("Usage")).get("View")).get("ViewState")
            )
            if isinstance(layer, PDFObjRef) and state in ("ON", "OFF"):
                (self._off.add if state == "OFF" else self._off.discard)(layer.objid)

    def hides(self, layer: Any) -> bool:
        """Whether what belongs to a layer, or to a membership in several, is not shown.

        Args:
            layer: a reference to it, or the membership itself.
        """
        if not self._off or layer is None:
            return False
        if isinstance(layer, PDFObjRef) and layer.objid in self._off:
            return True
        membership = _dictionary(layer)
        if _name(membership.get("Type")) != "OCMD":
            return False
        expression = resolve1(membership.get("VE"))
        if isinstance(expression, list):
            return not self._holds(expression, set())
        groups = membership.get("OCGs")
        numbers = [groups.objid] if isinstance(groups, PDFObjRef) and _is_group(groups) else _numbers(groups)
        if not numbers:
            return False
        over, must_be_off = _POLICIES.get(_name(membership.get("P")), _POLICIES["AnyOn"])
        return not over((number in self._off) == must_be_off for number in numbers)

    def _holds(self, expression: Any, within: set[int]) -> bool:
        """Whether an expression of layers is true: ["And", layer, ["Not", layer]].

        `within` are the lists that were read already: damaged ones hold themselves.
        """
        if isinstance(expression, PDFObjRef) and _is_group(expression):
            return expression.objid not in self._off
        found = _list(expression)
        if not found or id(found) in within:
            return True
        within.add(id(found))
        parts = [self._holds(part, within) for part in found[1:]]
        operator = _name(found[0])
        return not any(parts) if operator == "Not" else any(parts) if operator == "Or" else all(parts)


def _list(value: Any) -> list[Any]:
    found = resolve1(value)
    return found if isinstance(found, list) else []


def _is_group(reference: PDFObjRef) -> bool:
    return isinstance(resolve1(reference), dict)


def _numbers(references: Any) -> set[int]:
    found = resolve1(references)
    return {each.objid for each in found if isinstance(each, PDFObjRef)} if isinstance(found, list) else set()


def _dictionary(value: Any) -> Mapping[str, Any]:
    found = resolve1(value)
    return found if isinstance(found, dict) else {}


def _name(value: Any) -> str:
    found = resolve1(value)
    return "" if found is None else str(literal_name(found))
