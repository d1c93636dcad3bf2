"""The cluster file as a whole: the cluster file's reader takes it, whatever was saved."""

import json
import random
from pathlib import Path
from typing import Any

from preflight.cluster import (
    ArgoCd,
    CertManager,
    CiliumValues,
    ClusterFacts,
    DeclaredIssuer,
    DeclaredService,
    GatewayApiValues,
    Node,
    Version,
)
from preflight.finding import UnreadableError
from preflight.reading.kubectl.commands import COMMANDS
from preflight.reading.kubectl.facts import facts_text, saved
from preflight.snapshot import Manifest
from tests.preflight.reading.kubectl.saved import config_map, deployment, facts, read

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

REST = """\
apiVersion: apiextensions.k8s.io/v1
kind: CustomResourceDefinition
metadata: {name: gateways, annotations: {gateway.networking.k8s.io/bundle-version: v1.6.1}}
spec: {group: gateway.networking.k8s.io}
---
apiVersion: v1
kind: Node
metadata: {name: node-1, labels: {a: "on"}}
status: {addresses: [{type: InternalIP, address: 192.0.2.1}]}
---
apiVersion: gateway.networking.k8s.io/v1
kind: GatewayClass
metadata: {name: public}
spec: {controllerName: io.cilium/gateway-controller}
---
apiVersion: v1
kind: Namespace
metadata: {name: web}
---
apiVersion: v1
kind: Service
metadata: {name: shop, namespace: web}
spec: {ports: [{port: 80}]}
---
apiVersion: v1
kind: Service
metadata: {name: blog, namespace: web}
spec: {ports: [{port: 81}]}
---
apiVersion: gateway.networking.k8s.io/v1
kind: Gateway
metadata: {name: public, namespace: edge}
---
apiVersion: v1
kind: Secret
type: kubernetes.io/tls
metadata: {name: tls, namespace: web}
---
apiVersion: v1
kind: ConfigMap
metadata: {name: ca, namespace: web}
data: {ca.crt: "-----BEGIN CERTIFICATE-----"}
---
apiVersion: cert-manager.io/v1
kind: Issuer
metadata: {name: ca, namespace: web}
spec: {ca: {}}
---
apiVersion: cert-manager.io/v1
kind: ClusterIssuer
metadata: {name: le}
spec: {acme: {solvers: [{http01: {}}]}}
---
apiVersion: v1
kind: Pod
metadata: {name: other, namespace: web}
"""
CLUSTER = "---\n".join(
    [
        deployment("cilium-operator", "quay.io/cilium/operator-generic:v1.20.1"),
        config_map("cilium-config", enable_ipv4="true", enable_gateway_api="true"),
        deployment("cert-manager", "quay.io/jetstack/cert-manager-controller:v1.19.1", "--enable-gateway-api"),
        deployment("argocd-server", "quay.io/argoproj/argocd:v3.2.0"),
        config_map("argocd-cmd-params-cm", **{"server.insecure": "true"}),
        REST,
    ]
)
FACTS = ClusterFacts(
    cilium="1.20",
    cilium_patch=1,
    cilium_values=CiliumValues(
        l2_announcements=False, bgp_control_plane=False, gateway_api=GatewayApiValues(enabled=True), ipv4=True
    ),
    gateway_api=Version(1, 6, 1),
    cert_manager=CertManager(version=Version(1, 19, 1), enable_gateway_api=True),
    argo_cd=ArgoCd(version=Version(3, 2, 0), server_insecure=True),
    nodes=(Node(name="node-1", labels={"a": "on"}, addresses=("192.0.2.1",)),),
    gateway_classes=("public",),
    gateways=(("edge", "public"),),
    namespaces={"web": {}},
    services=(
        DeclaredService(namespace="web", name="blog", ports=((81, "TCP"),)),
        DeclaredService(namespace="web", name="shop", ports=((80, "TCP"),)),
    ),
    secrets=(("web", "tls"),),
    config_maps=(("web", "ca"),),
    issuers=(
        DeclaredIssuer(namespace="web", name="ca", type="ca"),
        DeclaredIssuer(name="le", type="acme", solvers=("http01",)),
    ),
)


def test_the_cluster_file_says_what_the_cluster_does(tmp_path: Path) -> None:
    assert facts(tmp_path, facts_text(read(CLUSTER))) == FACTS


def test_the_order_of_the_objects_does_not_matter() -> None:
    objects = list(read(CLUSTER))
    text = facts_text(objects)
    for seed in range(5):
        random.Random(seed).shuffle(objects)
        assert facts_text(objects) == text


def test_an_object_that_is_there_twice_is_declared_once(tmp_path: Path) -> None:
    text = facts_text([*read(CLUSTER), *read(CLUSTER)])
    assert facts(tmp_path, text) == FACTS
    assert "# kubectl get secrets; those of type kubernetes.io/tls, and nothing but their names; without 1 that" in text


def test_the_end_says_what_is_not_known() -> None:
    text = facts_text(read("apiVersion: v1\nkind: Namespace\nmetadata: {name: web}\n"))
    ending = text.partition("namespaces:\n  - {name: web}\n\n")[2]
    assert ending.startswith("# Not known from what was saved:\n#   nodes: kubectl get nodes -o yaml\n")
    assert ending.endswith(
        "#   networks: no kubectl command says them; write the LAN, and what DHCP gives out, if there is one\n"
    )
    assert [line.split()[1] for line in ending.splitlines()[1:]] == [
        f"{field}:"
        for field in (*(field for each in COMMANDS for field in each.fields if field != "namespaces"), "networks")
    ]


def test_what_says_nothing_about_a_cluster_is_refused() -> None:
    with pytest.raises(UnreadableError) as caught:
        facts_text(read("apiVersion: v1\nkind: Pod\nmetadata: {name: a}\n"))
    assert (caught.value.finding.reason, caught.value.finding.fix) == (
        "None of the objects says something about the cluster.",
        "Save some with the commands that `python -m preflight facts --help` lists.",
    )


def test_a_version_of_cilium_that_is_not_judged_is_told_of() -> None:
    old = deployment("cilium-operator", "quay.io/cilium/operator-generic:v1.18.3")
    of_namespace = "apiVersion: v1\nkind: Namespace\nmetadata: {name: web}\n"
    says = "1.18.3 is none of 1.20 and 1.19; without it, manifests are judged as for 1.20"
    ending = facts_text(read(f"{of_namespace}---\n{old}")).partition("# Not known")[2]
    assert [line for line in ending.splitlines() if "cilium.version" in line] == [f"#   cilium.version: {says}"]
    with pytest.raises(UnreadableError) as caught:
        facts_text(read(old))
    assert caught.value.finding.reason == (
        f"The objects say nothing about the cluster but the version of Cilium, and {says}."
    )


# reading what was saved

SECRET = """\
apiVersion: v1
kind: Secret
type: kubernetes.io/tls
metadata:
  name: tls
  namespace: web
  annotations: {kubectl.kubernetes.io/last-applied-configuration: c2VjcmV0}
data: {tls.key: c2VjcmV0}
stringData: {more: c2VjcmV0}
"""


def test_nothing_of_a_secret_is_kept_but_its_type_and_name(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text(SECRET, encoding="utf-8")
    (manifest,) = saved([tmp_path])
    assert manifest.origin is None
    assert manifest.data == {
        "apiVersion": "v1",
        "kind": "Secret",
        "type": "kubernetes.io/tls",
        "metadata": {"namespace": "web", "name": "tls"},
    }
    assert "c2VjcmV0" not in facts_text([manifest])


def test_a_list_and_a_stream_of_json_are_taken_apart(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text("apiVersion: v1\nkind: List\nitems: []\n", encoding="utf-8")
    (tmp_path / "b.yaml").write_text("", encoding="utf-8")
    secrets = [
        {"apiVersion": "v1", "kind": "Secret", "metadata": {"namespace": "web", "name": name}} for name in ("a", "b")
    ]
    names = "\n".join(json.dumps(each) for each in secrets)
    (tmp_path / "c.json").write_text(names, encoding="utf-8")
    assert [each.key.name for each in saved([tmp_path])] == ["a", "b"]


def test_a_file_that_cannot_be_read_is_said(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text("a: [\n", encoding="utf-8")
    (tmp_path / "b.yaml").write_text(CLUSTER, encoding="utf-8")
    with pytest.raises(UnreadableError) as caught:
        saved([tmp_path])
    assert caught.value.finding.code == "GH002"


# hostile input

ODD = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(),
    st.floats(),
    st.text(max_size=20),
    st.sampled_from(["a\n# b: c", "../..", "x" * 300, "-", "192.0.2.1", "1.20.1", "a:v1.2.3\u2028", "\u0000"]),
    st.lists(st.dictionaries(st.text(max_size=5), st.integers(), max_size=2), max_size=2),
    st.dictionaries(st.text(max_size=10), st.text(max_size=10), max_size=3),
)


def paths(data: Any, above: tuple[str | int, ...] = ()) -> list[tuple[str | int, ...]]:
    """Return the paths of all values in data."""
    entries = data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ()
    return [above, *(path for key, value in entries for path in paths(value, (*above, key)))]


def changed(data: Any, path: tuple[str | int, ...], value: Any) -> Any:
    """Return data with another value at a path."""
    if not path:
        return value
    copy = data.copy()
    copy[path[0]] = changed(data[path[0]], path[1:], value)
    return copy


OBJECTS = list(yaml.safe_load_all(CLUSTER))
PLACES = [(index, path) for index, each in enumerate(OBJECTS) for path in paths(each) if path]


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=300)
@given(st.lists(st.tuples(st.sampled_from(PLACES), ODD), min_size=1, max_size=4))
def test_whatever_was_saved_the_cluster_file_is_one(
    tmp_path: Path, changes: list[tuple[tuple[int, tuple[str | int, ...]], Any]]
) -> None:
    """Oracle: the reader of cluster files, which refuses what is wrong."""
    objects = list(OBJECTS)
    for (index, path), value in changes:
        try:
            objects[index] = changed(objects[index], path, value)
        except (KeyError, TypeError, IndexError, AttributeError):
            continue
    assert isinstance(facts(tmp_path, facts_text(Manifest(data=each) for each in objects)), ClusterFacts)
