"""`admit`: what the API server would say, object by object."""

from preflight.cli.options import Cluster, Crds, Paths, ReportFormat, Target, end, facts_of, read_and_admit
from preflight.finding import UnreadableError
from preflight.report.formats import BY_OBJECT, Format
from preflight.report.outcome import Outcome

EXAMPLES = """\b
Examples:
  python -m preflight admit dist
  python -m preflight admit apps.yaml gateway.yaml --target cilium=1.19
  python -m preflight admit dist --format json
  helm template CHART | python -m preflight admit -"""


def admit(
    paths: Paths,
    format: ReportFormat = Format.TEXT,
    target: Target = None,
    crds: Crds = None,
    cluster: Cluster = None,
) -> None:
    """Say of each object whether the API server would admit it.

    This is what `kubectl apply --server-side` would say, with strict field validation, but of all objects at once and
    with the line of each field. What is rejected comes first. Up to 20 objects without findings are listed, more are
    only counted; --format json has every object.
    """
    try:
        outcome = read_and_admit(paths, facts_of(target, crds, cluster), keep_defaults=False)
    except UnreadableError as error:
        outcome = Outcome(unreadable=(error.finding,))
    end(outcome, BY_OBJECT[format])
