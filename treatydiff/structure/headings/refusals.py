"""Why a line that begins like a heading is none: an ordered list of small named rules.

The first rule that holds refuses the line. A refusal is obvious where a reader of the draft would not have
taken the line for a heading either, because it plainly goes on a sentence; every other one is a warning.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from treatydiff.language.grammar import Grammar
from treatydiff.language.words.printed.annexed import says_to_what
from treatydiff.patterns import pattern_of
from treatydiff.records import dataclass
from treatydiff.structure.headings.candidates import Candidate
from treatydiff.structure.labels import BULLETS, read_label
from treatydiff.structure.lines import Line, ends_sentence, has_no_case, runs_on, starts_lower

_SIGN = r"(?:(?:[.:：．–—]|-(?=\s)|(?<=\.)-)\s*+)"
_SEPARATED = pattern_of(rf"\s*+{_SIGN}+(?P<text>\S.*)$", re.S)
TITLE_IN_PARENTHESES = pattern_of(
    r"\s*\(\s*(?P<title>(?![ivxlc]{1,4}\)|[a-z]\)|\d)[^()]{3,160})\)[\s\]*.]*$", re.S
)
_ROW_OF_SIGNS = pattern_of(r"\W*[-–—_.=*·…]{3,}\W*\d{0,4}\W*$")
_LISTED = pattern_of(r"[;,；，،؛]\W*(?:and|or|et|ou|y|o|и|или|و|أو|和|或)?\W*$")
LONGEST_TITLE = 160
_BETWEEN_HEADS = " \t[]().:|"
_LARGEST_STEP = 2
"""The step from one article to the next where one between them may be missing or damaged."""
_MOST_TITLE_LINES = 4
_LONGEST_GLUED, _LONGEST_ANNEXED = 40, 120
"""Code points of the longest title behind an annex without a space, and of "Annex I to the Convention"."""


@dataclass(frozen=True, slots=True)
class Situation:
    """A candidate with what the rules look at.

    Attributes:
        lines: all lines of the file.
        grammar: the grammar of the language.
        candidate: the line in question.
        heads: the numbers of all lines that begin like headings.
        centring: whether the draft centres the headings of its articles.
        ahead: its step from the article before.
        dotted: whether the draft's headings of articles end in a full stop.
        after_a_sentence: whether the line before begins like a heading and was found to go on a sentence.
    """

    lines: Sequence[Line]
    grammar: Grammar
    candidate: Candidate
    heads: frozenset[int]
    centring: bool
    ahead: int
    dotted: bool
    after_a_sentence: bool = False

    @property
    def line(self) -> Line:
        """The line itself."""
        return self.lines[self.candidate.at]

    @property
    def before(self) -> str:
        """The text of the line before."""
        return self.lines[self.candidate.at - 1].text if self.candidate.at else ""

    @property
    def rest(self) -> str:
        """What follows the number."""
        return self.candidate.rest(self.lines)

    @property
    def bare(self) -> bool:
        """Whether nothing follows the number."""
        return self.candidate.is_bare(self.lines)

    @property
    def parenthesised(self) -> re.Match[str] | None:
        """A title in parentheses behind the number."""
        return TITLE_IN_PARENTHESES.match(self.rest)

    @property
    def follows_reference_word(self) -> bool:
        """Whether the line before ends in a word that a number belongs to ("paragraph", "under")."""
        return self.grammar.reference_word.search(self.before) is not None

    @property
    def continuing(self) -> bool:
        """Whether the line goes on what the line before began."""
        at, line = self.candidate.at, self.line
        if at - 1 in self.heads and not self.after_a_sentence:
            return False
        if line.block.starts_paragraph is None and self.follows_reference_word:
            return not line.styled
        if line.block.centred or self.candidate.generated or self._below_a_title:
            return False
        return runs_on(self.lines, at)

    @property
    def _below_a_title(self) -> bool:
        """Whether only lines of a title stand between this line, which is bare, and a heading."""
        if not self.bare or self.candidate.kind == "article":
            return False
        for above in range(self.candidate.at - 1, max(-1, self.candidate.at - 1 - _MOST_TITLE_LINES), -1):
            if above in self.heads:
                return True
            if (
                ends_sentence(self.lines[above].text)
                or self.lines[above].upper != self.lines[self.candidate.at - 1].upper
            ):
                return False
        return False

    @property
    def counted(self) -> bool:
        """Whether the number tells the next article where a script without capitals tells no title."""
        step = 0 < self.ahead <= _LARGEST_STEP and self.line.block.starts_paragraph is not False
        return step and has_no_case(self.line.text) and not self.continuing

    @property
    def annexed_to(self) -> bool:
        """Whether the line says to what an annex belongs: "Annex 1 to the Convention", and nothing else."""
        if (
            self.candidate.kind != "annex"
            or not starts_lower(self.rest)
            or len(self.line.text) > _LONGEST_ANNEXED
        ):
            return False
        named = says_to_what(self.rest, self.grammar)
        return named and self.alone and (not self.before or ends_sentence(self.before))

    @property
    def alone(self) -> bool:
        """Whether an unended line is neither gone on by the next nor part of the one before."""
        behind = self.lines[self.candidate.at + 1 : self.candidate.at + 2]
        goes_on = any(starts_lower(each.text) or each.block.starts_paragraph is False for each in behind)
        unended = not ends_sentence(self.line.text) and _LISTED.search(self.line.text) is None
        return unended and not goes_on and self.line.block.starts_paragraph is not False

    @property
    def title(self) -> str:
        """What would be the title, or text, on the line."""
        return self.line.text[self.title_from :]

    @property
    def title_from(self) -> int:
        """Where on the line the title begins."""
        separated = _SEPARATED.match(self.rest)
        start = separated.start("text") if separated else len(self.rest) - len(self.rest.lstrip())
        return self.candidate.rest_from + start

    @property
    def separated(self) -> bool:
        """Whether a dot, colon or dash stands between number and title."""
        return _SEPARATED.match(self.rest) is not None


@dataclass(frozen=True, slots=True)
class Refusal:
    """A line that was not taken for a heading.

    Attributes:
        line: the line.
        rule: the name of the rule that refused it.
        obvious: whether it plainly goes on a sentence.
    """

    line: Line
    rule: str
    obvious: bool

    @property
    def reason(self) -> str:
        """The rule in words."""
        return self.rule.replace("_", " ")


Rule = Callable[[Situation], bool]


def _one_of_a_row_of_references(of: Situation) -> bool:
    rest = of.rest.lstrip()
    return any(form.kind == of.candidate.kind and form.pattern.match(rest) for form in of.grammar.headings)


def _followed_by_a_row_of_signs(of: Situation) -> bool:
    return _ROW_OF_SIGNS.match(of.rest) is not None


def _an_item_that_names_it(of: Situation) -> bool:
    """The last of a list ("Article 7 (oil)."), or the text of a label that stands alone above it."""
    if of.parenthesised and of.rest.rstrip().endswith(".") and _LISTED.search(of.before):
        return not of.line.styled
    if of.bare and of.ahead == 1:
        return False  # the article that comes next: the label above is empty, or the end of a reference
    label = read_label(of.before, of.grammar.code) if of.before else None
    alone = of.before.strip() in set(BULLETS) or (
        label is not None and not of.before[label.end :].strip() and label.family != "bullet"
    )
    return alone and of.candidate.kind == "article" and not of.line.styled


def _one_of_a_list_below_a_colon(of: Situation) -> bool:
    """One of several lines below "shall not apply to:" that name articles, none of them the next."""
    if of.ahead == 1 or of.candidate.kind != "article" or of.line.styled or not (of.bare or of.parenthesised):
        return False
    at = of.candidate.at
    first = at
    while first - 1 in of.heads:
        first -= 1
    several = first < at or at + 1 in of.heads
    return several and first > 0 and of.lines[first - 1].text.rstrip().endswith((":", "："))


def _ends_like_an_item(of: Situation) -> bool:
    return of.bare and _LISTED.search(of.rest) is not None and not of.line.styled


def _bare_but_goes_on(of: Situation) -> bool:
    if not of.bare or not of.continuing:
        return False
    ends_it = of.rest.rstrip(" ]").endswith(".") and not of.dotted
    return of.centring or of.ahead != 1 or of.follows_reference_word or ends_it


def _closes_a_bracket_of_the_line_before(of: Situation) -> bool:
    text, before = of.line.text, of.before
    if not of.bare or ends_sentence(before):
        return False
    return text.count("]") > text.count("[") and before.count("[") > before.count("]")


def _text_in_parentheses(of: Situation) -> bool:
    taken = of.bare or (of.parenthesised is not None and not of.continuing)
    return not taken and of.rest.lstrip().startswith("(") and not of.line.styled


def _followed_like_a_reference(of: Situation) -> bool:
    if of.bare or of.counted or of.parenthesised or of.candidate.generated or of.annexed_to:
        return False
    return of.grammar.reference_follower.match(of.rest) is not None


def _goes_on_the_line_before(of: Situation) -> bool:
    return not of.bare and not of.candidate.generated and of.continuing and not _breaks_off(of)


def _breaks_off(of: Situation) -> bool:
    """Whether a line with a title behind its number breaks off where a paragraph begins: no sentence does.

    "… to the Board with the same" at a page's foot, then "Principle 7. Lamps", then "1. Each keeper …".
    """
    behind = of.lines[of.candidate.at + 1] if of.candidate.at + 1 < len(of.lines) else None
    if behind is None or not behind.block.starts_paragraph or of.line.block.starts_paragraph is False:
        return False
    unended = not ends_sentence(of.title) and not of.title.rstrip(" ]").endswith((",", "，", "،"))
    return of.separated and opens_like_title(of.title) and unended and not of.follows_reference_word


def _title_without_a_space_that_goes_on(of: Situation) -> bool:
    glued = of.candidate.kind == "annex" and not of.bare and of.rest[:1].isalpha()
    return glued and (len(of.title) > _LONGEST_GLUED or not of.alone)


def _followed_by_no_title(of: Situation) -> bool:
    if of.bare or of.candidate.generated or of.parenthesised or of.annexed_to:
        return False
    if of.candidate.kind not in ("article", "rule") or of.separated or of.line.styled:
        return not opens_like_title(of.title)
    if len(of.title) <= LONGEST_TITLE and not ends_sentence(of.title) and opens_like_title(of.title):
        return False
    return not of.counted and not (of.ahead == 1 and bool(of.line.block.starts_paragraph))


REFUSALS: tuple[tuple[str, Rule], ...] = (
    ("one_of_a_row_of_references", _one_of_a_row_of_references),
    ("followed_by_a_row_of_signs", _followed_by_a_row_of_signs),
    ("an_item_that_names_it", _an_item_that_names_it),
    ("one_of_a_list_below_a_colon", _one_of_a_list_below_a_colon),
    ("ends_like_an_item", _ends_like_an_item),
    ("closes_a_bracket_of_the_line_before", _closes_a_bracket_of_the_line_before),
    ("bare_but_goes_on_the_line_before", _bare_but_goes_on),
    ("text_in_parentheses", _text_in_parentheses),
    ("followed_like_a_reference", _followed_like_a_reference),
    ("goes_on_the_line_before", _goes_on_the_line_before),
    ("title_without_a_space_that_goes_on", _title_without_a_space_that_goes_on),
    ("followed_by_no_title", _followed_by_no_title),
)
"""The rules, in the order in which they are tried."""


_OF_REFERENCES = frozenset({"one_of_a_row_of_references"})


def refusal(of: Situation) -> Refusal | None:
    """The refusal of a candidate, or None where it is a heading.

    Args:
        of: the candidate with what the rules look at.
    """
    for name, holds in REFUSALS:
        if holds(of):
            sentence = name in _OF_REFERENCES and not _heads_side_by_side(of)
            return Refusal(of.line, name, sentence or (name not in _OF_REFERENCES and _is_obvious(of)))
    return None


def _heads_side_by_side(of: Situation) -> bool:
    """Whether a line of a page holds headings without titles alone: those of columns that were not parted."""
    if of.line.block.page is None:
        return False
    rest = of.rest
    while rest.strip(_BETWEEN_HEADS):
        rest = rest.lstrip(_BETWEEN_HEADS)
        found = next((each for form in of.grammar.headings if (each := form.pattern.match(rest))), None)
        if found is None or not found["number"]:
            return False
        rest = found["rest"]
    return True


def _has_a_long_title_without_a_space(of: Situation) -> bool:
    """A Chinese annex may have its title and its text on one line, but for a sentence that begins with it."""
    glued = of.candidate.kind == "annex" and of.rest[:1].isalpha()
    return glued and len(of.title) > _LONGEST_GLUED and not of.title.endswith("。")


def _is_obvious(of: Situation) -> bool:
    """Whether a line plainly goes on a sentence, or is one."""
    if of.follows_reference_word or (of.before and starts_lower(of.rest)):
        return True
    if of.line.block.starts_paragraph is False and not of.line.styled:
        return True
    if of.bare or _has_a_long_title_without_a_space(of):
        return False
    return ends_sentence(of.line.text) or starts_lower(of.title) or of.rest.startswith((",", "，", "、", "،"))


def opens_like_title(text: str) -> bool:
    """Whether a text begins with a capital, or with a letter of a script that has none.

    Args:
        text: what stands behind a heading's number.
    """
    first = text.lstrip("[({“\"'‘« ")[:1]
    return bool(first) and (not first.islower()) and not first.isdigit()
