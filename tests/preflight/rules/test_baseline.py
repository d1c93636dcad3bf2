"""What is new since an earlier run."""

import json
from collections import Counter
from dataclasses import replace
from io import StringIO
from pathlib import Path

from preflight.finding import Finding, ResourceKey, Source, UnreadableError
from preflight.report.json_report import write_findings
from preflight.report.outcome import Outcome
from preflight.rules.baseline import compare, identity_of, read_baseline

import pytest
from hypothesis import given
from hypothesis import strategies as st

SHOP = ResourceKey("", "Service", "web", "shop")
GATEWAY = ResourceKey("gateway.networking.k8s.io", "GatewayClass", None, "cilium")
FOUND = Finding(code="GH409", reason="It is closed.", fix="Open it.", resource=SHOP, path=("spec", "rules", 0))
DUPLICATE = replace(FOUND, code="GH106", reason="It is there already, at dist/shop.yaml:7:1: the last one stays.")
findings = st.sampled_from([FOUND, DUPLICATE, replace(FOUND, resource=GATEWAY), replace(FOUND, resource=None)])


def test_places_and_fields_may_move() -> None:
    moved = replace(FOUND, path=("spec", "rules", 3), source=Source("shop.yaml", 9, 1))
    again = replace(DUPLICATE, reason=DUPLICATE.reason.replace("dist/shop.yaml:7:1", "old/dist/shop.yaml:9:3"))
    before = Counter(map(identity_of, (FOUND, DUPLICATE)))
    assert compare((moved, again), before) == ((), 0, 2)


def test_as_many_are_old_as_there_were() -> None:
    before = Counter([identity_of(FOUND)])
    other = replace(FOUND, resource=GATEWAY)
    assert compare((FOUND, FOUND), before) == ((FOUND,), 0, 1)
    assert compare((other,), before) == ((other,), 1, 0)
    assert compare((), before) == ((), 1, 0)


@given(st.lists(findings), st.lists(findings))
def test_every_finding_is_introduced_fixed_or_unchanged(before: list[Finding], now: list[Finding]) -> None:
    """Oracle: the difference of multisets, which collections.Counter has."""
    old, new = Counter(map(identity_of, before)), Counter(map(identity_of, now))
    introduced, fixed, unchanged = compare(now, old)
    assert Counter(map(identity_of, introduced)) == new - old
    assert fixed == (old - new).total()
    assert unchanged == (old & new).total()


@given(st.lists(findings))
def test_a_report_in_json_is_a_baseline_of_its_findings(tmp_path_factory, found: list[Finding]) -> None:  # type: ignore[no-untyped-def]
    """Oracle: the findings themselves."""
    stream = StringIO()
    write_findings(Outcome(predicted=tuple(found)), stream)
    file = tmp_path_factory.mktemp("baseline") / "before.json"
    file.write_text(stream.getvalue(), encoding="utf-8")
    assert read_baseline(file) == Counter(map(identity_of, found))


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("{", "It is no JSON."),
        ("[" * 100_000, "It is no JSON."),
        ("[]", "It has no list of findings."),
        ('{"findings": {}}', "It has no list of findings."),
        ('{"findings": [7]}', "7 is no finding."),
        ('{"findings": [{"code": "GH409"}]}', "{'code': 'GH409'} is no finding."),
        ('{"findings": [{"code": "GH409", "reason": "x", "resource": {"kind": 7}}]}', None),
    ],
)
def test_what_is_no_report_is_refused(tmp_path: Path, text: str, problem: str | None) -> None:
    file = tmp_path / "before.json"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(UnreadableError) as refused:
        read_baseline(file)
    found = refused.value.finding
    assert found.code == "GH002"
    assert found.fix == "Write it anew with `python -m preflight check PATH... --format json`."
    if problem is not None:
        assert found.reason.endswith(f"before.json' cannot be read: {problem}")


def test_a_file_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UnreadableError) as refused:
        read_baseline(tmp_path / "none.json")
    assert refused.value.finding.reason.endswith("none.json' cannot be read: No such file or directory.")
    assert json.dumps(refused.value.finding.fix) == '"Name the file with the output of an earlier run."'
