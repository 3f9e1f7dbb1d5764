"""Hold an archive against its rules."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from fnmatch import fnmatch
from functools import partial

from treatydiff.archive.conflicts import conflicts_of, with_differences
from treatydiff.archive.index import Index
from treatydiff.archive.listing import LISTING, ArchiveListing
from treatydiff.archive.model import ArchiveCheck, RuleFault, RuleResult
from treatydiff.archive.rules import SEVERITIES, Rule, rules_of
from treatydiff.errors import LanguageError, SettingsError
from treatydiff.model import Comparison, Draft, Signal, UnitComparison
from treatydiff.model.progress import Progress
from treatydiff.naming.citations import page_of, places_of, unit_label
from treatydiff.pipeline import compare_drafts
from treatydiff.score.themes import load_themes
from treatydiff.settings import Settings
from treatydiff.structure.addresses.named_provisions import provisions_named
from treatydiff.structure.addresses.nearest import nearest_hint
from treatydiff.studies.checks.check import check_draft

_UNCHANGED = frozenset({"identical"})
_WEAKER = frozenset({"weakened", "removed"})
_WORDS = {"info": "remark", "warning": "warning", "error": "error"}


def check_archive(
    archive: ArchiveListing,
    index: Index,
    settings: Settings,
    *,
    table: bytes | None = None,
    themes: str | None = None,
    progress: Progress | None = None,
) -> ArchiveCheck:
    """The rules of an archive and what breaks each.

    Args:
        archive: the folder with its listing.
        index: its index, up to date.
        settings: how to align and score.
        table: the reference table, where the settings name a file.
        themes: TOML of the file that `settings.themes` names, where it names one.
        progress: called as rules are done.

    Raises:
        SettingsError: a rule cannot be, or names a draft or provision that is not there.
    """
    shelf = _Shelf(archive, index, settings, table, themes)
    rules = rules_of(archive)
    results = []
    for done, rule in enumerate(rules, 1):
        examined, faults = _EXAMINERS[rule.rule](shelf, rule)
        results.append(RuleResult(rule.name, rule.rule, tuple(faults), examined))
        if progress is not None:
            progress("checking", done, len(rules))
    return ArchiveCheck(archive.called, tuple(results))


class _Shelf:
    """The drafts and comparisons that rules ask for, each made once."""

    def __init__(
        self,
        archive: ArchiveListing,
        index: Index,
        settings: Settings,
        table: bytes | None,
        themes: str | None,
    ) -> None:
        self.archive = archive
        self.index = index
        self.settings = settings
        self.table = table
        self.themes = themes
        self.drafts = index.drafts(failed=True)
        self.entries = {each.file: archive.entry(each.file, each.printed) for each in self.drafts}
        self._comparisons: dict[tuple[str, str], Comparison] = {}

    def file(self, name: str, rule: Rule) -> str:
        """The file that a rule means by a file name or symbol."""
        found = [file for file, entry in self.entries.items() if name in (file, entry.symbol)]
        if len(found) != 1:
            what = "no draft" if not found else f"{len(found)} drafts"
            raise SettingsError(f"the archive has {what} called {name!r}", where=f"{LISTING}, {rule.name}")
        return found[0]

    def comparison(self, rule: Rule) -> Comparison:
        """The comparison of a rule's drafts."""
        files = self.file(rule.a, rule), self.file(rule.b, rule)
        if files not in self._comparisons:
            a, b = (self.index.draft(file) for file in files)
            self._comparisons[files] = compare_drafts(
                a, b, self.settings, reference_table=self.table, themes=self.themes
            )
        return self._comparisons[files]


_Found = tuple[int, list[RuleFault]]


def _readable(shelf: _Shelf, rule: Rule) -> _Found:
    chosen = [each for each in shelf.drafts if _chosen(each.file, rule)]
    faults = [RuleFault(each.file, each.failure) for each in chosen if each.failure]
    faults += [
        RuleFault(each.file, "holds no provision") for each in chosen if not each.failure and not each.units
    ]
    return len(chosen), faults


def _chosen(file: str, rule: Rule) -> bool:
    return not rule.drafts or any(fnmatch(file, pattern) for pattern in rule.drafts)


def _diagnostics(shelf: _Shelf, rule: Rule) -> _Found:
    tolerated = SEVERITIES[: SEVERITIES.index(rule.above) + 1]
    chosen = [each.file for each in shelf.drafts if _chosen(each.file, rule) and not each.failure]
    faults = [
        RuleFault(
            file, f"{_WORDS[each.severity]} {each.code}: {each.message}", each.provision or "", each.page
        )
        for file in chosen for each in shelf.index.draft(file).diagnostics
        if each.severity not in tolerated and each.code not in rule.ignore
    ]  # fmt: skip
    return len(chosen), faults


def _check(shelf: _Shelf, rule: Rule) -> _Found:
    tolerated = SEVERITIES[: SEVERITIES.index(rule.above) + 1]
    chosen = [each.file for each in shelf.drafts if _chosen(each.file, rule) and not each.failure]
    faults = [
        RuleFault(
            file, f"{_WORDS[each.severity]} {each.code}: {each.message}", each.provision or "", each.page
        )
        for file in chosen for each in check_draft(shelf.index.draft(file)).findings
        if each.severity not in tolerated and each.code not in rule.ignore
    ]  # fmt: skip
    return len(chosen), faults


def _metadata(shelf: _Shelf, _rule: Rule) -> _Found:
    faults: list[RuleFault] = []
    names = {name for entry in shelf.entries.values() for name in (entry.file, entry.symbol) if name}
    for draft in shelf.drafts:
        entry, printed = shelf.entries[draft.file], draft.printed
        for what in ("symbol", "language", "date", "issued"):
            listed, found = getattr(entry, what), getattr(printed, what)
            if found and listed and not found.startswith(listed) and not draft.failure:
                faults.append(
                    RuleFault(draft.file, f"is listed with the {what} {listed}, but prints {found}")
                )
        given = shelf.archive.given.get(draft.file)
        for what in ("revises", "corrects"):
            target = getattr(given, what, "")
            if target and target not in names:
                faults.append(RuleFault(draft.file, f"{what} {target}, which the archive does not have"))
    bytes_of = [(shelf.entries[each.file], each.sha256) for each in shelf.drafts if not each.failure]
    conflicts = with_differences(conflicts_of(bytes_of), shelf.index, shelf.settings, table=shelf.table)
    faults += [
        RuleFault(conflict.files[0], f"{conflict.symbol} ({conflict.language}) is the symbol of different "
                                     f"files: {'; '.join(conflict.differences)}")
        for conflict in conflicts
    ]  # fmt: skip
    return len(shelf.drafts), faults


def _unchanged(shelf: _Shelf, rule: Rule) -> _Found:
    comparison = shelf.comparison(rule)
    rows = _rows(comparison, rule)
    allowed = _UNCHANGED | frozenset(rule.allow)
    faults = []
    for row in rows:
        changes = [edit for clause in row.clauses for edit in clause.edits
                   if edit.class_ not in (None, "typographic", *allowed)
                   and not (edit.class_ == "bracket" and "brackets_lifted" in allowed)]  # fmt: skip
        moves = {name for name in ("renumbered", "moved") if getattr(row.pairing, name)} - allowed
        reshaped = row.pairing.relation in ("added", "deleted", "split", "merged", "recast")
        if changes or moves or reshaped:
            said = (
                row.pairing.relation.replace("_", " ") if reshaped else ", ".join(sorted(moves)) or "amended"
            )
            if changes and not reshaped:
                said = f"{said}: {_excerpt(changes[0].op, changes[0].text)}"
            faults.append(_fault(shelf, rule, comparison, row, said))
    return len(rows), faults


def _excerpt(op: str, text: str) -> str:
    words = " ".join(text.split())
    shown = words if len(words) <= 60 else f"{words[:59]}…"
    return f"[-{shown}-]" if op == "delete" else f"{{+{shown}+}}"


def _not_weakened(shelf: _Shelf, rule: Rule) -> _Found:
    comparison = shelf.comparison(rule)
    rows = _rows(comparison, rule)
    faults = []
    for row in rows:
        weaker = [
            signal
            for signal in _signals(row)
            if signal.kind in ("obligation", "standard") and signal.direction in _WEAKER
        ]
        if weaker:
            told = "; ".join(dict.fromkeys(f"{each.kind} {each.direction} ({each.text})" for each in weaker))
            faults.append(_fault(shelf, rule, comparison, row, told.replace(" ()", "")))
        elif row.pairing.relation == "deleted" and rule.articles:
            faults.append(_fault(shelf, rule, comparison, row, "deleted, with the obligations in it"))
    return len(rows), faults


def _signals(row: UnitComparison) -> Iterator[Signal]:
    for clause in row.clauses:
        yield from clause.signals
        for edit in clause.edits:
            yield from edit.signals


def _consonance(shelf: _Shelf, rule: Rule) -> _Found:
    comparison = shelf.comparison(rule)
    if rule.by == "document":
        value: float | None = getattr(comparison.scores.document, rule.measure)
        low = _too_low(value, rule)
        return 1, [RuleFault(shelf.file(rule.b, rule), low)] if low else []
    faults = []
    rows: Sequence[UnitComparison] = ()
    if rule.by == "article":
        rows = [row for row in _rows(comparison, rule) if row.kind in ("article", "rule")]
        for row in rows:
            low = _too_low(getattr(row.consonance, rule.measure), rule)
            if low:
                faults.append(_fault(shelf, rule, comparison, row, low))
        return len(rows), faults
    if rule.by == "theme":
        return _themes(shelf, rule, comparison)
    places = places_of(comparison.a)
    wanted = set(_ids(comparison.a, rule)) if rule.articles else None
    chapters = [row for row in comparison.containers
                if row.pairing.a and (wanted is None or wanted & set(row.pairing.a))]  # fmt: skip
    for chapter in chapters:
        low = _too_low(getattr(chapter.consonance, rule.measure), rule)
        if low:
            name = unit_label(places, chapter.pairing.a[0])
            provision = (*chapter.pairing.b, *chapter.pairing.a)[0]
            faults.append(RuleFault(shelf.file(rule.b, rule), f"{name} of {rule.a}: {low}", provision))
    return len(chapters), faults


def _themes(shelf: _Shelf, rule: Rule, comparison: Comparison) -> _Found:
    known = {each.name: each.title for each in load_themes(shelf.themes, where=shelf.settings.themes)}
    for name in rule.themes:
        if name not in known:
            raise SettingsError(
                f"there is no theme {name!r}", where=f"{LISTING}, {rule.name}", hint=", ".join(sorted(known))
            )
    chosen = [each for each in comparison.themes if not rule.themes or each.name in rule.themes]
    unspoken = [name for name in rule.themes if name not in {each.name for each in chosen}]
    file = shelf.file(rule.b, rule)
    faults = [RuleFault(file, f"{known[name]}: neither draft speaks of it") for name in unspoken]
    for theme in chosen:
        low = _too_low(getattr(theme.consonance, rule.measure), rule)
        if low:
            place = (*theme.clauses_b, *theme.clauses_a)[0]
            faults.append(RuleFault(file, f"{theme.title}: {low}", place))
    return len(chosen) + len(unspoken), faults


def _too_low(value: float | None, rule: Rule) -> str:
    if value is None or value >= rule.at_least:
        return ""
    return f"{rule.measure} is {value:.4f}, below {rule.at_least:g}"


def _rows(comparison: Comparison, rule: Rule) -> list[UnitComparison]:
    """The rows of the provisions that a rule lists, all of A's if it lists none."""
    rows = [row for row in comparison.units if row.pairing.a]
    if not rule.articles:
        return rows
    around = {unit.id: {unit.id, *unit.containers} for unit in comparison.a.units()}
    wanted = set(_ids(comparison.a, rule))
    return [row for row in rows if any(around[id_] & wanted for id_ in row.pairing.a)]


def _ids(draft: Draft, rule: Rule) -> Iterator[str]:
    units = [unit.id for unit in draft.units()]
    known = {id_ for unit in draft.units() for id_ in (unit.id, *unit.containers)}
    for name in rule.articles:
        named = provisions_named(draft, name)
        if not named or not known.issuperset(named) or (len(named) > 1 and not set(named).issubset(units)):
            raise SettingsError(
                f"{draft.source.label} has no provision {name!r}",
                where=f"{LISTING}, {rule.name}",
                hint=nearest_hint(draft, name),
            )
        yield from named if len(named) == 1 else units[units.index(named[0]) : units.index(named[-1]) + 1]


def _fault(shelf: _Shelf, rule: Rule, comparison: Comparison, row: UnitComparison, said: str) -> RuleFault:
    """A fault with the provision of B, or of A where B has none."""
    side, name, ids = (comparison.b, rule.b, row.pairing.b)
    if not ids:
        side, name, ids = (comparison.a, rule.a, row.pairing.a)
    label = unit_label(places_of(comparison.a), row.pairing.a[0])
    return RuleFault(
        shelf.file(name, rule), f"{label} of {rule.a}: {said}", ids[0], page_of(places_of(side), ids[0])
    )


def _comparable(examine: Callable[[_Shelf, Rule], _Found], shelf: _Shelf, rule: Rule) -> _Found:
    """Drafts that cannot be compared break the rule that compares them; they do not end the check."""
    files = (shelf.file(rule.a, rule), shelf.file(rule.b, rule))
    unread = [each for each in shelf.drafts if each.failure and each.file in files]
    if unread:
        return 0, [RuleFault(each.file, each.failure) for each in unread]
    try:
        return examine(shelf, rule)
    except LanguageError as fault:
        return 0, [RuleFault(shelf.file(rule.b, rule), fault.what)]


_EXAMINERS: Mapping[str, Callable[[_Shelf, Rule], _Found]] = {
    "readable": _readable,
    "diagnostics": _diagnostics,
    "check": _check,
    "metadata": _metadata,
    "unchanged": partial(_comparable, _unchanged),
    "not_weakened": partial(_comparable, _not_weakened),
    "consonance": partial(_comparable, _consonance),
}
