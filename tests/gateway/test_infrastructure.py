"""The labels and annotations of a Gateway's Service."""

from typing import Any

from constructs_lib import Domain, Gateway
from constructs_lib.addresses import AddressSharing
from constructs_lib.gateway.infrastructure import Infrastructure
from tests.conftest import Manifests, refusal

import pytest
from cdk8s import Chart

COM = Domain("example.com", name="com")


def test_labels_and_annotations_of_the_service_are_written(chart: Chart, manifests: Manifests) -> None:
    infrastructure = Infrastructure(labels={"announce": "lan"}, annotations={"example.com/note": "a" * 4096})
    Gateway(chart, "a", namespace="common", domains=[COM], infrastructure=infrastructure)
    (manifest,) = manifests()
    assert manifest["spec"]["infrastructure"] == {
        "labels": {"announce": "lan"},
        "annotations": {"example.com/note": "a" * 4096},
    }


@pytest.mark.parametrize("argument", ["labels", "annotations"])
def test_what_an_infrastructure_does_not_say_is_not_written(chart: Chart, manifests: Manifests, argument: str) -> None:
    said: dict[str, Any] = {argument: {"announce": "lan"}}
    Gateway(chart, "a", namespace="common", domains=[COM], infrastructure=Infrastructure(**said))
    (manifest,) = manifests()
    assert manifest["spec"]["infrastructure"] == said


def test_an_infrastructure_that_says_nothing_is_not_written(chart: Chart, manifests: Manifests) -> None:
    Gateway(chart, "a", namespace="common", domains=[COM], infrastructure=Infrastructure())
    (manifest,) = manifests()
    assert "infrastructure" not in manifest["spec"]


def test_what_the_caller_does_later_changes_nothing() -> None:
    labels = {"a": "b"}
    infrastructure = Infrastructure(labels=labels)
    labels["a"] = "c"
    assert infrastructure.labels == {"a": "b"}


def test_the_limits_can_be_reached() -> None:
    infrastructure = Infrastructure(
        labels={f"{'a' * 248}.{number:03}/a": "b" for number in range(8)},
        annotations={f"a{number}": "" for number in range(16)},
    )
    assert {len(key.partition("/")[0]) for key in infrastructure.labels} == {252}
    assert len(infrastructure.annotations) == 16


LONGEST = f"{'a' * 63}.{'b' * 63}.{'c' * 63}.{'d' * 61}/e"
OWN = "is a label that Cilium sets, and finds the Service by. Allowed: labels of your own. Fix: leave it out."
UNKNOWN = "is not an annotation that Cilium's address allocator knows. Allowed:"
ARGUMENTS = "by way of arguments. Fix: write addresses=[...] or address_sharing=AddressSharing(...) in the Gateway."
SHARING = (
    "says what the argument address_sharing is for. Allowed: other annotations. Fix: write "
    "address_sharing=AddressSharing(...) in the Gateway."
)
ADDRESSES = (
    "says what the argument addresses is for. Allowed: other annotations. Fix: write addresses=[...] in the Gateway."
)


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        ({"labels": {"io.cilium.gateway/owning-gateway": "b"}}, f"labels: 'io.cilium.gateway/owning-gateway' {OWN}"),
        (
            {"labels": {"gateway.networking.k8s.io/gateway-name": "b"}},
            f"labels: 'gateway.networking.k8s.io/gateway-name' {OWN}",
        ),
        ({"labels": {"io.kubernetes.service.name": "b"}}, f"labels: 'io.kubernetes.service.name' {OWN}"),
        ({"labels": {"io.kubernetes.service.namespace": "b"}}, f"labels: 'io.kubernetes.service.namespace' {OWN}"),
        (
            {"labels": {f"a{number}": "b" for number in range(9)}},
            "labels: '9 items' are too many. Allowed: at most 8. Fix: split it into several objects.",
        ),
        (
            {"labels": {LONGEST: "f"}},
            f"labels: {LONGEST!r} has too long a prefix. Allowed: a prefix of at most 252 characters. Fix: shorten it.",
        ),
        (
            {"labels": {"a": "b c"}},
            (
                "labels['a']: 'b c' is not a label value that Kubernetes accepts. Allowed: text of at most 63 of A-Z, "
                "a-z, 0-9, '-', '_' and '.', with a letter or digit at both ends, or ''. Fix: shorten it, or put it in "
                "an annotation."
            ),
        ),
        (
            {"annotations": {f"a{number}": "b" for number in range(17)}},
            "annotations: '17 items' are too many. Allowed: at most 16. Fix: split it into several objects.",
        ),
        (
            {"annotations": {LONGEST: "f"}},
            (
                f"annotations: {LONGEST!r} has too long a prefix. Allowed: a prefix of at most 252 characters. Fix: "
                "shorten it."
            ),
        ),
        (
            {"annotations": {"a": "b" * 4097}},
            "annotations['a']: '4097 characters' are too many. Allowed: at most 4096. Fix: shorten it.",
        ),
        ({"annotations": {"lbipam.cilium.io/ips": "192.0.2.1"}}, f"annotations: 'lbipam.cilium.io/ips' {ADDRESSES}"),
        ({"annotations": {"io.cilium/lb-ipam-ips": "192.0.2.1"}}, f"annotations: 'io.cilium/lb-ipam-ips' {ADDRESSES}"),
        (
            {"annotations": {"lbipam.cilium.io/sharing-key": "a"}},
            f"annotations: 'lbipam.cilium.io/sharing-key' {SHARING}",
        ),
        (
            {"annotations": {"io.cilium/lb-ipam-sharing-cross-namespace": "*"}},
            f"annotations: 'io.cilium/lb-ipam-sharing-cross-namespace' {SHARING}",
        ),
        (
            {"annotations": {"io.cilium/lb-ipam-pool": "a"}},
            (
                f"annotations: 'io.cilium/lb-ipam-pool' {UNKNOWN} io.cilium/lb-ipam-ips, "
                f"io.cilium/lb-ipam-sharing-key, io.cilium/lb-ipam-sharing-cross-namespace, {ARGUMENTS}"
            ),
        ),
        (
            {"annotations": {"lbipam.cilium.io/ip": "192.0.2.1"}},
            (
                f"annotations: 'lbipam.cilium.io/ip' {UNKNOWN} lbipam.cilium.io/ips, lbipam.cilium.io/sharing-key, "
                f"lbipam.cilium.io/sharing-cross-namespace, {ARGUMENTS}"
            ),
        ),
    ],
)
def test_what_makes_no_infrastructure_is_refused(arguments: dict[str, Any], expected: str) -> None:
    assert refusal(lambda: Infrastructure(**arguments)) == f"Infrastructure.{expected}"


@pytest.mark.parametrize(
    ("annotations", "expected"),
    [
        ({"lbipam.cilium.io/ips": "192.0.2.1"}, f"'lbipam.cilium.io/ips' {ADDRESSES}"),
        ({"io.cilium/lb-ipam-sharing-key": "a"}, f"'io.cilium/lb-ipam-sharing-key' {SHARING}"),
    ],
)
def test_an_annotation_of_the_gateway_that_does_not_reach_its_service_is_refused(
    chart: Chart, annotations: dict[str, str], expected: str
) -> None:
    assert refusal(lambda: Gateway(chart, "a", namespace="common", domains=[COM], annotations=annotations)) == (
        f"Gateway common/a: annotations: {expected}"
    )


def test_a_dict_is_refused(chart: Chart) -> None:
    wrong: Any = {}
    for define in (
        lambda: Gateway(chart, "a", namespace="common", domains=[COM], infrastructure=wrong),
        lambda: Gateway.from_existing(name="a", namespace="common", domains=[COM], infrastructure=wrong),
    ):
        assert refusal(define) == (
            "Gateway common/a: infrastructure: {} is of type dict. Allowed: Infrastructure. Fix: write "
            "Infrastructure(...)."
        )


def test_the_annotations_that_share_an_address_count_too(chart: Chart) -> None:
    infrastructure = Infrastructure(annotations={f"a{number}": "b" for number in range(16)})
    assert refusal(
        lambda: Gateway(
            chart,
            "a",
            namespace="common",
            domains=[COM],
            infrastructure=infrastructure,
            address_sharing=AddressSharing("key"),
        )
    ) == (
        "Gateway common/a: infrastructure.annotations: '17 items' are too many. Allowed: at most 16. Fix: split it "
        "into several objects."
    )
