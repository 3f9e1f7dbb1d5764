"""The rules of an archive, as its `treatydiff.toml` gives them in `[[check]]` tables."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from treatydiff.archive.listing import LISTING, ArchiveListing
from treatydiff.errors import SettingsError
from treatydiff.records import dataclass

RULES: dict[str, tuple[str, frozenset[str], frozenset[str]]] = {
    "readable": ("every draft can be read", frozenset(), frozenset({"drafts"})),
    "diagnostics": (
        "no diagnostic above a severity", frozenset({"above"}), frozenset({"drafts", "ignore"}),
    ),
    "check": (
        "`treatydiff check` finds nothing above a severity", frozenset(),
        frozenset({"above", "drafts", "ignore"}),
    ),
    "metadata": ("listing and drafts agree", frozenset(), frozenset()),
    "unchanged": (
        "listed provisions keep their words", frozenset({"a", "b", "articles"}), frozenset({"allow"}),
    ),
    "not_weakened": ("no obligation is weakened", frozenset({"a", "b"}), frozenset({"articles"})),
    "consonance": (
        "a share does not fall below a floor", frozenset({"a", "b", "at_least"}),
        frozenset({"measure", "by", "articles", "themes"}),
    ),
}  # fmt: skip
"""Every rule: what it says, the fields that it needs, and those that it may have."""

SEVERITIES = ("none", "info", "warning")
MEASURES = ("carried", "derived", "symmetric", "carried_same_force", "derived_same_force",
            "verbatim_carried", "verbatim_derived")  # fmt: skip
SCOPES = ("document", "chapter", "article", "theme")
ALLOWED = ("renumbered", "moved", "brackets_lifted", "editorial", "consequential")
_ANYWHERE = frozenset({"rule", "name"})


@dataclass(frozen=True, slots=True)
class Rule:
    """One `[[check]]`: its rule, what reports call it, and its fields.

    `drafts` are patterns of files ("" for all); `a` and `b` files or symbols; `articles` ids or
    numbers of A's provisions; `themes` their names, all that either draft names if none; the
    rest belongs to single rules and is checked when it is read.
    """

    rule: str
    name: str
    drafts: tuple[str, ...] = ()
    a: str = ""
    b: str = ""
    articles: tuple[str, ...] = ()
    above: str = "none"
    ignore: tuple[str, ...] = ()
    allow: tuple[str, ...] = ()
    at_least: float = 0.0
    measure: str = "carried"
    by: str = "document"
    themes: tuple[str, ...] = ()


def rules_of(archive: ArchiveListing) -> tuple[Rule, ...]:
    """The rules of an archive, in their order; all readable drafts and agreeing metadata, if it has none.

    Raises:
        SettingsError: a rule or one of its fields is not known, missing or impossible.
    """
    if not archive.checks:
        return (Rule("readable", RULES["readable"][0]), Rule("metadata", RULES["metadata"][0]))
    return tuple(_rule(table, number) for number, table in enumerate(archive.checks, 1))


def _rule(table: Mapping[str, Any], number: int) -> Rule:
    where = f"{LISTING}, [[check]] {number}"
    kind = table.get("rule")
    if not isinstance(kind, str) or kind not in RULES:
        raise SettingsError(f"there is no rule {kind!r}", where=where, hint=", ".join(RULES))
    says, needed, possible = RULES[kind]
    unknown = sorted(table.keys() - needed - possible - _ANYWHERE)
    if unknown:
        raise SettingsError(
            f"the rule {kind} has no field {unknown[0]!r}", where=where,
            hint=", ".join(sorted(needed | possible | _ANYWHERE)),
        )  # fmt: skip
    missing = sorted(needed - table.keys())
    if missing:
        raise SettingsError(f"the rule {kind} needs {missing[0]!r}", where=where)
    values = {name: _field(name, value, where) for name, value in table.items() if name != "rule"}
    if kind == "check":
        values.setdefault("above", "info")
    values.setdefault("name", f"{says}: {values['a']} → {values['b']}" if "a" in values else says)
    return Rule(kind, **values)


def _field(name: str, value: Any, where: str) -> Any:
    if name in ("drafts", "articles", "ignore", "allow", "themes"):
        values = [value] if isinstance(value, str) else value
        if not isinstance(values, list) or not all(isinstance(each, str) for each in values):
            raise SettingsError(f"{name} must be a list of texts", where=where)
        if name == "allow":
            _one_of(name, values, ALLOWED, where)
        return tuple(values)
    if name == "at_least":
        if isinstance(value, bool) or not isinstance(value, (int, float)) or not 0 <= value <= 1:
            raise SettingsError(f"at_least lies between 0 and 1, not {value!r}", where=where)
        return float(value)
    if not isinstance(value, str):
        raise SettingsError(f"{name} must be text", where=where)
    known = {"above": SEVERITIES, "measure": MEASURES, "by": SCOPES}.get(name)
    if known is not None:
        _one_of(name, [value], known, where)
    return value


def _one_of(name: str, values: list[str], known: tuple[str, ...], where: str) -> None:
    for value in values:
        if value not in known:
            raise SettingsError(f"{name} cannot be {value!r}", where=where, hint=f"one of {', '.join(known)}")
