"""ClusterFacts: what manifests cannot say about the cluster that they are for."""

from dataclasses import dataclass
from pathlib import Path

from preflight.values import listed, refused

TARGETS = ("1.20", "1.19")
"""Versions of Cilium; imports/schemas/ has the CRDs of each, and those of the Gateway API version that it needs."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ClusterFacts:
    """Facts of one cluster, each with a default."""

    cilium: str = TARGETS[0]
    """Which of TARGETS."""
    crds: tuple[Path, ...] = ()
    """Files and folders of further CustomResourceDefinitions."""

    def __post_init__(self) -> None:
        if self.cilium not in TARGETS:
            raise refused(
                "ClusterFacts.cilium",
                f"{self.cilium!r} is not supported",
                allowed=listed(TARGETS),
                fix="write one of these, without the patch version",
            )
        if isinstance(self.crds, str | Path):
            problem = f"{str(self.crds)!r} is one path"
            raise refused("ClusterFacts.crds", problem, allowed="a tuple of paths", fix="write (path,)")
