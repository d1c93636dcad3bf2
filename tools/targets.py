"""The targets of imports/schemas/: for each version of Cilium, where the CRDs of a cluster that runs it come from.

cdk8s.yaml pins the sources of the typed classes, and so most of those of the default target. Here is what it does not
say: the CRDs that have no class, and the versions of the other target.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from tools.crd_sources import Source

CILIUM_CRDS = "https://raw.githubusercontent.com/cilium/cilium/{version}/pkg/k8s/apis/cilium.io/client/crds/v2"
GATEWAY_API = "https://raw.githubusercontent.com/kubernetes-sigs/gateway-api/v1.4.1/config/crd"

WITHOUT_CLASS: Mapping[str, str] = {
    "CiliumCIDRGroup": f"{CILIUM_CRDS}/ciliumcidrgroups.yaml",
    "CiliumClusterwideEnvoyConfig": f"{CILIUM_CRDS}/ciliumclusterwideenvoyconfigs.yaml",
    "CiliumEnvoyConfig": f"{CILIUM_CRDS}/ciliumenvoyconfigs.yaml",
}
"""Kinds of cilium.io that no construct writes and that people write, and their CRDs."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """What a target has that the sources in cdk8s.yaml do not say."""

    versions: Mapping[str, str] = field(default_factory=dict)
    """Project -> its version, where it is not that of cdk8s.yaml."""
    further: tuple[str, ...] = ()
    """URLs of further CRDs."""

    def sources(self, pinned: Iterable[Source]) -> list[Source]:
        """Return the sources of the target's CRDs, given those of cdk8s.yaml."""
        sources = list(pinned)
        versions = {source.project: source.version for source in sources} | dict(self.versions)
        urls = [source.url.replace(source.version, versions[source.project]) for source in sources]
        urls += [url.format(version=versions["cilium"]) for url in WITHOUT_CLASS.values()]
        return [Source.parse(url) for url in (*urls, *self.further)]


TARGETS: Mapping[str, Target] = {
    "1.20": Target(),
    "1.19": Target(
        versions={"cilium": "v1.19.6", "gateway-api": "v1.4.1"},
        # Cilium 1.19 serves TLSRoutes, which the standard channel of that version does not have.
        further=(f"{GATEWAY_API}/experimental/gateway.networking.k8s.io_tlsroutes.yaml",),
    ),
}
"""Version of Cilium, as in preflight/cluster.py -> its target."""
