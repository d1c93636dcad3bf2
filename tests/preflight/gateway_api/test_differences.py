"""Differences: the conditions that two implementations write otherwise."""

from collections.abc import Sequence

from preflight.admission.judge import admission
from preflight.cluster import ClusterFacts
from preflight.gateway_api.differences import differences
from preflight.gateway_api.loading import objects_in
from preflight.gateway_api.semantics import SEMANTICS, SPEC, Semantics
from preflight.gateway_api.status import predict
from preflight.snapshot import Manifest, Snapshot
from tests.preflight.gateway_api.findings.judged import GATEWAY, ROUTE, SERVICE, listeners

import pytest
import yaml

HOSTNAMES = """[{name: shop, port: 80, protocol: HTTP, hostname: shop.example},
  {name: blog, port: 80, protocol: HTTP, hostname: blog.example}]"""
MISSED = ROUTE.replace("{name: edge}", "{name: edge, sectionName: blog}").replace(
    "rules", "hostnames: [shop.example]\n  rules"
)
LISTENER_SET = """
apiVersion: gateway.networking.k8s.io/v1
kind: ListenerSet
metadata: {name: more, namespace: web}
spec: {parentRef: {name: edge}, listeners: [{name: more, port: 81, protocol: HTTP}]}
"""
ONLY_NEWER = "is not there with Cilium 1.19, and False (NotAllowed) with Cilium 1.20."
CILIUM, OLDER = SEMANTICS["1.20"], SEMANTICS["1.19"]


def between(first: Semantics, second: Semantics, documents: Sequence[str]) -> tuple[str, ...]:
    """Return the differences for some manifests."""
    facts = ClusterFacts()
    manifests = tuple(Manifest(data=data) for text in documents for data in yaml.safe_load_all(text))
    objects = objects_in(admission(Snapshot(manifests), facts).snapshot, facts)
    return differences(predict(objects, first), predict(objects, second))


@pytest.mark.parametrize(
    ("first", "second", "documents", "expected"),
    [
        (CILIUM, SPEC, (GATEWAY, SERVICE, ROUTE), ()),
        (CILIUM, CILIUM, (listeners(HOSTNAMES), SERVICE, MISSED), ()),
        (
            CILIUM,
            SPEC,
            (listeners(HOSTNAMES), SERVICE, MISSED),
            (
                (
                    "HTTPRoute web/shop, parent web/edge/blog: Accepted is True (Accepted) with Cilium 1.20, and False "
                    "(NoMatchingListenerHostname) with the specification."
                ),
            ),
        ),
        (
            OLDER,
            CILIUM,
            (GATEWAY, LISTENER_SET),
            (
                f"ListenerSet web/more: Accepted {ONLY_NEWER}",
                f"ListenerSet web/more: Programmed {ONLY_NEWER}",
            ),
        ),
    ],
)
def test_each_condition_that_differs_is_one_sentence(
    first: Semantics, second: Semantics, documents: Sequence[str], expected: Sequence[str]
) -> None:
    assert between(first, second, documents) == expected


POLICY = """
apiVersion: gateway.networking.k8s.io/v1
kind: BackendTLSPolicy
metadata: {name: tls, namespace: web}
spec:
  targetRefs: [{group: "", kind: Service, name: shop}]
  validation: {hostname: shop.example, wellKnownCACertificates: System}
"""


def test_a_difference_names_the_gateway_of_a_policy() -> None:
    only = "is not there with Cilium 1.19, and True"
    assert between(OLDER, CILIUM, (GATEWAY, SERVICE, ROUTE, POLICY)) == (
        f"BackendTLSPolicy web/tls, Gateway web/edge: Accepted {only} (Accepted) with Cilium 1.20.",
        f"BackendTLSPolicy web/tls, Gateway web/edge: ResolvedRefs {only} (ResolvedRefs) with Cilium 1.20.",
    )


def test_a_difference_names_the_listener() -> None:
    tls = "{name: tls, port: 443, protocol: TLS, tls: {mode: Terminate, certificateRefs: [{name: gone}]}}"
    assert between(CILIUM, SPEC, (listeners(f"[{{name: http, port: 80, protocol: HTTP}}, {tls}]"),)) == (
        (
            "Gateway web/edge: Accepted is True (Accepted) with Cilium 1.20, and True (ListenersNotValid) with the "
            "specification."
        ),
        (
            "Gateway web/edge, listener tls: Accepted is False (UnsupportedValue) with Cilium 1.20, and False "
            "(Invalid) with the specification."
        ),
    )
