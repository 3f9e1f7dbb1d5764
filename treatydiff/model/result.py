"""What every answer to a question on drafts can do; who makes it is registered at the top of the package."""

from __future__ import annotations

import sys
from typing import Any, Protocol

REGISTERED_AS = "_result_renderer"
"""The name at the top of the package under which the renderer of results is found."""


SettingValues = tuple[tuple[str, str | int | float | bool | None], ...]
"""Names and values of the settings that differ from the defaults, as results carry them."""


class ResultRenderer(Protocol):
    """Makes of a result what its methods return."""

    def to_dict(self, result: Result) -> dict[str, Any]:
        """The JSON contract of the result, as a dictionary."""

    def rows(self, result: Result) -> list[dict[str, Any]]:
        """Its natural rows."""

    def to_dataframe(self, result: Result) -> Any:
        """Its rows as a pandas DataFrame."""

    def html(self, result: Result) -> str:
        """Its summary and its table as a piece of HTML."""


class Result:
    """An answer to a question on drafts: a frozen dataclass that tells itself as data, rows or HTML."""

    __slots__ = ()

    def to_dict(self) -> dict[str, Any]:
        """The JSON contract of this result as a dictionary: what the reports write with `-f json`.

        Raises:
            ReportError: there is no JSON of such a result.
        """
        return _renderer().to_dict(self)

    def rows(self) -> list[dict[str, Any]]:
        """One plain dictionary for each row, all with the same keys; values are text, numbers or None."""
        return _renderer().rows(self)

    def to_dataframe(self) -> Any:
        """The rows as a `pandas.DataFrame`.

        Raises:
            ReportError: pandas is not installed.
        """
        return _renderer().to_dataframe(self)

    def _repr_html_(self) -> str:
        """Summary and table as notebooks show them: one piece of HTML that needs nothing beside it."""
        return _renderer().html(self)


def _renderer() -> ResultRenderer:
    # The model imports nothing of ours: whoever stands at the top of the package has registered there,
    # by a name that is looked up only now, what loads the renderers.
    package = sys.modules[__name__.partition(".")[0]]
    renderer: ResultRenderer = getattr(package, REGISTERED_AS)
    return renderer
