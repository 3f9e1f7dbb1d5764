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
        groups = membership.get("OCGs")
        numbers = [groups.objid] if isinstance(groups, PDFObjRef) and _is_group(groups) else _numbers(groups)
        if not numbers:
            return False
        over, must_be_off = _POLICIES.get(_name(membership.get("P")), _POLICIES["AnyOn"])
        return not over((number in self._off) == must_be_off for number in numbers)


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
