"""JUnit XML, which services for continuous integration show: a test case for each thing judged."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from treatydiff.records import dataclass
from treatydiff.report.kit.xml_text import xml_attribute, xml_content


@dataclass(frozen=True, slots=True)
class JUnitFailure:
    """Why a case failed: a short name of the kind, one line, and what there is to read."""

    kind: str
    message: str
    body: str


@dataclass(frozen=True, slots=True)
class JUnitCase:
    """One thing judged; `failure` is None where it passed."""

    name: str
    failure: JUnitFailure | None = None


def junit_xml(
    suite: str, cases: Sequence[JUnitCase], properties: Iterable[tuple[str, str]] | None = None
) -> str:
    """Cases as one suite of JUnit XML.

    Args:
        suite: its name.
        cases: what was judged, in order.
        properties: names and values said of the suite; no element for them if None.
    """
    failed = sum(case.failure is not None for case in cases)
    counts = f'tests="{len(cases)}" failures="{failed}" errors="0" skipped="0"'
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        f"<testsuites {counts}>",
        f"<testsuite name={xml_attribute(suite)} {counts}>",
    ]
    if properties is not None:
        named = (f'<property name="{name}" value={xml_attribute(value)}/>' for name, value in properties)
        lines += ["<properties>", *named, "</properties>"]
    lines += [line for case in cases for line in _case(suite, case)]
    return "\n".join((*lines, "</testsuite>", "</testsuites>")) + "\n"


def _case(suite: str, case: JUnitCase) -> Iterator[str]:
    opening = f'<testcase classname={xml_attribute(suite)} name={xml_attribute(case.name)} time="0"'
    if case.failure is None:
        yield f"{opening}/>"
        return
    kind, message = xml_attribute(case.failure.kind), xml_attribute(case.failure.message)
    yield f"{opening}>"
    yield f"<failure type={kind} message={message}>{xml_content(case.failure.body)}</failure>"
    yield "</testcase>"
