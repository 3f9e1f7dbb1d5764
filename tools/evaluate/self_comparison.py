"""A draft compared with itself: nothing changed, and every share is exactly one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from tools.evaluate.corpus import Corpus, fault_text, label
from tools.evaluate.rows import Row, row
from treatydiff.errors import TreatydiffError
from treatydiff.model import Comparison
from treatydiff.pipeline import has_changes

NAME = "self"
FILES = (
    "crime/UNCAC_2003_en.txt", "crime/budapest_ETS185_2001_en.txt", "paris/2015-10-05.pdf",
    "paris/2015-10-23.pdf", "bbnj/draft_2022-12-12.txt", "bbnj/BBNJ_Agreement_2023_en.pdf",
    "bbnj/BBNJ_Agreement_2023_zh.txt", "unfccc/decision_draft_2024-11-14.docx", "charter/un_charter_fr.txt",
    "unclos/UNCLOS_1982_en.pdf", "trade/1993-11-05_common-market-for-eastern-and-southern-africa-comesa.txt",
)  # fmt: skip


def measure(corpus: Corpus) -> Iterator[Row]:
    """One row a file."""
    for name in FILES:
        try:
            differences = differences_from_itself(corpus.comparison(name, name))
        except TreatydiffError as fault:
            yield row(NAME, label(name), "compared", fault_text(fault), ok=False)
            continue
        found = "all identical, every share 1" if not differences else "; ".join(differences)
        yield row(NAME, label(name), "all identical, every share 1", found)


def differences_from_itself(comparison: Comparison) -> list[str]:
    """What a comparison of one text with itself shows as changed; empty if it is sound."""
    relations = Counter(unit.pairing.relation for unit in comparison.units)
    found = [
        f"{count} {relation}" for relation, count in sorted(relations.items()) if relation != "identical"
    ]
    crossed = sum(unit.pairing.a != unit.pairing.b for unit in comparison.units)
    if crossed:
        found.append(f"{crossed} units paired with another")
    whole = comparison.scores.document
    shares = {
        "carried": whole.carried, "derived": whole.derived, "symmetric": whole.symmetric,
        "verbatim carried": whole.verbatim_carried, "verbatim derived": whole.verbatim_derived,
    }  # fmt: skip
    found += [f"{name} {share}" for name, share in shares.items() if share != 1.0]
    if has_changes(comparison):
        found.append("counts as changed")
    return found
