"""What overturns the headline stands in every format that says what a comparison found."""

from __future__ import annotations

import io
import zipfile

import pytest

from tests.structure.drafting import draft_of
from treatydiff import render
from treatydiff.model import Comparison
from treatydiff.pipeline import compare_drafts
from treatydiff.rendering import formats_of
from treatydiff.settings import Settings
from treatydiff.studies.changes.list_changes import list_changes
from treatydiff.studies.changes.model import ChangeList

FAR_SHORTER = "A is far shorter"


@pytest.fixture(scope="module")
def uneven() -> Comparison:
    article = (
        "Article {n}\n\nEach Party shall keep its lamp number {n} lit from dusk to dawn on every day.\n\n"
    )
    short, long = (draft_of("".join(article.format(n=n) for n in range(1, last))) for last in (3, 12))
    return compare_drafts(short, long, Settings(isolate="never", reference="none"))


def _text(made: str | bytes) -> str:
    if isinstance(made, str):
        return made
    with zipfile.ZipFile(io.BytesIO(made)) as package:
        return "".join(package.read(name).decode("utf-8", "replace") for name in package.namelist())


@pytest.mark.parametrize("form", formats_of(Comparison))
def test_a_text_far_shorter_is_said_in_every_format(uneven: Comparison, form: str) -> None:
    assert FAR_SHORTER in " ".join(_text(render(uneven, form)).split())


@pytest.mark.parametrize("form", formats_of(ChangeList))
def test_and_in_every_format_of_the_change_list(uneven: Comparison, form: str) -> None:
    assert FAR_SHORTER in " ".join(_text(render(list_changes(uneven), form)).split())
