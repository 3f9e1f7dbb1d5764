"""What notes and comments say of delegations' positions: who proposed, supported, opposed or reserved."""

from __future__ import annotations

import re
from collections.abc import Iterator

from treatydiff.language.words.brackets import ROLES
from treatydiff.language.words.delegations import UNNAMED, delegation, find_delegations
from treatydiff.model import Note
from treatydiff.patterns import pattern_of
from treatydiff.structure.brackets.acts import acts_in, shared_out
from treatydiff.structure.brackets.attributions import Attribution

_SENTENCE = pattern_of(r"[^.;]+(?:\.(?=\w)[^.;]+)*[.;]?")
_WORDING = pattern_of(r"“[^“”]{1,600}”|\"[^\"]{1,600}\"|«[^«»]{1,600}»")
"""Quoted wording: whoever is named in it is part of the text, not somebody who spoke."""
_OWN_VOICE = pattern_of(r"\b(?:we|our\s+delegation|this\s+delegation)\b", re.IGNORECASE)
_AUTHOR = pattern_of(r"^(?:the\s+)?(?:delegation|mission|representative)\s+of\s+(?:the\s+)?", re.IGNORECASE)


def _blank(wording: re.Match[str]) -> str:
    return "“" + " " * (len(wording[0]) - 2) + "”"


def note_attributions(note: Note, further: str = "") -> Iterator[Attribution]:
    """What a footnote, endnote or comment says of delegations' positions, a sentence at a time."""
    for found in _SENTENCE.finditer(_WORDING.sub(_blank, note.text)):
        sentence = found.group()
        acts = acts_in(sentence)
        if not acts:
            continue
        known = [(each.start, each.name) for each in find_delegations(sentence, further)]
        unnamed = [(each.start(), each.group()) for each in UNNAMED.finditer(sentence)]
        if known or unnamed:
            for role, who in shared_out(acts, known or unnamed).items():
                yield Attribution(who, role, named=bool(known))
        elif note.kind == "comment" and note.author and _OWN_VOICE.search(sentence):
            author = _AUTHOR.sub("", note.author)
            role = next(role for role, _ in ROLES if any(act.role == role for act in acts))
            yield Attribution((delegation(author, further) or author,), role, named=True)
