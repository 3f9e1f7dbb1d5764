"""The JSON Schemas of the contracts, as shipped with the package."""

from __future__ import annotations

from importlib import resources

from treatydiff.errors import UsageError
from treatydiff.records import dataclass
from treatydiff.report.kit.renderings import Rendering, Renderings

SCHEMAS: dict[str, str] = {
    "treatydiff/draft/1": "draft-1.schema.json",
    "treatydiff/comparison/1": "comparison-1.schema.json",
    "treatydiff/derivation/1": "derivation-1.schema.json",
    "treatydiff/explanation/1": "explanation-1.schema.json",
    "treatydiff/check/1": "check-1.schema.json",
    "treatydiff/final-clauses/1": "final-clauses-1.schema.json",
    "treatydiff/languages/1": "languages-1.schema.json",
    "treatydiff/across/1": "across-1.schema.json",
    "treatydiff/glossary/1": "glossary-1.schema.json",
    "treatydiff/matrix/1": "matrix-1.schema.json",
    "treatydiff/search/1": "search-1.schema.json",
    "treatydiff/precedents/1": "precedents-1.schema.json",
    "treatydiff/archive-check/1": "archive-check-1.schema.json",
    "treatydiff/index-run/1": "index-run-1.schema.json",
    "treatydiff/listing/1": "listing-1.schema.json",
    "treatydiff/cleared-cache/1": "cleared-cache-1.schema.json",
    "treatydiff/proposals/1": "proposals-1.schema.json",
    "treatydiff/concordance/1": "concordance-1.schema.json",
    "treatydiff/trace/1": "trace-1.schema.json",
    "treatydiff/blame/1": "blame-1.schema.json",
    "treatydiff/changes/1": "changes-1.schema.json",
    "treatydiff/verification/1": "verification-1.schema.json",
    "treatydiff/watch/1": "watch-1.schema.json",
    "treatydiff/terms/1": "terms-1.schema.json",
    "treatydiff/positions/1": "positions-1.schema.json",
    "treatydiff/unproposed/1": "unproposed-1.schema.json",
    "treatydiff/brief/1": "brief-1.schema.json",
    "treatydiff/definitions/1": "definitions-1.schema.json",
}
_SHORT_NAMES = {name.split("/")[1]: name for name in SCHEMAS}


@dataclass(frozen=True, slots=True)
class Contract:
    """A JSON Schema, as it is shipped."""

    text: str


RENDERINGS = (
    Renderings(
        f"{__name__}:Contract",
        "a schema",
        (
            Rendering("terminal", ".txt", __name__, "contract_json"),
            Rendering("json", ".json", __name__, "contract_json"),
        ),
    ),
)


def contract_json(contract: Contract) -> str:
    """A schema is JSON already."""
    return contract.text


def schema_text(name: str) -> str:
    """The JSON Schema of a contract.

    Args:
        name: "treatydiff/draft/1", "treatydiff/check/1", ...; "draft", "check" for short.

    Raises:
        UsageError: there is no schema of that name.
    """
    file_name = SCHEMAS.get(_SHORT_NAMES.get(name, name))
    if file_name is None:
        raise UsageError(f"there is no schema {name!r}", hint=f"known: {', '.join(_SHORT_NAMES)}")
    return (resources.files("treatydiff.report.kit") / "schemas" / file_name).read_text("utf-8")
