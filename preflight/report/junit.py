"""JUnit XML, as GitLab, Jenkins and others read it: one test case an object."""

from typing import TYPE_CHECKING, TextIO

from preflight.catalogue import Severity
from preflight.finding import Finding, Source
from preflight.report.outcome import Outcome, by_place
from preflight.report.text import findings_text
from preflight.report.wording import named, plain, problem
from preflight.values import counted

if TYPE_CHECKING:  # it costs start-up time
    from xml.etree.ElementTree import Element


def write(outcome: Outcome, stream: TextIO) -> None:
    """Write a test case for each object, failed where it has errors, and an error for what concerns no object.

    The XML is in ASCII only, and so the same in every locale.
    """
    from xml.etree import ElementTree  # it costs start-up time

    others = by_place((*outcome.unreadable, *(each for each in outcome.predicted if each.resource is None)))
    counts = {
        "tests": str(len(outcome.verdicts) + len(others)),
        "failures": str(sum(any(map(_is_error, outcome.findings_on(verdict))) for verdict in outcome.verdicts)),
        "errors": str(len(others)),
    }
    root = ElementTree.Element("testsuites", {"name": "preflight", **counts})
    suite = ElementTree.SubElement(root, "testsuite", {"name": "preflight", **counts})
    for finding in others:
        _error(suite, finding)
    for verdict in outcome.verdicts:
        origin = verdict.manifest.origin
        case = _case(suite, named(verdict.manifest.key), origin.source(()) if origin else None)
        _findings(case, outcome.findings_on(verdict))
    ElementTree.indent(root)
    stream.write(ElementTree.tostring(root, encoding="us-ascii", xml_declaration=True).decode("ascii"))
    stream.write("\n")


def _case(suite: "Element", name: str, source: Source | None) -> "Element":
    place = {"file": plain(source.file), "line": str(source.line)} if source else {}
    case = suite.makeelement("testcase", {"classname": place.get("file", "preflight"), "name": name, **place})
    suite.append(case)
    return case


def _error(suite: "Element", finding: Finding) -> None:
    case = _case(suite, finding.code, finding.source)
    _child(case, "error", findings_text([finding]), message=problem(finding), type=finding.code)


def _findings(case: "Element", findings: tuple[Finding, ...]) -> None:
    """Add one failure for all errors, since several are not read everywhere; the other findings are output."""
    errors = [finding for finding in findings if _is_error(finding)]
    others = [finding for finding in findings if not _is_error(finding)]
    if errors:
        message = problem(errors[0]) if len(errors) == 1 else counted(len(errors), "error")
        _child(case, "failure", findings_text(errors), message=message, type=errors[0].code)
    if others:
        _child(case, "system-out", findings_text(others))


def _is_error(finding: Finding) -> bool:
    return finding.severity == Severity.ERROR


def _child(parent: "Element", tag: str, text: str, **attributes: str) -> None:
    child = parent.makeelement(tag, attributes)
    child.text = text
    parent.append(child)
