"""Input: all that a rule sees."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cached_property

from preflight.addressing import Addressing, addressing
from preflight.admission.schemas import SchemaStore
from preflight.admission.verdict import Admission
from preflight.cilium.allocation import Allocation
from preflight.cilium.announcer_problems import announcer_problems
from preflight.cilium.problems import Problem, Seen
from preflight.cluster import ClusterFacts
from preflight.gateway_api.objects import NamespacedName
from preflight.gateway_api.prediction import Prediction
from preflight.gateway_api.routing import Router
from preflight.rules.inline_certificates import Inline, in_secrets
from preflight.snapshot import Manifest, Snapshot


@dataclass(frozen=True, kw_only=True)
class Input:
    """The manifests, the cluster, and what becomes of them there."""

    snapshot: Snapshot
    """The objects that the API server takes, with their defaults."""
    written: Snapshot
    """The same objects as they were written, and those of kinds that the cluster lacks."""
    read: Snapshot
    """All that was read as an object, also what the API server would not take."""
    facts: ClusterFacts
    prediction: Prediction
    allocation: Allocation | None = None
    """That of the prediction; None where nobody has asked for it yet."""
    is_namespaced: Callable[[str, str], bool | None]
    """Whether the objects of a group and kind have a namespace; None where no schema is known for it."""
    now: datetime
    """When certificates are to be valid, with its time zone."""

    @cached_property
    def by_kind(self) -> Mapping[tuple[str, str], Sequence[Manifest]]:
        """The objects of each group and kind, in their order."""
        found: dict[tuple[str, str], list[Manifest]] = {}
        for manifest in self.snapshot.manifests:
            key = manifest.key
            found.setdefault((key.group, key.kind), []).append(manifest)
        return found

    def of(self, group: str, kind: str) -> Sequence[Manifest]:
        """Return the objects of a group and kind, in their order."""
        return self.by_kind.get((group, kind), ())

    @cached_property
    def router(self) -> Router:
        """What answers requests."""
        return Router(self.prediction)

    @cached_property
    def addressing(self) -> Addressing:
        """Which Service gets which address, and who announces it."""
        return addressing(self.snapshot, self.facts, self.prediction, self.allocation)

    @cached_property
    def certificates(self) -> Mapping[NamespacedName, Inline]:
        """The certificates that are in Secrets of the manifests."""
        return in_secrets(self.of("", "Secret"), self.prediction)

    @cached_property
    def announcer_problems(self) -> Mapping[Problem, Sequence[Seen]]:
        """What is wrong with announcers, and with the announcement of Services."""
        known = self.addressing
        problems: dict[Problem, list[Seen]] = {}
        for seen in announcer_problems(
            known.announcements, known.objects, nodes=known.nodes, facts=known.announcer, secrets=known.secrets
        ):
            problems.setdefault(seen.problem, []).append(seen)
        return problems

    def seen(self, problem: Problem) -> Sequence[Seen]:
        """Return where a problem of announcers was seen."""
        return self.announcer_problems.get(problem, ())


def input_of(
    admission: Admission,
    facts: ClusterFacts,
    prediction: Prediction,
    allocation: Allocation | None = None,
    *,
    now: datetime | None = None,
) -> Input:
    """Return what rules see of objects that have been admitted; without `now`, now is the time of the call.

    Prediction and allocation are those of `predicted`.

    Raises UnreadableError for a file of `facts.crds` that cannot be read.
    """
    store = SchemaStore(facts).with_crds(verdict.manifest for verdict in admission.verdicts)

    def is_namespaced(group: str, kind: str) -> bool | None:
        known = store.kind(group, kind)
        return None if known is None else known.namespaced

    return Input(
        snapshot=admission.snapshot,
        written=Snapshot(tuple(verdict.manifest for verdict in admission.verdicts if verdict.admitted)),
        read=Snapshot(tuple(verdict.manifest for verdict in admission.verdicts)),
        facts=facts,
        prediction=prediction,
        allocation=allocation,
        is_namespaced=is_namespaced,
        now=now or datetime.now(UTC),
    )
