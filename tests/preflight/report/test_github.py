"""Workflow commands: one line a finding, whatever is in it."""

from preflight.report.github import write
from preflight.report.outcome import Outcome
from tests.preflight.report.outcomes import written

COMMANDS = r"""::notice title=GH103::Widget w: No schema is known for 'Widget'.%0AFix: Give its CRD.
::error file=a b%2Cc%3A\x07%25\udcff.yaml,line=2,col=5,title=GH114::ConfigMap \x1b[31m[red]\n::error::x\u202e%25](y: metadata.labels[a\x1b[2J.b/c]: The label is '\x9bx'.%0AFix: Leave \u2028 out.
::error file=apps.yaml,line=9,col=7,title=GH140::HTTPRoute apps/web: spec.rules[0]: A redirect has backends.%0AFix: Leave out 'backendRefs'.
::error file=apps.yaml,line=14,col=15,title=GH123::HTTPRoute apps/web: spec.rules[0].matches[1].path.type: 'Glob' is not one of 'Exact' and 'PathPrefix'.%0AFix: Write one of these.%0Awritten at main.py:42, construct platform/apps/web
::warning file=apps.yaml,line=30,col=1,title=GH105::GRPCRoute apps/shop: apiVersion: 'v1alpha2' is deprecated.%0AFix: Write 'v1'.
::error file=broken.yaml,line=3,col=1,title=GH002::A tab indents the line.%0AFix: Indent with spaces.
"""  # noqa: E501  # a command is one line


def test_each_finding_is_one_escaped_command() -> None:
    assert written(write) == COMMANDS


def test_no_findings_are_no_commands() -> None:
    assert written(write, Outcome()) == ""
