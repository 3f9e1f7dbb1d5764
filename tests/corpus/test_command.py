"""The installed command on real texts: exit codes and the same bytes on every run."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.corpus
TRAFFICKING = "crime/UNTOC_protocol_trafficking_en.txt"
SMUGGLING = "crime/UNTOC_protocol_smuggling_en.txt"


def treatydiff(*arguments: str, seed: str = "0") -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, "-m", "treatydiff", *arguments],
        capture_output=True,
        check=False,
        env=os.environ | {"PYTHONHASHSEED": seed, "NO_COLOR": "1", "COLUMNS": "80"},
    )


def test_exit_code_says_whether_anything_changed(corpus: Path) -> None:
    same = treatydiff("compare", str(corpus / TRAFFICKING), str(corpus / TRAFFICKING), "--exit-code", "-q")
    other = treatydiff("compare", str(corpus / TRAFFICKING), str(corpus / SMUGGLING), "--exit-code", "-q")
    assert (same.returncode, same.stderr) == (0, b"")
    assert (other.returncode, other.stderr) == (1, b"")


def test_same_bytes_whatever_the_order_of_hashes(corpus: Path, tmp_path: Path) -> None:
    outputs = []
    for seed in ("0", "1", "2"):
        page, data = tmp_path / f"{seed}.html", tmp_path / f"{seed}.json"
        done = treatydiff(
            "compare", str(corpus / TRAFFICKING), str(corpus / SMUGGLING),
            "--report", f"html={page}", "--report", f"json={data}", seed=seed,
        )  # fmt: skip
        assert done.returncode == 0, done.stderr.decode()
        outputs.append((done.stdout, page.read_bytes(), data.read_bytes()))
    assert outputs[0] == outputs[1] == outputs[2]


def test_outline_of_a_real_text(corpus: Path) -> None:
    done = treatydiff("outline", str(corpus / "crime/UNCAC_2003_en.txt"), "-f", "json")
    draft = json.loads(done.stdout)
    assert draft["schema"] == "treatydiff/draft/1"
    assert draft["language"] == "en"
    assert [instrument["articles"] for instrument in draft["instruments"]] == [71]
    assert str(corpus) not in done.stdout.decode()


def test_drafts_in_different_languages_are_aligned_and_no_words_compared(corpus: Path) -> None:
    done = treatydiff(
        "compare", str(corpus / "charter/un_charter_en.txt"), str(corpus / "charter/un_charter_fr.txt"),
        "--summary",
    )  # fmt: skip
    assert done.returncode == 0
    assert b"no words are compared" in b" ".join(done.stdout.split())
    assert b"Carried" not in done.stdout
