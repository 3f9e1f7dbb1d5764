"""What the methods of results call: their JSON contract, their rows, and how notebooks show them."""

from __future__ import annotations

import json
from typing import Any

from treatydiff.errors import ReportError
from treatydiff.library.rows import comparison_rows, contract_rows, draft_rows
from treatydiff.model import Comparison, Draft, Result
from treatydiff.rendering import render


class ResultMethods:
    """The renderer of results that is registered at the top of the package."""

    def to_dict(self, result: Result) -> dict[str, Any]:
        """The JSON contract of a result as a dictionary.

        Raises:
            ReportError: there is no JSON of such a result.
        """
        data: dict[str, Any] = json.loads(render(result, "json"))
        return data

    def rows(self, result: Result) -> list[dict[str, Any]]:
        """The natural rows of a result: for drafts and comparisons, one for each unit."""
        if isinstance(result, Comparison):
            return list(comparison_rows(result))
        if isinstance(result, Draft):
            return list(draft_rows(result))
        return contract_rows(self.to_dict(result))

    def to_dataframe(self, result: Result) -> Any:
        """The rows of a result as a pandas DataFrame.

        Raises:
            ReportError: pandas is not installed.
        """
        try:
            from pandas import DataFrame
        except ImportError:
            raise ReportError(
                "a data frame needs pandas, which is not installed",
                hint="pip install pandas; rows() gives the same as a list of dictionaries",
            ) from None
        return DataFrame(self.rows(result))

    def html(self, result: Result) -> str:
        """Summary and table of a result as one piece of HTML."""
        from treatydiff.library.notebook import comparison_piece, rows_piece

        if isinstance(result, Comparison):
            return comparison_piece(result)
        data = self.to_dict(result)
        if isinstance(result, Draft):
            rows = [{name: each[name] for name in ("label", "heading", "page", "clauses")}
                    for each in draft_rows(result)]  # fmt: skip
        else:
            rows = contract_rows(data)
        return rows_piece(data, rows)


_result_renderer = ResultMethods()
