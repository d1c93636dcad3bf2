"""`addresses`: which Service gets which address from which pool, announced by what."""

import sys
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple, TextIO

from preflight.admission.verdict import Admission
from preflight.cli.options import (
    Cluster,
    Crds,
    Paths,
    PlainFormat,
    PredictionFormat,
    Target,
    exit_code,
    facts_of,
    printed,
    read_and_admit,
)
from preflight.cluster import ClusterFacts
from preflight.failure import failure
from preflight.finding import Finding, UnreadableError
from preflight.report.outcome import Outcome
from preflight.report.text import write_problems
from preflight.report.wording import plain

import typer

if TYPE_CHECKING:  # it costs start-up time
    from preflight.addressing import Addressing
    from preflight.rules.input import Input

EXAMPLES = """\b
Examples:
  python -m preflight addresses dist
  python -m preflight addresses dist --cluster cluster.yaml
  python -m preflight addresses dist --format json | jq '.services[] | {name, addresses, conditions}'"""
CODES = "GH5"
"""What the codes of rules about addresses and announcements start with."""
OF_GATEWAYS = ("GH306",)
"""Findings of the controller that are about addresses."""


def addresses(
    paths: Paths,
    *,
    format: PredictionFormat = PlainFormat.TEXT,
    target: Target = None,
    crds: Crds = None,
    cluster: Cluster = None,
) -> None:
    """Predict which Service gets which address from which pool, and who announces it, without a cluster.

    This is what Cilium's address allocator does with each Service of type LoadBalancer, those that it makes for
    Gateways included. Problems come first. Where Cilium is free to choose, such as between two pools, the address is
    "one of" several: what pins it down is the annotation lbipam.cilium.io/ips, or a Gateway's spec.addresses.

    The tables say which pools select a Service and why the others give it nothing; how full each pool is; and who
    announces: L2 policies, with nodes, interfaces and Lease, and BGP peers. Nodes, and whether L2 announcements and BGP
    are on, are declared in the cluster file. --format json has the same for scripts; the problems go to standard error.
    """
    try:
        facts = facts_of(target, crds, cluster)
        report = _addressed(read_and_admit(paths, facts), facts)
    except UnreadableError as error:
        report = _Report(Outcome(unreadable=(error.finding,)))
    if format == PlainFormat.JSON:
        _write_findings(report, sys.stderr)
        printed(lambda stream: _write_json(report, stream))
    else:
        printed(lambda stream: _write_text(report, stream))
    raise typer.Exit(exit_code(report.outcome.findings))


class _Report(NamedTuple):
    """What there is to report; no addressing where none could be predicted."""

    outcome: Outcome
    addressing: "Addressing | None" = None


def _addressed(outcome: Outcome, facts: ClusterFacts) -> _Report:
    # only where something is predicted: it costs start-up time
    from preflight.addressing import predicted

    admission = Admission(outcome.verdicts)
    from preflight.rules.input import input_of

    judgement = predicted(admission.snapshot, facts)
    if judgement.prediction is None:
        return _Report(replace(outcome, predicted=judgement.findings))
    given = input_of(admission, facts, judgement.prediction, judgement.allocation)
    try:
        addressed = given.addressing
    except Exception as error:  # noqa: BLE001  # a bug of ours is one finding
        return _Report(replace(outcome, predicted=(failure("The prediction of addresses", error),)))
    return _Report(replace(outcome, predicted=tuple(_found(given, judgement.findings))), addressed)


def _found(given: "Input", findings: Iterable[Finding]) -> Sequence[Finding]:
    """Return what is found about addresses, by the controller and by the rules, and no annotation ignores."""
    from preflight.rules.explained_gateways import unexplained
    from preflight.rules.judge import ask
    from preflight.rules.registry import RULES
    from preflight.rules.suppression import suppress

    ruled = ask((rule for rule in RULES if rule.code.startswith(CODES)), given)
    of_gateways = [each for each in findings if each.code in OF_GATEWAYS]
    found = [*unexplained(of_gateways, ruled, given.prediction), *ruled]
    left = suppress(found, given.snapshot.manifests, frozenset()).findings
    return [each for each in left if each in found]


def _write_json(report: _Report, stream: TextIO) -> None:
    from preflight.report.addresses_json import write_addresses_json

    write_addresses_json(report.addressing, stream)


def _write_text(report: _Report, stream: TextIO) -> None:
    """Write the problems, the notes and the tables."""
    from preflight.report.addresses import write_addresses

    _write_findings(report, stream)
    if report.addressing is not None:
        stream.write("\n" if report.outcome.findings or report.addressing.notes else "")
        write_addresses(report.addressing, stream)


def _write_findings(report: _Report, stream: TextIO) -> None:
    """Write the problems and the notes."""
    write_problems(report.outcome, stream)
    notes = () if report.addressing is None else report.addressing.notes
    stream.writelines(f"note: {plain(note)}\n" for note in notes)
