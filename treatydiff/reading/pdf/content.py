"""The operators of a page, read in one pass of one pattern.

pdfminer's own tokenizer works byte by byte through states and logs every step; on real drafts it took
two thirds of the time of a page. What the operators do stays pdfminer's.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache
from typing import Any, Protocol, cast

from pdfminer.pdfinterp import PDFPageInterpreter
from pdfminer.pdftypes import PDFStream, list_value, resolve1
from pdfminer.psexceptions import PSException
from pdfminer.psparser import LIT, literal_name

from treatydiff.patterns import pattern_of
from treatydiff.reading.pdf.objects.bounds import unpacked
from treatydiff.reading.pdf.objects.layers import Layers

FAULTS_OF_DAMAGED_FILES = (
    PSException, ArithmeticError, AssertionError, AttributeError, EOFError, LookupError, OSError,
    TypeError, ValueError,
)  # fmt: skip
"""What pdfminer lets through on damaged bytes: its own exceptions and plain Python ones."""
_OF_COLOUR = frozenset({
    "CS", "cs", "SC", "sc", "SCN", "scn", "G", "g", "RG", "rg", "K", "k",
    "sh", "ri", "i", "d", "w", "J", "j", "M", "gs",
})  # fmt: skip
"""Operators whose faults take no text away."""
_MOST_UNKNOWN = 8
"""So many words that are no operators are damage, not an extension of some program."""

_ENDS = rb"\x00\t\n\x0c\r ()<>\[\]{}/%"
_SPACE = rb"[\x00\t\n\x0c\r ]"
_NUMBER = rb"[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?=[" + _ENDS + rb"]|$)"
_STRING = rb"[^()\\\r]*"
_TOKEN = pattern_of(
    rb"(?:(?P<numbers>" + _NUMBER + rb"(?:[\t\n\x0c\r ]++" + _NUMBER + rb")*+)"
    rb"|(?P<word>[^" + _ENDS + rb"]+)"
    rb"|\((?P<string>" + _STRING + rb")\)"
    rb"|\[(?P<array>(?:\(" + _STRING + rb"\)|" + _NUMBER + rb"|" + _SPACE + rb"++)*+)\]"
    rb"|(?P<open>\[)|(?P<close>\])"
    rb"|/(?P<name>[^" + _ENDS + rb"]*)"
    rb"|(?P<dict><<)|(?P<end>>>)"
    rb"|<(?P<hex>[^<>]*)>"
    rb"|(?P<space>" + _SPACE + rb"+|%[^\r\n]*)"
    rb"|(?P<stray>[)<>{}])"
    rb")" + _SPACE + rb"*"
    rb"|(?P<paren>\()"
)
_ITEM = pattern_of(rb"\((" + _STRING + rb")\)|([^()\x00\t\n\x0c\r ]+)")
"""What an array of strings and numbers holds, as most arrays do that show text."""
_PART_OF_STRING = pattern_of(rb"[^()\\\r]+|[()]|\\(?:[0-7]{1,3}|\r\n|.)|\r\n?|\\", re.DOTALL)
_ESCAPES = {b"\\n": b"\n", b"\\r": b"\r", b"\\t": b"\t", b"\\b": b"\b", b"\\f": b"\f",
            b"\\\n": b"", b"\\\r": b"", b"\\\r\n": b"", b"\r": b"\n", b"\r\n": b"\n"}  # fmt: skip
_END_OF_IMAGE = pattern_of(_SPACE + rb"EI(?=[" + _ENDS + rb"]|$)")
_NOT_HEX = pattern_of(rb"[^0-9A-Fa-f]+")
_CODE_IN_NAME = pattern_of(rb"#([0-9A-Fa-f]{2})")


class ShownParts(Protocol):
    """What the interpreter tells the device beside what is drawn.

    `faults` are those of streams by the number of their object: a stream is unpacked once, and may be
    drawn on many pages.
    """

    layers: Layers
    faults: dict[int, str]

    def lose(self, reason: str) -> None:
        """A part of the page cannot be read."""

    def hide(self, step: int) -> None:
        """What follows is hidden by one layer more (1) or less (-1)."""


class Operator(str):
    """The name of an operator, apart from its operands."""

    __slots__ = ()


class ContentInterpreter(PDFPageInterpreter):
    """pdfminer's interpreter over the tokens of this module."""

    _in_text = False

    @property
    def _page(self) -> ShownParts:
        return cast(ShownParts, self.device)

    def execute(self, streams: Sequence[object]) -> None:
        """Run the operators of a page's streams as one text.

        What cannot be read is told to the device.

        Args:
            streams: the streams, or references to them; those that are being run already (a form
                that draws itself) are left out.
        """
        self._in_text = False
        self._marked: list[bool] = []
        self._run(b"\n".join(self._contents(streams)))
        if self._in_text:
            self._page.lose("its content is cut short")
        for hidden in self._marked:
            self._page.hide(-hidden)

    def _contents(self, streams: Sequence[object]) -> Iterator[bytes]:
        self.stream_ids.clear()
        for item in list_value(streams):
            stream = resolve1(item)
            if not isinstance(stream, PDFStream):
                self._page.lose("a part of its content is missing")
            elif stream.objid is not None and stream.objid not in self.parent_stream_ids:
                self.stream_ids.add(stream.objid)
                faults = self._page.faults
                if stream.objid in faults:
                    data, fault = stream.data or b"", faults[stream.objid]
                else:
                    data, fault = unpacked(stream)
                if fault:
                    faults[stream.objid] = fault
                    self._page.lose(fault)
                yield data

    def _run(self, text: bytes) -> None:
        unknown = 0
        known: dict[str, tuple[Callable[..., object] | None, int]] = {}
        operands = self.argstack
        for token in tokens(text):
            if not isinstance(token, Operator):
                operands.append(token)
                continue
            found = known.get(token)
            if found is None:
                found = known[token] = self._operation(token)
            function, wanted = found
            if function is not None and len(operands) >= wanted:
                arguments = operands[len(operands) - wanted :]
                del operands[len(operands) - wanted :]
                try:
                    function(*arguments)
                except FAULTS_OF_DAMAGED_FILES:
                    if token not in _OF_COLOUR:
                        self._page.lose("its content is damaged")
                # Operators that take their operands themselves put another list in place.
                operands = self.argstack
            elif function is None:
                unknown += 1
            operands.clear()
        if unknown >= _MOST_UNKNOWN:
            self._page.lose("its content is damaged")

    def do_BT(self) -> None:  # noqa: N802 - the name that pdfminer looks for
        """Begin text."""
        self._in_text = True
        super().do_BT()

    def do_ET(self) -> None:  # noqa: N802 - the name that pdfminer looks for
        """End text."""
        self._in_text = False

    def do_BMC(self, _tag: Any) -> None:  # noqa: N802 - the name that pdfminer looks for
        """Begin marked content."""
        self._marked.append(False)

    def do_BDC(self, tag: Any, properties: Any) -> None:  # noqa: N802 - the name that pdfminer looks for
        """Begin marked content that may belong to a layer."""
        hidden = False
        if literal_name(tag) == "OC" and self.resources:
            named = resolve1(self.resources.get("Properties"))
            layer = named.get(literal_name(properties)) if isinstance(named, dict) else None
            hidden = self._page.layers.hides(layer)
        self._marked.append(hidden)
        self._page.hide(hidden)

    def do_EMC(self) -> None:  # noqa: N802 - the name that pdfminer looks for
        """End marked content."""
        if self._marked:
            self._page.hide(-self._marked.pop())

    def do_Do(self, name: Any) -> None:  # noqa: N802 - the name that pdfminer looks for
        """Draw a drawing, which may belong to a layer or be missing."""
        drawing = self.xobjmap.get(literal_name(name))
        found = resolve1(drawing)
        if not isinstance(found, PDFStream):
            self._page.lose("a part of its content is missing")
            return
        hidden = self._page.layers.hides(found.attrs.get("OC"))
        self._page.hide(hidden)
        try:
            super().do_Do(name)
        finally:
            self.device.set_ctm(self.ctm)
            self._page.hide(-hidden)

    def _operation(self, operator: str) -> tuple[Callable[..., object] | None, int]:
        name = operator.replace("*", "_a").replace('"', "_w").replace("'", "_q")
        function = getattr(self, f"do_{name}", None)
        return (function, function.__code__.co_argcount - 1) if function is not None else (None, 0)


def tokens(data: bytes) -> Iterator[Any]:
    """Operators and operands of a content stream: numbers, bytes, names, lists, dictionaries.

    Inline images are left out.

    Args:
        data: the unpacked stream.
    """
    holders: list[tuple[int, list[Any]]] = []
    ahead = _TOKEN.finditer(data)
    while (found := next(ahead, None)) is not None:
        kind = found.lastindex or 0
        if kind == _NUMBERS:
            numbers = map(_number, found[kind].split())
            if holders:
                holders[-1][1].extend(numbers)
            else:
                yield from numbers
            continue
        if kind in _VALUES:
            value = _VALUES[kind](found[kind])
        elif kind == _PAREN:
            value, end = _string(data, found.end())
            ahead = _TOKEN.finditer(data, end)
        elif kind in _OPENINGS:
            holders.append((kind, []))
            continue
        elif kind in _CLOSINGS and holders:
            opened, items = holders.pop()
            value = _dictionary(items) if opened == _DICT else items
        else:
            continue
        if value == "BI" and isinstance(value, Operator):
            image = _END_OF_IMAGE.search(data, found.end())
            ahead = _TOKEN.finditer(data, image.end() if image else len(data))
        elif not holders:
            yield value
        elif not isinstance(value, Operator):
            holders[-1][1].append(value)


_CONSTANTS: dict[bytes, object] = {b"true": True, b"false": False, b"null": None}
_LONGEST_OPERATOR, _MOST_KEPT = 3, 512
_OPERATORS: dict[bytes, object] = {}
"""Words met before: a page has few, a thousand times each."""


@lru_cache(maxsize=4_096)
def _number(printed: bytes) -> float:
    # No page needs more digits, and Python refuses to read thousands of them. Of the numbers of a draft of
    # fifty pages 98 in 100 were met before.
    return float(printed[:40]) if b"." in printed else int(printed[:20])


def _word(printed: bytes) -> object:
    return _OPERATORS[printed] if printed in _OPERATORS else _other_word(printed)


def _other_word(printed: bytes) -> object:
    word = _CONSTANTS[printed] if printed in _CONSTANTS else Operator(printed.decode("latin-1"))
    if len(printed) <= _LONGEST_OPERATOR and len(_OPERATORS) < _MOST_KEPT:
        _OPERATORS[printed] = word
    return word


def _dictionary(items: list[Any]) -> dict[Any, Any]:
    return {
        getattr(key, "name", str(key)): value for key, value in zip(items[::2], items[1::2], strict=False)
    }


def _name(printed: bytes) -> Any:
    if b"#" in printed:
        printed = _CODE_IN_NAME.sub(lambda code: bytes((int(code[1], 16),)), printed)
    try:
        return LIT(printed.decode("utf-8"))
    except UnicodeDecodeError:
        return LIT(printed)


def _hexadecimal(printed: bytes) -> bytes:
    digits = _NOT_HEX.sub(b"", printed)
    return bytes.fromhex((digits + b"0" * (len(digits) % 2)).decode("ascii"))


def _string(data: bytes, at: int) -> tuple[bytes, int]:
    """A string with escapes or inner parentheses, and where it ends; `at` is behind its opening."""
    parts: list[bytes] = []
    depth = 1
    for found in _PART_OF_STRING.finditer(data, at):
        part = found.group()
        if part == b"(":
            depth += 1
        elif part == b")":
            depth -= 1
            if depth == 0:
                return b"".join(parts), found.end()
        elif part[:1] == b"\\" or part[:1] == b"\r":
            part = (
                bytes((int(part[1:], 8) & 255,)) if part[1:2].isdigit() and part[1:2] < b"8"
                else _ESCAPES.get(part, part[1:])
            )  # fmt: skip
        parts.append(part)
    return b"".join(parts), len(data)


def _itself(printed: bytes) -> bytes:
    return printed


def _array(printed: bytes) -> list[Any]:
    return [_number(number) if number else string for string, number in _ITEM.findall(printed)]


_VALUES: dict[int, Callable[[bytes], Any]] = {
    _TOKEN.groupindex[name]: read
    for name, read in (
        ("word", _word), ("string", _itself), ("array", _array), ("name", _name), ("hex", _hexadecimal),
    )
}  # fmt: skip
"""The tokens that stand for themselves, by the number of their pattern."""
_NUMBERS, _PAREN, _DICT = (_TOKEN.groupindex[name] for name in ("numbers", "paren", "dict"))
_OPENINGS = frozenset({_TOKEN.groupindex["open"], _DICT})
_CLOSINGS = frozenset({_TOKEN.groupindex["close"], _TOKEN.groupindex["end"]})
