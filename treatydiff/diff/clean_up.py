"""diff-match-patch's clean-up of an edit script, in time that grows with the script.

The library's own goes back to the beginning of the script whenever it gives up the last of the equal
passages before a place: where words alternate with others for pages, that takes the square of their number.
"""

from __future__ import annotations

from diff_match_patch import diff_match_patch

DELETE, INSERT, EQUAL = -1, 1, 0
Diffs = list[tuple[int, str]]


class LinearCleanUp(diff_match_patch):  # type: ignore[misc]
    """The library with the step mended that went back; what comes out is the same, to the character."""

    def diff_cleanupSemantic(self, diffs: Diffs) -> None:  # noqa: N802 - the library's name
        """Give up equal passages no longer than the changes on both sides of them.

        Args:
            diffs: (DELETE, INSERT or EQUAL, text) in order; changed in place.
        """
        given_up = _too_short(diffs)
        if given_up:
            diffs[:] = [
                part
                for at, (op, text) in enumerate(diffs)
                for part in (((DELETE, text), (INSERT, text)) if at in given_up else ((op, text),))
            ]
            self.diff_cleanupMerge(diffs)
        self.diff_cleanupSemanticLossless(diffs)
        diffs[:] = self._with_overlaps(diffs)

    def _with_overlaps(self, diffs: Diffs) -> Diffs:
        """What ends a deletion and begins the insertion beside it, or the other way round, as equal."""
        found: Diffs = []
        at = 0
        while at < len(diffs):
            pair = diffs[at : at + 2]
            if [op for op, _ in pair] != [DELETE, INSERT]:
                found.append(diffs[at])
                at += 1
                continue
            found += self._overlap(pair[0][1], pair[1][1])
            at += 2
        return found

    def _overlap(self, deleted: str, inserted: str) -> Diffs:
        if set(deleted).isdisjoint(inserted):
            return [(DELETE, deleted), (INSERT, inserted)]
        forth = self.diff_commonOverlap(deleted, inserted)
        back = self.diff_commonOverlap(inserted, deleted)
        enough = min(len(deleted), len(inserted)) / 2.0
        if max(forth, back) < enough:
            return [(DELETE, deleted), (INSERT, inserted)]
        if forth >= back:
            return [
                (DELETE, deleted[: len(deleted) - forth]), (EQUAL, inserted[:forth]),
                (INSERT, inserted[forth:]),
            ]  # fmt: skip
        return [
            (INSERT, inserted[: len(inserted) - back]), (EQUAL, deleted[:back]), (DELETE, deleted[back:]),
        ]  # fmt: skip


def _too_short(diffs: Diffs) -> set[int]:
    """Numbers of the equal passages that are no longer than the changes on both sides of them.

    One that is given up adds to the changes around it, so that those before it are weighed again, and the
    changes between two are one sum: nothing is gone through twice.
    """
    given_up: set[int] = set()
    kept: list[tuple[int, int, int, int]] = []  # number, length, deleted and inserted before it
    deleted = inserted = 0
    for at, (op, text) in enumerate(diffs):
        if op == EQUAL:
            kept.append((at, len(text), deleted, inserted))
            deleted = inserted = 0
            continue
        if op == DELETE:
            deleted += len(text)
        else:
            inserted += len(text)
        while kept:
            number, length, before_deleted, before_inserted = kept[-1]
            if not 0 < length <= min(max(before_deleted, before_inserted), max(deleted, inserted)):
                break
            given_up.add(number)
            kept.pop()
            deleted += before_deleted + length
            inserted += before_inserted + length
    return given_up
