"""A draft as the key of what is kept for it."""

from __future__ import annotations

from typing import NamedTuple

from treatydiff.model import Draft


class ThisDraft(NamedTuple):
    """A draft by its identity: to compare two would be to compare every word of them."""

    draft: Draft

    def __hash__(self) -> int:
        return id(self.draft)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, ThisDraft) and other.draft is self.draft
