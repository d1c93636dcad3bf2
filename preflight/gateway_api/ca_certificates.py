"""CA certificates: whether the ConfigMaps that are named for them can be used.

Source: Gateway API v1.6.1, the doc comments of BackendTLSPolicyValidation and FrontendTLSValidation.
"""

from preflight.gateway_api.objects import Objects, Reference

CA_KEY = "ca.crt"


def why_no_config_map(reference: Reference) -> str | None:
    """Say that what is named for a CA certificate is of another kind; None for a ConfigMap."""
    if (reference.group, reference.kind) == ("", "ConfigMap"):
        return None
    return f"{reference}, which it names for its CA certificate, is no ConfigMap."


def why_no_certificate(reference: Reference, objects: Objects) -> str | None:
    """Say why a ConfigMap has no CA certificate; None where it has one."""
    if reference.key not in objects.config_maps:
        return f"{reference} does not exist."
    data = objects.config_maps[reference.key]
    return None if data is None or CA_KEY in data else f"{reference} has no {CA_KEY}."
