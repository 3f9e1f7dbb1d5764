"""Whoever checks types sees those of the library, and no name that is not there."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

PROGRAM = """
import treatydiff

comparison = treatydiff.compare("a.docx", b"text", reference="none", ngram=4)
reveal_type(comparison)
reveal_type(treatydiff.chain("a.txt", "b.txt").trace("art_1"))
reveal_type(treatydiff.Archive(".").matrix().rows())
treatydiff.compare("a.txt", "b.txt", ngrams=4)
treatydiff.compare("a.txt", "b.txt", revisions="never")
treatydiff.compare("a.txt")
treatydiff.reed
"""
EXPECTED = [
    (5, "note", 'Revealed type is "treatydiff.model.comparison.Comparison"'),
    (6, "note", 'Revealed type is "treatydiff.studies.chains.model.Trace"'),
    (7, "note", "Revealed type is"),
    (8, "error", 'Unexpected keyword argument "ngrams"'),
    (9, "error", 'Argument "revisions"'),
    (10, "error", 'Missing positional argument "b"'),
    (11, "error", 'Module has no attribute "reed"'),
]


def test_what_a_type_checker_says(tmp_path: Path) -> None:
    api = pytest.importorskip("mypy.api")
    program = tmp_path / "program.py"
    program.write_text(PROGRAM, encoding="utf-8")
    config = tmp_path / "mypy.ini"
    config.write_text("[mypy]\n", encoding="utf-8")
    printed, trouble, _ = api.run(
        ["--strict", "--config-file", str(config), "--cache-dir", str(tmp_path / "cache"), str(program)]
    )
    assert trouble == ""
    said = re.findall(r"program\.py:(\d+): (error|note): (.*)", printed)
    told = [(int(line), kind, words) for line, kind, words in said if "defined in" not in words]
    assert [(line, kind) for line, kind, _ in told] == [(line, kind) for line, kind, _ in EXPECTED]
    for (_, _, words), (_, _, expected) in zip(told, EXPECTED, strict=True):
        assert words.startswith(expected)
