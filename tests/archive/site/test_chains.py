from __future__ import annotations

from typing import Any

import pytest

from treatydiff.archive.model import DraftEntry
from treatydiff.archive.site.chains import BY_ORDER, BY_REVISION, BY_SYMBOL, BY_TITLE, chains_of, title_words
from treatydiff.archive.site.model import Chains, SiteDraft

HARBOURS = "Draft convention on the safety of harbours and their approaches"


def draft(file: str, *, title: str = "", language: str = "en", words: int = 900, **known: Any) -> SiteDraft:
    entry = DraftEntry(file, language=language, **known)
    return SiteDraft(entry, language, title, 9, words, None, f"hash of {known.get('reissues') or file}", file)


def found(*drafts: SiteDraft, successive: bool = False) -> tuple[list[list[str]], dict[str, str], Chains]:
    """Chains by file, reasons of the others by file, and the whole answer."""
    known = sorted(drafts, key=lambda each: each.entry.chronology)
    chains = chains_of(known, successive=successive)
    return (
        [[known[at].entry.file for at in chain.drafts] for chain in chains.chains],
        {known[each.draft].entry.file: each.reason for each in chains.apart},
        chains,
    )


@pytest.mark.parametrize(
    ("drafts", "grouped", "order"),
    [
        ([draft("b", order=1), draft("a", order=2)], BY_ORDER, ["b", "a"]),
        ([draft("a", symbol="X/2", revises="X/1"), draft("b", symbol="X/1")], BY_REVISION, ["b", "a"]),
        ([draft("a", symbol="X/L.1/Rev.1", date="2002"), draft("b", symbol="X/L.1", date="2001")],
         BY_SYMBOL, ["b", "a"]),
        ([draft("a", title=HARBOURS, date="2003"),
          draft("b", title="CONVENTION ON THE SAFETY OF HARBOURS AND THEIR APPROACHES", date="2001-05")],
         BY_TITLE, ["b", "a"]),
        # A masthead that ran into the title does not hide it.
        ([draft("1", title=f"Submitted by Aldermark 3 May 2001 {HARBOURS}"), draft("2", title=HARBOURS)],
         BY_TITLE, ["1", "2"]),
    ],
)  # fmt: skip
def test_what_says_that_drafts_follow_one_another(
    drafts: list[SiteDraft], grouped: str, order: list[str]
) -> None:
    chains, apart, told = found(*drafts)
    assert chains == [order]
    assert apart == {}
    assert grouped in told.chains[0].grouped


@pytest.mark.parametrize(
    ("drafts", "file", "reason"),
    [
        ([draft("a", date="2001"), draft("b", date="2002")], "b", "nothing says which draft it follows"),
        # Many treaties are called so.
        ([draft("a", title="Free trade agreement"), draft("b", title="FREE TRADE AGREEMENT")], "a",
         "nothing says which draft it follows"),
        ([draft("a"), draft("b", revises="X/9")], "b", "it revises or reissues X/9, which is not among"),
        ([draft("a"), draft("b", kind="corrigendum", corrects="a")], "b", "a corrigendum, which corrects a"),
        ([draft("a"), draft("b", words=0)], "b", "no provision was found in it"),
        ([draft("a"), draft("b", kind="compilation")], "b", "a compilation of proposals"),
        ([draft("a", symbol="X/1"), draft("b", symbol="X/2", reissues="X/1"),
          draft("c", symbol="X/3", reissues="X/1")], "c", "the same bytes as b"),
        ([draft("a", order=1, title=HARBOURS), draft("b", order=2), draft("c", title=HARBOURS)], "c",
         "treatydiff.toml gives an order and leaves it out"),
        ([draft("a", title=HARBOURS, date="2003"), draft("b", title=HARBOURS, date="2001"),
          draft("c", title=HARBOURS)], "c", "it has no date"),
        ([draft("a", title=HARBOURS), draft("b", title=HARBOURS, language="fr")], "b", "the only draft"),
    ],
)  # fmt: skip
def test_what_stands_apart_and_why(drafts: list[SiteDraft], file: str, reason: str) -> None:
    _, apart, _ = found(*drafts)
    assert apart[file].startswith(reason)


def test_a_whole_folder_can_be_declared_one_text_language_by_language() -> None:
    drafts = [draft("a"), draft("b"), draft("c", language="fr"), draft("d", language="fr"), draft("e.x")]
    chains, apart, _ = found(*drafts, successive=True)
    assert chains == [["a", "b", "e.x"], ["c", "d"]]
    assert apart == {}


def test_file_names_order_undated_drafts_only_where_the_dates_agree() -> None:
    chains, _, told = found(
        draft("1", title=HARBOURS, date="2001"), draft("2", title=HARBOURS),
        draft("3", title=HARBOURS, date="2002"),
    )  # fmt: skip
    assert chains == [["1", "2", "3"]]
    assert told.chains[0].ordered.startswith("by file name")


def test_a_draft_stands_after_what_it_revises_and_circles_end() -> None:
    chains, _, told = found(
        draft("a", symbol="A", revises="B", date="2001"), draft("b", symbol="B", date="2002")
    )
    assert chains == [["b", "a"]]
    assert told.chains[0].ordered.startswith("a draft after what it revises")
    assert found(draft("a", revises="b"), draft("b", revises="a"))[0] == [["a", "b"]]


def test_every_draft_is_in_a_chain_or_apart() -> None:
    drafts = [
        draft("a", order=1), draft("b", order=2), draft("c", title=HARBOURS), draft("d", kind="compilation"),
        draft("e", title=HARBOURS, language="fr"), draft("f", title=HARBOURS, date="1999"),
    ]  # fmt: skip
    chains, apart, _ = found(*drafts)
    placed = [file for chain in chains for file in chain]
    assert sorted([*placed, *apart]) == ["a", "b", "c", "d", "e", "f"]


def test_drafting_words_do_not_make_a_title() -> None:
    assert title_words("Revised draft text of a Convention on Harbours") == ("convention", "harbours")
