"""Gateways without an address: one cause is one finding, so that GH306 gives way to a rule that says why."""

from collections.abc import Iterator, Sequence

from preflight.cilium.pools import POOL
from preflight.finding import Finding
from preflight.gateway_api.objects import NamespacedName
from preflight.gateway_api.prediction import Prediction

UNADDRESSED = "GH306"
AT_GATEWAYS = ("GH510", "GH511", "GH513", "GH518")
"""Codes of findings on a Gateway itself that say why it gets no address."""
OUT_OF_IPS = "out_of_ips"
TOO_FEW, BROKEN = {"GH516"}, {"GH500", "GH501", "GH509"}
"""Codes of findings on pools that do: where the allocator says OUT_OF_IPS, and where it says anything else."""


def unexplained(findings: Sequence[Finding], ruled: Sequence[Finding], prediction: Prediction) -> Iterator[Finding]:
    """Yield the findings but those of GH306 on a Gateway of whose addresses a rule says more."""
    explained = {finding.resource for finding in ruled if finding.code in AT_GATEWAYS}
    codes = {finding.code for finding in ruled}
    for finding in findings:
        if finding.code != UNADDRESSED or not (
            finding.resource in explained or _is_of_pools(finding, codes, prediction)
        ):
            yield finding


def _is_of_pools(finding: Finding, codes: set[str], prediction: Prediction) -> bool:
    """Say whether the pools are at fault that would give the Gateway an address."""
    key = finding.resource
    name = None if key is None else NamespacedName(key.namespace or "", key.name)
    allocated = None if name is None else prediction.objects.allocated.get(name)
    if allocated is None or not allocated.why:
        return False
    if prediction.objects.rejected.some(*POOL) and (allocated.reasons or not prediction.objects.pools):
        return True
    return bool(codes & (TOO_FEW if OUT_OF_IPS in allocated.reasons else BROKEN))
