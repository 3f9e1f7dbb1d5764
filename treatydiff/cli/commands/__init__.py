"""The commands, a module each; which there are is said here, and only the one that is asked for is loaded."""

from __future__ import annotations

from importlib import import_module
from typing import Any

COMMANDS: dict[str, tuple[str, str, str]] = {
    "compare": ("compare", "compare", "Compare two drafts clause by clause."),
    "consonance": ("consonance", "consonance", "What a draft derives from each of several sources."),
    "outline": ("outline", "outline", "How a draft is divided into articles and clauses."),
    "text": ("outline", "text", "A draft's text, one clause a line."),
    "check": ("check", "check", "Broken references, gaps, remarks left inside."),
    "final-clauses": ("final_clauses", "final_clauses", "Final clauses of drafts side by side."),
    "languages": ("languages", "languages", "Hold language versions against one another."),
    "glossary": ("glossary", "glossary", "Defined terms and their counterparts."),
    "changes": ("changes", "changes", "Every changed clause in a table to fill in."),
    "corrigendum": ("corrigendum", "corrigendum", "Apply “for X read Y”, or draft it from two texts."),
    "verify": ("verify", "verify", "Prove that a redline holds both drafts."),
    "schema": ("schema", "schema", "Print the JSON Schema of a JSON output."),
    "brackets": ("brackets", "brackets", "How open drafts are; the fate of every bracket."),
    "concordance": ("concordance", "concordance", "Which provisions of many drafts correspond."),
    "trace": ("trace", "trace", "Follow a provision through successive drafts."),
    "blame": ("blame", "blame", "The draft in which every word first stood."),
    "precedents": ("precedents", "precedents", "The closest and earliest wording in an archive."),
    "proposals": ("proposals", "proposals", "Proposals of a compilation, and their fates."),
    "compile": ("proposals", "compilation", "Write a compilation of proposals."),
    "brief": ("desk.brief", "brief", "The conference-room sheet, article by article."),
    "watch": ("desk.watch", "watch", "Red lines followed through every draft."),
    "terms": ("desk.terms", "terms", "Deadlines and thresholds, through all drafts."),
    "definitions": ("desk.definitions", "definitions", "Defined terms, and every clause that they reach."),
    "positions": ("desk.positions", "positions", "Who said what, as the drafts print it."),
    "unproposed": ("desk.unproposed", "unproposed", "Changes without a matching proposal."),
    "doctor": ("doctor", "doctor", "Whether all that the tool relies on works here."),
}  # fmt: skip
"""Name of each command -> its module among the commands, its function there, and the line of help."""
GROUPS: dict[str, tuple[str, str]] = {
    "archive": ("archive", "Many drafts: index, matrix, search, checks, site."),
    "cache": ("cache", "Take away drafts that were kept."),
    "lexicon": ("lexicon", "Words that answer to one another in two languages."),
    "reference": ("reference", "Tables of counts that weights come from."),
}  # fmt: skip
"""Commands that hold commands, and do nothing by themselves: module and line of help."""


def command_called(name: str) -> Any:
    """The function of a command, as its module lays it open.

    Args:
        name: on the command line.
    """
    module, function, _ = COMMANDS[name]
    return getattr(_module(module), function)


def group_called(name: str) -> Any:
    """The commands of a group, as an app.

    Args:
        name: on the command line.
    """
    return _module(GROUPS[name][0]).app


def _module(name: str) -> Any:
    return import_module(f"{__name__}.{name}")
