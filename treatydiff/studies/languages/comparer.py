"""Two versions of one text beside one another: what differs, provision by provision."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING

from treatydiff.align.across.defined import Beside, rendered_otherwise
from treatydiff.align.across.held import held
from treatydiff.align.across.lexicon import Lexicon, shipped_lexicon
from treatydiff.align.across.printed import prints_gaps
from treatydiff.align.across.said import Said, Unmatched
from treatydiff.language.across.labels import across_languages, plain_id, same_label
from treatydiff.language.words.across import CLASS_WORDS
from treatydiff.model import Draft, Instrument, Provision
from treatydiff.naming.wording import counted
from treatydiff.patterns import pattern_of
from treatydiff.records import dataclass
from treatydiff.studies.languages.division import (
    ITEMS,
    inner,
    other_paragraphs,
    runs_in,
    same_leaves,
    shape,
    sorts,
    without_small_chapeau,
)
from treatydiff.studies.languages.headings import (
    MANY,
    hardly_titled,
    parted_by_kind,
    titled,
    titled_alike,
)
from treatydiff.studies.languages.model import (
    LanguagePlace,
)

if TYPE_CHECKING:  # it imports numpy
    from treatydiff.studies.languages.renumbered import ByContent


@dataclass(frozen=True, slots=True)
class Mismatch:
    """A difference between the first version and another one."""

    code: str
    message: str
    one: LanguagePlace
    other: LanguagePlace


class Comparer:
    """Two versions, and the differences found so far.

    Args:
        first, other: the versions.
        lexicons: instead of those that come with the program, by language.
        content: pairs articles by what they say; by their numbers if None.
    """

    def __init__(
        self, first: Draft, other: Draft, lexicons: Mapping[str, Lexicon], content: ByContent | None = None
    ) -> None:
        self._first, self._other = first, other
        self._lexicons = lexicons
        self.found: list[Mismatch] = []
        self.pairs: list[tuple[str, str]] = []
        self.clauses = 0
        self._content = content
        self._steps = content.steps if content else None
        self._lost: list[tuple[Provision, Provision]] = []
        self._ratio = _length(first) / max(1, _length(other))

    def tell(
        self,
        code: str,
        message: str,
        one: Provision | None,
        two: Provision | None,
        says: str,
        other_says: str,
    ) -> None:
        """Note a difference.

        Args:
            code, message: what differs.
            one, two: where; None for a version that has no such place.
            says, other_says: what each has there.
        """
        places = [
            LanguagePlace(draft.source.label, draft.language, node.id if node else None,
                          node.page if node else None, words)
            for draft, node, words in ((self._first, one, says), (self._other, two, other_says))
        ]  # fmt: skip
        self.found.append(Mismatch(code, message, places[0], places[1]))

    def instruments(self, one: Instrument, two: Instrument) -> None:
        """Units that only one version has, and what is in those that both have."""
        tops = [_known_apart(instrument) for instrument in (one, two)]
        if self._content:
            tops[1] = _named_alike(tops[0], tops[1], self._content.pairs)
        for name, node in tops[0].items():
            if name not in tops[1]:
                self.tell("provision_missing", "a provision is missing", node, None, _called(node), ABSENT)
        for name, node in tops[1].items():
            if name not in tops[0]:
                self.tell("provision_missing", "a provision is missing", None, node, ABSENT, _called(node))
        headings: list[tuple[Provision, Provision]] = []
        for name, node in tops[0].items():
            if (partner := tops[1].get(name)) is not None:
                self.pairs.append((node.id, partner.id))
                left, right = titled_alike(node, partner)
                if bool(left.heading) != bool(right.heading):
                    headings.append((node, partner))
                self._below(left, right)
        self._headings(headings, [list(those.values()) for those in tops])

    def _headings(
        self, missing: Sequence[tuple[Provision, Provision]], tops: Sequence[Sequence[Provision]]
    ) -> None:
        articles, others = parted_by_kind(missing)
        if articles and hardly_titled(*tops):
            if len(articles) >= MANY:
                self.tell("heading", "one version prints hardly any headings of articles", *articles[0],
                          *titled(*tops))  # fmt: skip
            articles = []
        for node, partner in (*others, *articles):
            self.tell("heading", "a heading is missing", node, partner, node.heading or ABSENT,
                      partner.heading or ABSENT)  # fmt: skip

    def doubtful(self, articles: int) -> bool:
        """Whether so much differs that the numbers of the articles may not answer to one another.

        Args:
            articles: how many the shorter version has.
        """
        missing = sum(each.code == "provision_missing" for each in self.found)
        told = sum(each.code not in REMARKS for each in self.found)
        return articles >= LEAST_ARTICLES and (missing > 0 or told * OFTEN >= articles)

    def lost(self) -> None:
        """Tell once of the clauses whose numbers were not held together, some of them being lost in print."""
        those = {node.id: (node, other) for node, other in self._lost}
        if those:
            one, two = next(iter(those.values()))
            gaps = [sum(prints_gaps(_all_text(pair[at])) for pair in those.values()) for at in (0, 1)]
            says = [f"{counted(n, 'clause', 'clauses')} with gaps" if n else ABSENT for n in gaps]
            self.tell("unreadable", "numbers are lost, so that they were not held together", one, two, *says)

    def terms(self) -> None:
        """Defined terms for which the other version has a second word."""
        nodes = [{node.id: node for node in draft.walk()} for draft in (self._first, self._other)]
        clauses = [
            Beside(one, two, nodes[0][one].text, nodes[1][two].text)
            for one, two in self.pairs
            if nodes[0][one].text and nodes[1][two].text
        ]
        for each in rendered_otherwise(clauses, (self._first.language, self._other.language)):
            place = each.places[0]
            self.tell("term", "a defined term is rendered in two ways", nodes[0][place.a], nodes[1][place.b],
                      each.term, f"{each.other}; {each.counterpart} in {each.together} "
                      f"other {'clause' if each.together == 1 else 'clauses'}")  # fmt: skip

    def _below(self, one: Provision, two: Provision) -> None:
        left, right = without_small_chapeau(inner(one), inner(two))
        if not left and not right:
            self._texts(one, two, _text, compare_text=bool(one.text) or bool(two.text))
        elif one.kind == "closing":  # the lines of signatures are set otherwise
            self._texts(one, two, _all_text, compare_text=True)
        elif sorts(left, right) == sorts(right, left):
            for a, b in zip(left, right, strict=True):
                if a.number and b.number and not same_label(a.number, b.number):
                    self.tell("number", "a provision bears another number", a, b, a.number, b.number)
                self._below(a, b)
        else:
            self._divided_otherwise(one, two, left, right)

    def _divided_otherwise(
        self, one: Provision, two: Provision, left: list[Provision], right: list[Provision]
    ) -> None:
        ratio = self._ratio
        stretches = same_leaves(left, right)
        if not stretches and one.kind == "preamble" and (stretches := other_paragraphs(left, right, ratio)):
            self.tell("layout", "a text is printed in other paragraphs", one, two, shape(left), shape(right))
        for a, b in stretches:
            self._texts(a, b, _text, compare_text=True)
        if not stretches:
            alike = runs_in(left, right)
            if not alike:
                self.tell("structure", "a provision is divided otherwise", one, two,
                          shape(left), shape(right))  # fmt: skip
            off = len(_all_text(one)) / max(1.0, ratio * len(_all_text(two)))
            self._texts(one, two, _all_text, compare_text=alike or 1 / FAR_OFF <= off <= FAR_OFF)

    def _texts(
        self, one: Provision, two: Provision, text_of: Callable[[Provision], str], *, compare_text: bool
    ) -> None:
        self.clauses += 1
        self.pairs.append((one.id, two.id))
        if not compare_text:
            return
        said, answered = (
            Said(text_of(node), draft.language,
                 self._lexicons.get(draft.language) or shipped_lexicon(draft.language))
            for node, draft in ((one, self._first), (two, self._other))
        )  # fmt: skip
        lost = prints_gaps(said.text) or prints_gaps(answered.text)
        for each in held(said, answered, self._steps, versions=True):
            if lost and each.kind in ("figures", "references"):
                self._lost.append((one, two))
                continue
            code = "negation" if each.plain else each.kind
            self.tell(code, DIFFERS[code], one, two, *_said(each))


FAR_OFF = 3.0
"""By what factor two provisions that are divided otherwise may be off in length and be held together."""
LEAST_ARTICLES, OFTEN = 5, 4
"""Articles from which on numbers can be doubted, and of how many one must differ."""
REMARKS = frozenset({"term", "permission", "negation", "layout"})
"""What is a place to read, and need be no mistake: negations without a modal are often said otherwise."""
DIFFERS: dict[str, str] = {
    "figures": "the numbers differ",
    "references": "the cross-references differ",
    "brackets": "the square brackets differ",
    "force": "the words of force differ",
    "permission": "a word that permits may have no answer",
    "negation": "a negation may have no answer",
}
"""What is told of a pair of clauses."""
ABSENT = "—"


def _said(found: Unmatched) -> tuple[str, str]:
    """What each clause has; beside a word of force of one class, that the other has none of it."""
    if found.kind != "force":  # of a permission without an answer, what the other clause has instead
        return found.one or ABSENT, found.other or ABSENT
    class_ = found.class_one or found.class_other
    none = f"no word found that {CLASS_WORDS[class_].removeprefix('a word that ')}" if class_ else ABSENT
    one, other = (
        said if own else f"{said} ({none})" if said else none
        for said, own in ((found.one, found.class_one), (found.other, found.class_other))
    )
    return one, other


def _known_apart(instrument: Instrument) -> dict[str, Provision]:
    """Containers, units and annexes of an instrument by id without the prefix of its file."""
    prefix = "" if instrument.main else f"doc_{instrument.n}__"
    kept: dict[str, Provision] = {}

    def enter(nodes: Sequence[Provision]) -> None:
        for node in nodes:
            if not _is_clause(node):
                name = node.id.removeprefix(prefix)
                plain = "__".join(across_languages(step) for step in plain_id(name).split("__"))
                if node.kind == "section" and node.children and all(map(_is_clause, node.children)):
                    plain = _SECTION.sub("art_", plain)  # a section of clauses is an article elsewhere
                kept[name if plain in kept else plain] = node  # art_3b and art_3ter in two languages
                enter(node.children)

    enter(instrument.provisions)
    if any(top.kind in ITEMS for top in instrument.provisions):  # a text of numbered paragraphs
        loose = tuple(node for node in instrument.provisions if node.kind in ITEMS)
        kept["the paragraphs"] = Provision("", "section", children=loose)
    return kept


_SECTION = pattern_of(r"sec_(?=[^_]*$)")


def _is_clause(node: Provision) -> bool:
    return node.kind in ITEMS or node.kind in ("intro", "wrapup", "table", "option")


def _named_alike(
    those: Mapping[str, Provision], others: Mapping[str, Provision], pairs: Mapping[str, str]
) -> dict[str, Provision]:
    """The provisions of the other version by the names of what answers to them in the first."""
    answers = {pairs[node.id]: name for name, node in those.items() if node.id in pairs}
    return {
        answers.get(node.id, f"{name} of the other" if node.kind in ("article", "rule") else name): node
        for name, node in others.items()
    }


def _called(node: Provision) -> str:
    """A provision as its place is named: "chapter VII", "annex without number"."""
    return f"{node.kind} {node.number}" if node.number else f"{node.kind} without number"


def _length(draft: Draft) -> int:
    return sum(len(leaf.text) for unit in draft.units() for leaf in unit.clauses())


def _text(node: Provision) -> str:
    return node.text


def _all_text(node: Provision) -> str:
    return "\n".join(leaf.text for leaf in node.clauses())
