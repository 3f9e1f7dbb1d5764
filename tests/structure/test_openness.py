from __future__ import annotations

from tests.structure.drafting import draft_of
from treatydiff.report.kit.bracket_depths import with_depths
from treatydiff.report.kit.pieces import Passage
from treatydiff.structure.openness import draft_openness, open_places, openness_words

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
    whole = draft_openness(draft_of(TEXT))
    assert (whole.brackets, whole.alternatives, whole.reserves, whole.options) == (6, 2, 1, 2)
    assert whole.bracketed_words == 2 + 3 + 2 + 1
    assert whole.unbalanced_clauses == 1
    assert openness_words(whole).startswith("6 open brackets, 2 options, ")


def test_places_add_up_to_the_whole() -> None:
    draft = draft_of(TEXT)
    units = [
        place.openness for place in open_places(draft) if place.kind in ("article", "preamble", "closing")
    ]
    assert sum(each.brackets for each in units) == draft_openness(draft).brackets
    assert sum(each.words for each in units) == draft_openness(draft).words


def test_brackets_have_a_class_for_their_depth_on_either_side() -> None:
    passages = (Passage("equal", "a [b ["), Passage("delete", "[c]"), Passage("equal", "d] e] <f>"))
    html = "".join(str(text) for _, text in with_depths(passages))
    assert html.count('class="bracket-1"') == 2 + 0
    assert html.count('class="bracket-2"') == 2
    assert html.count('class="bracket-3"') == 2
    assert "&lt;f&gt;" in html
