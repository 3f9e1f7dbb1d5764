"""How the package is laid out: small modules, few beside one another, one meaning a class name, a true picture."""

from __future__ import annotations

import ast
import re
import tomllib
from collections import defaultdict
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = ROOT / "treatydiff"
MODULES = sorted(PACKAGE.rglob("*.py"))
MOST_LINES = 350
MOST_BESIDE = 25


def test_no_module_is_long() -> None:
    long = {
        str(path.relative_to(ROOT)): lines
        for path in MODULES
        if (lines := len(path.read_text(encoding="utf-8").splitlines())) > MOST_LINES
    }
    assert long == {}


def test_few_modules_stand_beside_one_another() -> None:
    beside: dict[str, int] = defaultdict(int)
    for path in MODULES:
        beside[str(path.parent.relative_to(ROOT))] += path.name != "__init__.py"
    assert {folder: count for folder, count in beside.items() if count > MOST_BESIDE} == {}


def test_a_class_name_means_one_thing() -> None:
    places: dict[str, list[str]] = defaultdict(list)
    for path in MODULES:
        for node in ast.parse(path.read_text(encoding="utf-8")).body:
            if isinstance(node, ast.ClassDef):
                places[node.name.lstrip("_")].append(str(path.relative_to(ROOT)))
    assert {name: where for name, where in places.items() if len(where) > 1} == {}


def test_dataclasses_are_made_in_the_quick_way() -> None:
    slowly = [
        str(path.relative_to(ROOT))
        for path in MODULES
        if re.search(r"^from dataclasses import .*\bdataclass\b", path.read_text(encoding="utf-8"), re.M)
    ]
    assert slowly == ["treatydiff/records.py"]


def test_patterns_are_compiled_where_they_are_met() -> None:
    at_once = [
        str(path.relative_to(ROOT)) for path in MODULES if "re.compile(" in path.read_text(encoding="utf-8")
    ]
    assert at_once == ["treatydiff/patterns.py"]


def test_the_picture_of_the_layers_is_that_of_the_contract() -> None:
    contracts = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["importlinter"][
        "contracts"
    ]
    layers = next(each["layers"] for each in contracts if each.get("containers") == ["treatydiff"])
    page = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")
    picture = re.search(r"^```layers\n(.*?)^```", page, re.M | re.S)
    assert picture is not None, "docs/architecture.md has no picture of the layers"
    drawn = [re.split(r"\s{2,}", line.strip())[0] for line in picture[1].splitlines() if line.strip()]
    assert [sorted(re.split(r"[\s|:]+", line)) for line in drawn] == [
        sorted(re.split(r"[\s|:]+", layer)) for layer in layers
    ]
    folders = {path.name for path in PACKAGE.iterdir() if path.is_dir() and (path / "__init__.py").exists()}
    assert folders <= set(re.findall(r"\w+", " ".join(drawn)))
