"""The rules of an archive and what breaks them: JSON, Markdown, annotations of GitHub, JUnit XML."""

from __future__ import annotations

from treatydiff.archive.model import ArchiveCheck, RuleFault, RuleResult
from treatydiff.naming.wording import counted, encodable
from treatydiff.report.comparison.as_markdown import plain
from treatydiff.report.kit.annotations import annotation
from treatydiff.report.kit.cards import TOOL
from treatydiff.report.kit.json_text import dumped
from treatydiff.report.kit.junit import JUnitCase, JUnitFailure, junit_xml


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
    return "".join(
        annotation("error", before + fault.file, rule.name, f"{fault_place(fault)}: {fault.message}")
        for rule in check.rules
        for fault in rule.faults
    )


def archive_check_junit(check: ArchiveCheck) -> str:
    """A check as JUnit XML: a test case a rule."""
    return junit_xml(check.title, [_case(rule) for rule in check.rules])


def _case(rule: RuleResult) -> JUnitCase:
    if rule.passed:
        return JUnitCase(rule.name)
    message = counted(len(rule.faults), "fault", "faults")
    body = "\n".join(f"{fault_place(each)}: {each.message}" for each in rule.faults)
    return JUnitCase(rule.name, JUnitFailure(rule.rule, message, body))
