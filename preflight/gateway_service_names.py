"""The Service that Cilium makes for a Gateway: its name, and the labels by which it is found.

Source: cilium/cilium, operator/pkg/model/translation/gateway-api/translator.go and pkg/shortener.
"""

import hashlib

SERVICE_PREFIX = "cilium-gateway-"
OWNING_GATEWAY = "io.cilium.gateway/owning-gateway"
"""The label by which the controller finds the Service of a Gateway."""
GATEWAY_NAME = "gateway.networking.k8s.io/gateway-name"
MAX_NAME = 63
KEPT, DIGITS = 52, 10
"""Characters of a shortened name: what is kept of it, and what is made from all of it."""
LETTERS = str.maketrans("013ae", "ghkmt")


def service_name(gateway: str) -> str:
    """Return the name of the Service that is made for a Gateway."""
    return shortened_name(SERVICE_PREFIX + gateway)


def shortened_name(name: str) -> str:
    """Return a name as Cilium cuts one that is too long."""
    if len(name) <= MAX_NAME:
        return name
    digest = hashlib.sha256(name.encode()).hexdigest()[:DIGITS].translate(LETTERS)
    return f"{name[:KEPT]}-{digest}"
