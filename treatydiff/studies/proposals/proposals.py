"""Every proposal of a compilation, with what it changes in the base and what became of it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from treatydiff.errors import LanguageError, UsageError
from treatydiff.language.registry import detect_language
from treatydiff.language.tokenizer import word_count
from treatydiff.model import Comparison, Draft, Provision, SourceText, Unit
from treatydiff.patterns import pattern_of
from treatydiff.studies.proposals.base import Aimed, BaseStretch, BaseText, keys
from treatydiff.studies.proposals.fates import LaterText, fate_of
from treatydiff.studies.proposals.model import Proposal, Proposals, ProposedChange
from treatydiff.studies.proposals.reading import Marked, ProposalPassage, has_marks, read_passages
from treatydiff.studies.proposals.words import (
    ELLIPSIS,
    INSTRUCTIONS,
    LABEL,
    LONGEST_INSTRUCTION,
    MOVE_TO,
    QUOTED,
    REWORDING,
)

_NUMBERS = pattern_of(r"\d+(?:\s*(?:bis|ter))?|\([a-z]{1,4}\)|\b[A-Z]\b", re.IGNORECASE)
_KEPT = 0.75
_UNCLEAR = {
    "add": "the words to be added are not given here",
    "replace": "the words to be replaced are not given here",
    "merge": "what the result would be is not said",
    "split": "what the result would be is not said",
}
"""Instructions that name no words, and why their fate cannot be told."""


def read_proposals(
    compilation: SourceText, base: Draft, comparison: Comparison | None = None, delegations: str = ""
) -> Proposals:
    """The proposals of a compilation by article and delegation.

    Args:
        compilation: as its reader returns it.
        base: the draft that the proposals are on.
        comparison: of the base with the later draft that may have taken them up.
        delegations: names beyond those that ship, as in the setting of that name.

    Raises:
        LanguageError: the compilation is in another language than the base.
    """
    language = detect_language("\n".join(block.text for block in compilation.blocks))
    if language != base.language:
        raise LanguageError(
            f"the compilation ({compilation.source.label}) is in {language}, the base in {base.language}",
            hint="name a base in the language of the compilation",
        )
    text = BaseText(base)
    later = LaterText(comparison) if comparison is not None else None
    marked = has_marks(compilation)
    passages, unattributed = read_passages(compilation, text.speaks, text.titles, delegations)
    around = _around(passages)
    found = tuple(
        _proposal(passage, text, later, marked=marked, around=before)
        for passage, before in zip(passages, around, strict=True)
    )
    return Proposals(
        compilation.source, base, comparison.b if comparison is not None else None, marked, found,
        unattributed=tuple(unattributed.items()),
    )  # fmt: skip


def _around(passages: Sequence[ProposalPassage]) -> list[str]:
    """What a delegation prints under a heading before each passage, brackets around the heading included."""
    whole: dict[tuple[str, tuple[str, ...]], str] = {}
    before: list[str] = []
    for passage in passages:
        key = passage.heading, passage.who
        before.append(whole.get(key, ""))
        whole[key] = f"{before[-1]} {passage.said.text}"
    return [
        "["
        * max(
            0, whole[passage.heading, passage.who].count("]") - whole[passage.heading, passage.who].count("[")
        )
        + said
        for passage, said in zip(passages, before, strict=True)
    ]


def _proposal(
    passage: ProposalPassage, base: BaseText, later: LaterText | None, *, marked: bool, around: str
) -> Proposal:
    said = passage.said.proposed or " ".join(passage.said.text.split())
    plain = Proposal(passage.heading, passage.who, "rationale", passage.page, said)
    if passage.rationale:
        return plain
    if ELLIPSIS.fullmatch(said):
        return _of(plain, kind="ellipsis")
    if (reworded := _reworded(passage)) is not None:
        return _textual(plain, base.aim(reworded, marked=True), later, around)
    if (action := _action(said)) is not None:
        return _instruction(plain, *action, base, later)
    aimed = base.aim(passage, marked=marked)
    return _textual(plain, aimed, later, around)


def _reworded(passage: ProposalPassage) -> ProposalPassage | None:
    """The wording that an instruction gives for a whole provision, under its number; None if none."""
    found = REWORDING.match(passage.said.text)
    if found is None:
        return None
    what = (found["what"] or found["what_read"]).casefold()
    number = found["number"] or found["number_read"] or ""
    words = passage.said.cut(found.start("words"), found.end("words"))
    if what.startswith("para") and number.isdigit() and not LABEL.match(words.text):
        label = f"{number}. "
        words = Marked(label + words.text, " " * len(label) + words.looks)
    return replace(passage, said=words)


def _of(proposal: Proposal, **changes: Any) -> Proposal:
    return replace(proposal, **changes)


def _textual(plain: Proposal, aimed: Aimed, later: LaterText | None, around: str) -> Proposal:
    units = [unit.id for unit in aimed.units]
    clause = aimed.clause.id if aimed.clause is not None else ""
    unit = next((each.id for each in aimed.units if aimed.clause in each.clauses()), "") if clause else (
        units[0] if len(units) == 1 else "")  # fmt: skip
    placed = _of(
        plain, kind="text", text=aimed.wording or plain.text, unit=unit, clause=clause, method=aimed.method
    )
    if later is None:
        return _of(placed, changes=_unscored(aimed.stretches), reason=aimed.doubt)
    if not aimed.stretches:
        if aimed.doubt:
            return _of(placed, fate="not determinable", reason=aimed.doubt, elsewhere=later.clause(clause))
        return _of(
            placed, reason="the words of the base; brackets may differ", elsewhere=later.clause(clause)
        )
    changes, elsewhere = later.follow(aimed.stretches, units, clause)
    fate, share = fate_of(changes)
    vanished = bool(clause) and not later.clause(clause)
    if vanished and not any(each.followed for each in changes if each.op == "insert"):
        why = "the later draft has no counterpart of the clause"
        return _of(placed, changes=_unscored(aimed.stretches), fate="not determinable", reason=why)
    if fate == "taken up" and later.in_brackets(aimed.stretches, elsewhere, clause, plain.text, around):
        fate = "bracketed"
    another = fate in ("taken up", "bracketed", "partly") and later.another_provision(
        elsewhere, units, clause
    )
    return _of(
        placed, changes=changes, fate=fate, elsewhere=elsewhere, another_provision=another,
        reason=_share(share) + (", in another provision" if another else ""),
    )  # fmt: skip


def _share(share: float) -> str:
    return f"{share:.0%} of the changed words"


def of_delegation(found: Proposals, delegation: str) -> Proposals:
    """The proposals of one delegation, alone or with others.

    Args:
        found: all proposals of a compilation.
        delegation: its name, or a part of it, in any case.

    Raises:
        UsageError: no delegation of the compilation is called so.
    """
    wanted = " ".join(delegation.split()).casefold()
    names = sorted({name for each in found.proposals for name in each.who})
    exact = [name for name in names if name.casefold() == wanted]
    meant = set(exact or [name for name in names if wanted and wanted in name.casefold()])
    if not meant:
        raise UsageError(f"no delegation {delegation!r} in {found.source.label}", hint=", ".join(names[:12]))
    kept = tuple(each for each in found.proposals if meant.intersection(each.who))
    return replace(found, proposals=kept, delegation=", ".join(sorted(meant)))


def _unscored(stretches: Sequence[BaseStretch]) -> tuple[ProposedChange, ...]:
    return tuple(
        ProposedChange("insert" if each.op == "insert" else "delete", each.text, len(keys(each.text)))
        for each in stretches
    )


# --- instructions ------------------------------------------------------------------------------


def _action(said: str) -> tuple[str, str] | None:
    """What a sentence asks for and the provision that it names; None if it is wording."""
    if word_count(said) > LONGEST_INSTRUCTION:
        return None
    bare = said.strip(" []()")
    for name, pattern in INSTRUCTIONS:
        found = pattern.match(bare)
        if found is not None:
            groups = found.groupdict()
            return name, " ".join(filter(None, (groups.get("what"), groups.get("number")))).casefold()
    return None


def _instruction(
    plain: Proposal, action: str, target: str, base: BaseText, later: LaterText | None
) -> Proposal:
    units = base.units(plain.article)
    clauses = _target(target, units)
    said = _of(
        plain, kind="instruction", action=action,
        unit=units[0].id if len(units) == 1 else "",
        clause=clauses[0].id if len(clauses) == 1 else "",
    )  # fmt: skip
    if later is None or action == "place":
        return said
    if action == "retitle":
        return _retitled(said, units, later)
    quoted = [found["words"] for found in QUOTED.finditer(plain.text)]
    if quoted and action in ("add", "replace", "delete"):
        return _quoted(said, quoted, clauses, units, later)
    if not clauses or action in _UNCLEAR:
        why = _UNCLEAR.get(action, "which provision of the base it means is not clear")
        return _of(said, fate="not determinable", reason=why)
    if action == "move":
        return _moved(said, clauses, later)
    changes = later.gone(clauses)
    fate, share = fate_of(changes)
    if action == "keep":
        fate = "taken up" if 1 - share >= _KEPT else "partly" if 1 - share >= 1 - _KEPT else "not taken up"
        return _of(
            said,
            fate=fate,
            elsewhere=later.clause(clauses[0].id),
            reason=f"{1 - share:.0%} of its words stand",
        )
    return _of(said, changes=changes, fate=fate, elsewhere=later.clause(clauses[0].id), reason=_share(share))


def _quoted(
    said: Proposal,
    quoted: Sequence[str],
    clauses: Sequence[Provision],
    units: Sequence[Unit],
    later: LaterText,
) -> Proposal:
    """An instruction that quotes its words: what is replaced or deleted first, then what is put in."""
    places = clauses or [clause for unit in units for clause in unit.clauses()]
    gone = quoted[:1] if said.action in ("replace", "delete") else []
    come = quoted[1:] if said.action == "replace" else [] if said.action == "delete" else quoted
    held = [each for each in places if gone and gone[0] in each.text] or (list(clauses) if not gone else [])
    if gone and len(held) != 1:
        return _of(
            said, fate="not determinable", reason="the words that it quotes stand in no clause, or in several"
        )
    clause = held[0] if len(held) == 1 else None
    stretches = []
    if gone and clause is not None:
        start = clause.text.index(gone[0])
        stretches.append(BaseStretch("delete", gone[0], start, start + len(gone[0])))
    stretches += [BaseStretch("insert", words) for words in come]
    changes, elsewhere = later.follow(stretches, [unit.id for unit in units], clause.id if clause else "")
    fate, share = fate_of(changes)
    return _of(said, changes=changes, fate=fate, elsewhere=elsewhere, reason=_share(share),
               clause=clause.id if clause else said.clause)  # fmt: skip


def _retitled(said: Proposal, units: Sequence[Unit], later: LaterText) -> Proposal:
    wanted = keys(said.text.partition(":")[2])
    if len(units) != 1 or not wanted or keys(units[0].provision.heading) == wanted:
        return _of(said, fate="not determinable", reason="whose title would change is not clear")
    taken = any(keys(title) == wanted for title in later.titles(units[0].id))
    return _of(said, fate="taken up" if taken else "not taken up", reason="the title in the later draft")


def _moved(said: Proposal, clauses: Sequence[Provision], later: LaterText) -> Proposal:
    found = MOVE_TO.search(said.text)
    to = {later.unit(each.id) for each in clauses} - {""}
    if found is None or "paragraph" in found.group().casefold():
        return _of(said, fate="not determinable", reason="no article is named that it should move to")
    number = "".join(found["number"].split()).casefold()
    if not to:
        return _of(said, fate="not taken up", reason="it stands nowhere in the later draft")
    there = [unit for unit in to if "".join(later.numbers[unit].split()).casefold() == number]
    fate = "taken up" if len(there) == len(to) else "partly" if there else "not taken up"
    return _of(said, fate=fate, elsewhere=sorted(to)[0], reason="where its words stand in the later draft")


def _target(target: str, units: Sequence[Unit]) -> tuple[Provision, ...]:
    """The clauses that an instruction names: of a whole article, or of its paragraphs and items."""
    clauses = tuple(clause for unit in units for clause in unit.clauses())
    if target.startswith("article"):
        numbers = _NUMBERS.findall(target.partition(" ")[2])
        own = units[0].provision.number if units else ""
        if numbers and "".join(numbers[0].split()) != "".join(own.split()).casefold():
            return ()
        return clauses if len(numbers) < 2 else _numbered(numbers[1:], units)
    if target.startswith("preambular"):
        recitals = [clause for clause in clauses if clause.kind == "recital"]
        at = [int(number) for number in re.findall(r"\d+", target)[:1]]
        return tuple(recitals[each - 1] for each in at if 1 <= each <= len(recitals))
    if target.startswith("chapeau"):
        return tuple(clause for clause in clauses if clause.kind == "intro")[:1]
    numbers = _NUMBERS.findall(target.partition(" ")[2])
    return _numbered(numbers, units) if numbers else ()


def _numbered(numbers: Sequence[str], units: Sequence[Unit]) -> tuple[Provision, ...]:
    """The clauses below the provision that some numbers lead to, outermost first."""
    level = [unit.provision for unit in units]
    for number in numbers:
        wanted = "".join(number.split()).strip("()").casefold()
        level = [
            node for top in level for node in top.walk()
            if node is not top and "".join(node.number.split()).strip("()").casefold() == wanted
        ]  # fmt: skip
    return tuple(clause for node in level[:1] for clause in node.clauses() if clause.text)
