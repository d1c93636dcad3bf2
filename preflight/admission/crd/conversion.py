"""The conversion of a CustomResourceDefinition. What is missing or of the wrong type is a matter of the structure.

Rules: apiextensions-apiserver, pkg/apis/apiextensions/validation/validation.go, and apiserver, pkg/util/webhook.
"""

from collections.abc import Iterator, Mapping
from typing import Any
from urllib.parse import urlsplit

from preflight.admission.crd.refusals import refusal
from preflight.admission.structure.types import once
from preflight.field_path import FieldPath
from preflight.finding import Finding
from preflight.names import DNS_1035_LABEL, DNS_SUBDOMAIN, is_name, name_instead, why_no_name
from preflight.values import listed, shown

STRATEGIES = ("None", "Webhook")
REVIEWS = ("v1", "v1beta1")
"""Versions of ConversionReview that the API server knows."""
PORTS = range(1, 65536)


def check_conversion(spec: Mapping[str, Any]) -> Iterator[Finding]:
    """Say what is wrong with the conversion of a CustomResourceDefinition."""
    conversion = spec.get("conversion")
    if not isinstance(conversion, Mapping):
        return
    path: FieldPath = ("spec", "conversion")
    strategy, webhook = conversion.get("strategy"), conversion.get("webhook")
    if isinstance(strategy, str) and strategy not in STRATEGIES:
        reason = f"{shown(strategy)} is not {listed(STRATEGIES, 'or')}."
        yield refusal((*path, "strategy"), reason, "Write one of these.")
    elif strategy == "None" and webhook is not None:
        fix = "Remove it, or write strategy: Webhook."
        yield refusal((*path, "webhook"), "It is for the strategy Webhook only.", fix)
    elif strategy == "Webhook" and webhook is None:
        reason = "It is missing: the strategy Webhook needs it."
        yield refusal((*path, "webhook"), reason, "Add its clientConfig and conversionReviewVersions.")
    elif strategy == "Webhook" and isinstance(webhook, Mapping):
        yield from _check_client(webhook, (*path, "webhook", "clientConfig"))
        yield from _check_reviews(webhook.get("conversionReviewVersions"), (*path, "webhook"))


def _check_client(webhook: Mapping[str, Any], path: FieldPath) -> Iterator[Finding]:
    client = webhook.get("clientConfig")
    if client is None:
        yield refusal(path, "It is missing: nothing says where the webhook is.", "Add its service or url.")
    elif isinstance(client, Mapping):
        url, service = client.get("url"), client.get("service")
        if (url is None) == (service is None):
            reason = "It has neither url nor service." if url is None else "It has both url and service."
            yield refusal(path, reason, "Write exactly one of them.")
        elif isinstance(url, str):
            yield from _check_url(url, (*path, "url"))
        elif isinstance(service, Mapping):
            yield from _check_service(service, (*path, "service"))


def _check_url(text: str, path: FieldPath) -> Iterator[Finding]:
    try:
        url = urlsplit(text)
    except ValueError:
        url = urlsplit("")
    if url.scheme != "https" or not url.netloc or "@" in url.netloc or url.query or url.fragment:
        reason = f"{shown(text)} is not the URL of a webhook, which has https, a host and at most a path besides."
        yield refusal(path, reason, "Write such a URL, as in 'https://example.com/convert'.")


def _check_service(service: Mapping[str, Any], path: FieldPath) -> Iterator[Finding]:
    for field in ("namespace", "name"):
        if service.get(field) == "":
            yield refusal((*path, field), "It is empty.", f"Write the {field} of the Service.")
    port = service.get("port")
    if isinstance(port, int) and not isinstance(port, bool) and port not in PORTS:
        yield refusal((*path, "port"), f"{shown(port)} is not from 1 to 65535.", "Write the number of a port.")
    route = service.get("path")
    if isinstance(route, str) and not _is_route(route):
        reason = f"{shown(route)} is not a path of '/' and names."
        yield refusal((*path, "path"), reason, "Write such a path, as in '/convert'.")


def _is_route(text: str) -> bool:
    """Whether a text is a path whose segments are DNS subdomains."""
    if text in ("", "/"):
        return True
    segments = text.removesuffix("/").split("/")
    return segments[0] == "" and len(segments) > 1 and all(is_name(name, DNS_SUBDOMAIN) for name in segments[1:])


def _check_reviews(versions: object, path: FieldPath) -> Iterator[Finding]:
    if not isinstance(versions, list):
        return
    place = (*path, "conversionReviewVersions")
    if not set(REVIEWS) & {version for version in versions if isinstance(version, str)}:
        yield refusal(place, f"It has neither of {listed(REVIEWS)}.", "Add 'v1'.")
    for first, second in once(versions):
        yield refusal((*place, second), f"Items {first} and {second} are the same.", "Remove one of the two.")
    for index, version in enumerate(versions):
        if isinstance(version, str) and not is_name(version, DNS_1035_LABEL) and version not in versions[:index]:
            yield refusal((*place, index), why_no_name(version, DNS_1035_LABEL), name_instead(version, DNS_1035_LABEL))
