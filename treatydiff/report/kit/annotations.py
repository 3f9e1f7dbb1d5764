"""Commands of GitHub's workflows, which it shows as annotations of files."""

from __future__ import annotations

from typing import Literal

from treatydiff.naming.wording import encodable, printable


def annotation(level: Literal["warning", "error"], file: str, title: str, message: str) -> str:
    """One annotation, a line.

    Args:
        level: how it is shown.
        file: the file that it stands at.
        title: what is printed above it.
        message: its words.
    """
    return encodable(f"::{level} file={_property(file)},title={_property(title)}::{_data(message)}") + "\n"


def _data(text: str) -> str:
    return printable(text).replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
