"""Which drafts of an archive are successive drafts of one text, and in which order; never by guess.

Two drafts belong together because something says so: the listing's `order`, a draft that `revises` or
reissues another, one symbol but for "/Rev.1", or one printed title. What nothing ties to another draft
stands apart, with the reason.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence

from treatydiff.archive.site.model import Apart, Chains, DraftChain, SiteDraft
from treatydiff.language.tokenizer import words
from treatydiff.patterns import pattern_of

LEAST_TITLE_WORDS = 4
"""Words that a title must have, those of drafting left out: "Free trade agreement" names many treaties."""
LEAST_TITLE_SIGNS = 10
"""The same for Chinese, whose words are single characters here."""
_DRAFTING = (
    "a an the of on for to in and or draft revised text version final advance unedited chair's president's",
    "projet texte révisé version de du des le la les l d à au aux sur pour et",
    "proyecto texto revisado versión el los las del sobre para y",
    "проект текст пересмотренный о об и на в для",
    "مشروع نص منقح",
)
DRAFTING_WORDS = frozenset(word for line in _DRAFTING for word in line.split())
"""Words of titles that say what a draft is and not of what; for Chinese there are none."""
_REVISION = pattern_of(r"(?:/(?:Rev|Add|Corr)\.\s*+\d++){1,9}\*?$|\*$", re.IGNORECASE)

BY_COMMAND = "the command was told that the drafts of a language succeed one another (--successive)"
BY_ORDER = "treatydiff.toml gives them an order"
BY_REVISION = "one says that it revises or reissues another"
BY_SYMBOL = "they have one symbol but for its revision"
BY_TITLE = "they print the same title"


def chains_of(drafts: Sequence[SiteDraft], *, successive: bool = False) -> Chains:
    """The successive drafts of an archive, chain by chain, and the drafts that stand apart.

    Args:
        drafts: of the archive, in the order of their dates.
        successive: whether all drafts of a language are to be one chain, whatever they print.
    """
    reasons: dict[int, str] = {}
    chains: list[DraftChain] = []
    for language in sorted({draft.language for draft in drafts}):
        own = [at for at, draft in enumerate(drafts) if draft.language == language]
        group = _Language(drafts, own)
        for members, grouped in group.joined(successive=successive):
            placed, ordered, unplaced = _ordered(drafts, members, group)
            reasons |= unplaced
            if len(placed) > 1:
                title = _chain_title(drafts, placed)
                chains.append(DraftChain(placed, language, title, grouped, ordered))
            else:
                reasons |= dict.fromkeys(placed, "no other draft of its text has a place in an order")
        reasons |= group.reasons
    chains.sort(key=lambda chain: chain.drafts)
    return Chains(tuple(chains), tuple(Apart(at, reasons[at]) for at in sorted(reasons)))


class _Language:
    """The drafts of one language: what ties them together, and which are no drafts to compare."""

    def __init__(self, drafts: Sequence[SiteDraft], own: Sequence[int]) -> None:
        self._drafts = drafts
        self.reasons: dict[int, str] = {}
        self.own = [at for at in own if not self._sorted_out(at, own)]
        self.after: dict[int, list[int]] = {}
        """The drafts that a draft revises or reissues."""
        self._absent: dict[int, str] = {}
        for at in self.own:
            entry = drafts[at].entry
            named = {entry.revises, entry.reissues} - {""}
            found = [one for one in self.own if one != at and named & {drafts[one].entry.symbol,
                     drafts[one].entry.file, drafts[one].entry.file.rpartition("/")[2]}]  # fmt: skip
            if found:
                self.after[at] = found
            elif named:
                self._absent[at] = " and ".join(sorted(named))

    def _sorted_out(self, at: int, own: Sequence[int]) -> bool:
        draft = self._drafts[at]
        same = [one for one in own if one < at and self._drafts[one].sha256 == draft.sha256]
        if same:
            self.reasons[at] = f"the same bytes as {self._drafts[same[0]].entry.file}"
        elif draft.entry.kind == "corrigendum" or draft.entry.corrects:
            what = draft.entry.corrects or "another document"
            self.reasons[at] = f"a corrigendum, which corrects {what} and is no whole text"
        elif not draft.words:
            self.reasons[at] = "no provision was found in it"
        elif draft.entry.kind == "compilation" and draft.entry.order is None:
            self.reasons[at] = "a compilation of proposals, which is no successive text"
        return at in self.reasons

    def joined(self, *, successive: bool) -> Iterator[tuple[list[int], tuple[str, ...]]]:
        """Drafts that belong together, with the reasons; notes why the others do not."""
        if successive and len(self.own) > 1:
            yield self.own, (BY_COMMAND,)
            return
        group = {at: at for at in self.own}
        ties = list(self._ties())
        for one, other, _ in ties:
            merged = {group[one], group[other]}
            group = {at: min(merged) if each in merged else each for at, each in group.items()}
        for first in sorted(set(group.values())):
            members = [at for at in self.own if group[at] == first]
            if len(members) > 1:
                yield members, tuple(dict.fromkeys(why for one, _, why in ties if one in members))
            else:
                self.reasons[members[0]] = self._alone(members[0])

    def _alone(self, at: int) -> str:
        if at in self._absent:
            return f"it revises or reissues {self._absent[at]}, which is not among the drafts of its language"
        if len(self.own) == 1:
            return "the only draft to compare in its language"
        return "nothing says which draft it follows"

    def _ties(self) -> Iterator[tuple[int, int, str]]:
        listed = [at for at in self.own if self._drafts[at].entry.order is not None]
        yield from ((listed[0], at, BY_ORDER) for at in listed[1:])
        yield from ((one, at, BY_REVISION) for at, found in self.after.items() for one in found)
        symbols = {at: _REVISION.sub("", self._drafts[at].entry.symbol) for at in self.own}
        titles = {at: _telling_title(self._drafts[at]) for at in self.own}
        for place, at in enumerate(self.own):
            for other in self.own[place + 1 :]:
                if symbols[at] and symbols[at] == symbols[other]:
                    yield at, other, BY_SYMBOL
                if titles[at] and titles[other] and _same_title(titles[at], titles[other]):
                    yield at, other, BY_TITLE


def title_words(title: str) -> tuple[str, ...]:
    """The words of a title without those of drafting, folded."""
    plain = unicodedata.normalize("NFKC", title)
    return tuple(word.key for word in words(plain) if word.key not in DRAFTING_WORDS)


def _telling_title(draft: SiteDraft) -> tuple[str, ...]:
    """The words of a draft's title, none where they are too few to tell treaties apart."""
    found = title_words(draft.title)
    least = LEAST_TITLE_SIGNS if draft.language == "zh" else LEAST_TITLE_WORDS
    return found if len(found) >= least else ()


def _same_title(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether two titles are one, or one of them ends with all of the other (a masthead before it)."""
    shorter, longer = sorted((one, other), key=len)
    return longer[-len(shorter) :] == shorter


def _ordered(
    drafts: Sequence[SiteDraft], members: list[int], group: _Language
) -> tuple[tuple[int, ...], str, dict[int, str]]:
    """Drafts that belong together in their order, how it was found, and which have no place in it."""
    listed = [at for at in members if drafts[at].entry.order is not None]
    if listed:
        others = {
            at: "treatydiff.toml gives an order and leaves it out" for at in members if at not in listed
        }
        return tuple(listed), "in the order that treatydiff.toml gives", others
    undated = [at for at in members if not drafts[at].entry.known_date]
    by_file = sorted(members, key=lambda at: drafts[at].entry.file)
    dated = [at for at in members if at not in undated]
    unplaced: dict[int, str] = {}
    if not undated:
        ordered, said = members, "by the dates that they print or treatydiff.toml gives"
        dates = [drafts[at].entry.known_date for at in members]
        if len(set(dates)) < len(dates):
            said += ", those of one date by file name"
    elif not dated:
        ordered, said = by_file, "by file name, since none has a date"
    elif [at for at in by_file if at in dated] == dated:
        ordered, said = by_file, "by file name, since not all have a date; the dates that there are agree"
    else:
        linked = {each for at, found in group.after.items() for each in (at, *found)}
        unplaced = {
            at: "it has no date, and the names of the files do not follow the dates of the others"
            for at in undated if at not in linked
        }  # fmt: skip
        ordered = [at for at in members if at not in unplaced]
        said = "by the dates that they print or treatydiff.toml gives"
    after = {at: [one for one in group.after.get(at, ()) if one in ordered] for at in ordered}
    settled = _after_what_they_revise(ordered, after)
    if settled != ordered:
        said = f"a draft after what it revises, and else {said}"
    return tuple(settled), said, unplaced


def _after_what_they_revise(ordered: Sequence[int], after: dict[int, list[int]]) -> list[int]:
    """The drafts with each after those that it revises; where these go round in a circle, as they were."""
    waiting = list(ordered)
    settled: list[int] = []
    while waiting:
        ready = (at for at in waiting if all(one in settled for one in after[at]))
        following = next(ready, waiting[0])
        waiting.remove(following)
        settled.append(following)
    return settled


def _chain_title(drafts: Sequence[SiteDraft], members: Sequence[int]) -> str:
    """The shortest of the titles that name the text, or "": others have a masthead run into them."""
    titles = [drafts[at].title for at in members if _telling_title(drafts[at])]
    return min(titles, key=len, default="")
