"""JSON renderings of checks and language versions: `treatydiff/check/1` and `treatydiff/languages/1`.

Keys are only ever added.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Any

from treatydiff.findings import DraftCheck, LanguagePlace, LanguageVersions
from treatydiff.model import Draft, Source
from treatydiff.report.check_view import finding_lines, provision_citation
from treatydiff.report.citations import Places, places_of
from treatydiff.report.view import TOOL
from treatydiff.report.wording import encodable

Chosen = Iterable[tuple[str, Any]]


def check_json(check: DraftCheck, settings: Chosen = ()) -> str:
    """A check as JSON of the schema `treatydiff/check/1`.

    Args:
        check: the draft and what was found in it.
        settings: names and values of the settings that differ from the defaults.
    """
    severities = Counter(finding.severity for finding in check.findings)
    return _dumped({
        "schema": "treatydiff/check/1",
        "tool": TOOL,
        "settings": dict(settings),
        "source": _source(check.draft.source),
        "language": check.draft.language,
        "against": _source(check.against) if check.against is not None else None,
        "summary": {name: severities[name] for name in ("error", "warning", "info")},
        "findings": [
            {
                "code": line.finding.code,
                "group": line.finding.group,
                "severity": line.finding.severity,
                "message": line.finding.message,
                "page": line.page,
                "provision": line.finding.provision,
                "citation": line.citation,
                "quote": line.finding.quote,
            }
            for line in finding_lines(check)
        ],
    })  # fmt: skip


def languages_json(versions: LanguageVersions, settings: Chosen = ()) -> str:
    """Language versions and their differences as JSON of the schema `treatydiff/languages/1`.

    Args:
        versions: the versions and their differences.
        settings: names and values of the settings that differ from the defaults.
    """
    drafts = {draft.source.label: draft for draft in versions.drafts}
    places = {label: places_of(draft) for label, draft in drafts.items()}
    return _dumped({
        "schema": "treatydiff/languages/1",
        "tool": TOOL,
        "settings": dict(settings),
        "versions": [
            {"source": _source(draft.source), "language": draft.language, "articles": draft.articles,
             "units": len(draft.units())}
            for draft in versions.drafts
        ],
        "compared": versions.compared,
        "differences": [
            {
                "code": difference.code,
                "message": difference.message,
                "places": [
                    {
                        "file": place.label,
                        "language": place.language,
                        "provision": place.provision,
                        "page": place.page,
                        "citation": _cited(place, drafts, places),
                        "says": place.says,
                    }
                    for place in difference.places
                ],
            }
            for difference in versions.differences
        ],
    })  # fmt: skip


def _cited(place: LanguagePlace, drafts: Mapping[str, Draft], places: Mapping[str, Places]) -> str | None:
    if place.provision is None:
        return None
    return provision_citation(drafts[place.label], places[place.label], place.provision)


def _source(source: Source) -> dict[str, Any]:
    return {"label": source.label, "sha256": source.sha256, "media_type": source.media_type,
            "pages": source.pages, "scope": source.scope}  # fmt: skip


def _dumped(data: dict[str, Any]) -> str:
    return encodable(json.dumps(data, ensure_ascii=False, indent=1)) + "\n"
