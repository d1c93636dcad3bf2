"""The rules about delivery with Argo CD."""

from preflight.rules import delivery, drift, sync_waves
from preflight.rules.model import Rule

DELIVERY: tuple[Rule, ...] = (
    Rule(
        code="GH701",
        check=drift.unwritten_defaults,
        why="The Application is OutOfSync for ever, and with selfHeal Argo CD applies it again and again.",
        upstream=("argo-cd#22151", "argo-cd#28547", "argo-helm#3538"),
    ),
    Rule(
        code="GH702",
        check=delivery.secret_values,
        why="base64 is no encryption, and what has been committed once stays in the history.",
    ),
    Rule(
        code="GH703",
        check=sync_waves.deadlocks,
        why="The sync never ends: Argo CD shows Progressing or Degraded, and nothing of the later waves is applied.",
        upstream=("nixidy#28",),
    ),
    Rule(
        code="GH704",
        check=delivery.unapplied_objects,
        why="The file is reviewed and merged, and nothing happens in the cluster.",
    ),
    Rule(
        code="GH705",
        check=delivery.forbidden_objects,
        why="The whole sync fails with it, also for the objects that are permitted.",
    ),
)
