"""Draw a sample of what is said of changes, and of changes of which nothing is said, for a reader to judge.

python -m tools.sample [--seed N] [--each N] [-o FOLDER]

The reader should not know the rules: docs/judging.md tells what the kinds mean, and nothing else is needed.
Writes FOLDER/sample.md, to be read, and FOLDER/sample.tsv, with two empty columns for the judgement.
`--count FILE` counts a filled-in sheet. The texts are the corpus's, so the sheets stay out of the project.
"""

from __future__ import annotations

import argparse
import csv
import os
import random
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from tools.evaluate.corpus import SETTINGS, Corpus, pair_label
from treatydiff.align.align import align_drafts
from treatydiff.diff.diff_sheet import diff_drafts
from treatydiff.model import ClauseDiff, Signal
from treatydiff.naming.citations import Places, clause_label, group_label, places_of
from treatydiff.naming.wording import signal_words

PAIRS = (
    ("crime/UNTOC_2000_en.txt", "crime/UNCAC_2003_en.txt"),
    ("paris/2015-10-05.pdf", "paris/2015-10-23.pdf"),
    ("bbnj/draft_2022-06-01.txt", "bbnj/draft_2022-12-12.txt"),
    ("unfccc/decision_draft_2024-11-14.docx", "unfccc/decision_final_4-CMA.6.txt"),
    ("eu/32000r1346_2014-07-09.html", "eu/32015r0848_2015-05-20.html"),
)
"""Drafts of one text, a later instrument made from an earlier one, a decision and a recast act."""
EACH = 10
"""Signals, and clauses without one, drawn from every pair."""
QUIET_CLASSES = frozenset({None, "typographic", "bracket"})
"""Edits of which nothing need be said; a clause with no others is not drawn."""
LONGEST = 1500
"""Characters of a clause to be read; longer ones are not drawn, a reader would not finish them."""
COLUMNS = ("number", "pair", "place", "a", "b", "said", "judgement", "should_have_said")


@dataclass(frozen=True, slots=True)
class Item:
    """One thing to judge: two wordings and what was said of them; `said` is empty where nothing was."""

    pair: str
    place: str
    a: str
    b: str
    said: str


def drawn(corpus: Corpus, seed: int, each: int) -> list[Item]:
    """The items of all pairs, mixed.

    Args:
        corpus: the texts.
        seed: of the draw; the same seed draws the same items from the same signals.
        each: how many signals, and how many clauses without one, of each pair.
    """
    items: list[Item] = []
    for a, b in PAIRS:
        spoken, silent = _candidates(corpus, a, b)
        for kind, found in (("signals", spoken), ("silent", silent)):
            chance = random.Random(f"{seed} {a} {b} {kind}")
            items += chance.sample(found, min(each, len(found)))
    random.Random(seed).shuffle(items)
    return items


def _candidates(corpus: Corpus, a_name: str, b_name: str) -> tuple[list[Item], list[Item]]:
    """Every signal, and every changed clause on which, and on whose row, nothing is said."""
    a, b = corpus.draft(a_name), corpus.draft(b_name)
    alignment = align_drafts(a, b, SETTINGS)
    sheet = diff_drafts(a, b, alignment)
    places = (places_of(a), places_of(b))
    pair = pair_label(a_name, b_name)
    spoken: list[Item] = []
    silent: list[Item] = []
    for unit, clauses, of_row in zip(alignment.units, sheet.clauses, sheet.signals, strict=True):
        rows = (unit.pairing.a, unit.pairing.b)
        if not all(rows):
            continue
        changed = [clause for clause in clauses if any(edit.op != "equal" for edit in clause.edits)]
        where = " → ".join(group_label(side, ids) for side, ids in zip(places, rows, strict=True))
        texts = [_texts(clause, places, rows) for clause in changed]
        whole = ("\n".join(filter(None, side)) for side in zip(*texts, strict=True))
        if of_row and changed:
            row_a, row_b = whole
            spoken += (Item(pair, where, row_a, row_b, _said(signal)) for signal in of_row)
        for clause, (text_a, text_b) in zip(changed, texts, strict=True):
            signals = [*clause.signals, *(signal for edit in clause.edits for signal in edit.signals)]
            spoken += (Item(pair, where, text_a, text_b, _said(signal)) for signal in signals)
            words = any(edit.class_ not in QUIET_CLASSES for edit in clause.edits)
            if words and text_a and text_b and not signals and not of_row:
                silent.append(Item(pair, where, text_a, text_b, ""))
    return _readable(spoken), _readable(silent)


def _readable(items: list[Item]) -> list[Item]:
    return [item for item in dict.fromkeys(items) if max(len(item.a), len(item.b)) <= LONGEST]


def _texts(
    clause: ClauseDiff, places: tuple[Places, Places], rows: tuple[tuple[str, ...], ...]
) -> tuple[str, str]:
    """Either wording of a clause behind the chapeau over it; "" where a draft does not have it."""
    sides = []
    for side, ids, op in zip(places, (clause.pairing.a, clause.pairing.b), ("delete", "insert"), strict=True):
        words = "".join(edit.text for edit in clause.edits if edit.op in ("equal", op)) if ids else ""
        sides.append(f"{_label(side, ids, rows)}{_chapeau(side, ids)}{words}" if words else "")
    return sides[0], sides[1]


def _label(places: Places, ids: tuple[str, ...], rows: tuple[tuple[str, ...], ...]) -> str:
    unit = next((unit for row in rows for unit in row if unit in {n.id for n in places[ids[0]].around}), None)
    label = clause_label(places, ids[0], unit, short=True) if unit else ""
    return f"[{label}] " if label else ""


def _chapeau(places: Places, ids: tuple[str, ...]) -> str:
    if places[ids[0]].provision.kind not in ("subparagraph", "point"):
        return ""
    intros = (child for node in places[ids[0]].around for child in node.children if child.kind == "intro")
    return "".join(f"({intro.text.strip()} …) " for intro in intros)


def _said(signal: Signal) -> str:
    words = f"{signal.kind}: {signal.direction}" if signal.direction else signal.kind
    return f"{words} — {signal_words(signal)}{f' ({signal.text})' if signal.text else ''}"


def as_markdown(items: Sequence[Item]) -> str:
    """A page to read, one entry an item.

    Args:
        items: in the order of their numbers.
    """
    pages = ["# To be judged\n\nWhat the kinds mean: docs/judging.md. Judge each item by its number.\n"]
    for number, item in enumerate(items, 1):
        said = item.said or "nothing"
        pages.append(
            f"## {number}\n\n{item.pair}, {item.place}\n\nA: {item.a}\n\nB: {item.b}\n\nSaid: **{said}**\n"
        )
    return "\n".join(pages)


def _write(items: Sequence[Item], folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "sample.md").write_text(as_markdown(items), encoding="utf-8")
    with (folder / "sample.tsv").open("w", encoding="utf-8", newline="") as sheet:
        table = csv.writer(sheet, dialect="excel-tab", lineterminator="\n")
        table.writerow(COLUMNS)
        for number, item in enumerate(items, 1):
            table.writerow([number, item.pair, item.place, item.a, item.b, item.said or "nothing", "", ""])


def counted(path: Path) -> Iterator[str]:
    """Lines that say how many of the judged signals are right, by kind, and how many silences.

    Args:
        path: a sheet with `right`, `wrong` or `disputed` in its column `judgement`.
    """
    tallies: dict[str, Counter[str]] = defaultdict(Counter)
    with path.open(encoding="utf-8", newline="") as sheet:
        for row in csv.DictReader(sheet, dialect="excel-tab"):
            kind = row["said"].partition(":")[0].partition(" —")[0]
            judged = row["judgement"].strip().lower() or "not judged"
            tallies[kind][judged] += 1
            if kind != "nothing":
                tallies["all signals"][judged] += 1
    for kind, tally in sorted(tallies.items()):
        shown = ", ".join(f"{number} {judged}" for judged, number in sorted(tally.items()))
        yield f"{kind}: {shown}"


def main(arguments: Sequence[str] | None = None) -> int:
    """Draw and write a sample, or count a judged one; 2 where the corpus is missing."""
    parser = argparse.ArgumentParser(prog="python -m tools.sample", description=__doc__)
    parser.add_argument("--seed", type=int, default=1, help="of the draw")
    parser.add_argument("--each", type=int, default=EACH, help="signals, and clauses without one, a pair")
    parser.add_argument("-o", "--output", type=Path, default=Path("out/sample"), help="folder to write into")
    parser.add_argument("--count", type=Path, metavar="FILE", help="count a judged sheet instead")
    options = parser.parse_args(arguments)
    if options.count:
        print(*counted(options.count), sep="\n")
        return 0
    named = os.environ.get("TREATYDIFF_CORPUS", "")
    if not named or not Path(named).is_dir():
        print("tools.sample: TREATYDIFF_CORPUS must name the folder of texts", file=sys.stderr)
        return 2
    items = drawn(Corpus(Path(named)), options.seed, options.each)
    _write(items, options.output)
    spoken = sum(bool(item.said) for item in items)
    print(f"{spoken} signals and {len(items) - spoken} clauses without one: {options.output}/sample.md, .tsv")
    return 0


if __name__ == "__main__":
    sys.exit(main())
