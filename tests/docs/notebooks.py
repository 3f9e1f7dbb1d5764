"""Runs the code cells of a notebook in their order, without Jupyter, and says what they show."""

from __future__ import annotations

import ast
import io
from contextlib import redirect_stdout
from typing import Any

Output = dict[str, Any]


def executed(notebook: dict[str, Any]) -> list[list[Output]]:
    """The outputs of every code cell of a notebook, as the notebook format has them.

    What a cell prints comes first; the value of its last line follows, as text and, where it can tell
    itself so, as HTML. An error in a cell is raised.

    Args:
        notebook: as it is read from its file.
    """
    names: dict[str, Any] = {"__name__": "__main__"}
    cells = [each for each in notebook["cells"] if each["cell_type"] == "code"]
    return [_run("".join(cell["source"]), names, number) for number, cell in enumerate(cells, 1)]


def _run(code: str, names: dict[str, Any], number: int) -> list[Output]:
    tree = ast.parse(code)
    last = tree.body.pop() if tree.body and isinstance(tree.body[-1], ast.Expr) else None
    printed = io.StringIO()
    value = None
    with redirect_stdout(printed):
        exec(compile(tree, f"cell {number}", "exec"), names)
        if isinstance(last, ast.Expr):
            value = eval(compile(ast.Expression(last.value), f"cell {number}", "eval"), names)
    outputs: list[Output] = []
    if printed.getvalue():
        outputs.append({"name": "stdout", "output_type": "stream", "text": _lines(printed.getvalue())})
    if value is not None:
        shown = {"text/plain": _lines(repr(value))}
        if hasattr(value, "_repr_html_"):
            shown = {"text/html": _lines(value._repr_html_()), **shown}
        outputs.append(
            {"data": shown, "execution_count": number, "metadata": {}, "output_type": "execute_result"}
        )
    return outputs


def _lines(text: str) -> list[str]:
    return text.splitlines(keepends=True)
