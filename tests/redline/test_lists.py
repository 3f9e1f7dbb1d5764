"""Automatic numbers: a list that a program saved anew is the same list; one that counts otherwise is another."""

from __future__ import annotations

import pytest

from tests.reading.word_files import abstract, level, num, p, word_package
from tests.redline.pairs import ENGLISH, NEW, STYLES
from tests.redline.test_own_redline import READING, W, difference, marked, part, says
from treatydiff.pipeline import read_draft_bytes
from treatydiff.studies.proposals.compilation_in_word import compilation_docx
from treatydiff.studies.proposals.compile import compile_proposals

HERE = abstract(7, level(0, "decimal", "%1."), level(1, "lowerLetter", "(%2)")) + num(3, 7)
SAVED_ANEW = (
    abstract(4, level(0, "decimal", "%1.", more='<w:suff w:val="tab"/>'), level(1, "lowerLetter", "(%2)"))
    + num(1, 4)
    + num(2, 4)
)
BY_LETTERS = abstract(4, level(0, "upperLetter", "%1."), level(1, "lowerLetter", "(%2)")) + num(1, 4)
IN_TWO_LISTS = HERE + abstract(8, level(0, "decimal", "%1."), level(1, "lowerLetter", "(%2)")) + num(5, 8)
CHANGED = (ENGLISH[0].replace("shall", "may"), *ENGLISH[1:3], NEW["en"], *ENGLISH[3:])


def numbered(sentences: tuple[str, ...], lists: str, *numbers: int) -> bytes:
    """An article whose paragraphs are in lists, by their numbers; the last one holds the rest."""
    said = zip(sentences, (*numbers, *[numbers[-1]] * len(sentences)), strict=False)
    paragraphs = (p(each, num=(number, 0)) for each, number in said)
    return word_package(
        p("Article 1", style="Heading1") + "".join(paragraphs), styles=STYLES, numbering=lists
    )


@pytest.mark.parametrize(
    ("a", "b", "bars"),
    [
        (numbered(ENGLISH, HERE, 3), numbered(CHANGED, SAVED_ANEW, 1), 0),
        (numbered(CHANGED, HERE, 3), numbered(ENGLISH, SAVED_ANEW, 2), 0),
        (numbered(ENGLISH, HERE, 3), numbered(CHANGED, BY_LETTERS, 1), 6),
        # Of two lists that look alike one is the list of the other draft, the second is not.
        (numbered(ENGLISH, IN_TWO_LISTS, 3, 3, 3, 3, 5), numbered(CHANGED, SAVED_ANEW, 1), 2),
    ],
    ids=["saved anew", "the other way round", "other signs", "two lists made one"],
)
def test_only_what_is_in_another_list_has_a_bar(a: bytes, b: bytes, bars: int) -> None:
    data = marked(a, b)
    assert difference(says(data), says(b)) == ""
    assert difference(says(data, "reject"), says(a)) == ""
    assert len(list(part(data).iter(f"{W}pPrChange"))) == bars


def test_copies_that_other_programs_saved_are_compiled_in_the_base_s_own_file() -> None:
    base = numbered(ENGLISH, HERE, 3)
    copies = (numbered(CHANGED, SAVED_ANEW, 1), numbered(ENGLISH[1:], SAVED_ANEW, 2))
    drafts = [read_draft_bytes(each, f"{n}.docx", READING) for n, each in enumerate((base, *copies))]
    compilation = compile_proposals(drafts[0], [("Aldermark", drafts[1]), ("Quillon", drafts[2])], READING)
    told: list[str] = []
    data = compilation_docx(compilation, files=(base, *copies), layout="own", tell=told.append)
    assert told == []
    assert list(part(data).iter(f"{W}pPrChange")) == []
    assert {each.get(f"{W}author") for each in part(data).iter(f"{W}ins", f"{W}del")} == {
        "Aldermark",
        "Quillon",
    }


ONE_LIST = abstract(7, level(0, "decimal", "Article %1"), level(1, "decimal", "%2.")) + num(3, 7)
A_LIST_EACH = abstract(6, level(0, "decimal", "Article %1")) + num(9, 6) + "".join(
    abstract(at, level(0, "decimal", "%1.")) for at in (11, 12, 13)
) + "".join(num(at, at) for at in (11, 12, 13))  # fmt: skip


def in_one_list(*articles: tuple[str, ...]) -> bytes:
    said = ((p("Lamps", num=(3, 0)), *(p(each, num=(3, 1)) for each in article)) for article in articles)
    return word_package("".join("".join(each) for each in said), styles=STYLES, numbering=ONE_LIST)


def in_a_list_each(*articles: tuple[str, ...]) -> bytes:
    said = (
        (p("Lamps", num=(9, 0)), *(p(each, num=(at, 0)) for each in article))
        for at, article in enumerate(articles, start=11)
    )
    return word_package("".join("".join(each) for each in said), styles=STYLES, numbering=A_LIST_EACH)


FIRST, SECOND, THIRD = ENGLISH[:2], ENGLISH[2:4], ENGLISH[4:]
WORDED = (ENGLISH[2].replace("thirty", "sixty"), ENGLISH[3])


@pytest.mark.parametrize(
    ("after", "barred"),
    [
        ((FIRST, SECOND, THIRD), []),
        ((FIRST, WORDED, THIRD), []),
        # An article that loses a paragraph counts it in its former list, and so all that counted with it.
        ((FIRST, SECOND[1:], THIRD), [ENGLISH[3]]),
        ((FIRST, (*SECOND, NEW["en"]), THIRD), [*SECOND]),
    ],
    ids=["nothing changed", "words changed", "a paragraph taken out", "a paragraph put in"],
)
def test_articles_that_print_the_same_numbers_have_no_bars(
    after: tuple[tuple[str, ...], ...], barred: list[str]
) -> None:
    a, b = in_one_list(FIRST, SECOND, THIRD), in_a_list_each(*after)
    data = marked(a, b)
    assert difference(says(data), says(b)) == ""
    assert difference(says(data, "reject"), says(a)) == ""
    bars = (next(each.iterancestors(f"{W}p")) for each in part(data).iter(f"{W}pPrChange"))
    assert ["".join(each.itertext()) for each in bars if "Lamps" not in "".join(each.itertext())] == barred
