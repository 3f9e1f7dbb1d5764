"""The files that pages and pictures are made of: templates, styles, scripts."""

from __future__ import annotations

import base64
import hashlib
import re
from functools import cache
from importlib import resources

from markupsafe import Markup

from treatydiff.patterns import pattern_of

_VARIABLE = pattern_of(r"(?<![a-z0-9-])--([a-z0-9-]+): ([^:;{}]+);")
_NO_CODE = pattern_of(r"^[ \t]*+(?://[^\n]*\n|\n)?+", re.MULTILINE)
_USED = pattern_of(r"var\(--([a-z0-9-]+)\)")


KIT = "treatydiff.report.kit"


@cache
def page_file(name: str, package: str = KIT) -> str:
    """A template, style or script of the pages, by its file name.

    Args:
        name: of the file in a folder `templates`.
        package: where it is looked for; then in the kit.
    """
    own = resources.files(package) / "templates" / name
    found = own if own.is_file() else resources.files(KIT) / "templates" / name
    return found.read_text("utf-8")


def page_style(*, in_site: bool = False) -> str:
    """The style of every page: its colours, the rules of the plots on it and its own.

    Args:
        in_site: whether the page is part of an archive's site.
    """
    style = page_file("colours.css") + page_file("plots.css") + page_file("page.css")
    return style + page_file("site.css") if in_site else style


def page_script(package: str, *names: str) -> tuple[Markup, Markup]:
    """The script of a package's pages, and the hash by which a content security policy admits it.

    Args:
        package: whose script it is.
        names: of its files, in their order. Indents and comments on lines of their own are left out:
            every page carries the script.
    """
    script = _NO_CODE.sub("", "".join(page_file(name, package) for name in names)).rstrip("\n")
    digest = base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
    return Markup(script), Markup(f"sha256-{digest}")


def plot_style() -> str:
    """The style of a plot that stands alone, light and dark, without variables.

    Programs other than browsers, which a picture is put into, know no variables of style.
    """
    rules = page_file("plots.css") + page_file("standalone.css")
    light, dark = page_file("colours.css").split("@media", 1)
    coloured = "\n".join(line for line in rules.splitlines() if "var(" in line)
    return (
        f"{_resolved(rules, light)}@media (prefers-color-scheme: dark) {{\n{_resolved(coloured, dark)}\n}}\n"
    )


def _resolved(rules: str, colours: str) -> str:
    values = dict(_VARIABLE.findall(colours))
    return _USED.sub(lambda found: values[found[1]], rules)
