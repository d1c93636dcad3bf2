"""Manifests that keep and break the CEL rules of Cilium's kinds."""

from typing import Any

from tests.preflight.admission.sentences.row import Row


def _advertisement(**fields: Any) -> dict[str, Any]:
    return {"spec": {"advertisements": [fields]}}


SERVICE = {"addresses": ["LoadBalancerIP"]}

ROWS = [
    Row(
        rule="self.advertisementType != 'Service' || has(self.service)",
        kind="CiliumBGPAdvertisement",
        api_version="cilium.io/v2",
        accepted=_advertisement(advertisementType="Service", service=SERVICE),
        refused=_advertisement(advertisementType="Service"),
        path="spec.advertisements[0]",
        reason="The advertisementType is 'Service', but the field service does not say which addresses of the Services "
        "are advertised.",
        fix="Set service.addresses, as in [LoadBalancerIP].",
    ),
    Row(
        rule="self.advertisementType == 'Service' || !has(self.service)",
        kind="CiliumBGPAdvertisement",
        api_version="cilium.io/v2",
        accepted=_advertisement(advertisementType="CiliumPodIPPool", selector={}),
        refused=_advertisement(advertisementType="PodCIDR", service=SERVICE),
        path="spec.advertisements[0]",
        reason="The field service is there, but the advertisementType is 'PodCIDR', not 'Service'.",
        fix="Remove service, or move it to an advertisement of type Service.",
    ),
    Row(
        rule="self.advertisementType != 'Interface' || has(self.interface)",
        kind="CiliumBGPAdvertisement",
        api_version="cilium.io/v2",
        accepted=_advertisement(advertisementType="Interface", interface={"name": "lo"}),
        refused=_advertisement(advertisementType="Interface"),
        path="spec.advertisements[0]",
        reason="The advertisementType is 'Interface', but the field interface does not say which one is meant.",
        fix="Set interface.name.",
    ),
    Row(
        rule="self.advertisementType == 'Interface' || !has(self.interface)",
        kind="CiliumBGPAdvertisement",
        api_version="cilium.io/v2",
        accepted=_advertisement(advertisementType="PodCIDR"),
        refused=_advertisement(advertisementType="PodCIDR", interface={"name": "lo"}),
        path="spec.advertisements[0]",
        reason="The field interface is there, but the advertisementType is 'PodCIDR', not 'Interface'.",
        fix="Remove interface, or move it to an advertisement of type Interface.",
    ),
    Row(
        rule="self.advertisementType != 'PodCIDR' || !has(self.selector)",
        kind="CiliumBGPAdvertisement",
        api_version="cilium.io/v2",
        accepted=_advertisement(advertisementType="Service", service=SERVICE, selector={}),
        refused={
            "spec": {
                "advertisements": [
                    {"advertisementType": "PodCIDR"},
                    {"advertisementType": "PodCIDR", "selector": {"matchLabels": {"team": "web"}}},
                ]
            }
        },
        path="spec.advertisements[1]",
        reason="The field selector is there, but with the advertisementType 'PodCIDR' there is nothing to select: all "
        "pod networks of the node are advertised.",
        fix="Remove selector, or move it to an advertisement of type Service or CiliumPodIPPool.",
    ),
    Row(
        rule="self.keepAliveTimeSeconds <= self.holdTimeSeconds",
        kind="CiliumBGPPeerConfig",
        api_version="cilium.io/v2",
        accepted={"spec": {"timers": {"keepAliveTimeSeconds": 90}}},
        refused={"spec": {"timers": {"keepAliveTimeSeconds": 91}}},
        path="spec.timers",
        reason="Messages that keep the session alive are 91 seconds apart (keepAliveTimeSeconds, 30 unless set), but "
        "it ends after 90 seconds without one (holdTimeSeconds, 90 unless set).",
        fix="Lower keepAliveTimeSeconds, usually to a third of holdTimeSeconds, or raise holdTimeSeconds.",
    ),
    Row(
        rule="self.keepAliveTimeSeconds <= self.holdTimeSeconds",
        kind="CiliumBGPPeerConfig",
        api_version="cilium.io/v2",
        accepted={"spec": {"timers": {"holdTimeSeconds": 30}}},
        refused={"spec": {"timers": {"holdTimeSeconds": 9}}},
        path="spec.timers",
        reason="Messages that keep the session alive are 30 seconds apart (keepAliveTimeSeconds, 30 unless set), but "
        "it ends after 9 seconds without one (holdTimeSeconds, 90 unless set).",
        fix="Lower keepAliveTimeSeconds, usually to a third of holdTimeSeconds, or raise holdTimeSeconds.",
    ),
    *(
        Row(
            rule="has(self.spec) || has(self.specs)",
            kind=kind,
            api_version="cilium.io/v2",
            accepted={"specs": [{"endpointSelector": {}, "ingress": [{}]}]},
            refused={},
            path="",
            reason="The policy has neither spec nor specs, and so no rules.",
            fix="Write the rules in spec, or several lists of rules in specs.",
        )
        for kind in ("CiliumNetworkPolicy", "CiliumClusterwideNetworkPolicy")
    ),
]
