"""The rules of an archive and what breaks them: JSON, Markdown, annotations of GitHub, JUnit XML."""

from __future__ import annotations

from collections.abc import Iterator

from treatydiff.archive.model import ArchiveCheck, RuleFault, RuleResult
from treatydiff.naming.wording import counted, encodable
from treatydiff.report.comparison.as_annotations import (
    annotation_data,
    annotation_property,
    xml_attribute,
    xml_content,
)
from treatydiff.report.comparison.as_markdown import plain
from treatydiff.report.kit.cards import TOOL
from treatydiff.report.kit.json_text import dumped


def verdict(check: ArchiveCheck) -> str:
    """How many rules are kept: "3 of 4 rules kept"."""
    kept = sum(rule.passed for rule in check.rules)
    return f"{kept} of {counted(len(check.rules), 'rule', 'rules')} kept"


def fault_place(fault: RuleFault) -> str:
    """The file of a fault, with page and provision."""
    page = f", p. {fault.page}" if fault.page is not None else ""
    return f"{fault.file}#{fault.provision}{page}" if fault.provision else f"{fault.file}{page}"


def archive_check_json(check: ArchiveCheck) -> str:
    """A check as JSON of the schema `treatydiff/archive-check/1`."""
    return dumped({
        "schema": "treatydiff/archive-check/1",
        "tool": TOOL,
        "archive": check.title,
        "passed": check.passed,
        "rules": [
            {
                "name": rule.name,
                "rule": rule.rule,
                "passed": rule.passed,
                "examined": rule.examined,
                "faults": [
                    {"file": each.file, "provision": each.provision or None, "page": each.page,
                     "message": each.message}
                    for each in rule.faults
                ],
            }
            for rule in check.rules
        ],
    })  # fmt: skip


def archive_check_markdown(check: ArchiveCheck) -> str:
    """A check as Markdown for the summary of a CI job."""
    lines = [f"## {plain(check.title)}: {verdict(check)}", ""]
    for rule in check.rules:
        sign = "kept" if rule.passed else counted(len(rule.faults), "fault", "faults")
        lines.append(f"- **{plain(rule.name)}**: {sign}")
        lines += [f"  - {plain(fault_place(each))}: {plain(each.message)}" for each in rule.faults]
    return encodable("\n".join(lines)) + "\n"


def archive_check_annotations(check: ArchiveCheck, folder: str = "") -> str:
    """`::error` commands of GitHub's workflows, one a fault.

    Args:
        check: the rules.
        folder: of the archive inside the repository, so that the annotations find their files.
    """
    before = f"{folder.rstrip('/')}/" if folder not in ("", ".") else ""
    lines = [
        f"::error file={annotation_property(before + fault.file)},title={annotation_property(rule.name)}::"
        f"{annotation_data(f'{fault_place(fault)}: {fault.message}')}"
        for rule in check.rules
        for fault in rule.faults
    ]
    return "".join(f"{encodable(line)}\n" for line in lines)


def archive_check_junit(check: ArchiveCheck) -> str:
    """A check as JUnit XML: a test case a rule."""
    failed = sum(not rule.passed for rule in check.rules)
    counts = f'tests="{len(check.rules)}" failures="{failed}" errors="0" skipped="0"'
    return encodable("\n".join([
        '<?xml version="1.0" encoding="UTF-8"?>',
        f"<testsuites {counts}>",
        f"<testsuite name={xml_attribute(check.title)} {counts}>",
        *(line for rule in check.rules for line in _case(check, rule)),
        "</testsuite>",
        "</testsuites>",
    ])) + "\n"  # fmt: skip


def _case(check: ArchiveCheck, rule: RuleResult) -> Iterator[str]:
    case = f'<testcase classname={xml_attribute(check.title)} name={xml_attribute(rule.name)} time="0"'
    if rule.passed:
        yield f"{case}/>"
        return
    message = xml_attribute(counted(len(rule.faults), "fault", "faults"))
    body = "\n".join(f"{fault_place(each)}: {each.message}" for each in rule.faults)
    yield f"{case}>"
    yield f"<failure type={xml_attribute(rule.rule)} message={message}>{xml_content(body)}</failure>"
    yield "</testcase>"
