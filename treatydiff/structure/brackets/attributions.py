"""Who proposed, supports, opposes or reserves what, as a draft prints it: in brackets, parentheses, notes.

Patterns run over text whose space is one blank between words, and repeat nothing that itself repeats:
what they cost grows with the text and no faster, whatever stands in a bracket.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from itertools import pairwise

from treatydiff.language.tokenizer import word_count
from treatydiff.language.words.brackets import LEGEND_NAMES, ORDER, ROLES
from treatydiff.language.words.delegations import UNNAMED, delegation, delegations
from treatydiff.language.words.printed.acts import BESIDE_ACTS
from treatydiff.model import Mark
from treatydiff.patterns import pattern_of
from treatydiff.records import dataclass
from treatydiff.structure.brackets.acts import acts_in, shared_out

_ACTS = (
    r"(?:alternative\s+|text\s+|new\s+|joint\s+|further\s+|revised\s+)*"
    r"(?P<verb>(?:deletion\s+)?(?:proposed|suggested|requested)|proposals?|suggestion|supported|seconded|endorsed|"
    r"opposed|objected\s+to|objection|deletion|reservation|reserved|bracketed|submitted|introduced|tabled|"
    r"co-?sponsored|position)"
)
_BY = pattern_of(rf"{_ACTS}\s+(?:by|of|from):?\s+(?P<who>[^()\[\]]{{1,240}})", re.IGNORECASE)
_NEXT_ACT = pattern_of(
    r"(?: ?[,;.] ?(?:and |but )?| (?:and|but) )"
    r"(?=(?:proposed|suggested|supported|seconded|endorsed|opposed|objected to|co-?sponsored|bracketed) "
    r"(?:by|from)\b)",
    re.IGNORECASE,
)
"""Where one list of names ends and what others did begins: "supported by Kenya; opposed by Peru"."""
_OWN_ACT = pattern_of(
    r"(?P<who>[^()\[\]:]{1,160}?)(?<!\s)(?:[’']s?)?\s++(?P<verb>proposals?|reservation|text|"
    r"reserv(?:es|ed|e)(?:\s+(?:its|their)\s+positions?)?|supports?|opposes?|objects?|propos(?:es?|ed(?!\s+by))|prefers?)"
    r"(?P<rest>\s.*)?",
    re.IGNORECASE | re.S,
)
_BEFORE_COLON = pattern_of(r"(?:[^\[\]():;.]|\([^()\[\]:;]{3,120}\)){1,160}")
_LABELLED = pattern_of(
    r"(?:(?:alternative|alternativa|option|opción|variante?|версия|вариант|备选案文|بديل|خيار)\s?\w{0,4}\s?)?"
    r"[(（](?P<who>[^()（）]{2,120})[)）]",
    re.IGNORECASE,
)
"""Whoever stands in parentheses, perhaps behind an alternative's number: "Alternative 1 (Brazil): …"."""
_ALSO = pattern_of(
    r"\s?(?:,\s?|\(\s?)(?:supported|seconded|endorsed|joined|opposed)\s+by\s+[^()\[\]:]{1,120}?"
    r"(?:\)|,(?=\s+(?:propos|suggest))|$)",
    re.IGNORECASE,
)
_BEHIND_DASH = pattern_of(r"\s[-–—]\s*+(?P<content>[^()\[\]–—]{2,120}+)\Z")
_PARENTHESES = pattern_of(r"[(（](?P<content>[^()（）\[\]]{3,260})[)）]")
_HEAD = pattern_of(r"[^\W\d_]+(?:['’]|\s)|由")
_TAIL = pattern_of(r"(?<=\s)[^\W\d_]+$|[的其了]$")
_LONGEST_ACTS = 160
"""Code points of a bracket of names and verbs; what is longer is wording."""
_WORD = pattern_of(r"[\w’'.-]+")
_SHAPE = pattern_of(r"C(?:(?:ot?)?C){0,4}")
"""Up to five words with capitals, an "of" or "of the" between two: the kinds that `_shape` gives words."""
_CAPITALS = frozenset(("Lu", "Lt"))
_LIST_SIGN = pattern_of(r" ?(?:[,;/&] ?(?:and )?|\band\b) ?")
_BRACKET = pattern_of(r"\[(?P<content>[^\[\]]+)\]")
_NO_NAMES = pattern_of(
    r"(?:option|alt(?:ernative)?|article|paragraph|para|preamble|chapter|annex|title|heading|section|part|new|note|"
    r"placeholder|definitions?|x+|rule|decision|appendix|agreed|chair|co-chairs?|secretariat|comment|remark)\b",
    re.IGNORECASE,
)
_SENTENCE_ENDS = ".;。；؛!?؟"


@dataclass(frozen=True, slots=True)
class Attribution:
    """Who did what: `role` is proposes, supports, opposes or reserves; `who` as named, or as described."""

    who: tuple[str, ...]
    role: str
    named: bool

    def mark(self, start: int, end: int, where: str) -> Mark:
        """The mark that says so; `where` is "text", "footnote", "endnote" or "comment"."""
        return Mark(
            "attribution", start, end,
            (("who", "; ".join(self.who)), ("role", self.role), ("named", self.named), ("where", where)),
        )  # fmt: skip


@dataclass(frozen=True, slots=True)
class Running:
    """What a draft says outside the brackets that may hold names, to tell names from its own terms.

    `text` is all of it; `legend` whether the draft says that names stand in brackets; `further` holds
    the user's own names.
    """

    text: str
    legend: bool
    further: str = ""

    @classmethod
    def of(cls, texts: Iterable[str], front_matter: Iterable[str], further: str = "") -> Running:
        """The running text of some clauses, without brackets that hold nothing but capitalised words."""
        bare = (
            _BRACKET.sub(
                lambda found: " " if _lists_names(found["content"]) else found.group(), _one_blank(text)
            )
            for text in texts
        )
        return cls("\n".join(bare), any(LEGEND_NAMES.search(text) for text in front_matter), further)

    def uses(self, name: str) -> bool:
        """Whether the draft uses a name as a term of its own."""
        if name not in self.text:
            return False
        found = re.search(rf"(?<!\w){re.escape(name)}(?!\w)(?!\s*:)", self.text)
        return found is not None


def _is_name(text: str) -> bool:
    """Whether a text is words with capitals, as unknown names of delegations are printed.

    A capital is an upper-case letter of any script; where a script has none, every word would be one.
    """
    return _SHAPE.fullmatch("".join(_shape(word) for word in text.split())) is not None


def _shape(word: str) -> str:
    """What a word may be in a name: C with a capital, o for "of", t for "the", x for none of these."""
    if word in ("of", "the"):
        return word[0]
    whole = _WORD.fullmatch(word) is not None
    return "C" if whole and unicodedata.category(word[0]) in _CAPITALS else "x"


def _lists_names(content: str) -> bool:
    """Whether a bracket holds nothing but capitalised words and the signs of a list."""
    listed = _one_blank(content).removesuffix(":")
    return all(_is_name(part) for part in _LIST_SIGN.split(listed) if part.strip())


def _one_blank(text: str) -> str:
    """The words of a text with one blank between two."""
    return " ".join(text.split())


def read_names(text: str, running: Running, *, unknown: bool = False) -> tuple[tuple[str, ...], bool] | None:
    """Whoever a short text names, and whether by name; None if it names nobody.

    Args:
        text: the names.
        running: the draft's own words.
        unknown: whether other capitalised words than known States and groups may be names; they never
            are where the draft uses them as terms of its own.
    """
    text = _one_blank(text).strip(" .")
    known = delegations(text, running.further)
    if known is not None:
        return (known, True)
    if UNNAMED.fullmatch(text):
        return ((text,), False)
    parts = [part.strip() for part in _LIST_SIGN.split(text) if part.strip()]
    described = [part for part in parts if UNNAMED.fullmatch(part)]
    if described:
        left = ", ".join(part for part in parts if not UNNAMED.fullmatch(part))
        if (known := delegations(left, running.further)) is not None:
            return ((*known, *described), True)
    if not unknown:
        return None
    names = []
    for part in parts:
        name = delegation(part, running.further)
        if name is None:
            if not _is_name(part) or _NO_NAMES.match(part) or running.uses(part):
                return None
            name = part
        names.append(name)
    return (tuple(names), True) if names else None


def read_attribution(content: str, running: Running, *, bare_names: bool) -> Attribution | None:
    """What the content of a bracket or parenthesis attributes; None if it is wording.

    Args:
        content: without its brackets.
        running: the draft's own words.
        bare_names: whether nothing but names is an attribution here.
    """
    content = _one_blank(content).strip(" .;")
    for pattern in (_BY, _OWN_ACT):
        found = pattern.fullmatch(content)
        if found is not None and (who := read_names(found.group("who"), running, unknown=True)) is not None:
            rest = (found.groupdict().get("rest") or "").strip()
            return Attribution(*_named(who, read_order(rest) or role_of(found.group("verb"))))
    if bare_names and (who := read_names(content, running, unknown=running.legend)) is not None:
        return Attribution(*_named(who, "proposes"))
    return None


def read_attributions(content: str, running: Running, *, bare_names: bool) -> tuple[Attribution, ...]:
    """What the content of a bracket or parenthesis attributes, act by act; nothing if any of it is wording.

    Args:
        content: without its brackets: "supported by Kenya; opposed by Peru".
        running: the draft's own words.
        bare_names: whether nothing but names is an attribution here.
    """
    acts = [act for act in _NEXT_ACT.split(_one_blank(content)) if act]
    found = [
        read_attribution(act, running, bare_names=bare_names or (not at and len(acts) > 1))
        for at, act in enumerate(acts)
    ]
    said = tuple(each for each in found if each is not None)
    return said if len(said) == len(found) else _names_and_verbs(content, running)


def _names_and_verbs(content: str, running: Running) -> tuple[Attribution, ...]:
    """What a text of nothing but names and verbs attributes, in any language: "proposé par la Norvège"."""
    acts = acts_in(content) if len(content) <= _LONGEST_ACTS else []
    if not acts:
        return ()
    names: list[tuple[int, str]] = []
    named = True
    for start, end in pairwise((0, *(at for act in acts for at in (act.start, act.end)), len(content))):
        bare = _without_small_words(content[start:end])
        if not bare or any(act.start == start for act in acts):
            continue
        who = read_names(bare, running)
        if who is None:
            return ()
        named &= who[1]
        names += [(start, name) for name in who[0]]
    shared = shared_out(acts, names) if names else {}
    return tuple(Attribution(who, role, named) for role, who in shared.items())


def _without_small_words(text: str) -> str:
    """A text without the small words around names ("par la Norvège"), and without what is all such."""
    words = re.findall(r"\w+|[^\w\s]", text)
    if all(word.casefold() in BESIDE_ACTS or not word[0].isalnum() for word in words):
        return ""
    bare = text.strip(" ,;:.()’'、，。；،؛")
    while (head := _HEAD.match(bare)) is not None and head[0].strip(" ’'") in BESIDE_ACTS:
        bare = bare[head.end() :].lstrip()
    while (tail := _TAIL.search(bare)) is not None and tail[0].strip() in BESIDE_ACTS:
        bare = bare[: tail.start()].rstrip()
    return bare.strip(" ,;:.()’'、，。；،؛")


def _named(who: tuple[tuple[str, ...], bool], role: str) -> tuple[tuple[str, ...], str, bool]:
    return who[0], role, who[1]


def read_prefix(content: str, running: Running) -> tuple[Attribution, int] | None:
    """The proposer before a colon ("Delegation A: the Parties shall"), and where the wording begins.

    What names them may say what they do ("Chile and Peru propose:", "proposal of Kenya:"); whoever
    supports them there is left to them ("Kenya (supported by Chile):"). Where an order follows and no
    wording ("Japan: delete"), its role is that of the order.
    """
    before, colon, behind = content.replace("：", ":").partition(":")
    before, wording = _one_blank(before), behind.lstrip()
    if not colon or not wording or word_count(before) > 20 or _BEFORE_COLON.fullmatch(before) is None:
        return None
    end = len(content) - len(wording)
    said = _ALSO.sub("", before).strip()
    if (labelled := _LABELLED.fullmatch(said)) is not None:
        said = labelled["who"]
    who = read_names(said, running, unknown=running.legend) if word_count(said) <= 12 else None
    if who is not None:
        return Attribution(*_named(who, read_order(wording) or "proposes")), end
    attribution = read_attribution(said, running, bare_names=False)
    if attribution is None and len(others := _names_and_verbs(said, running)) == 1:
        attribution = others[0]
    return (attribution, end) if attribution is not None else None


def said_beside(content: str, running: Running) -> Iterator[Attribution]:
    """Whoever joins the proposer before a colon: Chile of "Kenya (supported by Chile): each Party"."""
    before, colon, _ = content.partition(":")
    for found in _ALSO.finditer(_one_blank(before) if colon else ""):
        said = read_attribution(found[0].strip(" ,()"), running, bare_names=False)
        if said is not None:
            yield said


def read_order(content: str) -> str | None:
    """The role of whoever gives an order instead of wording ("delete", "reserves"); None if it is wording."""
    bare = content.strip(" .;")
    return next((role for role, pattern in ORDER if pattern.fullmatch(bare)), None)


def parenthesised(text: str, running: Running) -> Iterator[tuple[Attribution, int, int]]:
    """Attributions in parentheses: "(supported by Norway and two other delegations)".

    Names alone count where proposers stand: at the end of a bracket, right behind one, or as a sentence
    of their own behind another ("Each Party shall report. (Chile and Peru)").
    """
    for found in _PARENTHESES.finditer(text):
        before, after = _visible_beside(text, found.start(), found.end())
        names = bool(before) and before not in "[［【" and (after in {"]", "］"} or before in "]］")
        names |= is_sentence(text, found.start(), found.end())
        for attribution in read_attributions(found.group("content"), running, bare_names=names):
            yield attribution, found.start(), found.end()


def is_sentence(text: str, start: int, end: int) -> bool:
    """Whether a bracket stands by itself between two sentences, or behind the last."""
    before, after = _visible_beside(text, start, end)
    goes_on = after.islower() or after.isdigit() or after in tuple(",;:.")
    return bool(before) and before in _SENTENCE_ENDS and not goes_on


def _visible_beside(text: str, start: int, end: int) -> tuple[str, str]:
    """The visible characters next to a stretch, before and behind; "" where there is none."""
    return text[:start].rstrip()[-1:], text[end:].lstrip()[:1]


def behind_dash(content: str, running: Running) -> tuple[Attribution, int] | None:
    """Who stands behind a dash at the end of a bracket ("each year – Norway"), and where the dash is."""
    found = _BEHIND_DASH.search(content)
    if found is None or not content[: found.start()].strip():
        return None
    attribution = read_attribution(found.group("content"), running, bare_names=True)
    return (attribution, found.start()) if attribution is not None else None


def role_of(text: str) -> str:
    """The role that a verb or sentence gives ("proposes" if none)."""
    if text.casefold().startswith(("reserv", "bracketed")):
        return "reserves"
    return next((role for role, pattern in ROLES if pattern.search(text)), "proposes")
