"""JSON rendering of language versions: `treatydiff/languages/1`. Keys are only ever added."""

from __future__ import annotations

from collections.abc import Mapping

from treatydiff.model import Draft
from treatydiff.naming.citations import Places, places_of, provision_citation
from treatydiff.report.kit.cards import TOOL
from treatydiff.report.kit.json_text import Pairs, dumped, source_json
from treatydiff.studies.languages.model import LanguagePlace, LanguageVersions


def languages_json(versions: LanguageVersions, settings: Pairs = ()) -> str:
    """Language versions and their differences as JSON of the schema `treatydiff/languages/1`.

    Args:
        versions: the versions and their differences.
        settings: names and values of the settings that differ from the defaults.
    """
    drafts = {draft.source.label: draft for draft in versions.drafts}
    places = {label: places_of(draft) for label, draft in drafts.items()}
    return dumped({
        "schema": "treatydiff/languages/1",
        "tool": TOOL,
        "settings": dict(settings),
        "versions": [
            {"source": source_json(draft.source), "language": draft.language, "articles": draft.articles,
             "units": len(draft.units())}
            for draft in versions.drafts
        ],
        "unread": [{"file": each.label, "reason": each.reason} for each in versions.unread],
        "compared": versions.compared,
        "differences": [
            {
                "code": difference.code,
                "message": difference.message,
                "remark": difference.remark,
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
