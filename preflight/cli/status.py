"""`status`: what the controller would write into the objects."""

import json
import sys
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple, TextIO

from preflight.cli.options import (
    Cluster,
    Crds,
    Implementation,
    Paths,
    PlainFormat,
    PredictionFormat,
    SemanticsOption,
    Target,
    admitted,
    exit_code,
    facts_of,
    printed,
    read_and_admit,
    semantics_of,
)
from preflight.cluster import ClusterFacts
from preflight.failure import failure
from preflight.finding import UnreadableError
from preflight.report.outcome import Outcome
from preflight.report.text import write_problems
from preflight.report.wording import plain

import typer

if TYPE_CHECKING:  # it costs start-up time
    from preflight.gateway_api.prediction import Prediction

EXAMPLES = """\b
Examples:
  python -m preflight status dist
  python -m preflight status dist --target cilium=1.19
  python -m preflight status dist --semantics spec
  python -m preflight status dist --format json | jq '.[] | select(.kind == "Gateway") | .status'"""


def status(
    paths: Paths,
    *,
    format: PredictionFormat = PlainFormat.TEXT,
    semantics: SemanticsOption = Implementation.CILIUM,
    target: Target = None,
    crds: Crds = None,
    cluster: Cluster = None,
) -> None:
    """Predict the .status that the Gateway controller would write, without a cluster.

    Problems come first: what was rejected, what is not accepted, each with what to change; then a note for each
    condition that an implementation of the specification would write otherwise than Cilium. Tables as kubectl prints
    them follow, for GatewayClasses, Gateways, ListenerSets, listeners, routes and BackendTLSPolicies.

    What is owned elsewhere, such as Services of a Helm chart, is declared in the cluster file. --format json prints the
    objects in the Kubernetes shape, and nothing else: [{apiVersion, kind, metadata, status}]; the problems go to
    standard error.
    """
    try:
        facts = facts_of(target, crds, cluster)
        report = _predicted(read_and_admit(paths, facts), facts, semantics)
    except UnreadableError as error:
        report = _Report(Outcome(unreadable=(error.finding,)))
    if format == PlainFormat.JSON:
        _write_findings(report, sys.stderr)
        printed(lambda stream: _write_json(report, stream))
    else:
        printed(lambda stream: _write_text(report, stream))
    raise typer.Exit(exit_code(report.outcome.findings))


class _Report(NamedTuple):
    """What there is to report; no prediction where none could be made."""

    outcome: Outcome
    prediction: "Prediction | None" = None
    notes: Sequence[str] = ()


def _predicted(outcome: Outcome, facts: ClusterFacts, implementation: Implementation) -> _Report:
    # only where something is predicted: it costs start-up time
    from preflight.addressing import predicted
    from preflight.gateway_api.differences import differences
    from preflight.gateway_api.status import predict

    prediction, found, _ = predicted(admitted(outcome), facts, semantics_of(implementation, facts))
    if prediction is None:
        return _Report(replace(outcome, predicted=found))
    other = Implementation.CILIUM if implementation == Implementation.SPEC else Implementation.SPEC
    notes: Sequence[str] = ()
    try:
        notes = differences(prediction, predict(prediction.objects, semantics_of(other, facts)))
    except Exception as error:  # noqa: BLE001  # a bug of ours is one finding, and the prediction remains
        found = (*found, failure("The comparison with another implementation", error))
    return _Report(replace(outcome, predicted=found), prediction, notes)


def _write_json(report: _Report, stream: TextIO) -> None:
    """Write the objects in the Kubernetes shape, in ASCII only, as all JSON of preflight's."""
    from preflight.gateway_api.status_objects import statuses

    json.dump(statuses(report.prediction) if report.prediction is not None else [], stream, indent=2)
    stream.write("\n")


def _write_text(report: _Report, stream: TextIO) -> None:
    """Write the problems, the tables and the notes."""
    from preflight.report.status import write_status

    _write_findings(report, stream)
    if report.prediction is not None:
        stream.write("\n" if report.outcome.findings or report.notes else "")
        write_status(report.prediction, stream)


def _write_findings(report: _Report, stream: TextIO) -> None:
    """Write the problems and the notes."""
    write_problems(report.outcome, stream)
    stream.writelines(f"note: {plain(note)}\n" for note in report.notes)
