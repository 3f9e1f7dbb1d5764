"""Compare drafts of international conventions, clause by clause, and measure their consonance.

What is listed in `__all__` is public and nothing else; each name is loaded when it is first asked for.
"""

from __future__ import annotations

from treatydiff.version import __version__

TYPE_CHECKING = False
# Type checkers take it for true by its name; importing `typing` for it would take longer than all the rest.
if TYPE_CHECKING:
    from treatydiff.errors import (
        LanguageError,
        ReadError,
        ReferenceDataError,
        ReportError,
        ScopeError,
        SettingsError,
        TreatydiffError,
        UnreadableTextError,
        UnsupportedFormatError,
        UsageError,
    )
    from treatydiff.library.across_languages import across
    from treatydiff.library.archive import Archive
    from treatydiff.library.questions import (
        brackets,
        chain,
        check,
        compare,
        derive,
        final_clauses,
        languages,
        proposals,
        read,
    )
    from treatydiff.rendering import render
    from treatydiff.settings import Settings

__all__ = [
    "Archive",
    "LanguageError",
    "ReadError",
    "ReferenceDataError",
    "ReportError",
    "ScopeError",
    "Settings",
    "SettingsError",
    "TreatydiffError",
    "UnreadableTextError",
    "UnsupportedFormatError",
    "UsageError",
    "__version__",
    "across",
    "brackets",
    "chain",
    "check",
    "compare",
    "derive",
    "final_clauses",
    "languages",
    "proposals",
    "read",
    "render",
]

_MODULES = {
    "treatydiff.library.questions": (
        "brackets", "chain", "check", "compare", "derive", "final_clauses", "languages",
        "proposals", "read",
    ),
    "treatydiff.library.across_languages": ("across",),
    "treatydiff.library.archive": ("Archive",),
    "treatydiff.library.results": ("_result_renderer",),
    "treatydiff.rendering": ("render",),
    "treatydiff.settings": ("Settings",),
    "treatydiff.errors": (
        "LanguageError", "ReadError", "ReferenceDataError", "ReportError", "ScopeError", "SettingsError",
        "TreatydiffError", "UnreadableTextError", "UnsupportedFormatError", "UsageError",
    ),
}  # fmt: skip
"""Where each name is found; the methods of results look for their renderer as `_result_renderer`."""
_WHERE = {name: module for module, names in _MODULES.items() for name in names}


if not TYPE_CHECKING:  # a type checker that saw it would take any name for one of ours

    def __getattr__(name: str) -> object:
        if name not in _WHERE:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        from importlib import import_module

        value: object = getattr(import_module(_WHERE[name]), name)
        globals()[name] = value
        return value


def __dir__() -> list[str]:
    return list(__all__)
