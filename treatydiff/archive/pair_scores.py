"""Figures of many pairs of drafts: cheap bounds first, full scores where they matter.

numpy and scipy load with this module; import it only where pairs are scored.
"""

from __future__ import annotations

import hashlib
from collections import OrderedDict
from collections.abc import Iterable
from dataclasses import field

import numpy as np

from treatydiff.align.align import match_drafts
from treatydiff.align.sides import AlignedSide, side_of
from treatydiff.archive.index_rows import PairFigures
from treatydiff.archive.run_sheets import RunSheet
from treatydiff.isolation.code import code_of
from treatydiff.language.keys import comparison_words
from treatydiff.model import Draft
from treatydiff.model.draft_codec import decode_draft
from treatydiff.records import dataclass
from treatydiff.score.draft_words import DraftWords, clause_words, draft_words
from treatydiff.score.force import same_force
from treatydiff.score.force_words import ForceLexicon, force_lexicon
from treatydiff.score.grams import Shares, clause_grams
from treatydiff.score.matching import find_in_partners, partners_in, tokens_found_anywhere
from treatydiff.score.passages import GovernedSentences
from treatydiff.score.reference import (
    PAIR_ID,
    ReferenceTable,
    leave_out_near_copies,
    load_reference,
    near_copies,
)
from treatydiff.score.weights import token_weights
from treatydiff.settings import Settings

_SCORING_ROOMS = ("align", "score", "language")
METHOD = 3
"""Raised when what is kept of a pair, or how it is computed here, changes."""
HELD_WORDS = 700_000
"""Words of the drafts that a process keeps at hand: about 400 bytes each."""


@dataclass(frozen=True, slots=True)
class PairTask:
    """Pairs to measure: texts by content, pairs of contents, and how. Everything travels along.

    `full` asks for scores, otherwise bounds are wanted; what is not asked for is empty in what comes back.
    """

    drafts: tuple[tuple[str, bytes], ...]
    pairs: tuple[tuple[str, str], ...]
    full: bool
    settings: Settings
    table: bytes | None = field(default=None, repr=False)


@dataclass(slots=True)
class _Held:
    """A draft at hand: its words; `weights` and `copies` where a table gives them."""

    draft: Draft
    words: DraftWords
    weights: Shares | None = None
    copies: bool = True
    side: AlignedSide | None = None
    passages: GovernedSentences | None = None


@dataclass(frozen=True, slots=True)
class SheetTask:
    """A draft whose words are wanted as arrays: its content and bytes, and how words are weighed."""

    content: str
    data: bytes
    settings: Settings
    table: bytes | None = field(default=None, repr=False)


class _Drafts:
    """The drafts used last, up to a number of words."""

    def __init__(self) -> None:
        self._held: OrderedDict[str, _Held] = OrderedDict()
        self._words = 0

    def get(self, content: str, data: bytes) -> _Held:
        held = self._held.get(content)
        if held is None:
            draft = decode_draft(data)
            held = _Held(draft, draft_words(draft))
            self._held[content] = held
            self._words += len(held.words.row.numbers)
            if self._words > HELD_WORDS:
                # What is at hand holds its own words; others would fill these caches and memory with theirs.
                comparison_words.cache_clear()
                clause_words.cache_clear()
            while self._words > HELD_WORDS and len(self._held) > 2:
                _, oldest = self._held.popitem(last=False)
                self._words -= len(oldest.words.row.numbers)
        self._held.move_to_end(content)
        return held

    def clear(self) -> None:
        """Forget all of them: their weights hold for one reference only."""
        self._held.clear()
        self._words = 0


_DRAFTS = _Drafts()
_METHOD_AT_HAND = [""]


def scoring_key(settings: Settings, table: bytes | None = None) -> str:
    """A hash of everything that decides the figures of a pair but the two drafts.

    Args:
        settings: how to align and score.
        table: the reference table, where the settings name a file.
    """
    chosen = dict(settings.of("alignment", "scoring", deciding=True))
    if table is not None:
        chosen["reference"] = hashlib.sha256(table).hexdigest()
    return hashlib.sha256(f"{METHOD};{code_of(_SCORING_ROOMS)};{chosen}".encode()).hexdigest()[:32]


def make_sheet(task: SheetTask) -> RunSheet:
    """The words of a draft as arrays; a function for other processes.

    Args:
        task: the draft.
    """
    _forget_other_methods(task)
    held = _DRAFTS.get(task.content, task.data)
    reference = load_reference(
        task.settings.reference, held.draft.language, held.draft, held.draft, table=task.table
    )
    _weigh(held, reference)
    own = reference.info.id != PAIR_ID and not held.copies
    weights = held.weights if held.weights is not None else np.zeros(len(held.words.row.numbers))
    return RunSheet(held.words.row.numbers, held.words.row.bounds, weights, own)


def _forget_other_methods(task: SheetTask | PairTask) -> None:
    method = scoring_key(task.settings, task.table)
    if _METHOD_AT_HAND[0] != method:
        _DRAFTS.clear()
        _METHOD_AT_HAND[0] = method


def _weigh(held: _Held, reference: ReferenceTable) -> None:
    """Note the weights of a draft where they are the same whatever it is held against."""
    if held.weights is None:
        runs = np.unique(clause_grams(held.words.row, reference.gram_size).numbers)
        held.copies = bool(near_copies(reference, runs))
        held.weights = token_weights(held.words.row, reference)


def measure_pairs(task: PairTask) -> tuple[PairFigures, ...]:
    """The figures of the pairs of a task, in their order; a function for other processes.

    Bounds are `(bound of a's share, of b's share, weight of a, of b)`: a word of a can be carried only
    if it lies in a run that stands anywhere in b, whatever the alignment, so the weight of these words
    is never less than what is carried. Scores are, for a and then b, the sums of the weight, of what is
    carried, of what is carried with the same force (nan: not measured), words, and words in long runs.
    """
    _forget_other_methods(task)
    data = dict(task.drafts)
    figures = []
    for content_a, content_b in task.pairs:
        a = _DRAFTS.get(content_a, data[content_a])
        b = _DRAFTS.get(content_b, data[content_b])
        weights_a, weights_b, _ = _weights(a, b, task)
        if task.full:
            figures.append(PairFigures((), _scores(a, b, weights_a, weights_b, task.settings)))
        else:
            figures.append(PairFigures(_bounds(a, b, weights_a, weights_b, task.settings.ngram)))
    return tuple(figures)


def _weights(a: _Held, b: _Held, task: PairTask) -> tuple[Shares, Shares, ReferenceTable]:
    """The weights of both drafts' words, as a comparison of the two would take them."""
    reference = load_reference(task.settings.reference, a.draft.language, a.draft, b.draft, table=task.table)
    if not len(reference.table.sample_keys):
        return token_weights(a.words.row, reference), token_weights(b.words.row, reference), reference
    for held in (a, b):
        _weigh(held, reference)
    if not (a.copies or b.copies) and a.weights is not None and b.weights is not None:
        return a.weights, b.weights, reference
    reference = leave_out_near_copies(reference, a.words, b.words)
    return token_weights(a.words.row, reference), token_weights(b.words.row, reference), reference


def _bounds(a: _Held, b: _Held, weights_a: Shares, weights_b: Shares, n: int) -> tuple[float, ...]:
    sums = []
    for own, other, weights in ((a.words, b.words, weights_a), (b.words, a.words, weights_b)):
        whole = float(weights.sum())
        found = float(weights[tokens_found_anywhere(own, other, n)].sum())
        sums.append((found / whole if whole > 0.0 else 0.0, whole))
    return (sums[0][0], sums[1][0], sums[0][1], sums[1][1])


def _side(held: _Held) -> AlignedSide:
    if held.side is None:
        held.side = side_of(held.draft)
    return held.side


def _passages(held: _Held, lexicon: ForceLexicon) -> GovernedSentences:
    if held.passages is None:
        held.passages = GovernedSentences(held.words, lexicon)
    return held.passages


def _scores(
    a: _Held, b: _Held, weights_a: Shares, weights_b: Shares, settings: Settings
) -> tuple[float, ...]:
    rows = match_drafts(a.draft, b.draft, settings, sides=(_side(a), _side(b)))
    partners = partners_in(rows, a.words, b.words)
    lexicon = force_lexicon(a.draft.language)
    figures: list[float] = []
    for own, other, weights, seen in (
        (a, b, weights_a, partners), (b, a, weights_b, partners.turned()),
    ):  # fmt: skip
        found = find_in_partners(own.words, other.words, seen, weights, settings.ngram)
        same = float("nan")
        if lexicon is not None:
            passages = _passages(own, lexicon), _passages(other, lexicon)
            same = float(weights[same_force(*passages, found, weights)].sum())
        verbatim = tokens_found_anywhere(own.words, other.words, settings.verbatim_ngram)
        figures += [float(weights.sum()), float(weights[found.tokens].sum()), same, float(len(weights)),
                    float(verbatim.sum())]  # fmt: skip
    return tuple(figures)


def contents_of(pairs: Iterable[tuple[str, str]]) -> tuple[str, ...]:
    """The contents that some pairs name, each once, sorted."""
    return tuple(sorted({content for pair in pairs for content in pair}))
