"""`check`: every finding, by file and line."""

from dataclasses import replace

from preflight.cli.options import Cluster, Crds, Paths, ReportFormat, Target, admitted, end, facts_of, judge
from preflight.cluster import ClusterFacts
from preflight.finding import UnreadableError
from preflight.report.formats import BY_FINDING, Format
from preflight.report.outcome import Outcome

EXAMPLES = """\b
Examples:
  python -m preflight check dist
  python -m preflight check dist --cluster cluster.yaml
  python -m preflight check dist --crds more-crds
  python -m preflight check dist --format sarif > preflight.sarif"""


def check(
    paths: Paths,
    format: ReportFormat = Format.TEXT,
    target: Target = None,
    crds: Crds = None,
    cluster: Cluster = None,
) -> None:
    """List every finding by file and line, with its remedy.

    This is what the API server would say of each object, and what the Gateway controller would make of those that it
    takes: a route that no listener takes, a backend that is not there, a certificate that cannot be used. What is owned
    elsewhere, such as Services of a Helm chart, is declared in the cluster file.

    A finding is a line with its place, severity, code, object, field and reason; what to change is below it. sarif is
    for GitHub code scanning, github annotates pull requests in GitHub Actions, junit is for GitLab, Jenkins and others.
    """
    try:
        facts = facts_of(target, crds, cluster)
        outcome = _with_prediction(judge(paths, facts), facts)
    except UnreadableError as error:
        outcome = Outcome(unreadable=(error.finding,))
    end(outcome, BY_FINDING[format])


def _with_prediction(outcome: Outcome, facts: ClusterFacts) -> Outcome:
    """Add what is found in the prediction of what is admitted."""
    from preflight.gateway_api.judge import judge as judge_prediction  # only where it is needed: it costs start-up time

    return replace(outcome, predicted=judge_prediction(admitted(outcome), facts).findings)
