"""Drafts whose brackets, names and directions once kept patterns busy without end are read within a minute."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from treatydiff.pipeline import read_draft
from treatydiff.settings import Settings

pytestmark = [pytest.mark.corpus, pytest.mark.slow]
SECONDS = 60
FILES = ("isa_*_ru.pdf", "isa_*_ar.pdf")


def test_regulations_in_russian_and_arabic_are_read_within_a_minute_each(corpus: Path) -> None:
    paths = sorted(path for form in FILES for path in (corpus / "field").glob(form))
    assert len(paths) >= 4
    for path in paths:
        started = time.monotonic()
        assert read_draft(path, Settings()).units()
        assert time.monotonic() - started < SECONDS, path.name
