"""What a person typed who typed no command, or one that there is not, and what is said to it."""

from __future__ import annotations

from pathlib import Path

import pytest

from treatydiff.cli.main import run

LINES = {
    ("a.docx", "b.pdf"): "no command is named; hint: treatydiff compare a.docx b.pdf",
    ("a.docx", "b.pdf", "-f", "html"): "no command is named; hint: treatydiff compare a.docx b.pdf -f html",
    ("here.txt", "b.pdf"): "no command is named; hint: treatydiff compare here.txt b.pdf",
    ("a.docx#Part II", "b.pdf"): "no command is named; hint: treatydiff compare 'a.docx#Part II' b.pdf",
    ("a.docx",): "no command is named; hint: treatydiff outline a.docx",
    ("a.docx", "b.pdf", "c.pdf"): "no command is named; hint: treatydiff concordance a.docx b.pdf c.pdf",
    ("-f", "json", "a.docx", "b.pdf"):
        "no command stands before -f; hint: treatydiff compare -f json a.docx b.pdf",
    ("folder",): "folder is a folder, and no command is named; hint: treatydiff archive describe folder,"
        " or archive matrix, search, check",
    ("www.un.org/x.pdf",): "www.un.org/x.pdf: nothing is fetched from the web; hint: download the file and name it",
    ("compare", "docs.example.org/x.pdf", "b.pdf"):
        "docs.example.org/x.pdf: nothing is fetched from the web; hint: download the file and name it",
    ("compare", "https://example.org/x.pdf", "b.pdf"):
        "https://example.org/x.pdf: nothing is fetched from the web; hint: download the file and name it",
    ("compre", "a.docx", "b.pdf"): "No such command 'compre'; hint: did you mean treatydiff compare or"
        " treatydiff compile? treatydiff --help lists all",
    ("diff", "a.docx", "b.pdf"):
        "No such command 'diff'; hint: did you mean treatydiff compare? treatydiff --help lists all",
    ("search", "x"):
        "No such command 'search'; hint: did you mean treatydiff archive search? treatydiff --help lists all",
    ("xyzzy",): "No such command 'xyzzy'; hint: treatydiff --help lists all",
    ("help", "outlin"): "No such command 'outlin'; hint: did you mean treatydiff outline? treatydiff --help lists all",
    ("archive", "matrx", "folder"): "No such command 'matrx'; hint: did you mean treatydiff archive matrix?"
        " treatydiff archive --help",
    ("compare", "a.docx", "b.pdf", "--formt", "json"): "No such option: --formt; hint: did you mean --format or"
        " --stdin-format? treatydiff compare --help",
    ("compare", "a.docx", "b.pdf", "--zzz"): "No such option: --zzz; hint: treatydiff compare --help",
    ("compare", "here.txt", "here.txt", "-f", "word"): "there is no format 'word' for a comparison; hint: did you mean"
        " docx? one of terminal, json, html, csv, docx, xlsx, markdown, github, svg, junit",
    ("outline", "here.txt", "-f", "jsn"):
        "there is no format 'jsn' for a draft; hint: did you mean json? one of terminal, json, akn, text",
    ("compare", "a.docx"): "Missing argument 'B'; hint: treatydiff compare [OPTIONS] A B; treatydiff compare --help",
    ("compare", "a.docx", "b.pdf", "c.pdf"): "Got unexpected extra argument(s) (c.pdf); hint: treatydiff compare"
        " [OPTIONS] A B; treatydiff concordance takes more drafts; treatydiff compare --help",
    ("blame", "a.docx"): "Missing option '--through'; hint: treatydiff blame [OPTIONS] FINAL [DRAFT]... --through;"
        " treatydiff blame --help",
    ("compare", "a.docx", "b.pdf", "--width", "wide"):
        "Invalid value for '--width': it takes a whole number; hint: treatydiff compare --help",
}  # fmt: skip


@pytest.mark.parametrize(("typed", "said"), LINES.items(), ids=" ".join)
def test_what_is_meant_is_said_in_one_line(
    typed: tuple[str, ...],
    said: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    (tmp_path / "folder").mkdir()
    (tmp_path / "here.txt").write_text("Article 1\n\nLamps burn.\n")
    monkeypatch.chdir(tmp_path)
    with pytest.raises(SystemExit) as left:
        run([*typed])
    shown = capsys.readouterr()
    assert (left.value.code, shown.out, shown.err) == (2, "", f"treatydiff: error: {said}\n")


def test_a_folder_that_is_called_like_an_address_is_a_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "www.un.org").mkdir()
    (tmp_path / "www.un.org" / "x.txt").write_text("Article 1\n\nLamps burn.\n\nArticle 2\n\nOil burns.\n")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("TREATYDIFF_NO_CACHE", "1")
    with pytest.raises(SystemExit) as left:
        run(["text", "www.un.org/x.txt"])
    assert (left.value.code, "Oil burns." in capsys.readouterr().out) == (0, True)
