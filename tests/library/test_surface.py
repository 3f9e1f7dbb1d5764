"""What `import treatydiff` offers: names, signatures, and how little it loads."""

from __future__ import annotations

import inspect
import json
import pkgutil
import subprocess
import sys
from importlib import import_module
from typing import get_type_hints

import pytest

import treatydiff
from treatydiff import errors
from treatydiff.library.texts import SettingsFields
from treatydiff.settings import Settings

FUNCTIONS = {
    "read": "(text, *, media_type=None, label=None, settings=None, **options)",
    "compare": "(a, b, *, ancestors=(), theme=None, media_type=None, label=None, settings=None, **options)",
    "derive": "(draft, *sources, ancestors=(), sensitivity=False, theme=None, media_type=None, label=None,"
    " settings=None, **options)",
    "check": "(draft, *, against=None, media_type=None, label=None, settings=None, **options)",
    "brackets": "(*drafts, media_type=None, label=None, settings=None, **options)",
    "chain": "(*drafts, media_type=None, label=None, settings=None, **options)",
    "proposals": "(compilation, base, later=None, *, delegation=None, media_type=None, label=None, settings=None, **options)",
    "across": "(a, b, *, media_type=None, label=None, settings=None, **options)",
    "languages": "(*versions, media_type=None, label=None, settings=None, **options)",
    "final_clauses": "(*drafts, media_type=None, label=None, settings=None, **options)",
    "render": "(result, form, **choices)",
}
ARCHIVE = {
    "__init__": "(self, folder, *, index=None, jobs=1, settings=None, trust_config=False, **options)",
    "update": "(self)",
    "entries": "(self)",
    "draft": "(self, file)",
    "matrix": "(self, *, threshold=0.5, nearest=1, most_pairs=5000, floor=None)",
    "search": "(self, words, *, draft='', since='', until='', article='', language='', most=20)",
    "like": "(self, provision, *, draft='', since='', until='', language='', most=20)",
    "precedents": "(self, draft, *, before='', threshold=0.5)",
    "check": "(self)",
}
ERRORS = {
    "TreatydiffError", "UsageError", "ReadError", "UnsupportedFormatError", "UnreadableTextError",
    "SettingsError", "ScopeError", "LanguageError", "ReferenceDataError", "ReportError",
}  # fmt: skip


def bare(function: object) -> str:
    """A signature without its annotations."""
    signature = inspect.signature(function)  # type: ignore[arg-type]
    parameters = [each.replace(annotation=inspect.Parameter.empty) for each in signature.parameters.values()]
    return str(signature.replace(parameters=parameters, return_annotation=inspect.Signature.empty))


def in_a_fresh_process(code: str) -> str:
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    return done.stdout


def test_the_surface_is_this_and_nothing_else() -> None:
    assert set(treatydiff.__all__) == {*FUNCTIONS, *ERRORS, "Archive", "Settings", "__version__"}
    assert len(treatydiff.__all__) == len(set(treatydiff.__all__))
    assert dir(treatydiff) == sorted(treatydiff.__all__)
    assert {name for name, each in vars(errors).items() if isinstance(each, type)} == ERRORS


@pytest.mark.parametrize(("name", "signature"), FUNCTIONS.items())
def test_signatures(name: str, signature: str) -> None:
    assert bare(getattr(treatydiff, name)) == signature


def test_the_archive_answers_this() -> None:
    own = {name for name, each in vars(treatydiff.Archive).items() if inspect.isfunction(each)}
    assert {name for name in own if not name.startswith("_")} == ARCHIVE.keys() - {"__init__"}
    assert {name: bare(getattr(treatydiff.Archive, name)) for name in ARCHIVE} == ARCHIVE


def test_options_are_the_fields_of_the_settings() -> None:
    assert get_type_hints(SettingsFields) == get_type_hints(Settings)


def test_everything_public_is_annotated_and_told() -> None:
    for name in treatydiff.__all__:
        value = getattr(treatydiff, name)
        if name != "__version__":
            assert value.__doc__, name
        if inspect.isfunction(value):
            given = [each for each in inspect.signature(value).parameters.values()
                     if each.annotation is inspect.Parameter.empty]  # fmt: skip
            assert given == [], name


def test_no_module_shadows_a_public_name() -> None:
    code = """
import json, pkgutil, sys
from importlib import import_module
import treatydiff
for each in pkgutil.walk_packages(treatydiff.__path__, "treatydiff."):
    if each.name != "treatydiff.__main__":
        import_module(each.name)
print(json.dumps({name: type(getattr(treatydiff, name)).__name__ for name in treatydiff.__all__}))
"""
    kinds = json.loads(in_a_fresh_process(code))
    assert {name for name, kind in kinds.items() if kind == "function"} == FUNCTIONS.keys()
    assert {name for name, kind in kinds.items() if kind == "type"} == {*ERRORS, "Archive", "Settings"}
    assert kinds["__version__"] == "str"


def test_no_module_is_called_like_a_public_name() -> None:
    modules = {each.name for each in pkgutil.iter_modules(treatydiff.__path__)}
    assert modules & set(treatydiff.__all__) == set()


def test_importing_loads_nothing_heavy() -> None:
    code = "import sys; before = set(sys.modules); import treatydiff; print(*(set(sys.modules) - before))"
    loaded = set(in_a_fresh_process(code).split())
    heavy = {"numpy", "scipy", "typer", "rich", "lxml", "docx", "pdfminer", "jinja2", "dataclasses", "typing"}
    assert {name.partition(".")[0] for name in loaded} & heavy == set()
    assert loaded == {"treatydiff", "treatydiff.version", "__future__"}


def test_what_is_not_public_is_no_attribute() -> None:
    with pytest.raises(AttributeError, match="no attribute 'reed'"):
        treatydiff.reed  # noqa: B018


def test_a_result_from_a_bare_process_tells_itself() -> None:
    code = """
from treatydiff.model import Draft, Source
draft = Draft(Source("empty.txt", "0" * 64, "text/plain"), "en", (), ())
print(draft.rows(), draft.to_dict()["schema"])
"""
    assert in_a_fresh_process(code).strip() == "[] treatydiff/draft/1"


def test_modules_are_found_where_they_are_said_to_be() -> None:
    for name in treatydiff.__all__:
        value = getattr(treatydiff, name)
        if name != "__version__":
            assert getattr(import_module(value.__module__), name) is value
