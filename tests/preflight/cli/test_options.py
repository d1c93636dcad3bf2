"""The commands, with stand-ins for reading and judging: what is judged, how it is reported, and the exit code."""

import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import Any

from preflight.admission.verdict import Verdict
from preflight.cli import app, options
from preflight.cluster import CiliumValues, ClusterFacts
from preflight.finding import Finding, UnreadableError
from preflight.report.formats import Format
from preflight.snapshot import Snapshot
from tests.preflight.report.outcomes import DEPRECATED, RULE, SHOP, UNREADABLE, WEB, Place, verdict

import pytest
from typer.testing import CliRunner, Result

ADMITTED = verdict("gateway.networking.k8s.io/v1", SHOP, Place("apps.yaml", 30), DEPRECATED)
REJECTED = verdict("gateway.networking.k8s.io/v1", WEB, Place("apps.yaml", 1), RULE)
FAILED = verdict(
    "v1", WEB, None, Finding(code="GH001", reason="The rule failed with KeyError.", fix="Report it.", resource=WEB)
)


class Judge:
    """What takes the place of reading and judging, and keeps what it was asked."""

    def __init__(self) -> None:
        self.verdicts: tuple[Verdict, ...] = (ADMITTED,)
        self.unreadable: tuple[Finding, ...] = ()
        self.paths: list[str] = []
        self.facts = ClusterFacts()
        self.missing_crds = False

    def read(self, paths: list[str], progress: Callable[[int], None]) -> Any:
        self.paths = paths
        return SimpleNamespace(manifests=tuple(verdict.manifest for verdict in self.verdicts), findings=self.unreadable)

    def judged(self, snapshot: Snapshot, facts: ClusterFacts, progress: Callable[[int], None]) -> Iterator[Verdict]:
        self.facts = facts
        if self.missing_crds:
            raise UnreadableError(UNREADABLE)
        for number, _ in enumerate(snapshot.manifests, start=1):
            progress(number)
        yield from self.verdicts


@pytest.fixture
def judge(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Judge:
    """A judge in an empty working folder."""
    monkeypatch.chdir(tmp_path)
    stand_in = Judge()
    monkeypatch.setattr(options, "read", stand_in.read)
    monkeypatch.setattr(options, "verdicts", stand_in.judged)
    return stand_in


def run(*arguments: str) -> Result:
    """Run a command."""
    return CliRunner().invoke(app, arguments, prog_name="python -m preflight")


def test_admit_reports_by_object(judge: Judge) -> None:
    result = run("admit", "dist", "-")
    assert judge.paths == ["dist", "-"]
    assert result.stdout == (
        "admitted GRPCRoute apps/shop\n"
        "  apps.yaml:30:1: warning GH105: apiVersion: 'v1alpha2' is deprecated.\n"
        "    fix: Write 'v1'.\n"
        "1 object: 1 admitted, 0 rejected.\n"
    )
    assert result.stderr == ""


def test_check_reports_by_finding(judge: Judge) -> None:
    assert run("check", "dist").stdout == (
        "apps.yaml:30:1: warning GH105: GRPCRoute apps/shop: apiVersion: 'v1alpha2' is deprecated.\n"
        "  fix: Write 'v1'.\n"
        "1 object: 1 warning.\n"
    )


@pytest.mark.parametrize(
    ("name", "first"),
    [
        ("text", "apps.yaml:30:1: warning"),
        ("json", '{\n  "version": 1'),
        ("sarif", '{\n  "$schema"'),
        ("github", "::warning file"),
        ("junit", "<?xml"),
    ],
)
def test_each_format_can_be_named(judge: Judge, name: str, first: str) -> None:
    assert run("check", "dist", "--format", name).stdout.startswith(first)


def test_no_object_at_all_is_said(judge: Judge) -> None:
    judge.verdicts = ()
    assert run("check", "-").stdout == (
        "error GH002: There is no object in '-'.\n"
        "  fix: Name files with manifests; if they come from a pipe, look whether what writes them has failed.\n"
        "0 objects: 1 error.\n"
    )


def test_a_target_may_have_a_patch_version(judge: Judge) -> None:
    run("check", "dist", "--target", "cilium=1.19.6")
    assert (judge.facts.cilium, judge.facts.cilium_patch) == ("1.19", 6)


def test_a_target_replaces_the_patch_version_of_the_cluster_file(judge: Judge) -> None:
    Path("cluster.yaml").write_text('cilium: {version: "1.20.1", values: {l7Proxy: true}}\n', encoding="utf-8")
    run("check", "dist", "--target", "cilium=1.19")
    assert judge.facts == ClusterFacts(cilium="1.19", cilium_values=CiliumValues(l7_proxy=True))


@pytest.mark.parametrize(
    ("verdicts", "unreadable", "code"),
    [
        ((), (), 2),
        ((), (UNREADABLE,), 2),
        ((ADMITTED,), (), 0),
        ((ADMITTED, REJECTED), (), 1),
        ((ADMITTED,), (UNREADABLE,), 2),
        ((ADMITTED, REJECTED), (UNREADABLE,), 2),
        ((FAILED,), (), 3),
        ((REJECTED, FAILED), (UNREADABLE,), 3),
    ],
)
def test_the_exit_code_is_the_highest_that_applies(
    judge: Judge, verdicts: tuple[Verdict, ...], unreadable: tuple[Finding, ...], code: int
) -> None:
    judge.verdicts, judge.unreadable = verdicts, unreadable
    codes = {run(command, "dist", "--format", name).exit_code for command in ("admit", "check") for name in Format}
    assert codes == {code}


def test_the_rest_is_judged_where_something_cannot_be_read(judge: Judge) -> None:
    judge.unreadable = (UNREADABLE,)
    assert run("admit", "dist").stdout.startswith(
        "broken.yaml:3:1: error GH002: A tab indents the line.\n  fix: Indent with spaces.\nadmitted GRPCRoute"
    )


def test_crds_that_cannot_be_read_are_reported_in_the_format(judge: Judge) -> None:
    judge.missing_crds = True
    result = run("admit", "dist", "--format", "json")
    assert result.exit_code == 2
    document = json.loads(result.stdout)
    assert document["objects"] == []
    assert [finding["code"] for finding in document["unreadable"]] == ["GH002"]


def test_the_facts_have_defaults(judge: Judge) -> None:
    run("admit", "dist")
    assert judge.facts == ClusterFacts()


def test_a_target_and_crds_can_be_given(judge: Judge) -> None:
    run("admit", "dist", "--target", "cilium=1.19", "--crds", "a.yaml", "--crds", "more")
    assert judge.facts == ClusterFacts(cilium="1.19", crds=(Path("a.yaml"), Path("more")))


def test_the_cluster_file_of_the_working_folder_is_used(judge: Judge) -> None:
    Path("more").mkdir()
    Path("cluster.yaml").write_text('cilium: {version: "1.19.6"}\ncrds: [more]\n', encoding="utf-8")
    run("admit", "dist")
    assert judge.facts == ClusterFacts(cilium="1.19", cilium_patch=6, crds=(Path("more"),))


def test_the_command_line_overrides_the_target_of_the_cluster_file_and_adds_crds(judge: Judge) -> None:
    Path("more").mkdir()
    Path("other.yaml").write_text('cilium: {version: "1.19.6"}\ncrds: [more]\n', encoding="utf-8")
    run("admit", "dist", "--cluster", "other.yaml", "--target", "cilium=1.20", "--crds", "a.yaml")
    assert judge.facts == ClusterFacts(cilium="1.20", crds=(Path("more"), Path("a.yaml")))


def test_a_cluster_file_that_cannot_be_read_stops_the_command(judge: Judge) -> None:
    Path("cluster.yaml").write_text("ciliun: {}\n", encoding="utf-8")
    result = run("admit", "dist")
    assert result.exit_code == 2
    assert result.stdout == (
        "cluster.yaml:1:1: error GH002: ciliun: There is no field 'ciliun' here, only 'cilium', 'gatewayAPI', "
        "'certManager', 'argoCD', 'crds', 'nodes', 'networks', 'gatewayClasses', 'gateways', 'namespaces', "
        "'services', 'secrets', 'configMaps', 'issuers' and 'clusterIssuers'.\n"
        "  fix: Write 'cilium'.\n"
        "0 objects: 0 admitted, 0 rejected, and 1 that could not be read.\n"
    )
    assert judge.paths == []


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["admit", "--format", "json"], "Missing argument 'PATH'."),
        (
            ["admit", "dist", "--target", "cilium=1.18"],
            "'cilium=1.18' is not one of 'cilium=1.20' and 'cilium=1.19', with or without the patch version.",
        ),
        (["check", "dist", "--format", "xml"], "'xml' is not one of 'text', 'json', 'sarif', 'github', 'junit'."),
        (["chekc", "dist"], "No such command 'chekc'. Did you mean 'check'?"),
        (["check", "dist", "--targets", "x"], "No such option: --targets (Possible options: --target)"),
    ],
)
def test_wrong_usage_is_said_with_what_is_allowed(judge: Judge, arguments: list[str], said: str) -> None:
    result = run(*arguments)
    assert result.exit_code == 2
    assert said in result.stderr
    assert result.stderr.startswith("Usage: python -m preflight ")
    assert result.stdout == ""


@pytest.mark.parametrize("arguments", [[], ["admit"], ["check"]])
def test_without_a_path_the_help_is_shown(judge: Judge, arguments: list[str]) -> None:
    result = run(*arguments)
    assert result.exit_code == 2
    assert "Exit codes (where several apply, the highest):" in result.output


def test_the_help_names_the_commands_and_the_exit_codes() -> None:
    result = run("--help")
    assert result.exit_code == 0
    assert [line.split()[0] for line in result.stdout.partition("Commands:\n")[2].splitlines()[:2]] == [
        "admit",
        "check",
    ]
    assert result.stdout.endswith(EXIT_CODES)


OF_CHECK = ["--select", "--ignore", "--strict", "--baseline", "--since"]


@pytest.mark.parametrize("command", ["admit", "check", "status", "explain", "addresses", "facts", "rules"])
def test_the_help_of_a_command_names_no_types_of_python(command: str) -> None:
    text = run(command, "--help").stdout
    assert "Arguments:\n" in text
    assert re.findall(r"<[^|>]*>", text) == []


@pytest.mark.parametrize(("command", "own"), [("admit", []), ("check", OF_CHECK)])
def test_the_help_of_a_command_has_examples_options_and_exit_codes(command: str, own: list[str]) -> None:
    text = run(command, "-h").stdout
    assert "  PATH  Files and folders of YAML or JSON; - is standard input.  [required]\n" in text
    assert re.findall(r"^  (--\w+)", text, re.MULTILINE) == ["--format", *own, "--target", "--crds", "--cluster"]
    assert "cilium=1.20 or cilium=1.19" in text
    assert f"\n  Examples:\n    python -m preflight {command} dist\n" in text
    assert text.endswith(EXIT_CODES if command == "admit" else PREDICTION_EXIT_CODES)


EXIT_CODES = """
  Exit codes (where several apply, the highest):
    0  no errors; warnings are allowed
    1  errors: at least one object is rejected
    2  an input that cannot be read, or no object: the other inputs are judged; an argument, a
       cluster file or a CRD that cannot be read: nothing is judged
    3  a mistake in preflight itself (GH001); the other checks are made
"""
PREDICTION_EXIT_CODES = """
  Exit codes (where several apply, the highest):
    0  all is accepted and works, as far as is known; warnings are allowed
    1  errors: an object is rejected, not accepted, or refers to what is not there
    2  an input that cannot be read, or no object: the other inputs are judged; an argument, a
       cluster file or a CRD that cannot be read: nothing is judged
    3  a mistake in preflight itself (GH001); the other checks are made
"""
