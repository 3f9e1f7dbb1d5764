"""Redlines in the draft's own file, and their proof, from the command line."""

from __future__ import annotations

import json
import zipfile
from pathlib import Path

import pytest

from tests.cli.running import run
from tests.reading.word_files import p, packed, word_package

BODY = "Each Party shall keep its lamps {} at night and shall report to the Council once a year."


@pytest.fixture
def drafts(tmp_path: Path) -> tuple[Path, Path]:
    a, b = tmp_path / "a.docx", tmp_path / "b.docx"
    a.write_bytes(word_package(p("Article 1") + p(BODY.format("lit"))))
    b.write_bytes(word_package(p("Article 1") + p(BODY.format("burning"))))
    return a, b


def document(path: Path) -> str:
    with zipfile.ZipFile(path) as package:
        return package.read("word/document.xml").decode()


def test_a_redline_of_word_files_is_the_later_file_with_changes_tracked(
    drafts: tuple[Path, Path], tmp_path: Path
) -> None:
    out = tmp_path / "out.docx"
    done = run("compare", *drafts, "-f", "docx", "-o", out, "--author", "Secretariat", "-q")
    assert (done.returncode, done.stderr) == (0, b"")
    assert 'w:author="Secretariat"' in document(out)
    assert "Comparison of two drafts" not in document(out)
    proof = run("verify", out, *drafts)
    assert proof.returncode == 0
    assert proof.stdout.decode().splitlines()[:3] == [
        "out.docx: 1 insertions, 1 deletions, 0 moved from, 0 moved to",
        "all accepted: gives b.docx",
        "all rejected: gives a.docx",
    ]


def test_the_other_layouts_stay(drafts: tuple[Path, Path], tmp_path: Path) -> None:
    for layout in ("plain", "redline", "table"):
        out = tmp_path / f"{layout}.docx"
        assert run("compare", *drafts, "-f", "docx", "--layout", layout, "-o", out).returncode == 0
        assert "Comparison of two drafts" in document(out)
    assert run("verify", tmp_path / "plain.docx", *drafts).returncode == 0


def test_the_own_file_of_drafts_that_are_no_word_files_is_refused(tmp_path: Path) -> None:
    a, b = tmp_path / "a.txt", tmp_path / "b.txt"
    a.write_text("Article 1\n\n" + BODY.format("lit"), "utf-8")
    b.write_text("Article 1\n\n" + BODY.format("burning"), "utf-8")
    done = run("compare", a, b, "-f", "docx", "--layout", "own", "-o", tmp_path / "out.docx")
    assert done.returncode == 2
    assert b"neither draft is a Word file that can be marked" in done.stderr


def test_a_part_of_a_draft_is_marked_in_a_plain_redline_and_that_is_said(
    drafts: tuple[Path, Path], tmp_path: Path
) -> None:
    a, b = drafts
    out = tmp_path / "out.docx"
    done = run("compare", f"{a}#art_1", b, "-f", "docx", "-o", out, "-q")
    assert done.returncode == 0
    assert b"not in the draft's own file but a plain one: only a part of a draft was compared" in done.stderr
    assert "Comparison of two drafts" in document(out)


def test_a_redline_that_does_not_hold_the_drafts_is_named_with_exit_code_1(
    drafts: tuple[Path, Path], tmp_path: Path
) -> None:
    a, b = drafts
    out = tmp_path / "out.docx"
    run("compare", a, b, "-f", "docx", "-o", out)
    b.write_bytes(word_package(p("Article 1") + p(BODY.format("glowing"))))
    found = run("verify", out, a, b)
    assert found.returncode == 1
    assert b"where the draft says" in found.stdout
    assert b"glowing" in found.stdout
    told = json.loads(run("verify", out, a, b, "-f", "json").stdout)
    assert (told["holds"], told["rejected"]) == (False, None)


def test_what_word_s_schema_does_not_allow_is_named(drafts: tuple[Path, Path], tmp_path: Path) -> None:
    out, broken = tmp_path / "out.docx", tmp_path / "broken.docx"
    run("compare", *drafts, "-f", "docx", "-o", out)
    with zipfile.ZipFile(out) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    late = parts["word/document.xml"].replace(b"<w:pPr/>", b"", 1).replace(b"</w:p>", b"<w:pPr/></w:p>", 1)
    assert late != parts["word/document.xml"]
    broken.write_bytes(packed(parts | {"word/document.xml": late}))
    found = run("verify", broken, *drafts)
    assert found.returncode == 1
    assert b"against the order of Word's schema, in w:p w:pPr stands behind w:r" in b" ".join(
        found.stdout.split()
    )
    # A fault that a draft has already is not the redline's.
    assert run("verify", out, *drafts).returncode == 0


def test_what_is_no_word_file_cannot_be_verified(drafts: tuple[Path, Path], tmp_path: Path) -> None:
    text = tmp_path / "redline.txt"
    text.write_text("Article 1\n", encoding="utf-8")
    found = run("verify", text, *drafts)
    assert found.returncode == 2
    assert b"redline.txt: is no Word file" in found.stderr


def test_a_confidential_redline_is_in_the_draft_s_own_file_too(
    drafts: tuple[Path, Path], tmp_path: Path
) -> None:
    out = tmp_path / "out.docx"
    done = run("compare", *drafts, "-f", "docx", "-o", out, "-q", "--confidential", "--label", "A=May")
    assert (done.returncode, done.stderr) == (0, b"")
    assert "Comparison of two drafts" not in document(out)
    with zipfile.ZipFile(out) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    assert any(b"CONFIDENTIAL" in parts[name] for name in parts if "header" in name)
    assert b">May sha256 " in parts["docProps/custom.xml"]
    assert b">Draft B sha256 " in parts["docProps/custom.xml"]
    assert [name for name in parts if b"a.docx" in parts[name] or b"b.docx" in parts[name]] == []
    assert run("verify", out, *drafts).returncode == 0


def test_the_summary_page_belongs_to_neither_draft(drafts: tuple[Path, Path], tmp_path: Path) -> None:
    out = tmp_path / "out.docx"
    run("compare", *drafts, "-f", "docx", "-o", out, "--summary-page")
    assert "Comparison of two drafts" in document(out)
    assert run("verify", out, *drafts).returncode == 0


def test_tracked_changes_that_are_there_are_told_of_or_left(tmp_path: Path) -> None:
    a, b, out = tmp_path / "a.docx", tmp_path / "b.docx", tmp_path / "out.docx"
    new = '<w:ins w:id="3" w:author="Norvania" w:date="2023-03-04T05:06:07Z"><w:r><w:t>soon </w:t></w:r></w:ins>'
    a.write_bytes(word_package(p("Article 1") + p(BODY.format("lit"))))
    b.write_bytes(word_package(p("Article 1") + p(new, BODY.format("burning"))))
    done = run("compare", a, b, "-f", "docx", "-o", out, "-q")
    assert done.stderr == b"treatydiff: b.docx: 1 tracked change accepted first (Norvania 1)\n"
    assert "Norvania" not in document(out)
    done = run("compare", a, b, "-f", "docx", "-o", out, "-q", "--revisions", "keep", "--author", "Clerk")
    assert done.stderr == b"treatydiff: b.docx: 1 tracked change left as it is (Norvania 1)\n"
    assert 'w:author="Norvania" w:date="2023-03-04T05:06:07Z"' in document(out)
    assert 'w:author="Clerk"' in document(out)
    assert run("verify", out, a, b).returncode == 0
    refused = run("compare", a, b, "--revisions", "keep")
    assert refused.returncode == 2
    assert b"--revisions keep is for a redline in the draft's own file" in refused.stderr


def test_copies_of_delegations_are_compiled_in_the_base_s_own_file(
    drafts: tuple[Path, Path], tmp_path: Path
) -> None:
    base, one = drafts
    other, out = tmp_path / "c.docx", tmp_path / "out.docx"
    other.write_bytes(word_package(p("Article 1") + p(BODY.format("bright"))))
    done = run("compile", base, f"Norvania={one}", f"Quillon={other}", "-f", "docx", "-o", out, "-q")
    assert (done.returncode, done.stderr) == (0, b"")
    assert 'w:author="Norvania"' in document(out)
    assert 'w:author="Quillon"' in document(out)
    assert "Norvania: “burning”; Quillon: “bright”" in document(out)
    listed = run("compile", base, f"Norvania={one}", f"Quillon={other}")
    assert b"Passages that several change in different ways" in listed.stdout
    refused = run("compile", base, Path("fixtures/chain/2-chairs-text.pdf"), "-f", "docx", "--layout", "own")
    assert refused.returncode == 2
    assert b"a text is no Word file" in refused.stderr


def test_scrub_and_the_date_of_the_build(tmp_path: Path) -> None:
    a, b, out = (tmp_path / f"{name}.docx" for name in ("a", "b", "out"))
    header = '<w:p w:rsidR="00AB12CD"><w:r><w:t>Council of Harbours</w:t></w:r></w:p>'
    a.write_bytes(word_package(p("Article 1") + p(BODY.format("lit")), header1=header))
    b.write_bytes(word_package(p("Article 1") + p(BODY.format("burning")), header1=header))
    done = run(
        "compare", a, b, "-f", "docx", "--scrub", "-o", out, "-q", env={"SOURCE_DATE_EPOCH": "1700000000"}
    )
    assert (done.returncode, done.stderr) == (0, b"")
    assert document(out).count('w:date="2023-11-14T22:13:20Z"') == 2
    with zipfile.ZipFile(out) as package:
        assert b"00AB12CD" not in b"".join(package.read(name) for name in package.namelist())
        assert b"Council of Harbours" in package.read("word/header1.xml")
