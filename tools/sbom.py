"""A software bill of materials: treatydiff and everything that it needs to run, as CycloneDX JSON.

    python -m tools.sbom [FILE]

It is written from what is installed (`importlib.metadata`): the same bytes for the same installation. It
bears no time of its own, only that of SOURCE_DATE_EPOCH, and no random serial number. What treatydiff itself
needs is read from pyproject.toml, since an installation for development keeps what it said when it was made.
"""

from __future__ import annotations

import json
import os
import re
import sys
import tomllib
from collections.abc import Iterator
from datetime import UTC, datetime
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from pathlib import Path
from typing import Any

from packaging.requirements import Requirement

ROOT = "treatydiff"
PROJECT = Path(__file__).resolve().parents[1] / "pyproject.toml"
SPEC = "1.6"
_LONGEST_LICENCE = 80
"""Characters of a licence's name; some packages put its whole text there."""


def canonical(name: str) -> str:
    """A package's name as indexes write it (PEP 503)."""
    return re.sub(r"[-_.]+", "-", name).lower()


def needed_by(
    found: Distribution, extras: frozenset[str] = frozenset()
) -> Iterator[tuple[str, frozenset[str]]]:
    """The names and extras of what a distribution needs here."""
    for line in found.requires or ():
        wanted = Requirement(line)
        settings = [{"extra": extra} for extra in (extras or {""})]
        if wanted.marker is None or any(wanted.marker.evaluate(each) for each in settings):
            yield canonical(wanted.name), frozenset(wanted.extras)


def named_in_project() -> list[tuple[str, frozenset[str]]]:
    """What pyproject.toml says that treatydiff needs."""
    project = tomllib.loads(PROJECT.read_text(encoding="utf-8"))["project"]
    wanted = [Requirement(line) for line in project["dependencies"]]
    return [(canonical(each.name), frozenset(each.extras)) for each in wanted]


def closure(root: str) -> dict[str, tuple[Distribution, tuple[str, ...]]]:
    """A distribution and all that it rests on, by name, each with the names of what it needs itself.

    Raises:
        SystemExit: something that is needed is not installed.
    """
    found: dict[str, tuple[Distribution, tuple[str, ...]]] = {}
    open_: list[tuple[str, frozenset[str]]] = [(canonical(root), frozenset())]
    while open_:
        name, extras = open_.pop()
        if name in found and not extras:
            continue
        try:
            held = distribution(name)
        except PackageNotFoundError:
            raise SystemExit(f"sbom: {name} is needed and not installed") from None
        needs = sorted(set(named_in_project() if name == ROOT else needed_by(held, extras)))
        before = found[name][1] if name in found else ()
        found[name] = (held, tuple(sorted({*before, *(need for need, _ in needs)})))
        open_ += [need for need in needs if need[0] not in found]
    return dict(sorted(found.items()))


def licences(found: Distribution) -> list[dict[str, Any]]:
    """What a distribution says of its licence: an SPDX expression, else names."""
    expression = found.metadata.get("License-Expression")
    if expression:
        return [{"expression": expression}]
    classified = [
        line.rpartition(" :: ")[2]
        for line in found.metadata.get_all("Classifier") or ()
        if line.startswith("License :: ") and not line.endswith("OSI Approved")
    ]
    named = " ".join((found.metadata.get("License") or "").split())
    names = classified or ([named] if named and len(named) <= _LONGEST_LICENCE else [])
    return [{"license": {"name": name}} for name in sorted(set(names))]


def component(name: str, found: Distribution, kind: str = "library") -> dict[str, Any]:
    """One package."""
    value: dict[str, Any] = {
        "type": kind, "bom-ref": purl(name, found), "name": name, "version": found.version,
        "purl": purl(name, found),
    }  # fmt: skip
    said = licences(found)
    return {**value, "licenses": said} if said else value


def purl(name: str, found: Distribution) -> str:
    """The address of a package, whatever index it came from."""
    return f"pkg:pypi/{name}@{found.version}"


def bill(root: str = ROOT) -> dict[str, Any]:
    """The bill of materials of a distribution."""
    parts = closure(root)
    main, _ = parts[canonical(root)]
    metadata: dict[str, Any] = {"component": component(canonical(root), main, "application")}
    seconds = os.environ.get("SOURCE_DATE_EPOCH")
    if seconds:
        metadata["timestamp"] = datetime.fromtimestamp(int(seconds), UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    return {
        "$schema": f"http://cyclonedx.org/schema/bom-{SPEC}.schema.json",
        "bomFormat": "CycloneDX",
        "specVersion": SPEC,
        "version": 1,
        "metadata": metadata,
        "components": [component(name, held) for name, (held, _) in parts.items() if held is not main],
        "dependencies": [
            {"ref": purl(name, held), "dependsOn": sorted(purl(need, parts[need][0]) for need in needs)}
            for name, (held, needs) in parts.items()
        ],
    }


def main() -> None:
    """Write the bill to a file, or to stdout."""
    text = json.dumps(bill(), indent=1, ensure_ascii=False) + "\n"
    if len(sys.argv) > 1:
        Path(sys.argv[1]).write_text(text, encoding="utf-8")
    else:
        sys.stdout.write(text)


if __name__ == "__main__":
    main()
