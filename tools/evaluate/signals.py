"""Signals of changes that were put into real clauses, one at a time, and of changes that carry none."""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterator
from dataclasses import replace

from tools.evaluate.corpus import SETTINGS, Corpus
from tools.evaluate.rows import Row, row
from treatydiff.align.align import align_drafts
from treatydiff.diff.definitions import defined_term
from treatydiff.diff.diff_sheet import diff_drafts
from treatydiff.diff.edits import diff_texts
from treatydiff.diff.meaning.phrases import Sort, find_phrases, instrument_phrases, number_phrases
from treatydiff.diff.word_map import map_words
from treatydiff.language.number_words import in_figures
from treatydiff.language.references import find_references
from treatydiff.language.words.force_table import force_tables
from treatydiff.language.words.numbers import number_forms
from treatydiff.language.words.quantities import QUANTITY_WORDS
from treatydiff.language.words.signals import SIGNAL_WORDS
from treatydiff.model import Alignment, Draft, Edit, Instrument, Pairing, Provision, Signal, UnitPairing

NAME = "signals"
DRAFTS = (
    "crime/UNTOC_2000_en.txt", "crime/UNCAC_2003_en.txt", "bbnj/BBNJ_Agreement_2023_en.pdf",
    "crime/budapest_ETS185_2001_en.txt", "crime/UNTOC_protocol_trafficking_en.txt",
    "bbnj/draft_2022-12-12.txt", "unclos/UNCLOS_1982_en.pdf", "charter/un_charter_en.txt",
)  # fmt: skip
MOVED_IN = ("crime/UNTOC_2000_en.txt", "crime/UNCAC_2003_en.txt", "bbnj/BBNJ_Agreement_2023_en.pdf")
INJECTIONS = 150
REWORDED = 300
LEAST_RECALL = 0.97
MOVED_AT_ONCE = 10
SEED = 20
FINAL_HEADINGS = {
    "entry_into_force": r"entry into force", "amendment": r"amendments?",
    "withdrawal": r"denunciation|withdrawal",
    "reservations": r"reservations(?: and exceptions)?", "depositary": r"depositary(?: and languages)?",
    "disputes": r"settlement of disputes", "authentic_texts": r"authentic texts|languages",
    "consent": r"signature.*|accession|ratification.*",
}  # fmt: skip
"""What the headings of final clauses are in truth: whole headings, not the rules' patterns."""


def measure(corpus: Corpus) -> Iterator[Row]:
    """Recall by kind of signal, and false alarms of substitutions without any."""
    drafts = [corpus.draft(name) for name in DRAFTS]
    clauses = [leaf.text for draft in drafts for unit in draft.units() for leaf in unit.clauses()]
    clauses = sorted({text for text in clauses if 40 < len(text) < 1500 and "[" not in text})
    words = _content_words(clauses)
    for kind, inject in _INJECTIONS.items():
        yield _recall(kind, clauses, inject, words)
    yield _final_clauses(drafts, words)
    yield _placements([corpus.draft(name) for name in MOVED_IN])
    yield _false_alarms(clauses, words)


# --- changes of a clause -------------------------------------------------------------------------

_Inject = Callable[[str, random.Random, list[str]], str | None]


def _recall(kind: str, clauses: list[str], inject: _Inject, words: list[str]) -> Row:
    chance = random.Random(f"{SEED} {kind}")
    tried = found = 0
    missed: list[str] = []
    for _ in range(200):
        for text in chance.sample(clauses, len(clauses)):
            changed = inject(text, chance, words)
            if changed is None or changed == text:
                continue
            tried += 1
            if any(signal.kind == kind for signal in _signals(text, changed)):
                found += 1
            else:
                missed.append(_shown(text, changed))
            if tried == INJECTIONS:
                return _row(kind, found, tried, missed)
        if not tried:
            break
    return _row(kind, found, tried, missed)


def _signals(a: str, b: str) -> list[Signal]:
    return [signal for edit in diff_texts(a, b, "en") for signal in edit.signals]


def _shown(a: str, b: str) -> str:
    marks = {"equal": "{}", "delete": "[-{}-]", "insert": "{{+{}+}}"}
    edits = diff_texts(a, b, "en")
    return "".join(marks[e.op].format(e.text if e.op != "equal" else e.text[-30:]) for e in edits)


def _row(what: str, found: int, tried: int, missed: list[str]) -> Row:
    recall = found / tried if tried else 0.0
    shown = f"{recall:.3f}: {found} of {tried}"
    return row(NAME, what, f"recall ≥ {LEAST_RECALL}", shown, recall >= LEAST_RECALL, details=missed)


def _swap(pattern: str, *replacements: str) -> _Inject:
    def inject(text: str, chance: random.Random, _words: list[str]) -> str | None:
        places = list(re.finditer(pattern, text))
        if not places:
            return None
        match = chance.choice(places)
        return text[: match.start()] + match.expand(chance.choice(replacements)) + text[match.end() :]

    return inject


def _one_of(*injections: _Inject) -> _Inject:
    def inject(text: str, chance: random.Random, words: list[str]) -> str | None:
        return chance.choice(injections)(text, chance, words)

    return inject


_MODAL = r"\b(shall|may|should)\b(?! (?:not|have the right|consider|endeavour|be (?:encouraged|entitled))\b)"
_COUNTED = "days|months|years|per cent|members|States|Parties|hours|copies"
_NUMBERS = ("two", "three", "five", "ten", "twelve", "twenty", "thirty", "sixty", "ninety")


def _other_number(text: str, chance: random.Random, _words: list[str]) -> str | None:
    places = [
        match
        for match in re.finditer(rf"\b(?:{'|'.join(_NUMBERS)}|[1-9]\d{{0,2}})(?= (?:{_COUNTED}))", text)
        if not any(ref.start <= match.start() < ref.end for ref in find_references(text, "en"))
    ]  # fmt: skip
    if not places:
        return None
    match = chance.choice(places)
    new = chance.choice([each for each in (*_NUMBERS, "45", "180") if each != match[0]])
    if in_figures(match[0], "en") == in_figures(new, "en"):
        return None
    return text[: match.start()] + new + text[match.end() :]


def _redefined(text: str, chance: random.Random, words: list[str]) -> str | None:
    return _reworded(text, chance, words) if defined_term(text, "en") else None


_INJECTIONS: dict[str, _Inject] = {
    "obligation": _one_of(
        _swap(r"\bshall\b(?! (?:not|have the|consider|endeavour|be (?:encouraged|entitled|required)|mean)\b)",
              "may", "should", "will", "shall be encouraged to"),
        _swap(r"\b(?<!\d )may\b(?! not\b| \d)", "shall", "should", "must"),
        _swap(r"\bshould\b(?! not)", "shall", "may"),
    ),
    "standard": _one_of(
        _swap(r"\bshall\b(?! (?:not|have the|consider|endeavour|promote|be )\b)", "shall endeavour to"),
        _swap(r"\bshall ensure\b", "shall promote", "shall endeavour to ensure"),
        _swap(r"\bshall (?:promote|encourage|facilitate)\b", "shall ensure", "shall consider"),
    ),
    "content": _one_of(
        _swap(r"\ball (?=\w+s\b)", "some ", ""), _swap(r"\bany (?=State|Part|person)", "all ", "some "),
        _swap(r"\b[Cc]onsent\b", "consultation"), _swap(r"(?<=[a-z] )and(?= [a-z])", "or"),
        _swap(r"(?<=[a-z] )or(?= [a-z])", "and"), _swap(r" only(?= [a-z])", ""),
    ),
    "bearer": _one_of(
        _swap(r"(?<=\. )Each State Party(?= shall [a-z])", "The Secretariat", "Each developed country Party"),
        _swap(r"^States Parties(?= shall [a-z])", "The Secretariat", "Developing States Parties"),
        _swap(r"^Each State Party shall take\b", "Account shall be taken of"),
        _swap(r"^(?:Each State|A State|Each) Party(?= (?:shall|may) [a-z])", "The Conference"),
    ),
    "right": _one_of(
        _swap(r"\.$", ". Each State Party shall have the right to object.",
              ". A State Party is entitled to object."),
    ),
    "negation": _one_of(
        _swap(_MODAL, r"\1 not"), _swap(r"\b(is|are)\b(?! not)", r"\1 not"),
        _swap(r"\b(shall|may|is|are) not\b(?! (?:later|less|more|exceed|only))", r"\1"),
    ),
    "number": _other_number,
    "reference": _one_of(
        _swap(r"\b([Aa]rticle) (\d+)\b(?! of the)", r"\1 9\2", r"\1 8\2"),
        _swap(r"\bparagraph (\d+)\b", r"paragraph 1\1"),
        _swap(r" (of this (?:Convention|Agreement))", r" and article 97 \1"),
        _swap(r" in accordance with article \d+\b", ""),
    ),
    "hedge": _one_of(
        _swap(r"\bshall\b(?! not| be )", "shall, where appropriate,", "shall, as far as possible,",
              "shall, in accordance with its domestic law,", "shall, to the extent possible,"),
        _swap(r"\.$", ", unless the Parties decide otherwise.", ", subject to the availability of funds.",
              ", without prejudice to the rights of third States.", ", except in cases of urgency."),
        _swap(r",? (?:where|as|if) (?:appropriate|necessary|applicable),?", ""),
    ),
    "definition": _redefined,
}  # fmt: skip


# --- changes without a signal --------------------------------------------------------------------


def _content_words(clauses: list[str]) -> list[str]:
    """Lower-case words of the clauses that stand in no table of signals."""
    table = SIGNAL_WORDS["en"]
    patterns = [each[1] for each in (*table.modals, *table.operative)]
    patterns += [pattern for _, pattern in (*table.negations, *table.hedges, *table.carve_outs)]
    force = force_tables()["en"]
    patterns += [each.pattern for each in (*force.standard, *force.content, *force.conditions)]
    said = {word for pattern in patterns for word in re.findall(r"[a-z]+", pattern)}
    said |= QUANTITY_WORDS["en"].months | {form.word for form in number_forms("en")}
    found = {word for text in clauses for word in re.findall(r"(?<![\w'-])[a-z]{6,12}(?![\w'-])", text)}
    kinds = r"(?:article|paragraph|annex|chapter|section|part)"
    return sorted(w for w in found - said if not re.match(kinds, w) and not _of_a_phrase(w, patterns))


def _of_a_phrase(word: str, patterns: list[str]) -> bool:
    return any(re.fullmatch(pattern, word) for pattern in patterns)


def _reworded(text: str, chance: random.Random, words: list[str]) -> str | None:
    """One content word replaced by another, outside every phrase that a signal could be about."""
    side, _ = map_words((Edit("equal", text),))
    sorts: tuple[Sort, ...] = ("modal", "negation", "hedge", "carve_out", "condition", "standard", "content")
    phrases = [phrase for sort in sorts for phrase in find_phrases(side, sort, "en")]
    taken = [(phrase.start, phrase.end) for phrase in (*phrases, *number_phrases(side, "en"))]
    references = find_references(text, "en")
    taken += [
        (found.start, found.end) for found in (*references, *instrument_phrases(side, references, "en"))
    ]
    known = set(words)
    places = [
        (word.start, word.end)
        for word in side.words
        if text[word.start : word.end] in known
        and not any(start < word.end and word.start < end for start, end in taken)
    ]
    if not places:
        return None
    start, end = chance.choice(places)
    new = chance.choice(words)
    return None if new == text[start:end] else text[:start] + new + text[end:]


def _false_alarms(clauses: list[str], words: list[str]) -> Row:
    chance = random.Random(f"{SEED} words")
    alarms: list[str] = []
    tried = 0
    for text in chance.sample(clauses, len(clauses)):
        changed = None if defined_term(text, "en") else _reworded(text, chance, words)
        if changed is None:
            continue
        tried += 1
        if signals := _signals(text, changed):
            alarms.append(f"{signals}: {_shown(text, changed)}")
        if tried == REWORDED:
            break
    what = f"{tried} content words replaced: false alarms"
    return row(NAME, what, 0, len(alarms), tried == REWORDED and not alarms, details=alarms)


# --- changes of whole units ----------------------------------------------------------------------


def _final_clauses(drafts: list[Draft], words: list[str]) -> Row:
    """A content word replaced in a clause under the heading of a final clause."""
    chance = random.Random(f"{SEED} final")
    places = [
        (draft, unit.id, kind)
        for draft in drafts
        for unit in draft.units()
        for kind, heading in FINAL_HEADINGS.items()
        if re.fullmatch(heading, unit.provision.heading, re.IGNORECASE) and unit.kind == "article"
        and not unit.id.startswith("annex")
    ]  # fmt: skip
    found = tried = 0
    missed: list[str] = []
    while places and tried < INJECTIONS:
        draft, unit_id, kind = chance.choice(places)
        draft = _only(draft, unit_id)
        changed, where = _with_a_word_replaced(draft, unit_id, chance, words)
        if changed is None:
            continue
        tried += 1
        sheet = diff_drafts(draft, changed, _identity(draft))
        if any(signal == Signal("final_clause", kind) for signal in sheet.signals[0]):
            found += 1
        else:
            missed.append(f"{draft.source.label} {unit_id} {kind} {where}: {sheet.signals[0]}")
    return _row("final_clause", found, tried, missed)


def _only(draft: Draft, unit_id: str) -> Draft:
    """The draft with one unit alone."""
    unit = next(each for each in draft.units() if each.id == unit_id)
    return replace(draft, instruments=(Instrument(1, True, "", None, (unit.provision,)),))


def _with_a_word_replaced(
    draft: Draft, unit_id: str, chance: random.Random, words: list[str]
) -> tuple[Draft | None, str]:
    unit = next(each for each in draft.units() if each.id == unit_id)
    leaf = chance.choice(unit.clauses() or (unit.provision,))
    text = _reworded(leaf.text, chance, words) if leaf.text else None
    if text is None:
        return None, ""
    return _with(draft, lambda node: replace(node, text=text) if node.id == leaf.id else node), leaf.id


def _with(draft: Draft, change: Callable[[Provision], Provision]) -> Draft:
    def of_node(node: Provision) -> Provision:
        node = change(node)
        return replace(node, children=tuple(of_node(child) for child in node.children))

    instruments = tuple(
        replace(each, provisions=tuple(of_node(node) for node in each.provisions))
        for each in draft.instruments
    )
    return replace(draft, instruments=instruments)


def _identity(draft: Draft) -> Alignment:
    """The alignment of a draft with itself."""

    def same(id_: str) -> Pairing:
        return Pairing((id_,), (id_,), "identical")

    units = (
        UnitPairing(same(unit.id), unit.kind, tuple(same(leaf.id) for leaf in unit.clauses()))
        for unit in draft.units()
    )
    return Alignment(tuple(units), ())


def _placements(drafts: list[Draft]) -> Row:
    """Articles moved into an annex, found by the aligner and told by their signals."""
    chance = random.Random(f"{SEED} placement")
    found = tried = 0
    missed: list[str] = []
    while tried < INJECTIONS:
        draft = drafts[(tried // MOVED_AT_ONCE) % len(drafts)]
        movable = [
            unit.id for unit in draft.units()
            if unit.kind == "article" and not unit.id.startswith(("annex", "doc_"))
            and sum(len(leaf.text.split()) for leaf in unit.clauses()) >= 40
        ]  # fmt: skip
        chosen = set(chance.sample(movable, MOVED_AT_ONCE))
        changed = _moved_to_annex(draft, chosen)
        alignment = align_drafts(draft, changed, SETTINGS)
        sheet = diff_drafts(draft, changed, alignment)
        told = {
            id_
            for rows, signals in zip(alignment.units, sheet.signals, strict=True)
            for id_ in rows.pairing.a
            if any(signal.kind == "placement" for signal in signals)
        }  # fmt: skip
        found += len(chosen & told)
        missed += [f"{draft.source.label} {each}" for each in sorted(chosen - told)]
        missed += [f"{draft.source.label} {each}: told without cause" for each in sorted(told - chosen)]
        tried += len(chosen)
    return _row("placement", found, tried, missed)


def _moved_to_annex(draft: Draft, ids: set[str]) -> Draft:
    moved: list[Provision] = []

    def without(node: Provision) -> Provision:
        moved.extend(child for child in node.children if child.id in ids)
        kept = tuple(without(child) for child in node.children if child.id not in ids)
        return replace(node, children=kept)

    def under_annex(node: Provision) -> Provision:
        return replace(node, id=f"annex_Z__{node.id}", children=tuple(map(under_annex, node.children)))

    instruments: list[Instrument] = []
    for each in draft.instruments:
        moved_before = len(moved)
        moved.extend(top for top in each.provisions if top.id in ids)
        tops = tuple(without(top) for top in each.provisions if top.id not in ids)
        here = tuple(map(under_annex, moved[moved_before:]))
        annex = (Provision("annex_Z", "annex", "Z", children=here),) if here else ()
        instruments.append(replace(each, provisions=(*tops, *annex)))
    return replace(draft, instruments=tuple(instruments))
