"""Words of English that answer to a class of force, whatever word of force the other language has.

A class that one version prints is held against the other only where that one has none of these, as far
as a lexicon knows its words. Stems, as `language.stems` makes them of English.
"""

from __future__ import annotations

from typing import Literal

ForceClass = Literal["binding", "recommended", "permitted", "prohibited", "exempt"]

CLASS_WORDS: dict[ForceClass, str] = {
    "binding": "a word that binds",
    "recommended": "a word that recommends",
    "permitted": "a word that permits",
    "prohibited": "a word that prohibits",
    "exempt": "a word that exempts",
}
"""What reports call the classes of words of force."""

_SAID: dict[ForceClass, str] = {
    "recommended": "should ought encourage encouraged invite invited recommend recommended urged advise "
    "advised requested called desirable appropriate endeavour",
    "permitted": "may can could right rights entitled permit permitted allow allowed authorise authorised "
    "authorize authorized free possible able option optional might possibility discretion liberty",
    "prohibited": "not no nor neither never none without except unless prohibited prohibit prohibition "
    "forbidden refrain cannot only nothing exclude excluded prevent",
    "exempt": "not no need exempt exempted without unless",
}


def answering_words(class_: ForceClass) -> tuple[str, ...]:
    """The words of English that answer to a class.

    Args:
        class_: of words of force.
    """
    return tuple(_SAID.get(class_, "").split())
