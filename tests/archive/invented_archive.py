"""A small archive of invented drafts: chapters drawn from a few families, words changed here and there."""

from __future__ import annotations

import random
from pathlib import Path

_SUBJECTS = ("Each State Party", "The Conference of the Parties", "The Secretariat", "A coastal State")
_VERBS = ("shall protect", "shall report on", "may suspend", "shall cooperate in managing", "should review")
_OBJECTS = (
    "the harbours of refuge under its jurisdiction", "the tidal registers kept by its authorities",
    "every lighthouse that guides foreign vessels", "the salt meadows along the common coast",
    "the pilots licensed in another State", "the wrecks found in its territorial waters",
    "the fees collected for the use of channels", "the training of wardens and of harbour masters",
)  # fmt: skip
_ENDINGS = (
    "within sixty days of a request made through diplomatic channels",
    "in accordance with its domestic law and with the rules of this Convention",
    "after consultation with the States whose vessels are affected",
    "unless the depositary has been notified of an objection in writing",
)


def write_archive(folder: Path, drafts: int, *, articles: int = 5, seed: int = 7) -> Path:
    """Drafts of two families; every later draft changes a few sentences of an earlier one."""
    random_ = random.Random(seed)
    folder.mkdir(parents=True, exist_ok=True)
    families = [[_sentence(random_) for _ in range(articles * 2)] for _ in range(2)]
    for number in range(drafts):
        sentences = families[number % 2]
        for _ in range(2):
            sentences[random_.randrange(len(sentences))] = _sentence(random_)
        lines = [f"Draft of {1 + number % 28} March {2001 + number}", ""]
        for article in range(articles):
            lines += [f"Article {article + 1}", "", f"Matter {article + 1}", ""]
            lines += [f"1. {sentences[2 * article]}", "", f"2. {sentences[2 * article + 1]}", ""]
        (folder / f"{2001 + number}-03-01_draft-{number:02}.txt").write_text(
            "\n".join(lines), encoding="utf-8"
        )
    return folder


def _name(random_: random.Random) -> str:
    """An invented name of a place, so that sentences differ in more than a few words."""
    return "".join(random_.choice("bdfglmnrstv") + random_.choice("aeiou") for _ in range(3)).capitalize()


def _sentence(random_: random.Random) -> str:
    clauses = [
        f"{random_.choice(_SUBJECTS)} {random_.choice(_VERBS)} {random_.choice(_OBJECTS)} near "
        f"{_name(random_)} and {_name(random_)} {random_.choice(_ENDINGS)}"
        for _ in range(2)
    ]
    return f"{clauses[0]}; and {clauses[1][0].lower()}{clauses[1][1:]}."
