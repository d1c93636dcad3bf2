"""What the CEL rules of Cilium's kinds mean."""

from collections.abc import Mapping

from preflight.admission.sentences.sentence import Sentence

CILIUM: Mapping[str, Sentence] = {
    "self.advertisementType != 'Service' || has(self.service)": Sentence(
        reason="The advertisementType is {advertisementType}, but the field service does not say which addresses of "
        "the Services are advertised.",
        fix="Set service.addresses, as in [LoadBalancerIP].",
    ),
    "self.advertisementType == 'Service' || !has(self.service)": Sentence(
        reason="The field service is there, but the advertisementType is {advertisementType}, not 'Service'.",
        fix="Remove service, or move it to an advertisement of type Service.",
    ),
    "self.advertisementType != 'Interface' || has(self.interface)": Sentence(
        reason="The advertisementType is {advertisementType}, but the field interface does not say which one is meant.",
        fix="Set interface.name.",
    ),
    "self.advertisementType == 'Interface' || !has(self.interface)": Sentence(
        reason="The field interface is there, but the advertisementType is {advertisementType}, not 'Interface'.",
        fix="Remove interface, or move it to an advertisement of type Interface.",
    ),
    "self.advertisementType != 'PodCIDR' || !has(self.selector)": Sentence(
        reason="The field selector is there, but with the advertisementType {advertisementType} there is nothing to "
        "select: all pod networks of the node are advertised.",
        fix="Remove selector, or move it to an advertisement of type Service or CiliumPodIPPool.",
    ),
    "self.keepAliveTimeSeconds <= self.holdTimeSeconds": Sentence(
        reason="Messages that keep the session alive are {keepAliveTimeSeconds} seconds apart (keepAliveTimeSeconds, "
        "30 unless set), but it ends after {holdTimeSeconds} seconds without one (holdTimeSeconds, 90 unless set).",
        fix="Lower keepAliveTimeSeconds, usually to a third of holdTimeSeconds, or raise holdTimeSeconds.",
    ),
    "has(self.spec) || has(self.specs)": Sentence(
        reason="The policy has neither spec nor specs, and so no rules.",
        fix="Write the rules in spec, or several lists of rules in specs.",
    ),
}
"""By the rule's text, as the CRD has it."""
