"""ListenerSets: which Gateways take them, and what their listeners conflict with."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from constructs_lib import (
    AllowedRoutes,
    Domain,
    ExistingGateway,
    ExistingSecret,
    Gateway,
    HttpBackendRef,
    HttpRoute,
    HttpRouteRule,
    LabelSelector,
    Listener,
    Platform,
)
from constructs_lib.gateway.allowed_listeners import AllowedListeners
from constructs_lib.gateway.listener_set import ListenerSet
from tests.conftest import Crds, Manifests, defaulted, refusal, schema_of

import pytest
from cdk8s import Chart

GROUP = "gateway.networking.k8s.io"
COM = Domain("example.com", name="com")
SHOP = Listener.https("shop", hostname="shop.example.com")


def gateway(chart: Chart, allowed: AllowedListeners | None = None) -> Gateway:
    return Gateway(
        chart,
        "gateway",
        namespace="common",
        domains=[COM],
        allowed_listeners=AllowedListeners.all() if allowed is None else allowed,
    )


def existing(allowed: AllowedListeners | None = None) -> ExistingGateway:
    return Gateway.from_existing(name="gateway", namespace="common", domains=[COM], allowed_listeners=allowed)


def listener_set(chart: Chart, parent: Gateway | ExistingGateway, id: str = "set", **arguments: Any) -> ListenerSet:
    given: dict[str, Any] = {"namespace": "team", "parent_ref": parent, "listeners": [SHOP]}
    return ListenerSet(chart, id, **given | arguments)


def test_a_listener_set_adds_listeners_to_a_gateway(chart: Chart, manifests: Manifests, crds: Crds) -> None:
    listener_set(chart, existing(AllowedListeners.all()))
    (manifest,) = manifests()
    assert manifest == {
        "apiVersion": f"{GROUP}/v1",
        "kind": "ListenerSet",
        "metadata": {"name": "set", "namespace": "team", "annotations": {"argocd.argoproj.io/sync-wave": "1"}},
        "spec": {
            "parentRef": {"group": GROUP, "kind": "Gateway", "namespace": "common", "name": "gateway"},
            "listeners": [
                {
                    "name": "shop",
                    "protocol": "HTTPS",
                    "port": 443,
                    "hostname": "shop.example.com",
                    "tls": {
                        "mode": "Terminate",
                        "certificateRefs": [{"group": "", "kind": "Secret", "name": "set-shop-tls"}],
                    },
                    "allowedRoutes": {"namespaces": {"from": "Same"}},
                }
            ],
        },
    }
    schema = schema_of(crds["ListenerSet"], "v1")["properties"]["spec"]
    assert defaulted(manifest["spec"], schema) == manifest["spec"]


def test_a_listener_set_writes_what_is_said(chart: Chart, manifests: Manifests) -> None:
    listener_set(
        chart,
        gateway(chart),
        "id",
        name="team.set",
        listeners=[Listener.tcp("db", port=5432, allowed_routes=AllowedRoutes.all()), SHOP],
        labels={"a": "b"},
        annotations={"example.com/note": "text"},
        merge_patch={"metadata": {"labels": {"c": "d"}}},
    )
    manifest = manifests()[1]
    assert manifest["metadata"] == {
        "name": "team.set",
        "namespace": "team",
        "labels": {"a": "b", "c": "d"},
        "annotations": {"argocd.argoproj.io/sync-wave": "1", "example.com/note": "text"},
    }
    assert [listener["name"] for listener in manifest["spec"]["listeners"]] == ["db", "shop"]


def test_a_route_attaches_to_a_listener_of_the_set_from_the_set_s_own_namespace(
    chart: Chart, manifests: Manifests
) -> None:
    own = listener_set(chart, existing(AllowedListeners.all()))
    assert [str(entry) for entry in own.listeners] == ["listener shop of ListenerSet team/set"]
    rules = [HttpRouteRule(backend_refs=[HttpBackendRef("shop", port=80)])]
    HttpRoute(chart, "shop", namespace="team", parent_refs=[own.listener("shop")], rules=rules)
    assert manifests()[1]["spec"]["parentRefs"] == [
        {"group": GROUP, "kind": "ListenerSet", "namespace": "team", "name": "set", "sectionName": "shop"}
    ]
    assert refusal(
        lambda: HttpRoute(chart, "a", namespace="common", parent_refs=[own.listener("shop")], rules=rules)
    ).startswith(
        "HTTPRoute common/a: namespace: 'common' is not the namespace of the routes that listener shop of ListenerSet "
        "team/set takes. Allowed: 'team', since its allowed_routes is AllowedRoutes.same()."
    )
    assert refusal(lambda: own.listener("web")) == (
        "ListenerSet team/set: listener: 'web' is not one of its listeners. Allowed: 'shop'. Fix: write one of them."
    )


def test_a_secret_of_another_namespace_is_granted_to_listener_sets(chart: Chart, manifests: Manifests) -> None:
    secret = ExistingSecret("shop", namespace="common")
    listener = Listener.https("shop", hostname="shop.example.com", secret=secret)
    listener_set(chart, gateway(chart), listeners=[listener])
    (grant,) = [manifest for manifest in manifests() if manifest["kind"] == "ReferenceGrant"]
    assert grant["metadata"]["namespace"] == "common"
    assert grant["spec"] == {
        "from": [{"group": GROUP, "kind": "ListenerSet", "namespace": "team"}],
        "to": [{"group": "", "kind": "Secret", "name": "shop"}],
    }


ALLOWED = "Fix: write allowed_listeners=AllowedListeners.all() or AllowedListeners.selector(...) in the Gateway."


@pytest.mark.parametrize(
    ("allowed", "namespace", "method"),
    [(None, "team", "none"), (AllowedListeners.none(), "common", "none"), (AllowedListeners.same(), "team", "same")],
)
def test_a_gateway_that_does_not_allow_the_set_refuses_it(
    chart: Chart, allowed: AllowedListeners | None, namespace: str, method: str
) -> None:
    assert refusal(lambda: listener_set(chart, existing(allowed), namespace=namespace)) == (
        f"ListenerSet {namespace}/set: parent_ref: 'Gateway common/gateway' takes no ListenerSets of the namespace "
        f"{namespace!r}. Allowed: those of its allowed_listeners, AllowedListeners.{method}(). {ALLOWED}"
    )


@pytest.mark.parametrize(
    ("allowed", "namespace"),
    [
        (AllowedListeners.all(), "team"),
        (AllowedListeners.same(), "common"),
        (AllowedListeners.selector(LabelSelector(match_labels={"team": "true"})), "team"),
    ],
)
def test_a_gateway_that_may_allow_the_set_takes_it(
    chart: Chart, allowed: AllowedListeners, namespace: str, manifests: Manifests
) -> None:
    listener_set(chart, gateway(chart, allowed), namespace=namespace)
    assert [manifest["kind"] for manifest in manifests()] == ["Gateway", "ListenerSet"]


def conflict(listener: str, owner: str, name: str = "b") -> str:
    return (
        f"ListenerSet team/{name}: listeners: 'own' has the port 443 and the hostname 'shop.example.com' of listener "
        f"{listener!r} of {owner}. Allowed: one listener for a port and hostname: of two, the Gateway serves the one "
        "that was there first. Fix: leave one out, or give it another hostname or port."
    )


OWN = Listener.https("own", hostname="shop.example.com")


@pytest.mark.parametrize("describe", [gateway, lambda chart: existing(AllowedListeners.all())])
def test_listeners_that_conflict_with_another_set_are_refused(
    chart: Chart, describe: Callable[[Chart], Gateway | ExistingGateway]
) -> None:
    parent = describe(chart)
    listener_set(chart, parent, "a")
    assert refusal(lambda: listener_set(chart, parent, "b", listeners=[OWN])) == conflict("shop", "ListenerSet team/a")


def test_two_descriptions_of_an_existing_gateway_are_one_gateway(chart: Chart) -> None:
    listener_set(chart, existing(AllowedListeners.all()), "a")
    again = existing(AllowedListeners.all())
    assert refusal(lambda: listener_set(chart, again, "b", listeners=[OWN])) == conflict("shop", "ListenerSet team/a")


def test_an_existing_gateway_may_be_used_in_several_apps(chart: Chart, tmp_path: Path) -> None:
    parent = existing(AllowedListeners.all())
    listener_set(chart, parent, "a")
    other = Chart(Platform(root=tmp_path / "other"), "chart")
    assert [entry.listener.name for entry in listener_set(other, parent, "b", listeners=[OWN]).listeners] == ["own"]
    assert len(parent.merged) == len(existing(AllowedListeners.all()).merged)


def test_listeners_that_conflict_with_the_gateway_are_refused(chart: Chart) -> None:
    parent = Gateway.from_existing(
        name="gateway", namespace="common", listeners=[SHOP], allowed_listeners=AllowedListeners.all()
    )
    assert refusal(lambda: listener_set(chart, parent, "b", listeners=[OWN])) == (
        conflict("shop", "Gateway common/gateway")
    )


def test_the_same_listeners_are_fine_on_different_gateways(chart: Chart, manifests: Manifests) -> None:
    listener_set(chart, existing(AllowedListeners.all()), "a")
    other = Gateway.from_existing(
        name="other", namespace="common", domains=[COM], allowed_listeners=AllowedListeners.all()
    )
    listener_set(chart, other, "b")
    assert len(manifests()) == 2


def test_a_refused_set_leaves_its_listeners_free(chart: Chart) -> None:
    parent = gateway(chart)
    wrong = {"spec": {"listener": 1}}
    assert "has no field" in refusal(lambda: listener_set(chart, parent, "a", merge_patch=wrong))
    assert listener_set(chart, parent, "b", listeners=[OWN]).identity.name == "b"


WRONG: Any = {"a": "dict"}


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        (
            {"listeners": []},
            (
                "ListenerSet team/set: listeners: [] adds nothing to the Gateway. Allowed: 1 to 64 listeners. Fix: "
                "write listeners=[Listener.https(...)]."
            ),
        ),
        (
            {"listeners": [SHOP] * 65},
            (
                "ListenerSet team/set: listeners: '65 items' are too many. Allowed: at most 64. Fix: split it into "
                "several objects."
            ),
        ),
        (
            {"listeners": [WRONG]},
            (
                "ListenerSet team/set: listeners[0]: {'a': 'dict'} is of type dict. Allowed: Listener. Fix: write "
                "Listener.https(...)."
            ),
        ),
        (
            {"listeners": [SHOP, SHOP]},
            (
                "ListenerSet team/set: listeners: 'shop' is the name of two listeners. Allowed: a name for each "
                "listener. Fix: rename one of them, or give one domain another name=...."
            ),
        ),
        (
            {"parent_ref": "gateway"},
            (
                "ListenerSet team/set: parent_ref: 'gateway' is of type str. Allowed: a Gateway of constructs_lib, or "
                "Gateway.from_existing(...). Fix: pass the Gateway itself."
            ),
        ),
        (
            {"name": "Set"},
            (
                "ListenerSet.metadata.name: 'Set' is not a name that Kubernetes accepts. Allowed: 1 to 253 of a-z, "
                "0-9, '-' and '.', with a letter or digit at both ends and around each '.'. Fix: write 'set'."
            ),
        ),
        (
            {"namespace": "Team"},
            (
                "ListenerSet.namespace: 'Team' is not a DNS label. Allowed: 1 to 63 of a-z, 0-9 and '-', with a letter "
                "or digit at both ends. Fix: write 'team'."
            ),
        ),
    ],
)
def test_arguments_that_make_no_listener_set_are_refused(
    chart: Chart, arguments: dict[str, Any], expected: str
) -> None:
    parent = existing(AllowedListeners.all())
    assert refusal(lambda: listener_set(chart, parent, **arguments)) == expected
