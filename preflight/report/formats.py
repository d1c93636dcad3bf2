"""Which module writes which format."""

from collections.abc import Callable, Mapping
from enum import StrEnum
from typing import TextIO

from preflight.report import github, json_report, junit, sarif, text
from preflight.report.outcome import Outcome

Writer = Callable[[Outcome, TextIO], None]


class Format(StrEnum):
    """How a command reports."""

    TEXT = "text"
    JSON = "json"
    SARIF = "sarif"
    GITHUB = "github"
    JUNIT = "junit"


BY_FINDING: Mapping[Format, Writer] = {
    Format.TEXT: text.write_findings,
    Format.JSON: json_report.write_findings,
    Format.SARIF: sarif.write,
    Format.GITHUB: github.write,
    Format.JUNIT: junit.write,
}
"""One finding after the other, as `check` reports."""

BY_OBJECT: Mapping[Format, Writer] = {
    **BY_FINDING,
    Format.TEXT: text.write_objects,
    Format.JSON: json_report.write_objects,
}
"""One object after the other, as `admit` reports."""
