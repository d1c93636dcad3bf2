"""Features of Cilium that are off in the cluster, and that objects are there for.

Source: cilium/cilium, operator/pkg/gateway-api/cell.go; its documentation of the Gateway API and of L2 announcements.
"""

from collections.abc import Iterator

from preflight.cilium.problems import Problem
from preflight.finding import Finding
from preflight.gateway_api.findings.located import found
from preflight.rules.input import Input
from preflight.snapshot import Manifest
from preflight.values import counted, series

KUBE_PROXY_REPLACEMENT = "kubeProxyReplacement"


def switched_off_gateways(given: Input) -> Iterator[Finding]:
    """Yield a finding where a feature that Gateways need is off, at the first of them."""
    values, gateways = given.facts.cilium_values, given.prediction.gateways
    needed = {
        "gatewayAPI.enabled": values.gateway_api.enabled,
        KUBE_PROXY_REPLACEMENT: values.kube_proxy_replacement,
        "l7Proxy": values.l7_proxy,
    }
    off = series([name for name, value in needed.items() if value is False])
    if off and gateways:
        more = len(gateways) - 1
        others = f", nor {'does' if more == 1 else 'do'} {counted(more, 'other')}" if more else ""
        reason = (
            f"With {off} false in cluster.yaml, Cilium serves no Gateway: this one gets no status and no "
            f"requests{others}."
        )
        manifest = given.prediction.objects.gateways[gateways[0].key].manifest
        yield found(manifest, "GH324", (), reason, f"Set {off} to true, in the cluster and in cluster.yaml.")


def switched_off_announcers(given: Input) -> Iterator[Finding]:
    """Yield a finding for each feature that is off and that announcers are there for, at the first of them.

    Where Gateways need it as well, GH324 says so.
    """
    objects: dict[str, list[Manifest]] = {}
    for seen in given.seen(Problem.FEATURE_OFF):
        objects.setdefault(seen.seen[0], []).append(seen.manifest)
    values, policies = given.facts.cilium_values, given.addressing.objects.policies
    is_on = values.l2_announcements is not False
    if policies and is_on and values.kube_proxy_replacement is False and not given.prediction.gateways:
        objects[KUBE_PROXY_REPLACEMENT] = [policy.manifest for policy in policies]
    for value, manifests in objects.items():
        others = "" if len(manifests) == 1 else f", and {counted(len(manifests) - 1, 'other')} neither"
        reason = f"Cilium's value {value} is false in cluster.yaml: this announces nothing{others}."
        yield found(manifests[0], "GH530", (), reason, f"Set {value} to true, in the cluster and in cluster.yaml.")
