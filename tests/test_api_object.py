"""What every construct takes: labels, annotations and a merge patch; and what it does not let them do."""

from collections.abc import Callable
from typing import Any

from constructs_lib import Namespace
from constructs_lib.api_object import merged
from constructs_lib.sync_waves import SYNC_WAVE_ANNOTATION
from tests.conftest import Manifests, refusal
from tests.constructs import CONSTRUCTS, gateway

import pytest
from cdk8s import Chart


def namespace(chart: Chart, **arguments: Any) -> Namespace:
    return Namespace(chart, "a", **arguments)


typed = pytest.mark.parametrize(("define", "identity"), CONSTRUCTS)
every = pytest.mark.parametrize(("define", "identity"), [*CONSTRUCTS, (namespace, "Namespace a")])


def wave(manifest: dict[str, Any]) -> dict[str, str]:
    """Return the annotation that every object has, whose value the charts of tests/snapshots show."""
    return {SYNC_WAVE_ANNOTATION: str(int(manifest["metadata"]["annotations"][SYNC_WAVE_ANNOTATION]))}


@every
def test_every_construct_writes_its_labels_and_annotations(
    chart: Chart, manifests: Manifests, define: Callable[..., Any], identity: str
) -> None:
    define(chart, labels={"app": "Web"}, annotations={"example.com/note": "any text"})
    (manifest,) = manifests()
    assert manifest["metadata"]["labels"] == {"app": "Web"}
    assert manifest["metadata"]["annotations"] == {**wave(manifest), "example.com/note": "any text"}


@every
def test_every_construct_has_no_labels_and_annotations_unless_said(
    chart: Chart, manifests: Manifests, define: Callable[..., Any], identity: str
) -> None:
    define(chart)
    (manifest,) = manifests()
    assert manifest["metadata"].keys() - {"name", "namespace"} == {"annotations"}
    assert manifest["metadata"]["annotations"] == wave(manifest)


@every
def test_the_sync_wave_of_a_construct_can_be_overridden(
    chart: Chart, manifests: Manifests, define: Callable[..., Any], identity: str
) -> None:
    define(chart, annotations={SYNC_WAVE_ANNOTATION: "7"})
    (manifest,) = manifests()
    assert manifest["metadata"]["annotations"] == {SYNC_WAVE_ANNOTATION: "7"}


@every
def test_every_construct_is_named_after_its_id_or_its_name(
    chart: Chart, manifests: Manifests, define: Callable[..., Any], identity: str
) -> None:
    assert define(chart, name="another").identity.name == "another"
    (manifest,) = manifests()
    assert manifest["metadata"]["name"] == "another"


@every
def test_every_construct_refuses_labels_annotations_and_names_that_kubernetes_refuses(
    chart: Chart, define: Callable[..., Any], identity: str
) -> None:
    assert refusal(lambda: define(chart, labels={"app": "a b"})).startswith(
        f"{identity}: labels['app']: 'a b' is not a"
    )
    assert refusal(lambda: define(chart, labels={"a b": "c"})).startswith(f"{identity}: labels: 'a b' is not a key")
    assert refusal(lambda: define(chart, annotations={"app": 1})).startswith(f"{identity}: annotations['app']: 1 is of")
    kind = identity.partition(" ")[0]
    assert refusal(lambda: define(chart, name="A_b")).startswith(f"{kind}.metadata.name: 'A_b' is not a")
    assert refusal(lambda: define(chart, name=5)).startswith(f"{kind}.metadata.name: 5 is not a")
    assert refusal(lambda: define(chart, name="")).startswith(f"{kind}.metadata.name: '' is not a")


@every
def test_every_construct_refuses_what_is_not_a_scope(define: Callable[..., Any], identity: str) -> None:
    assert refusal(lambda: define("chart")) == (
        "scope: 'chart' is of type str. Allowed: a Chart, or a construct in one. Fix: write Chart(app, 'name') and "
        "pass it."
    )


@typed
def test_every_construct_with_a_spec_takes_a_merge_patch(
    chart: Chart, manifests: Manifests, define: Callable[..., Any], identity: str
) -> None:
    define(chart, labels={"a": "1", "b": "2"}, merge_patch={"metadata": {"labels": {"a": None, "c": "3"}}})
    (manifest,) = manifests()
    assert manifest["metadata"]["labels"] == {"b": "2", "c": "3"}


@typed
def test_every_construct_with_a_spec_refuses_a_patch_with_a_field_that_the_crd_does_not_have(
    chart: Chart, define: Callable[..., Any], identity: str
) -> None:
    text = refusal(lambda: define(chart, merge_patch={"spec": {"madeUp": {"a": 1}}}))
    assert text.startswith(f"{identity}: spec: the imported CRD has no field 'madeUp' here. Fields: ")


@pytest.mark.parametrize(
    ("key", "value"), [("name", "b"), ("name", "a"), ("name", None), ("namespace", "b"), ("namespace", None)]
)
@typed
def test_the_identity_cannot_be_patched(
    chart: Chart, define: Callable[..., Any], identity: str, key: str, value: object
) -> None:
    assert refusal(lambda: define(chart, merge_patch={"metadata": {key: value}})) == (
        f"{identity}: merge_patch: metadata.{key}: {value!r} changes which object this is. Allowed: labels, "
        f"annotations and the other metadata. Fix: use the argument {key}=...."
    )


@pytest.mark.parametrize(
    "patch",
    [
        *({"kind": "Gateway"}, {"apiVersion": "v2"}, {"status": {}}, {"spec": {}, "a": 1}, {5: {}}),
        *(
            {"metadata": None},
            {"metadata": "name"},
            {"metadata": []},
            {"spec": None},
            {"spec": []},
            {"spec": "listeners"},
        ),
        *(["spec"], [], "spec", "", 5, 0),
    ],
)
def test_a_patch_of_anything_but_metadata_and_spec_is_refused(chart: Chart, patch: object) -> None:
    assert refusal(lambda: gateway(chart, merge_patch=patch)) == (
        f"Gateway common/a: merge_patch: {patch!r} is not a patch of this object. Allowed: "
        "{'metadata': {...}, 'spec': {...}}. Fix: start from one of them."
    )


@pytest.mark.parametrize(
    ("patch", "expected"),
    [
        (
            {"spec": {"listeners": [{"name": "web", "prot": 80}]}},
            (
                "spec.listeners[0]: the imported CRD has no field 'prot' here. Did you mean port? "
                "Fields: allowedRoutes, hostname, name, port, protocol, tls"
            ),
        ),
        (
            {"spec": {"infrastructure": {"label": {}}}},
            (
                "spec.infrastructure: the imported CRD has no field 'label' here. Did you mean labels? "
                "Fields: annotations, labels, parametersRef"
            ),
        ),
        ({"spec": {"listeners": {}}}, "spec.listeners: {} is of type dict, not a list"),
    ],
)
def test_a_patch_is_checked_at_every_depth(chart: Chart, patch: object, expected: str) -> None:
    assert refusal(lambda: gateway(chart, merge_patch=patch)) == f"Gateway common/a: {expected}"


def test_a_patch_may_be_of_metadata_and_spec_at_once(chart: Chart, manifests: Manifests) -> None:
    gateway(chart, merge_patch={"metadata": {"labels": {"a": "b"}}, "spec": {"gatewayClassName": "other"}})
    (manifest,) = manifests()
    assert manifest["metadata"]["labels"] == {"a": "b"}
    assert manifest["spec"]["gatewayClassName"] == "other"


def test_a_patch_sets_fields_that_no_argument_has_and_removes_others(chart: Chart, manifests: Manifests) -> None:
    gateway(
        chart,
        merge_patch={
            "spec": {
                "addresses": [{"type": "IPAddress", "value": "192.0.2.1"}],
                "infrastructure": {"labels": {"app": "web"}},
                "listeners": [{"name": "only", "port": 8080, "protocol": "HTTP"}],
            }
        },
    )
    (manifest,) = manifests()
    assert manifest["spec"] == {
        "addresses": [{"type": "IPAddress", "value": "192.0.2.1"}],
        "gatewayClassName": "cilium",
        "infrastructure": {"labels": {"app": "web"}},
        "listeners": [{"name": "only", "port": 8080, "protocol": "HTTP"}],
    }


@typed
def test_labels_and_annotations_of_a_patch_are_checked_like_the_others(
    chart: Chart, define: Callable[..., Any], identity: str
) -> None:
    labels, annotations = {"metadata": {"labels": {"a": "b c"}}}, {"metadata": {"annotations": {"a b": "c"}}}
    assert refusal(lambda: define(chart, merge_patch=labels)).startswith(
        f"{identity}: labels['a']: 'b c' is not a label"
    )
    assert refusal(lambda: define(chart, merge_patch=annotations)).startswith(
        f"{identity}: annotations: 'a b' is not a"
    )


@pytest.mark.parametrize(
    ("target", "patch", "result"),
    [
        ({"a": "b"}, {"a": "c"}, {"a": "c"}),
        ({"a": "b"}, {"b": "c"}, {"a": "b", "b": "c"}),
        ({"a": "b"}, {"a": None}, {}),
        ({"a": "b", "b": "c"}, {"a": None}, {"b": "c"}),
        ({"a": ["b"]}, {"a": "c"}, {"a": "c"}),
        ({"a": "c"}, {"a": ["b"]}, {"a": ["b"]}),
        ({"a": {"b": "c"}}, {"a": {"b": "d", "c": None}}, {"a": {"b": "d"}}),
        ({"a": [{"b": "c"}]}, {"a": [1]}, {"a": [1]}),
        (["a", "b"], ["c", "d"], ["c", "d"]),
        ({"a": "b"}, ["c"], ["c"]),
        ({"a": "foo"}, None, None),
        ({"a": "foo"}, "bar", "bar"),
        ({"e": None}, {"a": 1}, {"e": None, "a": 1}),
        ([1, 2], {"a": "b", "c": None}, {"a": "b"}),
        ({}, {"a": {"bb": {"ccc": None}}}, {"a": {"bb": {}}}),
    ],
)
def test_a_merge_patch_does_what_rfc_7386_says(target: object, patch: object, result: object) -> None:
    """The examples of RFC 7386, appendix A."""
    before = repr((target, patch))
    assert merged(target, patch) == result
    assert repr((target, patch)) == before
