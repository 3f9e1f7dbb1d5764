"""Numbers of Word paragraphs against LibreOffice, another program that resolves them.

What differs and why is written in docs/tricky-cases.md.
"""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from tests.reading.word_files import abstract, deleted, ins, level, num, p, r, style, word_package
from treatydiff.model import Block
from treatydiff.reading.reader import read_file
from treatydiff.settings import Settings

pytestmark = [
    pytest.mark.office,
    pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed"),
]

LEVELS = (
    level(0, "decimal", "Article %1"),
    level(1, "decimal", "%2."),
    level(2, "lowerLetter", "(%3)"),
    level(3, "lowerRoman", "(%4)"),
)
OVERRIDE = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride>'
LEGAL = '<w:lvlRestart w:val="0"/>'
STYLES = style("ArticleHeading", p_pr='<w:numPr><w:numId w:val="1"/></w:numPr>') + style(
    "Clause", p_pr='<w:numPr><w:ilvl w:val="1"/><w:numId w:val="1"/></w:numPr>'
)


def text(number: int) -> str:
    """Words that no other paragraph has."""
    names = (
        "lamps",
        "harbours",
        "keepers",
        "signals",
        "vessels",
        "towers",
        "storms",
        "charts",
        "pilots",
        "buoys",
    )
    return f"The {names[number % 10]} of the {names[number // 10 % 10]} coast."


def nested() -> dict[str, str]:
    """Four levels that restart under one another."""
    depths = (0, 1, 1, 2, 2, 3, 3, 2, 1, 2, 0, 1, 2, 3, 1, 0, 1)
    return {
        "body": "".join(p(text(at), num=(1, depth)) for at, depth in enumerate(depths)),
        "numbering": abstract(1, *LEVELS) + num(1, 1),
    }


def override() -> dict[str, str]:
    """A second list of the same kind that starts over, and one that starts at five."""
    lists = (1, 1, 2, 2, 1, 3, 3)
    return {
        "body": "".join(p(text(at), num=(which, 0)) for at, which in enumerate(lists)),
        "numbering": abstract(1, level(0, "decimal", "%1."))
        + num(1, 1)
        + num(2, 1, '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>')
        + num(3, 1, OVERRIDE),
    }


def styled() -> dict[str, str]:
    """Numbers that come with the style of the paragraph."""
    names = ("ArticleHeading", "Clause", "Clause", "ArticleHeading", "Clause")
    return {
        "body": "".join(p(text(at), style=name) for at, name in enumerate(names)),
        "numbering": abstract(
            1,
            level(0, "decimal", "Article %1", more='<w:pStyle w:val="ArticleHeading"/>'),
            level(1, "decimal", "%2.", more='<w:pStyle w:val="Clause"/>'),
        )
        + num(1, 1),
        "styles": STYLES,
    }


def legal() -> dict[str, str]:
    """Roman articles whose paragraphs print them as Arabic ("1.2" under "Article I")."""
    depths = (0, 1, 1, 0, 1, 1)
    return {
        "body": "".join(p(text(at), num=(1, depth)) for at, depth in enumerate(depths)),
        "numbering": abstract(
            1, level(0, "upperRoman", "Article %1"), level(1, "decimal", "%1.%2", more="<w:isLgl/>")
        )
        + num(1, 1),
    }


def never_restarting() -> dict[str, str]:
    """Paragraphs that count through all articles."""
    depths = (0, 1, 1, 0, 1, 1)
    return {
        "body": "".join(p(text(at), num=(1, depth)) for at, depth in enumerate(depths)),
        "numbering": abstract(1, level(0, "decimal", "Article %1"), level(1, "decimal", "%2.", more=LEGAL))
        + num(1, 1),
    }


def formats() -> dict[str, str]:
    """Every number format that treaties use."""
    kinds = ("decimal", "upperRoman", "lowerRoman", "upperLetter", "lowerLetter", "decimalZero", "ordinal")
    return {
        "body": "".join(
            p(text(10 * at + step), num=(at + 1, 0)) for at in range(len(kinds)) for step in range(3)
        ),
        "numbering": "".join(abstract(at + 1, level(0, kind, "%1)")) for at, kind in enumerate(kinds))
        + "".join(num(at + 1, at + 1) for at in range(len(kinds))),
    }


def tracked() -> dict[str, str]:
    """Tracked changes, all accepted: an inserted paragraph counts, a deleted one does not."""
    gone = "<w:rPr><w:del w:id='7' w:author='A' w:date='2024-01-02T00:00:00Z'/></w:rPr>"
    new = "<w:rPr><w:ins w:id='8' w:author='A' w:date='2024-01-02T00:00:00Z'/></w:rPr>"
    return {
        "body": p(text(1), num=(1, 0))
        + p(ins(r(text(2))), num=(1, 0), properties=new)
        + p(deleted(text(3)), num=(1, 0), properties=gone)
        + p(text(4), num=(1, 0)),
        "numbering": abstract(1, level(0, "decimal", "%1.")) + num(1, 1),
    }


PACKAGES = (nested, override, styled, legal, never_restarting, formats, tracked)
CHAIN = ("1-national-draft.docx", "3-revised-text.docx")
EXPLAINED: dict[str, dict[str, str]] = {
    # LibreOffice knows no "legal" levels: it keeps the Roman number of the article.
    "legal.docx": {"1.1": "I.1", "1.2": "I.2", "2.1": "II.1", "2.2": "II.2"},
    # It starts every level over, whatever the level says of restarting.
    "never_restarting.docx": {"3.": "1.", "4.": "2."},
    # Its plain text prints deleted paragraphs too, and counts them.
    "tracked.docx": {"3.": "4."},
}
"""Numbers in which the other program differs: ours, theirs."""


def convert(folder: Path) -> None:
    """Let LibreOffice write every Word file of a folder as plain text beside it."""
    subprocess.run(
        ["soffice", "--headless", f"-env:UserInstallation=file://{folder}/profile", "--convert-to",
         "txt:Text (encoded):UTF8", "--outdir", str(folder), *map(str, sorted(folder.glob("*.docx")))],
        check=True, capture_output=True, timeout=240,
    )  # fmt: skip


@pytest.fixture(scope="module")
def converted(tmp_path_factory: pytest.TempPathFactory, fixtures: Path) -> Path:
    """A folder of Word files and of what LibreOffice makes of them as plain text."""
    folder = tmp_path_factory.mktemp("oracle")
    for make in PACKAGES:
        parts = make()
        content = word_package(parts.pop("body"), **parts)
        (folder / f"{make.__name__}.docx").write_bytes(content)
    for name in CHAIN:
        shutil.copy(fixtures / "chain" / name, folder / name)
    convert(folder)
    return folder


def theirs(folder: Path, name: str) -> list[str]:
    """The paragraphs as LibreOffice prints them, spaces apart."""
    content = (folder / name).with_suffix(".txt").read_text(encoding="utf-8-sig")
    return ["".join(line.split()) for line in content.splitlines() if line.strip()]


def squeezed(number: str, block: Block) -> str:
    """A numbered paragraph, spaces apart."""
    return "".join((number + block.text).split())


@pytest.mark.parametrize("name", [*(f"{make.__name__}.docx" for make in PACKAGES), *CHAIN])
def test_numbers_are_those_of_another_program(converted: Path, name: str) -> None:
    numbered = [block for block in read_file(converted / name, Settings()).blocks if block.number]
    assert numbered
    other = set(theirs(converted, name))
    differing = [block for block in numbered if squeezed(block.number, block) not in other]
    explained = EXPLAINED.get(name, {})
    for block in differing:
        if block.number in explained:
            assert squeezed(explained[block.number], block) in other
    assert [block.number for block in differing if block.number in explained] == list(explained)
    unexplained = [squeezed(block.number, block) for block in differing if block.number not in explained]
    assert len(unexplained) <= 0.02 * len(numbered), unexplained


@pytest.mark.corpus
def test_numbers_of_a_real_draft(corpus: Path, tmp_path: Path) -> None:
    name = "decision_draft_2024-11-14.docx"
    shutil.copy(corpus / "unfccc" / name, tmp_path / name)
    convert(tmp_path)
    numbered = [block for block in read_file(tmp_path / name, Settings()).blocks if block.number]
    other = set(theirs(tmp_path, name))
    equal = sum(squeezed(block.number, block) in other for block in numbered)
    assert equal >= 0.98 * len(numbered) > 300
