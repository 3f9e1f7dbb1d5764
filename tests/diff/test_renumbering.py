from __future__ import annotations

import pytest

from treatydiff.diff.edits import diff_texts
from treatydiff.diff.renumbering import Renumbering

OPTIONS = {"para_76": "chp_IV__sec_D__opt_2__para_121", "para_8": "chp_I__opt_1__para_9"}
DECISION = {"art_3__para_4": "art_3__opt_4__para_6", "art_3": "art_3", "doc_2__para_27": "doc_2__para_31"}
FINAL_ACT = {"art_3": "art_5", "doc_2__art_3": "doc_2__art_4"}
BY_CHAPTERS = {"chp_I__para_2": "chp_I__para_3", "chp_II__para_2": "chp_II__para_2", "chp_II": "chp_III"}


@pytest.mark.parametrize(
    ("ids", "here", "a", "b", "expected"),
    [
        # no reference names the option that a paragraph stands in
        (OPTIONS, "para_77", "the matter in paragraph 76 above", "the matter in paragraph 121 above", []),
        (OPTIONS, "para_77", "the matter in paragraph 76 above", "the matter in paragraph 122 above",
         ["reference changed: paragraph 76 above → paragraph 122 above"]),
        (OPTIONS, "para_77", "paragraph 8 of this decision", "paragraph 9 of this decision", []),
        # a decision beside the agreement refers to the agreement's articles
        (DECISION, "doc_2__para_27", "Article 3, paragraph 4, of the Agreement",
         "Article 3, paragraph 6, of the Agreement", []),
        (DECISION, "doc_2__para_27", "Article 3, paragraph 4, of the Agreement",
         "Article 3, paragraph 7, of the Agreement",
         ["reference changed: Article 3, paragraph 4, of the Agreement → Article 3, paragraph 7, of the Agreement"]),
        (DECISION, "doc_2__para_27", "Article 3, paragraph 4, of the Convention",
         "Article 3, paragraph 6, of the Convention",
         ["reference changed: Article 3, paragraph 4, of the Convention → Article 3, paragraph 6, of the Convention"]),
        (DECISION, "doc_2__para_27", "Article 3, paragraph 4, of the Agreement on Oil",
         "Article 3, paragraph 6, of the Agreement on Oil",
         ["reference changed: Article 3, paragraph 4, of the Agreement → Article 3, paragraph 6, of the Agreement"]),
        (DECISION, "art_1", "Article 3, paragraph 4, of the Agreement",
         "Article 3, paragraph 6, of the Agreement",
         ["reference changed: Article 3, paragraph 4, of the Agreement → Article 3, paragraph 6, of the Agreement"]),
        # an instrument with articles of its own means these
        (FINAL_ACT, "doc_2__art_1", "under article 3", "under article 4", []),
        (FINAL_ACT, "doc_2__art_1", "under article 3", "under article 5",
         ["reference changed: article 3 → article 5"]),
        # where numbers begin anew in every chapter, the chapter counts
        (BY_CHAPTERS, "chp_I__para_1", "as in paragraph 2", "as in paragraph 3", []),
        (BY_CHAPTERS, "chp_II__para_1", "as in paragraph 2", "as in paragraph 3",
         ["reference changed: paragraph 2 → paragraph 3"]),
        (BY_CHAPTERS, "chp_I__para_1", "chapter II", "chapter III", []),
        # a decision of another year numbers its own annex
        (BY_CHAPTERS, "chp_I__para_1", "decision 2/Oil.3, annex, chapter II", "decision 2/Oil.3, annex, chapter III",
         ["reference changed: decision 2/Oil.3, annex, chapter II → decision 2/Oil.3, annex, chapter III"]),
        (BY_CHAPTERS, "chp_I__para_1", "chapter II of decision 2/Oil.3", "chapter III of decision 2/Oil.3",
         ["reference changed: chapter II of decision 2/Oil.3 → chapter III of decision 2/Oil.3"]),
        # renumbered where the words around it changed, or where it moved inside the clause
        (FINAL_ACT, "doc_2__art_1", "Notwithstanding the said article 3, oil is stored",
         "Also says that, notwithstanding article 4, oil is stored", []),
        (FINAL_ACT, "doc_2__art_1", "What article 3 names is sent to the Board",
         "To the Board all is sent that is named in article 4", []),
        (FINAL_ACT, "doc_2__art_1", "Notwithstanding the said article 3, oil is stored",
         "Also says that, notwithstanding article 5, oil is stored",
         ["reference changed: article 3 → article 5"]),
    ],
)  # fmt: skip
def test_what_follows_the_renumbering(
    ids: dict[str, str], here: str, a: str, b: str, expected: list[str]
) -> None:
    renumbering = Renumbering(ids, main="draft agreement").at(here, here)
    told = [
        f"{signal.kind} {signal.direction}: {signal.text}"
        for edit in diff_texts(a, b, "en", renumbering)
        for signal in edit.signals
    ]
    assert told == expected
