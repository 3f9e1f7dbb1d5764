"""What became of options: labelled alternatives of which a text can keep one."""

from __future__ import annotations

import pytest

from tests.structure.drafting import draft_of
from treatydiff.pipeline import compare_drafts
from treatydiff.settings import Settings
from treatydiff.studies.brackets.fates import bracket_fates

QUICK = Settings(reference="none", isolate="never")
EQUAL = "The water of a well shall be shared in equal parts by all the States around it."
BELOW = "The water of a well shall be shared in equal parts by all the States below it."
NUMBER = "The water of a well shall be shared by the number of people who drink from it."
NEED = "Every State may draw what it needs."
NOTHING = "No text"


def draft(*options: str) -> str:
    """An article of options; of one text alone no option."""
    if len(options) == 1:
        body = f"1. {options[0]}"
    else:
        body = "\n\n".join(
            f"Option {n}\n\n{'' if text == NOTHING else '1. '}{text}" for n, text in enumerate(options, 1)
        )
    return f"Article 1\n\nWells\n\n{body}\n\nArticle 2\n\nRivers\n\nRivers flow to the sea in all seasons.\n"


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ((EQUAL, NUMBER), (EQUAL,), ["1 adopted para_1 17/17", "2 dropped"]),
        ((EQUAL, NUMBER), (NUMBER,), ["1 dropped", "2 adopted para_1 17/17"]),
        ((EQUAL, NUMBER), (EQUAL, NUMBER), ["1 kept open opt_1__para_1 17/17", "2 kept open opt_2__para_1 17/17"]),
        ((EQUAL, NUMBER), ("Oil is sold at noon to whoever asks.",), ["1 dropped", "2 dropped"]),
        # every word, or it was retained with changes; under a quarter it was not
        ((EQUAL, NEED), ("The water of a well shall be shared in parts.",), ["1 reworded para_1 10/17", "2 dropped"]),
        ((EQUAL, NEED), (EQUAL.replace("equal ", ""),), ["1 reworded para_1 16/17", "2 dropped"]),
        ((EQUAL, NUMBER, NEED), (EQUAL, NEED),
         ["1 kept open opt_1__para_1 17/17", "2 dropped", "3 kept open opt_2__para_1 7/7"]),
        # of two that went into one paragraph, that of which more stands there was taken
        ((EQUAL, BELOW), (EQUAL,), ["1 adopted para_1 17/17", "2 dropped  16/17"]),
        ((BELOW, EQUAL), (EQUAL,), ["1 dropped  16/17", "2 adopted para_1 17/17"]),
        ((EQUAL, BELOW), (EQUAL.replace("around", "beside"),), ["1 reworded para_1 16/17", "2 dropped  16/17"]),
        # a bracket around an option has the fate of the option
        ((f"[{EQUAL}]", NUMBER), (EQUAL, NUMBER),
         ["1 kept open opt_1__para_1 17/17", "1__para_1 kept open opt_1__para_1 17/17", "2 kept open opt_2__para_1 17/17"]),
        ((EQUAL, NOTHING), (EQUAL,), ["1 adopted para_1 17/17", "2 dropped"]),
        ((EQUAL, NOTHING), ("Oil is sold at noon.",), ["1 dropped", "2 adopted"]),
        ((EQUAL, NOTHING), (EQUAL, NOTHING), ["1 kept open opt_1__para_1 17/17", "2 kept open opt_2__para_u1 2/2"]),
        ((EQUAL, NOTHING), (EQUAL, NUMBER),
         ["1 kept open opt_1__para_1 17/17", "2 dropped", "2 newly bracketed"]),
        ((EQUAL, "—"), ("Oil is sold at noon.",), ["1 dropped", "2 dropped"]),
        # half of its words stand in an option
        ((f"{NEED} Oil is sold to them at noon.", NUMBER), (NEED, NUMBER),
         ["1 kept open opt_1__para_1 7/14", "2 kept open opt_2__para_1 17/17"]),
        ((EQUAL,), (EQUAL, NUMBER), ["1 newly bracketed", "2 newly bracketed"]),
    ],
)  # fmt: skip
def test_what_became_of_options(before: tuple[str, ...], after: tuple[str, ...], expected: list[str]) -> None:
    a, b = (draft_of(draft(*options)) for options in (before, after))
    found = []
    for each in bracket_fates(compare_drafts(a, b, QUICK)).fates:
        said = f"{each.clause.removeprefix('art_1__opt_')} {each.fate}"
        if each.shared:
            said += f" {each.elsewhere.removeprefix('art_1__')} {each.shared}/{each.words}"
        found.append(said)
    assert found == expected


def test_an_option_has_no_place_and_a_new_one_no_words_of_before() -> None:
    a, b = (draft_of(draft(*options)) for options in ((EQUAL, NUMBER), (EQUAL, NEED)))
    options = bracket_fates(compare_drafts(a, b, QUICK)).fates
    assert [(each.n, each.start, each.end) for each in options] == [(0, 0, 0)] * 3
    assert [(each.side, each.words, each.shared) for each in options] == [
        ("a", 17, 17),
        ("a", 17, 0),
        ("b", 0, 0),
    ]
