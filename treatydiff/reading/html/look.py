"""What the elements of an HTML page say about the look of their text.

Imported only when an HTML page is read.
"""

from __future__ import annotations

import re
from dataclasses import field, replace
from typing import Any, Literal

from lxml import etree

from treatydiff.model import Revision, Run
from treatydiff.patterns import pattern_of
from treatydiff.reading.decoding import shown_characters
from treatydiff.reading.html.colours import colours_of
from treatydiff.records import dataclass

NOT_SHOWN = frozenset(
    (
        "script",
        "style",
        "template",
        "noscript",
        "head",
        "svg",
        "math",
        "iframe",
        "frame",
        "object",
        "embed",
        "select",
        "button",
    )
)
"""Elements whose content no reader of the page sees as text."""

BLOCKS = frozenset(
    (
        "address", "article", "aside", "blockquote", "body", "center", "dd", "details", "div", "dl", "dt",
        "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header",
        "hr", "html", "li", "main", "nav", "ol", "p", "pre", "section", "summary", "table", "tbody", "td",
        "tfoot", "th", "thead", "tr", "ul", "caption",
    )
)  # fmt: skip
"""Elements that begin and end a line."""

_BOLD, _ITALIC = frozenset(("b", "strong", "th")), frozenset(("i", "em", "cite", "dfn", "var"))
_STRUCK, _UNDERLINED = frozenset(("s", "strike")), frozenset(("u",))
REVISIONS: dict[str, Literal["insertion", "deletion"]] = {"ins": "insertion", "del": "deletion"}
_HIDDEN = pattern_of(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_CENTRED = pattern_of(r"text-align\s*:\s*center", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Look:
    """What surrounds a stretch of text."""

    run: Run = field(default_factory=lambda: Run(""))
    style: str = ""
    centred: bool = False
    depth: int = 0
    cell: tuple[int, int, int] | None = None
    preformatted: bool = False


def looked(element: Any, tag: str, look: Look) -> Look:
    """The look inside an element.

    Args:
        element: the element.
        tag: its name.
        look: the look around it.
    """
    run, css = look.run, element.get("style") or ""
    if tag in _BOLD or re.search(r"font-weight\s*:\s*(?:bold|[6-9]00)", css):
        run = replace(run, bold=True)
    if tag in _ITALIC or re.search(r"font-style\s*:\s*(?:italic|oblique)", css):
        run = replace(run, italic=True)
    if tag in _STRUCK or "line-through" in css:
        run = replace(run, strike=True)
    if tag in _UNDERLINED or re.search(r"text-decoration[^;]{0,200}underline", css):
        run = replace(run, underline=True)
    if tag == "a":
        run = replace(run, colour="", ground="")
    colour, ground = colours_of(element, tag)
    if colour or ground:
        run = replace(run, colour=colour or run.colour, ground=ground or run.ground)
    if tag in REVISIONS:
        run = replace(run, revision=Revision(REVISIONS[tag], "", element.get("datetime") or ""))
    style, depth, centred = look.style, look.depth, look.centred
    if tag in ("h1", "h2", "h3", "h4", "h5", "h6"):
        style = f"Heading {tag[1]}"
    elif tag in BLOCKS:
        style = (element.get("class") or "").split(" ")[0] or look.style
    if tag in ("blockquote", "dd"):
        depth += 1
    if tag == "center" or (element.get("align") or "").lower() == "center" or _CENTRED.search(css):
        centred = tag in BLOCKS or centred
    return replace(
        look,
        run=run,
        style=style,
        depth=depth,
        centred=centred,
        preformatted=look.preformatted or tag == "pre",
    )


def is_hidden(element: Any) -> bool:
    """Whether an element says that it is not shown.

    Args:
        element: the element.
    """
    return element.get("hidden") is not None or bool(_HIDDEN.search(element.get("style") or ""))


def visible_text(element: Any) -> str:
    """The text of an element as it is shown, white space as it comes.

    Args:
        element: the element.
    """
    pieces: list[str] = []
    hidden = 0
    for event, node in etree.iterwalk(element, events=("start", "end")):
        if not isinstance(node.tag, str):
            continue
        apart = " " if node.tag in BLOCKS or node.tag == "br" else ""
        if node.tag in NOT_SHOWN:
            hidden += 1 if event == "start" else -1
        if event == "start":
            pieces.append("" if hidden else apart + (node.text or ""))
        elif node is not element and not hidden:
            pieces.append(apart + (node.tail or ""))
    return shown_characters("".join(pieces))
