"""Signals and classes held against sentences that a reader judged: precision and recall by kind.

The rows lie in `tests/judged`; this measure needs no corpus.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from tools.evaluate.corpus import Corpus, fault_text
from tools.evaluate.judged_rows import CLASSES, QUANTITIES, SIGNAL_KINDS, Expected, JudgedRow, judged_rows
from tools.evaluate.rows import Row, information
from treatydiff.align.align import align_drafts
from treatydiff.diff.diff_sheet import DiffSheet, diff_drafts
from treatydiff.errors import TreatydiffError
from treatydiff.model import Draft, Signal
from treatydiff.naming.force_standing import JUDGED
from treatydiff.pipeline import parse_source
from treatydiff.reading.text.from_text import read_text
from treatydiff.settings import Settings

NAME = "judged"
LEAST_PRECISION = 0.9
"""A kind below it is shown as a remark, not as a signal: after a few false alarms nobody reads the next."""
LANGUAGES = ("en", "fr", "es", "ru", "zh", "ar")
_HEADINGS = {
    "en": "Article 1\n\nSubject", "fr": "Article 1\n\nObjet", "es": "Artículo 1\n\nObjeto",
    "ru": "Статья 1\n\nПредмет", "zh": "第一条\n\n事项", "ar": "المادة 1\n\nالموضوع",
}  # fmt: skip
_TITLES = {
    "en": "Convention on Common Matters", "fr": "Convention sur les questions communes",
    "es": "Convenio sobre asuntos comunes", "ru": "Конвенция об общих вопросах", "zh": "共同事项公约",
    "ar": "اتفاقية بشأن المسائل المشتركة",
}  # fmt: skip


@dataclass(slots=True)
class Tally:
    """What was said of one kind: rightly, wrongly, or not at all."""

    right: int = 0
    wrong: int = 0
    missed: int = 0
    details: list[str] = field(default_factory=list)

    def add(self, other: Tally) -> None:
        """Count another tally in.

        Args:
            other: of the same kind in other rows.
        """
        self.right += other.right
        self.wrong += other.wrong
        self.missed += other.missed
        self.details += other.details

    @property
    def precision(self) -> float | None:
        """The share of what was said that is right; None if nothing was said."""
        said = self.right + self.wrong
        return self.right / said if said else None

    def __str__(self) -> str:
        said, due = self.right + self.wrong, self.right + self.missed
        return f"precision {_share(self.right, said)}, recall {_share(self.right, due)}"


Tallies = dict[tuple[str, str], Tally]
"""By kind and language."""


def measure(_corpus: Corpus) -> Iterator[Row]:
    """Rows for the tables, for each kind with each language, and the kinds that are shown as remarks."""
    rows = judged_rows()
    counted = Counter(row.language for row in rows)
    tables = ", ".join(f"{language} {counted[language]}" for language in LANGUAGES)
    yield information(NAME, "rows", f"{len(rows)}: {tables}")
    tallies, quiet, faults = judge(rows)
    yield information(NAME, "rows in which nothing must be said, and nothing is", str(quiet))
    if faults:
        yield information(NAME, "rows that could not be compared", len(faults), details=faults)
    remarks = []
    for kind in (*SIGNAL_KINDS, *(f"class {name}" for name in CLASSES)):
        total = Tally()
        for language in LANGUAGES:
            total.add(tallies.get((kind, language), Tally()))
        if not total.right + total.wrong + total.missed:
            continue
        yield information(NAME, f"{kind}: all languages", str(total))
        for language in LANGUAGES:
            tally = tallies.get((kind, language))
            if tally is not None:
                yield information(NAME, f"{kind}: {language}", str(tally), details=tally.details)
        if kind in SIGNAL_KINDS and total.precision is not None and total.precision < LEAST_PRECISION:
            remarks.append(kind)
    stale = [
        kind for kind, held in JUDGED.items() if _held(tallies, kind) != (held.right, held.said, held.due)
    ]
    what = "figures by which force leaves headlines (naming/force_standing.py) that are no longer so"
    yield information(NAME, what, ", ".join(stale) or "none")
    what = f"shown as remarks: kinds with precision below {LEAST_PRECISION:.1f}"
    yield information(NAME, what, ", ".join(remarks) or "none")


def _held(tallies: Tallies, kind: str) -> tuple[int, int, int]:
    """Of one kind in all languages what is said rightly, what is said, what is due."""
    total = Tally()
    for language in LANGUAGES:
        total.add(tallies.get((kind, language), Tally()))
    return total.right, total.right + total.wrong, total.right + total.missed


@dataclass(slots=True)
class Quiet:
    """Rows in which nothing at all must be said: how many there are, and in how many nothing is."""

    kept: int = 0
    all: int = 0

    def __str__(self) -> str:
        return f"{self.kept} of {self.all}"


def judge(rows: Sequence[JudgedRow]) -> tuple[Tallies, Quiet, list[str]]:
    """Compare every row and count what is said of it.

    Args:
        rows: pairs with their judgements.

    Returns:
        The tallies by kind and language, the silent rows, and one line for each row that no draft
        could be made of.
    """
    tallies: Tallies = defaultdict(Tally)
    quiet, faults = Quiet(), []
    for row in rows:
        try:
            sheet = compared(row)
        except TreatydiffError as fault:
            faults.append(f"{row.file}: {row.b}: {fault_text(fault)}")
            continue
        said = signals_of(sheet)
        if not row.says and row.silent == ("*",) and not row.open:
            quiet.all += 1
            quiet.kept += not said
        _count_signals(row, said, tallies)
        _count_class(row, gravest_class(sheet), tallies)
    return tallies, quiet, faults


def compared(row: JudgedRow) -> DiffSheet:
    """What changed between a row's two wordings, each the only article of a draft; nothing is scored.

    Args:
        row: a pair with its judgement.

    Raises:
        TreatydiffError: as any stage raised it.
    """
    settings = Settings(language=row.language)
    a, b = (_draft(text, row.language, name, settings) for name, text in (("a.txt", row.a), ("b.txt", row.b)))
    return diff_drafts(a, b, align_drafts(a, b, settings))


def _draft(text: str, language: str, label: str, settings: Settings) -> Draft:
    words = text if text.startswith("1. ") else f"1. {text}"
    whole = f"{_TITLES[language]}\n\n{_HEADINGS[language]}\n\n{words}\n"
    return parse_source(read_text(whole.encode(), label, settings), settings)


def signals_of(sheet: DiffSheet) -> list[tuple[str, str]]:
    """Kind and direction of everything that is said, of edits, clauses and rows, each once.

    Args:
        sheet: what changed between two drafts.
    """
    said: list[Signal] = [signal for of_unit in sheet.signals for signal in of_unit]
    for clause in (clause for clauses in sheet.clauses for clause in clauses):
        said += clause.signals
        said += (signal for edit in clause.edits for signal in edit.signals)
    return sorted({(signal.kind, signal.direction) for signal in said})


def gravest_class(sheet: DiffSheet) -> str:
    """The gravest class of all edits; "none" where there are none.

    Args:
        sheet: what changed between two drafts.
    """
    found = {edit.class_ for clauses in sheet.clauses for clause in clauses for edit in clause.edits}
    return next((name for name in CLASSES if name in found), "none")


def _count_signals(row: JudgedRow, said: Sequence[tuple[str, str]], tallies: Tallies) -> None:
    open_: list[Expected] = list(row.says)
    for kind, direction in said:
        met = next((expected for expected in row.says if expected.meets(kind, direction)), None)
        typed = _typed(kind, row, met)
        if met is not None:
            if met in open_:
                open_.remove(met)
                tallies[typed, row.language].right += 1
        elif row.forbids(kind) or (kind == "number" and typed in QUANTITIES):
            tally = tallies[typed, row.language]
            tally.wrong += 1
            tally.details.append(_detail("false", f"{kind}: {direction}", row))
    for expected in open_:
        tally = tallies[expected.kinds[0], row.language]
        tally.missed += 1
        tally.details.append(_detail("missed", str(expected), row))


def _typed(kind: str, row: JudgedRow, met: Expected | None) -> str:
    """The kind under which a signal is counted: `number` is the quantity that its row is about."""
    if kind != "number":
        return kind
    asked = [one for expected in ((met,) if met else row.says) for one in expected.kinds if one in QUANTITIES]
    if asked:
        return asked[0]
    return row.table if row.table in QUANTITIES and row.forbids("number") else "number"


def _count_class(row: JudgedRow, found: str, tallies: Tallies) -> None:
    if not row.classes:
        return
    if found in row.classes:
        tallies[f"class {found}", row.language].right += 1
        return
    detail = _detail("class", f"{'|'.join(row.classes)}, found {found}", row)
    missed = tallies[f"class {row.classes[0]}", row.language]
    missed.missed += 1
    missed.details.append(detail)
    if found in CLASSES:
        tallies[f"class {found}", row.language].wrong += 1


def _detail(what: str, which: str, row: JudgedRow) -> str:
    return f"{what}: {which} | {row.a!r} → {row.b!r} ({row.why})"


def _share(part: int, whole: int) -> str:
    return f"{part / whole:.2f} ({part} of {whole})" if whole else "– (0 of 0)"
