"""What becomes of admitted objects, and what is found in it: the one way in for commands and for synth."""

from typing import NamedTuple

from preflight.cluster import ClusterFacts
from preflight.failure import failure
from preflight.finding import Finding
from preflight.gateway_api.findings import findings
from preflight.gateway_api.loading import objects_in
from preflight.gateway_api.prediction import Prediction
from preflight.gateway_api.semantics import Semantics, semantics_for
from preflight.gateway_api.status import predict
from preflight.snapshot import Snapshot

WHAT = "The prediction of the Gateway controller"


class Judgement(NamedTuple):
    """A prediction and the findings on it; no prediction where a bug of ours prevents it, which GH001 says."""

    prediction: Prediction | None
    findings: tuple[Finding, ...]


def predicted(snapshot: Snapshot, facts: ClusterFacts, semantics: Semantics | None = None) -> Judgement:
    """Predict what the controller makes of admitted objects; that of the facts' Cilium where no semantics are given."""
    prediction = prediction_of(snapshot, facts, semantics)
    return Judgement(None, (prediction,)) if isinstance(prediction, Finding) else judged(prediction)


def prediction_of(snapshot: Snapshot, facts: ClusterFacts, semantics: Semantics | None = None) -> Prediction | Finding:
    """Return the prediction alone, or what says that a bug of ours prevents it."""
    try:
        return predict(objects_in(snapshot, facts), semantics or semantics_for("cilium", facts))
    except Exception as error:  # noqa: BLE001  # a bug of ours is one finding, and what admission says remains
        return failure(WHAT, error)


def judged(prediction: Prediction) -> Judgement:
    """Return a prediction with what is found in it."""
    try:
        return Judgement(prediction, findings(prediction))
    except Exception as error:  # noqa: BLE001  # as in prediction_of
        return Judgement(None, (failure(WHAT, error),))
