"""What objects refer to."""

from typing import Any

from constructs_lib import Namespace
from constructs_lib.references import (
    ExistingConfigMap,
    ExistingSecret,
    ExistingService,
    ObjectReference,
    Reference,
    manifest_of,
    record,
    recorded_in,
    reference_to,
)
from constructs_lib.registry import Identity, app_of
from tests.conftest import refusal

import cdk8s_plus_27 as plus
import pytest
from cdk8s import ApiObjectMetadata, Chart

NAMED = ApiObjectMetadata(name="web", namespace="shop")


def service(chart: Chart, *ports: plus.ServicePort) -> plus.Service:
    """Define a Service of cdk8s-plus."""
    return plus.Service(chart, "web", metadata=NAMED, ports=list(ports))


@pytest.mark.parametrize(
    ("kind", "value", "expected"),
    [
        ("Service", "web", Reference("Service", "web")),
        ("Secret", "web.tls", Reference("Secret", "web.tls")),
        ("Service", ExistingService("web"), Reference("Service", "web")),
        ("Service", ExistingService("web", namespace="shop"), Reference("Service", "web", "shop")),
        (
            "Secret",
            ExistingSecret("web", namespace="shop", granted=True),
            Reference("Secret", "web", "shop", granted=True),
        ),
        ("ConfigMap", ExistingConfigMap("web", namespace="shop"), Reference("ConfigMap", "web", "shop")),
    ],
)
def test_an_object_defined_elsewhere_is_referred_to(kind: str, value: ObjectReference, expected: Reference) -> None:
    assert reference_to("here", value, kind) == expected


def test_an_object_of_cdk8s_plus_is_referred_to_where_it_is(chart: Chart) -> None:
    secret = plus.Secret(chart, "secret", metadata=NAMED)
    certificate = plus.TlsSecret(chart, "tls", metadata=NAMED, tls_cert="certificate", tls_key="key")
    config_map = plus.ConfigMap(chart, "config", metadata=NAMED)
    objects: dict[str, list[ObjectReference]] = {
        "Service": [service(chart, plus.ServicePort(port=80))],
        "Secret": [secret, certificate],
        "ConfigMap": [config_map],
    }
    for kind, values in objects.items():
        expected = Reference(kind, "web", "shop", defined=True)
        assert [reference_to("here", value, kind) for value in values] == [expected] * len(values)


def test_an_object_of_cdk8s_plus_may_be_named_and_placed_by_its_chart(chart: Chart) -> None:
    of_shop = Chart(chart, "shop", namespace="shop")
    secret = plus.Secret(of_shop, "secret")
    name, plain = secret.name, plus.Secret(chart, "plain")
    assert reference_to("here", secret, "Secret") == Reference("Secret", name, "shop", defined=True)
    assert reference_to("here", plain, "Secret") == Reference("Secret", plain.name, defined=True)


def test_what_cdk8s_plus_knows_by_name_only_is_referred_to_by_name(chart: Chart) -> None:
    secret = plus.Secret.from_secret_name(chart, "secret", "web")
    config_map = plus.ConfigMap.from_config_map_name(chart, "config", "web")
    assert reference_to("here", secret, "Secret") == Reference("Secret", "web")
    assert reference_to("here", config_map, "ConfigMap") == Reference("ConfigMap", "web")


def test_a_reference_is_written_in_the_form_of_the_api() -> None:
    reference = Reference("Service", "web", "shop", defined=True, granted=True)
    assert reference.spec() == {"group": "", "kind": "Service", "namespace": "shop", "name": "web"}


def test_the_namespace_of_an_existing_object_may_be_a_namespace(chart: Chart) -> None:
    shop = Namespace(chart, "shop")
    other = plus.Namespace(chart, "other", metadata=ApiObjectMetadata(name="other"))
    assert ExistingService("web", namespace=shop).identity == Identity("", "Service", "shop", "web")
    assert ExistingSecret("web", namespace=other).identity == Identity("", "Secret", "other", "web")
    assert ExistingConfigMap("web").identity == Identity("", "ConfigMap", None, "web")


LABEL = "1 to 63 of a-z, 0-9 and '-', with a letter or digit at both ends"
NAME = "1 to 253 of a-z, 0-9, '-' and '.', with a letter or digit at both ends and around each '.'"


@pytest.mark.parametrize(
    ("kind", "arguments", "expected"),
    [
        (
            ExistingService,
            {"name": "web.shop"},
            f"ExistingService.name: 'web.shop' is not a DNS label. Allowed: {LABEL}. Fix: write 'web-shop'.",
        ),
        (
            ExistingSecret,
            {"name": "Web"},
            f"ExistingSecret.name: 'Web' is not a name that Kubernetes accepts. Allowed: {NAME}. Fix: write 'web'.",
        ),
        (
            ExistingConfigMap,
            {"name": "web", "namespace": "a.b"},
            f"ExistingConfigMap web: namespace: 'a.b' is not a DNS label. Allowed: {LABEL}. Fix: write 'a-b'.",
        ),
        (
            ExistingSecret,
            {"name": "web", "granted": "yes"},
            "ExistingSecret web: granted: 'yes' is of type str. Allowed: bool. Fix: write True or False.",
        ),
        (
            ExistingService,
            {"name": "web", "ports": 80},
            "ExistingService web: ports: 80 is of type int. Allowed: a list of int. Fix: put it in a list: [...].",
        ),
        (
            ExistingService,
            {"name": "web", "udp_ports": [53, 0]},
            (
                "ExistingService web: udp_ports[1]: 0 is not in range. Allowed: a whole number from 1 to 65535. Fix: "
                "write a number in that range."
            ),
        ),
    ],
)
def test_what_makes_no_existing_object_is_refused(kind: type, arguments: dict[str, Any], expected: str) -> None:
    assert refusal(lambda: kind(**arguments)) == expected


@pytest.mark.parametrize(
    ("kind", "value"),
    [("Secret", ExistingService("web")), ("Service", {"name": "web"}), ("Service", None), ("ConfigMap", 5)],
)
def test_what_is_no_object_of_the_kind_is_refused(kind: str, value: Any) -> None:
    assert refusal(lambda: reference_to("here", value, kind)) == (
        f"here: {value!r} is of type {type(value).__name__}. Allowed: a {kind} of cdk8s-plus, Existing{kind}(...), or "
        f"its name as text. Fix: write the name of the {kind}."
    )


def test_an_object_of_cdk8s_plus_of_another_kind_is_refused(chart: Chart) -> None:
    secret = plus.Secret.from_secret_name(chart, "secret", "web")
    for value in (plus.Namespace(chart, "web"), plus.ConfigMap(chart, "config"), secret):
        name = type(value).__name__
        assert refusal(lambda value=value: reference_to("here", value, "Service")) == (  # type: ignore[misc]
            f"here: {name} is of type {name}. Allowed: a Service of cdk8s-plus, ExistingService(...), or its name as "
            "text. Fix: write the name of the Service."
        )


def test_a_service_of_cdk8s_plus_that_is_not_complete_is_refused(chart: Chart) -> None:
    assert refusal(lambda: reference_to("here", service(chart), "Service")) == (
        "Service: 'chart/web' cannot be written yet (A service must be configured with a port). Allowed: an object of "
        "cdk8s-plus that is complete, such as a Service with ports. Fix: give it what it lacks before it is referred "
        "to."
    )


def test_an_object_of_cdk8s_plus_is_asked_once(chart: Chart) -> None:
    web = service(chart, plus.ServicePort(port=80))
    assert manifest_of(web) is manifest_of(web)


def test_references_to_other_namespaces_are_kept_in_order(chart: Chart) -> None:
    referrer = Identity("", "HTTPRoute", "shop", "a")
    own = [Reference("Service", "a"), Reference("Service", "a", "shop")]
    others = [Reference("Service", "b", "other"), Reference("Secret", "a", "other")]
    record(chart, referrer, [others[0], *own, others[1]])
    kept = recorded_in(app_of(chart))
    assert [(entry.referrer, entry.reference, entry.scope) for entry in kept] == [
        (referrer, reference, chart) for reference in others
    ]
    assert all(str(entry.written_at).startswith(__file__) for entry in kept)
