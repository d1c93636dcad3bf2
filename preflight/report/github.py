"""Workflow commands, which GitHub Actions shows as annotations of a pull request.

https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands
"""

from typing import TextIO

from preflight.catalogue import Severity
from preflight.finding import Finding
from preflight.report.outcome import Outcome
from preflight.report.wording import origin, plain, remedy, statement

COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}


def write(outcome: Outcome, stream: TextIO) -> None:
    """Write a workflow command for each finding."""
    stream.writelines(f"{_command(finding)}\n" for finding in outcome.findings)


def _command(finding: Finding) -> str:
    properties = {"title": finding.code}
    if finding.source:
        file, line, column = finding.source
        properties = {"file": plain(file), "line": str(line), "col": str(column), **properties}
    listed = ",".join(f"{name}={_property(value)}" for name, value in properties.items())
    lines = (statement(finding), f"Fix: {remedy(finding)}", origin(finding))
    message = "\n".join(line for line in lines if line)
    return f"::{COMMANDS[finding.severity]} {listed}::{_data(message)}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
