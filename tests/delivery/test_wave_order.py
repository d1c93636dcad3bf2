"""Sync waves that Argo CD could not get through; what needs what is in test_needs.py."""

from typing import Any

from constructs_lib.delivery.wave_order import refuse_deadlocks
from constructs_lib.sync_waves import SYNC_WAVE_ANNOTATION
from tests.conftest import refusal

import pytest
from hypothesis import given
from hypothesis import strategies as st

GATEWAY_API = "gateway.networking.k8s.io/v1"


def manifest(
    kind: str,
    name: str,
    wave: int | str | None = None,
    *,
    api: str = "v1",
    namespace: str | None = "web",
    **spec: Any,
) -> dict[str, Any]:
    """Return an object in a wave; without one if it is None."""
    annotations = {} if wave is None else {SYNC_WAVE_ANNOTATION: str(wave)}
    metadata = {"name": name, "annotations": annotations} | ({} if namespace is None else {"namespace": namespace})
    return {"apiVersion": api, "kind": kind, "metadata": metadata, "spec": spec}


def passes(objects: list[dict[str, Any]], namespace: str = "web") -> bool:
    """Tell that nothing is refused."""
    refuse_deadlocks(objects, namespace)
    return True


def gateway(wave: int | str | None, **spec: Any) -> dict[str, Any]:
    return manifest("Gateway", "gateway", wave, api=GATEWAY_API, **spec)


def route(wave: int | str | None, **spec: Any) -> dict[str, Any]:
    return manifest("HTTPRoute", "web", wave, api=GATEWAY_API, parentRefs=[{"name": "gateway"}], **spec)


def test_an_object_in_the_wave_of_what_it_needs_or_in_a_later_one_is_fine() -> None:
    assert passes([route(3), gateway(1)])
    assert passes([route(1), gateway(1)])
    assert passes([route(None), gateway(None)])


def test_an_object_before_what_it_needs_is_refused_with_both_waves_and_both_ways_out() -> None:
    assert refusal(lambda: passes([gateway(1), route(-1)])) == (
        "HTTPRoute web/web: 'sync wave -1' is before sync wave 1 of Gateway web/gateway, without which it does not "
        "become healthy: Argo CD would never get there. Allowed: each object in the wave of what it needs, or in a "
        "later one. Fix: give HTTPRoute web/web the annotation argocd.argoproj.io/sync-wave: '1', or Gateway "
        "web/gateway the annotation argocd.argoproj.io/sync-wave: '-1'."
    )


def test_an_object_without_a_wave_is_in_wave_0() -> None:
    assert "'sync wave 0' is before sync wave 1 of Gateway web/gateway" in refusal(
        lambda: passes([gateway(1), route(None)])
    )
    assert "'sync wave -1' is before sync wave 0 of Gateway web/gateway" in refusal(
        lambda: passes([gateway(None), route(-1)])
    )


def test_what_is_not_in_the_application_is_not_waited_for() -> None:
    assert passes([route(-5)])


def test_of_several_that_would_do_the_earliest_counts() -> None:
    pools = [
        manifest("CiliumLoadBalancerIPPool", f"{wave}", wave, api="cilium.io/v2", namespace=None) for wave in (2, 5)
    ]
    assert passes([gateway(2), *pools])
    assert "is before sync wave 2 of CiliumLoadBalancerIPPool 2" in refusal(lambda: passes([*pools, gateway(1)]))


def test_an_object_without_a_namespace_is_in_that_of_the_destination() -> None:
    service = manifest("Service", "web", 5, namespace=None)
    needing = route(3, rules=[{"backendRefs": [{"name": "web", "port": 80}]}])
    assert passes([needing, service], "db")
    assert "is before sync wave 5 of Service web/web" in refusal(lambda: passes([needing, service]))


def test_hooks_are_in_phases_of_their_own() -> None:
    hook = gateway(5)
    hook["metadata"]["annotations"]["argocd.argoproj.io/hook"] = "PostSync"
    assert passes([route(1), hook])


@pytest.mark.parametrize("wave", ["late", "", "1.5", "1 "])
def test_a_wave_that_argo_cd_would_take_for_0_is_refused(wave: str) -> None:
    assert refusal(lambda: passes([gateway(wave)])) == (
        f"Gateway web/gateway: annotations['argocd.argoproj.io/sync-wave']: {wave!r} is not a sync wave, and Argo CD "
        "would take it for 0. Allowed: a whole number as text, such as '-1'. Fix: write a number, or leave the "
        "annotation out."
    )


waves = st.integers(-3, 3)


@given(waves=st.lists(waves, min_size=3, max_size=3), order=st.permutations(range(3)))
def test_exactly_the_orders_are_refused_in_which_somebody_waits_for_ever(waves: list[int], order: list[int]) -> None:
    """Oracle: playing Argo CD, wave by wave; a route is healthy with its Gateway and Service, the others at once."""
    service = manifest("Service", "web", waves[0])
    objects = [service, gateway(waves[1]), route(waves[2], rules=[{"backendRefs": [{"name": "web"}]}])]
    there: set[str] = set()
    stuck = False
    for wave in sorted(set(waves)):
        there |= {entry["kind"] for entry, own in zip(objects, waves, strict=True) if own == wave}
        stuck = stuck or ("HTTPRoute" in there and not {"Service", "Gateway"} <= there)
    shuffled = [objects[index] for index in order]
    if stuck:
        assert refusal(lambda: passes(shuffled)).startswith("HTTPRoute web/web: ")
    else:
        assert passes(shuffled)


@pytest.mark.parametrize(
    ("api", "kind"),
    [
        (GATEWAY_API, "HTTPRoute"),
        (GATEWAY_API, "ReferenceGrant"),
        ("cert-manager.io/v1", "Issuer"),
        ("cert-manager.io/v1", "Certificate"),
        ("argoproj.io/v1alpha1", "Application"),
        ("apiextensions.k8s.io/v1", "CustomResourceDefinition"),
    ],
)
@pytest.mark.parametrize("spec", [{}, {"spec": None}])
def test_an_object_without_a_spec_is_for_the_api_server_to_refuse(api: str, kind: str, spec: dict[str, Any]) -> None:
    bare = {key: value for key, value in manifest(kind, "bare", 1, api=api).items() if key != "spec"}
    grant = {"apiVersion": GATEWAY_API, "kind": "ReferenceGrant", "metadata": {"name": "grant", "namespace": "db"}}
    elsewhere = manifest("HTTPRoute", "other", 1, api=GATEWAY_API, backendRefs=[{"name": "db", "namespace": "db"}])
    assert passes([bare | spec, grant | spec, elsewhere])
