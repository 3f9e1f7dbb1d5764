"""Of the judged pairs of sentences, those that the rules have once met are met; the others are listed.

How many of all pairs are met is measured (`make eval --only judged`); here none may be lost unnoticed.
"""

from __future__ import annotations

from collections import defaultdict

import pytest

from tools.evaluate.judged_rows import JudgedRow, judged_rows
from treatydiff.diff.edits import diff_texts

BY_FILE: dict[str, list[JudgedRow]] = defaultdict(list)
for _row in judged_rows():
    if "\n" not in _row.a + _row.b:  # rows of several paragraphs take a whole draft
        BY_FILE[_row.file].append(_row)

NOT_MET = {
    "“Foreign keeper” means a keeper who lives in another harbour.",
    "يقدم التقرير خلال سنة واحدة من الاجتماع.",
    "ينفذ قرار مجلس الأمن 1673 دون إبطاء.",
    "تدعى الأطراف إلى تدمير مخزونها من الألغام.",
    "تلتزم الأطراف بأن تعمل على نشر خططها الوطنية.",
    "تنشر الدولة الساحلية خرائطها، ويجوز لها أن تتقاضى رسما.",
    "لكل دولة الحق في أن تبحر في القناة.",
    "Prisoners shall be entitled to daily visits.",
    "The ministries should offer training to nurses.",
    "The provisions of articles 8, 9 and 10 shall apply to wrecks.",
    "Contributions are due on the first of June each year.",
    "The report is due biennially and shall be public.",
    "The rules of this Part shall not apply to warships in foreign ports.",
    "Parties shall not engage in jamming the radio of other States.",
    "The Committee may hear the parties before it decides.",
    "Parties aim to halve deaths on the roads.",
    "It is desirable for operators to hold insurance.",
    "Waste listed in Annex A or B shall be buried on land.",
    "Секретариат готовит ревизоров.",
    "Pipelines longer than 1,000 metres need a licence from both States.",
    "投标文件可以在截止日期之前公开。",
}  # fmt: skip
"""The later wording of each pair of which the rules say too much or too little as yet."""


def is_met(row: JudgedRow) -> bool:
    edits = diff_texts(row.a, row.b, row.language)
    said = {(signal.kind, signal.direction) for edit in edits for signal in edit.signals}
    missed = [due for due in row.says if not any(due.meets(*one) for one in said)]
    wrong = [one for one in said if row.forbids(one[0]) and not any(due.meets(*one) for due in row.says)]
    return not missed and not wrong


@pytest.mark.parametrize("file", sorted(BY_FILE))
def test_a_judged_pair_is_told_as_its_reader_judged(file: str) -> None:
    rows = BY_FILE[file]
    assert [row.b for row in rows if not is_met(row)] == [row.b for row in rows if row.b in NOT_MET]
