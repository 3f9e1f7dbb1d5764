"""Results as notebooks show them: the summary and the table of the page, in one piece of HTML without script.

Imports jinja2; import it only where a result is shown.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from markupsafe import Markup

from treatydiff.model import Comparison
from treatydiff.naming.wording import counted, listed
from treatydiff.records import dataclass
from treatydiff.report.comparison.view import comparison_view
from treatydiff.report.kit.page_parts import page_file
from treatydiff.report.kit.pages import page_environment

MOST_ROWS = 200
"""So many rows of a table are shown."""
MOST_TEXT = 240
"""So many characters of a cell are shown."""


@dataclass(frozen=True, slots=True)
class ShownCell:
    """A cell of a table: what it shows, and whether that is a number."""

    text: str
    number: bool


def comparison_piece(comparison: Comparison) -> str:
    """Headline, shares, counts and table of a comparison.

    Args:
        comparison: the result.
    """
    template = page_environment(__package__).get_template("notebook_comparison.html.j2")
    return template.render(view=comparison_view(comparison), style=_style())


def rows_piece(data: Mapping[str, Any], rows: Sequence[Mapping[str, Any]]) -> str:
    """What any other result found, in a line, and its rows.

    Args:
        data: its JSON contract.
        rows: as `rows` gives them; whole texts of provisions are cut.
    """
    shown = rows[:MOST_ROWS]
    names = [name for name in (rows[0] if rows else ()) if any(row[name] not in (None, "") for row in rows)]
    return page_environment(__package__).get_template("notebook_rows.html.j2").render(
        style=_style(),
        headline=_HEADLINES[data["schema"]](data),
        names=[name.replace("_", " ") for name in names],
        rows=[[_cell(row[name]) for name in names] for row in shown],
        left_out=len(rows) - len(shown),
    )  # fmt: skip


def _style() -> Markup:
    return Markup(page_file("notebook.css", __package__))


def _cell(value: object) -> ShownCell:
    if value is None:
        return ShownCell("", number=False)
    if isinstance(value, bool):
        return ShownCell("yes" if value else "no", number=False)
    if isinstance(value, float):
        return ShownCell(f"{value:.3f}", number=True)
    text = " ".join(str(value).split())
    return ShownCell(text if len(text) <= MOST_TEXT else f"{text[:MOST_TEXT]}…", isinstance(value, int))


def _draft(data: Mapping[str, Any]) -> str:
    main = next((each for each in data["instruments"] if each["main"]), None)
    title = f"{main['title']} " if main and main["title"] else ""
    articles = sum(each["articles"] for each in data["instruments"])
    units = sum(each["units"] for each in data["instruments"])
    held = f"{counted(articles, 'article', 'articles')}, {counted(units, 'unit', 'units')}"
    return f"{title}({data['source']['label']}, language {data['language']}): {held}"


def _derivation(data: Mapping[str, Any]) -> str:
    return f"{data['draft']['source']['label']}: what it derives from {_labels(data['sources'], 'name')}"


def _check(data: Mapping[str, Any]) -> str:
    summary = data["summary"]
    found = [
        counted(summary["error"], "error", "errors"), counted(summary["warning"], "warning", "warnings"),
        counted(summary["info"], "remark", "remarks"),
    ]  # fmt: skip
    return f"{data['source']['label']}: {listed(found)}"


def _brackets(data: Mapping[str, Any]) -> str:
    told = (
        f"{each['label']}: {counted(each['openness']['brackets'], 'open bracket', 'open brackets')}, "
        f"{counted(each['openness']['options'], 'option', 'options')}"
        for each in data["drafts"]
    )
    return "; ".join(told)


def _languages(data: Mapping[str, Any]) -> str:
    found = counted(len(data["differences"]), "place does", "places do")
    labels = listed([each["source"]["label"] for each in data["versions"]])
    return f"{labels}: {found} not match"


def _across(data: Mapping[str, Any]) -> str:
    coverage: str = data["coverage"]["a"]
    return f"{data['a']['source']['label']}, {data['b']['source']['label']}: {coverage}"


def _final_clauses(data: Mapping[str, Any]) -> str:
    return f"Final clauses of {_labels(data['drafts'], 'label')}"


def _proposals(data: Mapping[str, Any]) -> str:
    number = counted(len(data["proposals"]), "proposal", "proposals")
    fates = [f"{count} {fate}" for fate, count in data["totals"]["fates"].items() if count]
    return f"{data['source']['label']}: {number}{': ' if fates else ''}{listed(fates)}"


def _concordance(data: Mapping[str, Any]) -> str:
    number = counted(len(data["rows"]), "row", "rows")
    return f"Concordance of {_labels(data['drafts'], 'name')}: {number}"


def _trace(data: Mapping[str, Any]) -> str:
    return f"{data['provision']} through {_labels(data['drafts'], 'name')}"


def _blame(data: Mapping[str, Any]) -> str:
    shares = [f"{counted(each['words'], 'word', 'words')} from {each['name']}" for each in data["shares"]]
    return listed(shares)


def _matrix(data: Mapping[str, Any]) -> str:
    summary = data["summary"]
    return (
        f"{counted(summary['drafts'], 'draft', 'drafts')}, {counted(summary['pairs'], 'pair', 'pairs')}, "
        f"{summary['scored']} of them scored in full"
    )


def _search(data: Mapping[str, Any]) -> str:
    return f"“{data['query']}”: {counted(data['total'], 'hit', 'hits')} by {data['matched']}"


def _precedents(data: Mapping[str, Any]) -> str:
    found = sum(each["earliest"] is not None for each in data["clauses"])
    return (
        f"{data['draft']}: {found} of {counted(len(data['clauses']), 'clause', 'clauses')} stand in "
        f"{counted(data['instruments'], 'earlier instrument', 'earlier instruments')}"
    )


def _rules(data: Mapping[str, Any]) -> str:
    passed = Counter(each["passed"] for each in data["rules"])
    return f"{data['archive']}: {passed[True]} of {counted(len(data['rules']), 'rule', 'rules')} kept"


def _labels(held: Sequence[Mapping[str, Any]], name: str) -> str:
    return listed([each[name] for each in held])


_HEADLINES: dict[str, Callable[[Mapping[str, Any]], str]] = {
    "treatydiff/draft/1": _draft,
    "treatydiff/derivation/1": _derivation,
    "treatydiff/check/1": _check,
    "treatydiff/brackets/1": _brackets,
    "treatydiff/languages/1": _languages,
    "treatydiff/across/1": _across,
    "treatydiff/final-clauses/1": _final_clauses,
    "treatydiff/proposals/1": _proposals,
    "treatydiff/concordance/1": _concordance,
    "treatydiff/trace/1": _trace,
    "treatydiff/blame/1": _blame,
    "treatydiff/matrix/1": _matrix,
    "treatydiff/search/1": _search,
    "treatydiff/precedents/1": _precedents,
    "treatydiff/archive-check/1": _rules,
}
