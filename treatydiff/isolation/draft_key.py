"""What a draft that was read once is known by: the settings that decide it, and the code that reads."""

from __future__ import annotations

import hashlib

from treatydiff.isolation.code import code_of
from treatydiff.model.draft_codec import CODEC_VERSION
from treatydiff.settings import Settings

READING_ROOMS = ("model", "language", "reading", "structure", "isolation")
"""The rooms whose code decides what draft a file holds."""


def draft_key(settings: Settings) -> str:
    """A hash of everything beside a file that decides how it becomes a draft.

    Args:
        settings: how to read.
    """
    decided = settings.of("reading", "structure", deciding=True)
    return hashlib.sha256(f"{code_of(READING_ROOMS)};{CODEC_VERSION};{decided}".encode()).hexdigest()
