"""JSON renderings of checks and language versions: `treatydiff/check/1` and `treatydiff/languages/1`.

Keys are only ever added.
"""

from __future__ import annotations

from collections import Counter

from treatydiff.report.kit.cards import TOOL
from treatydiff.report.kit.json_text import Pairs, dumped, source_json
from treatydiff.studies.checks.model import DraftCheck
from treatydiff.studies.checks.view import finding_lines


def check_json(check: DraftCheck, settings: Pairs = ()) -> str:
    """A check as JSON of the schema `treatydiff/check/1`.

    Args:
        check: the draft and what was found in it.
        settings: names and values of the settings that differ from the defaults.
    """
    severities = Counter(finding.severity for finding in check.findings)
    return dumped({
        "schema": "treatydiff/check/1",
        "tool": TOOL,
        "settings": dict(settings),
        "source": source_json(check.draft.source),
        "language": check.draft.language,
        "against": source_json(check.against) if check.against is not None else None,
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
