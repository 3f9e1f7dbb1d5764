"""What a report on the brackets of three small drafts looks like: outputs to read, written anew by `make golden`."""

from __future__ import annotations

import os
from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest

from treatydiff.pipeline import read_draft_bytes
from treatydiff.settings import Settings
from treatydiff.studies.brackets.as_json import brackets_json
from treatydiff.studies.brackets.as_svg import brackets_svg
from treatydiff.studies.brackets.as_terminal import brackets_terminal
from treatydiff.studies.brackets.model import BracketStudy
from treatydiff.studies.brackets.study import study_brackets
from treatydiff.studies.brackets.view import brackets_view, shortened

EXPECTED = Path(__file__).parent / "expected"
QUICK = Settings(reference="none", isolate="never")
FIRST = """Convention on Wells

Article 1

Meetings

1. States [shall][should] meet [each spring] in the capital of the host [to hear the report of the keepers on all the wells of the year, and on their own work].

2. A keeper rests at noon. [agreed]

Article 2

Shares

Option 1

1. The water of a well shall be shared in equal parts by all the States around it.

Option 2

No text

Article 3

[Oil]

[Oil is sold within [X] days.]
"""
SECOND = """Convention on Wells

Article 1

Meetings

1. States shall meet [each spring] in the capital of the host.

2. A keeper rests [at noon].

Article 2

Shares

1. The water of a well shall be shared in parts by all the States around it.

Article 3

Oil

Oil is sold within thirty days [of its arrival].
"""


@cache
def study() -> BracketStudy:
    third = SECOND.replace("[", "").replace("]", "")
    texts = {"1-first.txt": FIRST, "2-second.txt": SECOND, "3-third.txt": third}
    return study_brackets(
        [read_draft_bytes(text.encode(), name, QUICK) for name, text in texts.items()], QUICK
    )


@cache
def pair() -> BracketStudy:
    return study_brackets(study().drafts[:2], QUICK)


OUTPUTS: dict[str, Callable[[], str]] = {
    "chain.txt": lambda: brackets_terminal(brackets_view(study()), width=80),
    "pair.txt": lambda: brackets_terminal(brackets_view(pair()), width=100),
    "article-1.txt": lambda: brackets_terminal(brackets_view(pair(), only="art_1"), width=80),
    "one.txt": lambda: brackets_terminal(brackets_view(study_brackets(study().drafts[:1], QUICK)), width=80),
    "chain.json": lambda: brackets_json(study(), (("language", "en"),)),
    "chain.svg": lambda: brackets_svg(brackets_view(study())),
}


@pytest.mark.parametrize("name", OUTPUTS)
def test_the_output_is_as_it_was_last_read(name: str) -> None:
    text, file = OUTPUTS[name]().rstrip("\n") + "\n", EXPECTED / name
    if os.environ.get("TREATYDIFF_GOLDEN") == "write":
        file.write_text(text, encoding="utf-8", newline="\n")
    assert text == file.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("text", "shown"),
    [("lamps  burn", "lamps burn"), ("lamps burn", "lamps burn"), ("lamps burn here", "lamps …"),
     ("lamps burns", "lamps …")],
)  # fmt: skip
def test_a_long_wording_is_cut_at_a_word(text: str, shown: str) -> None:
    assert shortened(text, 10) == shown


def test_ninety_characters_are_shown_whole() -> None:
    assert shortened("lamps " * 14 + "burned") == "lamps " * 14 + "burned"
    assert shortened("lamps " * 14 + "burning") == "lamps " * 13 + "lamps …"
