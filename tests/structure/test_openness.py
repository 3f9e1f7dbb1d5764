from __future__ import annotations

from tests.structure.drafting import draft_of
from treatydiff.naming.openness import open_words, openness_words
from treatydiff.report.kit.bracket_depths import with_depths
from treatydiff.report.kit.pieces import Passage
from treatydiff.structure.addresses.narrowing import narrow_draft
from treatydiff.structure.readings import read_brackets

TEXT = """
Article 1

Wells

1. States [shall][should] meet [each [dry] year]. [agreed ad referendum]

2. [States report.]

Article 2

Rivers

Option 1

1. Rivers flow.

Option 2

No text

Article 3

Ends

States [end.
"""


def test_openness_counts_wording_and_no_statements_of_standing() -> None:
    whole = draft_of(TEXT).openness
    assert (whole.brackets, whole.alternatives, whole.reserves, whole.options) == (6, 2, 1, 2)
    assert whole.bracketed_words == 2 + 3 + 2 + 1
    assert whole.unbalanced_clauses == 1
    assert openness_words(whole).startswith("6 open brackets, 2 options, ")


def test_places_add_up_to_the_whole() -> None:
    draft = draft_of(TEXT)
    units = [
        place.openness for place in draft.open_places if place.kind in ("article", "preamble", "closing")
    ]
    assert sum(each.brackets for each in units) == draft.openness.brackets
    assert sum(each.words for each in units) == draft.openness.words


def test_openness_follows_the_cut_of_a_draft() -> None:
    draft = draft_of(TEXT)
    third = narrow_draft(draft, "art_3")
    assert [(place.id, open_words(place.openness)) for place in third.open_places] == [("art_3", "1 bracket")]
    assert third.openness.words == 2
    assert openness_words(read_brackets(draft, "in").openness) == "0 open brackets, 2 options"


def test_a_chapter_of_an_annex_without_articles_has_a_place_in_its_unit() -> None:
    draft = draft_of("Article 1\n\nWells\n\nStates dig.\n\nAnnex I\n\nPART 1\n\n[Buckets] are round.\n")
    placed = {place.id: (place.in_unit, place.openness.brackets) for place in draft.open_places}
    assert placed["annex_I"] == (False, 1)
    assert placed["annex_I__part_I"] == (True, 1)


def test_brackets_have_a_class_for_their_depth_on_either_side() -> None:
    passages = (Passage("equal", "a [b ["), Passage("delete", "[c]"), Passage("equal", "d] e] <f>"))
    html = "".join(str(text) for _, text in with_depths(passages))
    assert html.count('class="bracket-1"') == 2 + 0
    assert html.count('class="bracket-2"') == 2
    assert html.count('class="bracket-3"') == 2
    assert "&lt;f&gt;" in html
