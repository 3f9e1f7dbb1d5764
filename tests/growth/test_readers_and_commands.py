"""What readers, grammar and comparisons cost grows with the draft and no faster, whatever stands in it.

A draft of one endless line (paragraph, tag, page) must not cost much more than the same in eight parts.
"""

from __future__ import annotations

import time
from collections.abc import Callable

import pytest

from fixtures.build_hostile import document, one_page, page, stream, text_operators, word
from treatydiff.errors import ReadError
from treatydiff.isolation.alarm import TimeIsUpError, bounded_seconds
from treatydiff.model import Draft
from treatydiff.pipeline import compare_drafts, read_draft_bytes
from treatydiff.reading.pdf.columns import _median_of, _most_covered
from treatydiff.settings import Settings
from treatydiff.studies.brackets.study import study_brackets
from treatydiff.studies.checks.check import check_draft

PARTS, PART = 8, 400
"""Parts of a line, and characters of one."""
CHEAP, STEEP, TRIES = 0.25, 3.0, 3
"""Seconds that need no comparison; how much more than its parts a line may cost; tries on a busy machine."""
HERE = Settings(isolate="never", reference="none")
LINES = [
    "a", "Я", "م", "第", "1", " ", ".", ",", "[", "]", "(a) ", "and ", "A, ", "[a] ", "a-", "[A, ", "1. ", "; ", "“",
    "article 5 ", "articles 1, ", "shall ", "Option 1: ", "Done at ", "I/A", "no later than 30 days ", "1 a 1", "_",
]  # fmt: skip


def text(each: str, length: int) -> bytes:
    return f"Article 1\nScope\n\nThe Parties {(each * length)[:length]}\n\nArticle 2\nEnd\n\nText.\n".encode()


def growth(cost: Callable[[int], float]) -> str:
    """What is to be said where the whole costs more than its parts."""
    for _ in range(TRIES):
        whole = cost(PARTS * PART)
        if whole < CHEAP:
            return ""
        parts = PARTS * cost(PART)
        if whole < STEEP * parts:
            return ""
    return f"{whole:.2f} s, in {PARTS} parts {parts:.2f} s"


def seconds(call: Callable[[], object]) -> float:
    started = time.process_time()
    try:
        with bounded_seconds(8):
            call()
    except TimeIsUpError:
        return 60.0
    return time.process_time() - started


def html(content: str) -> bytes:
    return f"<html><body><h1>Article 1</h1>{content}</body></html>".encode()


READERS: dict[str, Callable[[int], tuple[str, bytes]]] = {
    "html of one paragraph": lambda n: ("a.html", html(f"<p>{'a, [b] ' * n}</p>")),
    "html of paragraphs": lambda n: ("a.html", html("<p>(a) act;</p>" * n)),
    "html nested": lambda n: ("a.html", html("<b><i>" * 100 + "act" + "</i></b>" * 100 + "<p>x" * n)),
    "html of attributes": lambda n: ("a.html", html(f"<p {' '.join(f'a{at}=1' for at in range(n))}>act</p>")),
    "html of open quotes": lambda n: ("a.html", html('<p a="' * n)),
    "html of notes": lambda n: ("a.html", html("<p>act<sup><a href='#n1'>1</a></sup></p>" * n)),
    "markdown of marks": lambda n: ("a.md", ("# Article 1\n\n" + "*[a_`" * n).encode()),
    "markdown of links": lambda n: ("a.md", ("# Article 1\n\n" + "[a](b " * n).encode()),
    "markdown of ticks": lambda n: ("a.md", ("# Article 1\n\n" + "`" * n + "a").encode()),
    "word of one paragraph": lambda n: (
        "a.docx", word(document(f"<w:p><w:r><w:t>Article 1 {'a, [b] ' * n}</w:t></w:r></w:p>"))
    ),
    "word of runs": lambda n: (
        "a.docx", word(document("<w:p>" + "<w:r><w:t>act </w:t></w:r>" * n + "</w:p>"))
    ),
    "pdf of one line": lambda n: ("a.pdf", one_page(stream(text_operators(("Article 1", "a, [b] " * n))))),
    "text of lines": lambda n: ("a.txt", b"Article 1\n\n" + b"(a) act;\n" * n),
    "text of articles": lambda n: ("a.txt", b"".join(b"Article %d\n\nAct.\n\n" % at for at in range(n))),
}  # fmt: skip


@pytest.mark.parametrize("name", READERS)
def test_a_reader_takes_a_time_that_grows_with_the_file(name: str) -> None:
    def cost(length: int) -> float:
        label, data = READERS[name](length // 4)
        return seconds(lambda: read_draft_bytes(data, label, HERE))

    assert growth(cost) == ""


@pytest.mark.parametrize("each", LINES)
def test_commands_take_a_time_that_grows_with_the_draft(each: str) -> None:
    def cost(length: int) -> float:
        return seconds(lambda: commands(each, length))

    assert growth(cost) == ""


def commands(each: str, length: int) -> None:
    """Read two drafts of one endless line, and ask every question of them that `re` answers in part."""
    a, b = (
        read_draft_bytes(text(line, length), "a.txt", HERE) for line in (each, each.replace("a", "b") + "x")
    )
    compare_drafts(a, b, HERE)
    for draft in (a, b):
        checked(draft)
    study_brackets([a, b], HERE)


def checked(draft: Draft) -> None:
    check_draft(draft, settings=HERE)


@pytest.mark.parametrize(
    ("spans", "most", "best", "median"),
    [
        ([(0, 3), (1, 5), (2, 4)], 3, [(2, 3)], 2.0),
        ([(0, 3), (10, 14)], 1, [(0, 3), (10, 14)], 10.0),
        ([(0, 2), (0, 2), (5, 9), (5, 7)], 2, [(0, 2), (5, 7)], 3.0),
        ([(0, 4), (2, 2**31)], 2, [(2, 4)], 2.5),
        ([(-(2**31), 2**31), (0, 1)], 2, [(0, 1)], 0.0),
        ([(4, 6), (6, 8)], 1, [(4, 6), (6, 8)], 5.5),
    ],
)
def test_votes_for_a_gutter_are_counted_at_their_ends(
    spans: list[tuple[int, int]], most: int, best: list[tuple[int, int]], median: float
) -> None:
    assert _most_covered(spans) == (most, best)
    assert _median_of(best) == median


def test_a_page_of_billions_of_points_is_read_at_once() -> None:
    lines = b"".join(
        b"BT /F1 10 Tf %d %d Td (Article 1 the left) Tj ET BT /F1 10 Tf 2147000000 %d Td (the right) Tj ET\n"
        % (50, 700 - 14 * at, 700 - 14 * at)
        for at in range(20)
    )
    data = one_page(stream(lines), o3=page().replace(b"[0 0 612 792]", b"[0 0 2147483647 792]"))
    started = time.process_time()
    read_draft_bytes(data, "wide.pdf", HERE)
    assert time.process_time() - started < 5


def test_three_hundred_thousand_attributes_are_refused_at_once() -> None:
    for made in (lambda at: f"a{at}=1", lambda at: f"a{at}='<'", lambda at: f"a{at}"):
        data = html(f"<p {' '.join(map(made, range(300_000)))}>act</p>")
        started = time.process_time()
        with pytest.raises(ReadError, match="a tag of the page has more than 10000 attributes"):
            read_draft_bytes(data, "page.html", HERE)
        assert time.process_time() - started < 5


def test_long_values_of_attributes_are_no_attributes() -> None:
    long = html(
        f"<svg><path d='{'M 10 10 = ' * 20_000}'/></svg><p title=\"{'a b ' * 20_000}\">Each Party acts.</p>"
    )
    assert read_draft_bytes(long, "page.html", HERE).units()
