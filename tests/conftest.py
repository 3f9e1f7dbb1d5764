from __future__ import annotations

import gc
import os
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings

from tests.cli.running import RUN_CACHE
from treatydiff.isolation.collector import collect_seldom

# Time limits of single examples fail on a busy machine and say nothing about the code.
# In CI the examples are the same on every run: a new one is found where somebody can look at it.
settings.register_profile("treatydiff", deadline=None, derandomize=bool(os.environ.get("CI")))
settings.load_profile("treatydiff")
# What an earlier run kept of a file must not stand in for reading it; commands inherit this.
os.environ["TREATYDIFF_NO_CACHE"] = "1"
# Where an environment forbids compiled modules, every command of a test compiles the package again.
COMPILED = "PYTHONPYCACHEPREFIX"


def pytest_configure(config: pytest.Config) -> None:
    """One folder for what the commands of this run keep of files; workers of pytest-xdist share it."""
    collect_seldom()
    if not hasattr(config, "workerinput"):
        os.environ[RUN_CACHE] = tempfile.mkdtemp(prefix="treatydiff-tests-")
        os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
        os.environ[COMPILED] = tempfile.mkdtemp(prefix="treatydiff-compiled-")


def pytest_collection_finish() -> None:
    """What stands until the end, some eight thousand tests, is not looked through for cycles again and again."""
    gc.freeze()


def pytest_unconfigure(config: pytest.Config) -> None:
    """Leave nothing behind."""
    if not hasattr(config, "workerinput"):
        for folder in (RUN_CACHE, COMPILED):
            shutil.rmtree(os.environ.pop(folder, ""), ignore_errors=True)


@pytest.fixture(scope="session")
def corpus() -> Path:
    """The folder of public treaty texts that TREATYDIFF_CORPUS names; skips where it is absent."""
    named = os.environ.get("TREATYDIFF_CORPUS")
    if not named:
        pytest.skip("TREATYDIFF_CORPUS is not set: the corpus of public treaty texts is not at hand")
    folder = Path(named)
    if not folder.is_dir():
        pytest.skip(f"TREATYDIFF_CORPUS names no folder: {named}")
    return folder


@pytest.fixture(scope="session")
def fixtures() -> Path:
    """The folder of drafts that were written for the tests."""
    return Path(__file__).resolve().parent.parent / "fixtures"


@pytest.fixture(scope="module")
def chromium() -> Iterator[Any]:
    """The installed Chromium, driven by Playwright; skips where either is absent."""
    sync_api = pytest.importorskip("playwright.sync_api")
    path = next(
        (each for each in ("/usr/bin/chromium", "/usr/bin/chromium-browser") if Path(each).exists()), None
    )
    options = ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking"]
    with sync_api.sync_playwright() as playwright:
        try:
            browser = playwright.chromium.launch(executable_path=path, args=options)
        except sync_api.Error as fault:
            pytest.skip(f"no Chromium to look at the page with: {str(fault).splitlines()[0]}")
        yield browser
        browser.close()


def pytest_runtest_setup(item: pytest.Item) -> None:
    """Tests that take minutes run only where they are asked for."""
    if item.get_closest_marker("slow") and os.environ.get("TREATYDIFF_SLOW") != "1":
        pytest.skip("takes minutes; set TREATYDIFF_SLOW=1 to run it")
