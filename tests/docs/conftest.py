from __future__ import annotations

import os
from pathlib import Path

import pytest

import treatydiff.pipeline
from tests.cli.running import RUN_CACHE
from treatydiff.archive.cache import FolderCache
from treatydiff.isolation.kept import begin_known


@pytest.fixture
def _read_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """The library keeps what it reads where the commands of this test run keep it: pages of examples name
    the same few drafts again and again."""
    cache = FolderCache(Path(os.environ[RUN_CACHE]))
    monkeypatch.setattr(
        treatydiff.pipeline, "begin_known", lambda source, settings, _: begin_known(source, settings, cache)
    )
