from __future__ import annotations

from pathlib import Path

import pytest

from tools.evaluate.corpus import Corpus


@pytest.fixture(scope="session")
def texts(corpus: Path) -> Corpus:
    """The corpus, with every file read, parsed and compared once in a session."""
    return Corpus(corpus)
