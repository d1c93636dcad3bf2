"""BackendTLSPolicies that are not accepted, or that apply to nothing."""

from collections.abc import Iterator, Mapping

from preflight.field_path import FieldPath
from preflight.finding import Finding
from preflight.gateway_api.conditions import BACKEND_NOT_FOUND, failed
from preflight.gateway_api.findings.located import absent, declare, declared_object, found, is_of_rejected
from preflight.gateway_api.objects import GATEWAY_GROUP
from preflight.gateway_api.prediction import PolicyStatus, Prediction

CERTIFICATES: FieldPath = ("spec", "validation", "caCertificateRefs")
TARGETS: FieldPath = ("spec", "targetRefs")
REMEDIES: Mapping[str, tuple[FieldPath, str]] = {
    "Conflicted": (TARGETS, "Leave the target to one policy."),
    "Invalid": (
        ("spec", "validation"),
        "Write one reference under caCertificateRefs, or wellKnownCACertificates alone.",
    ),
    "InvalidKind": (CERTIFICATES, "Refer to a ConfigMap."),
    "InvalidCACertificateRef": (CERTIFICATES, "Put the certificates in PEM under ca.crt of the ConfigMap."),
}
"""Where the fault is and what to change, by the reason."""


def unaccepted_policies(prediction: Prediction) -> Iterator[Finding]:
    """Yield a finding for each BackendTLSPolicy that is not accepted; it is the same for all Gateways."""
    for status in prediction.policies:
        finding = _unaccepted(status, prediction)
        if finding is not None:
            yield finding


def _unaccepted(status: PolicyStatus, prediction: Prediction) -> Finding | None:
    policy = status.policy
    for conditions in status.ancestors.values():
        accepted, resolved = failed(conditions, "Accepted"), failed(conditions, "ResolvedRefs")
        if accepted is None:
            continue
        if resolved is not None and resolved.reason == BACKEND_NOT_FOUND:
            continue  # the route that has it as a backend says so
        cause = resolved if resolved is not None and resolved.reason in REMEDIES else accepted
        path, fix = REMEDIES.get(cause.reason, (("spec",), "Change what the reason names."))
        message = cause.message
        if cause.reason == "InvalidCACertificateRef":
            (reference,) = policy.ca_certificates  # of several, none is looked at
            if is_of_rejected(cause.reason, reference, prediction.objects):
                return None
            if reference.key not in prediction.objects.config_maps:
                message, fix = absent(reference), declare("configMaps", declared_object(reference.key))
        return found(policy.manifest, "GH401", path, message, fix)
    return None


def idle_policies(prediction: Prediction) -> Iterator[Finding]:
    """Yield a finding for each BackendTLSPolicy whose Services no route of a Gateway sends requests to.

    Of routes that are rejected, it is not known where they would send any.
    """
    if prediction.objects.rejected.some(GATEWAY_GROUP, "HTTPRoute"):
        return
    for status in prediction.policies:
        if not status.ancestors and prediction.gateways:
            reason = (
                "No HTTPRoute that a Gateway accepts has a backend among its targets, so that it applies to nothing."
            )
            fix = "Refer to the Service that a route has as its backend, or leave the policy out."
            yield found(status.policy.manifest, "GH402", TARGETS, reason, fix)
