"""Article headings of sixty trade agreements, by line and number."""

from __future__ import annotations

import pytest

from tools.evaluate.corpus import Corpus
from tools.evaluate.headings import files_of_archive

pytestmark = pytest.mark.corpus


def test_headings_by_line_and_number(texts: Corpus) -> None:
    files = [found for found in files_of_archive(texts) if not isinstance(found, Exception)]
    missed = [line for file in files for line in file.details() if ": missed " in line]
    assert len(files) == 60
    assert missed == []
    # Headings of annexes that the list leaves out stand alone on their lines; few others may be found.
    assert sum(len(file.found - file.known) - file.bare for file in files) <= 20
