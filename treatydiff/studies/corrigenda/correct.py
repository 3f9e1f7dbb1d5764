"""Applies a corrigendum to a draft, entry by entry; what does not fit exactly is refused."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from treatydiff.diff.renumbering import Renumbering
from treatydiff.language.references import find_references
from treatydiff.model import Draft, Mark, Provision, Source
from treatydiff.studies.corrigenda.model import CorrectedDraft, Correction, CorrectionEntry

_PLAIN_SIGNS = str.maketrans(
    {sign: plain for signs, plain in (("’‘ʼ", "'"), ("“”„«»", '"'), ("\u00a0\u202f\u2007", " "),
                                      ("\u2010\u2011\u2012–", "-")) for sign in signs}
)  # fmt: skip
"""One sign for one, so that places stay: how a corrigendum may type what the draft sets otherwise."""


def correct_draft(draft: Draft, entries: Sequence[CorrectionEntry], corrigendum: Source) -> CorrectedDraft:
    """Apply entries in their order.

    An entry is refused where it has another form than "for X read Y", where its place is none of the draft's,
    where its old words do not stand there, or where they stand there more than once.

    Args:
        draft: the draft.
        entries: of the corrigendum.
        corrigendum: its source.
    """
    texts = {node.id: node.text for node in draft.walk() if node.text}
    done: list[Correction] = []
    for entry in entries:
        correction = _corrected(draft, texts, entry)
        if not correction.refused:
            texts[correction.clause] = correction.after
        done.append(correction)
    marks = {node.id: node.marks for node in draft.walk()}
    for each in done:
        if not each.refused:
            marks[each.clause] = _shifted(marks[each.clause], each)
    instruments = tuple(
        replace(each, provisions=tuple(_rewritten(node, texts, marks) for node in each.provisions))
        for each in draft.instruments
    )
    corrected = replace(draft, instruments=instruments)
    return CorrectedDraft(corrected, corrigendum, tuple(done), _proven(draft, corrected, done))


def _corrected(draft: Draft, texts: dict[str, str], entry: CorrectionEntry) -> Correction:
    if entry.line:
        return Correction(entry, refused="this is no “for … read …”; correct it by hand")
    clauses = list(_clauses_at(draft, entry.place)) if entry.place else list(texts)
    if not clauses:
        return Correction(entry, refused="the draft has no such provision")
    places = [(id_, at) for id_ in clauses for at in _occurrences(texts.get(id_, ""), entry.old)]
    if not places:
        old = entry.old.translate(_PLAIN_SIGNS)
        places = [
            (id_, at)
            for id_ in clauses
            for at in _occurrences(texts.get(id_, "").translate(_PLAIN_SIGNS), old)
        ]
    if not places:
        return Correction(entry, refused="these words do not stand there")
    if len(places) > 1:
        return Correction(entry, refused=f"these words stand there {len(places)} times")
    clause, at = places[0]
    before = texts[clause]
    return Correction(entry, clause, before, before[:at] + entry.new + before[at + len(entry.old) :])


def _clauses_at(draft: Draft, place: str) -> Iterator[str]:
    """The ids of what stands at the last place that a line names."""
    for language in dict.fromkeys((draft.language, "en")):
        references = find_references(place, language)
        if not references:
            continue
        for target in Renumbering().targets_of_a(references[-1]):
            for node in draft.walk():
                if f"__{node.id}".endswith(f"__{target}"):
                    yield from (clause.id for clause in node.clauses())
                    return
        return


def _occurrences(text: str, words: str) -> list[int]:
    """Where words stand in a text, none of them cut."""
    found: list[int] = []
    at = text.find(words) if words else -1
    while at >= 0:
        end = at + len(words)
        cut_left = words[0].isalnum() and text[at - 1 : at].isalnum() and words[0] < "\u2e80"
        cut_right = words[-1].isalnum() and text[end : end + 1].isalnum() and words[-1] < "\u2e80"
        if not (cut_left or cut_right):
            found.append(at)
        at = text.find(words, at + 1)
    return found


def _shifted(marks: tuple[Mark, ...], correction: Correction) -> tuple[Mark, ...]:
    """Marks on a clause after a correction: those behind it move with their words."""
    same = next(
        (n for n, (a, b) in enumerate(zip(correction.before, correction.after, strict=False)) if a != b),
        min(len(correction.before), len(correction.after)),
    )
    by = len(correction.after) - len(correction.before)

    def moved(place: int) -> int:
        return place if place <= same else max(same, place + by)

    return tuple(replace(mark, start=moved(mark.start), end=moved(mark.end)) for mark in marks)


def _rewritten(node: Provision, texts: dict[str, str], marks: dict[str, tuple[Mark, ...]]) -> Provision:
    children = tuple(_rewritten(child, texts, marks) for child in node.children)
    return replace(node, text=texts.get(node.id, node.text), marks=marks[node.id], children=children)


def _proven(draft: Draft, corrected: Draft, done: Sequence[Correction]) -> bool:
    """Whether undoing the corrections, the last first, restores every clause of the draft."""
    texts = {node.id: node.text for node in corrected.walk()}
    for each in reversed(done):
        if not each.refused:
            if texts[each.clause] != each.after:
                return False
            texts[each.clause] = each.before
    return texts == {node.id: node.text for node in draft.walk()}
