from __future__ import annotations

from tests.structure.drafting import draft_of, draft_of_blocks, leaves, line


def test_wrapped_lines_join_with_a_space() -> None:
    draft = draft_of(
        "Article 1\nAim\nThis Convention applies to every system that is operated\nin the territory of a Party.\n"
    )
    assert leaves(draft) == [
        (
            "art_1__para_u1",
            "This Convention applies to every system that is operated in the territory of a Party.",
        )
    ]


def hyphenated(first: str, second: str, elsewhere: str) -> str:
    draft = draft_of_blocks(
        line(0, "Article 1", centred=True, page=1),
        line(1, f"The Parties support {first}", x0=90, x1=500, page=1, starts_paragraph=True),
        line(2, f"{second} at all times.", x0=70, x1=300, page=1, starts_paragraph=False),
        line(3, f"They say {elsewhere} once more.", x0=90, x1=300, page=1, starts_paragraph=True),
    )
    return leaves(draft)[0][1]


def test_a_hyphen_at_a_line_end_joins_unless_the_draft_writes_it_elsewhere() -> None:
    assert hyphenated("coop-", "eration", "nothing") == "The Parties support cooperation at all times."
    assert (
        hyphenated("capacity-", "building", "capacity-building")
        == "The Parties support capacity-building at all times."
    )
    assert (
        hyphenated("twenty-", "six States", "nothing")
        == "The Parties support twenty-six States at all times."
    )
    aid = "The Parties support gender-responsive aid at all times."
    assert hyphenated("gender-", "responsive aid", "a gender view and responsive aid") == aid
    assert (
        hyphenated("pre-", "and post-war aid", "nothing")
        == "The Parties support pre- and post-war aid at all times."
    )


def test_a_number_behind_the_word_paragraph_is_no_label() -> None:
    draft = draft_of(
        "Article 1\nAim\n1. Subject to the conditions that are laid down in paragraph\n2. of this article, the rule applies.\n"
    )
    assert [name for name, _ in leaves(draft)] == ["art_1__para_1"]


def test_lines_set_in_below_a_label_hang_on_it() -> None:
    draft = draft_of_blocks(
        line(0, "Article 1", centred=True, page=1),
        line(1, "1. Tuna: Thunnus alalunga;", x0=70, x1=200, page=1, starts_paragraph=True),
        line(2, "Thunnus thynnus.", x0=90, x1=200, page=1),
        line(3, "2. Marlins.", x0=70, x1=200, page=1, starts_paragraph=True),
    )
    assert [text for _, text in leaves(draft)] == ["Tuna: Thunnus alalunga; Thunnus thynnus.", "Marlins."]


def test_a_line_longer_than_any_measure_is_a_paragraph_where_it_pauses() -> None:
    first = "To maintain peace among all the States that are parties to this Convention, and to that end to take collective measures for its protection; and"
    draft = draft_of(f"Article 1\nThe purposes are:\n{first}\nTo develop friendly relations.\n")
    assert [text for _, text in leaves(draft)][1:] == [first, "To develop friendly relations."]


def test_in_a_text_that_was_never_wrapped_every_line_is_a_paragraph() -> None:
    body = "".join(
        f"Article {n}\nThe Party named in number {n} of the list shall act as it is told.\n"
        for n in range(1, 25)
    )
    draft = draft_of(
        body
        + "Article 25\nThe Council consists of the following Members:\nthose who administer territories; and\nthe others.\n"
    )
    assert [text for name, text in leaves(draft) if name.startswith("art_25")] == [
        "The Council consists of the following Members:", "those who administer territories; and", "the others.",
    ]  # fmt: skip


def test_a_draft_that_cuts_no_words_keeps_the_hyphens_at_its_line_ends() -> None:
    draft = draft_of_blocks(
        line(0, "Article 1", centred=True, page=1),
        line(
            1,
            "The Parties support capacity-building and a decision-making body, capacity-",
            x0=90,
            x1=500,
            page=1,
            starts_paragraph=True,
        ),
        line(2, "building included, in a user-", x0=70, x1=500, page=1, starts_paragraph=False),
        line(3, "friendly form.", x0=70, x1=300, page=1, starts_paragraph=False),
    )
    assert leaves(draft)[0][1].endswith("capacity-building included, in a user-friendly form.")
