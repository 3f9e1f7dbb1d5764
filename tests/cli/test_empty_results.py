"""What finds nothing says so and is done (0); what is not there is refused (2); 1 only where it is asked for."""

from __future__ import annotations

from pathlib import Path

import pytest

from treatydiff.cli.main import run

FOUND_NOTHING: dict[tuple[str, ...], tuple[int, str]] = {
    ("final-clauses", "a.txt"): (0, "No final clause was found."),
    ("positions", "a.txt", "b.txt"): (0, "No draft names a delegation"),
    ("terms", "a.txt", "b.txt"): (0, "No "),
    ("brackets", "a.txt", "b.txt"): (0, "Brackets     none"),
    ("check", "a.txt"): (0, "Found        nothing"),
    ("check", "a.txt", "--exit-code"): (0, "Found        nothing"),
    ("compare", "a.txt", "a.txt", "--exit-code"): (0, "identical"),
    ("compare", "a.txt#Article 1", "b.txt#Article 1", "--exit-code"): (0, "identical"),
    ("compare", "a.txt", "b.txt", "--exit-code"): (1, "1 substantive change"),
    ("changes", "a.txt", "a.txt"): (0, "0 changes"),
    ("archive", "search", ".", "zzyzx"): (0, "Found        nothing"),
    ("archive", "search", ".", "zzyzx", "--exit-code"): (1, "Found        nothing"),
    ("trace", "Article 9", "a.txt", "b.txt"): (2, "no draft has a provision 'Article 9'; hint: nearest: art_2"),
    ("compare", "a.txt#Part I", "b.txt"): (2, "there is no provision 'Part I'"),
    ("compare", "a.txt", "b.txt", "--theme", "terrorism"): (2, "neither draft speaks of a theme 'terrorism'"),
    ("blame", "b.txt", "--through", "a.txt", "--article", "12"): (2, "there is no provision '12'; hint: nearest: art_"),
}  # fmt: skip


@pytest.mark.parametrize(("words", "expected"), FOUND_NOTHING.items(), ids=map(" ".join, FOUND_NOTHING))
def test_the_exit_code_of_what_finds_nothing(
    words: tuple[str, ...],
    expected: tuple[int, str],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capfdbinary: pytest.CaptureFixture[bytes],
) -> None:
    for name, clean in (("a.txt", "clean"), ("b.txt", "clear")):
        (tmp_path / name).write_text(f"Article 1\n\nLamps burn.\n\nArticle 2\n\nOil is {clean}.\n")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("TREATYDIFF_CACHE_DIR", str(tmp_path / "cache"))
    with pytest.raises(SystemExit) as left:
        run([*words])
    shown = b"".join(capfdbinary.readouterr()).decode()
    assert (left.value.code, expected[1] in shown) == (expected[0], True), shown
