"""The rules of an archive on a terminal. Imports rich; import it where needed."""

from __future__ import annotations

from collections.abc import Iterator

from rich.console import RenderableType
from rich.text import Text

from treatydiff.archive.model import ArchiveCheck
from treatydiff.archive.report.check_reports import fault_place, verdict
from treatydiff.naming.wording import counted
from treatydiff.report.kit.terminal_parts import STRONG, Answer, columns, indented, labelled, rendered, safe


def archive_check_terminal(check: ArchiveCheck, *, width: int = 80, colour: bool = False) -> str:
    """Every rule with "kept" or its faults.

    Args:
        check: the rules.
        width: columns.
        colour: whether to write ANSI colours.
    """
    return rendered(_parts(check), width=width, colour=colour)


def _parts(check: ArchiveCheck) -> Iterator[RenderableType]:
    yield Answer(labelled([("Archive", check.title), ("Rules", verdict(check))]))
    for rule in check.rules:
        yield ""
        state = "kept" if rule.passed else counted(len(rule.faults), "fault", "faults")
        yield Text(safe(f"{rule.name}: {state}"), STRONG)
        for fault in rule.faults:
            table = columns("fold")
            table.add_row(Text(safe(f"{fault_place(fault)}\n{fault.message}")))
            yield indented(table)
