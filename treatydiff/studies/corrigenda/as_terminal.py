"""Corrected drafts and corrigenda as text."""

from __future__ import annotations

from treatydiff.language.words.corrigenda import FOR_AND_READ, QUOTES
from treatydiff.naming.wording import counted, printable
from treatydiff.report.draft.as_text import draft_text
from treatydiff.studies.corrigenda.model import CorrectedDraft, CorrectionEntry, Corrigendum


def corrected_terminal(corrected: CorrectedDraft) -> str:
    """What became of every entry.

    Args:
        corrected: the draft with its corrections.
    """
    lines: list[str] = []
    for each in corrected.corrections:
        said = each.entry.line or _said(each.entry, "en")
        lines.append(f"{each.entry.place}: {said}" if each.entry.place else said)
        lines.append(f"    refused: {each.refused}" if each.refused else f"    now reads: {each.after}")
    applied = len(corrected.corrections) - len(corrected.refused)
    lines.append(f"{counted(applied, 'entry', 'entries')} applied, {len(corrected.refused)} refused")
    if corrected.proven:
        lines.append("undoing them restores the draft; nothing else changed")
    return "".join(f"{printable(line)}\n" for line in lines)


def corrected_text(corrected: CorrectedDraft) -> str:
    """The corrected text, one clause a line.

    Args:
        corrected: the draft with its corrections.
    """
    return draft_text(corrected.draft)


def corrigendum_text(corrigendum: Corrigendum) -> str:
    """A corrigendum as text: the place, and below it what is to be read for what.

    Args:
        corrigendum: the entries.
    """
    lines: list[str] = []
    place = None
    for entry in corrigendum.entries:
        if entry.place != place:
            place = entry.place
            lines += ["", place]
        lines.append(_said(entry, corrigendum.language))
    lines += [f"\nNo entry can say: {each}" for each in corrigendum.left_over]
    return "".join(f"{line}\n" for line in lines).lstrip("\n")


def _said(entry: CorrectionEntry, language: str) -> str:
    first, second = FOR_AND_READ.get(language, FOR_AND_READ["en"])[0]
    opened, closed = QUOTES[0]
    return f"{first.capitalize()} {opened}{entry.old}{closed} {second} {opened}{entry.new}{closed}"
