"""The generated classes: which kinds they are for, and that nothing but names is kept of the CRDs."""

import ast
import importlib
import json
import re
import tarfile
from collections.abc import Iterator
from typing import Any

from tests.conftest import Crds
from tools.imports import IMPORTS, KINDS, ROOT

import cdk8s
import pytest

ARGO_CD = "imports.io.argoproj"
CERT_MANAGER = "imports.io.cert_manager"
CILIUM = "imports.io.cilium"
GATEWAY = "imports.io.k8s.networking.gateway"
MODULES = (ARGO_CD, CERT_MANAGER, CILIUM, GATEWAY)

# class -> (module, apiVersion, kind, scope); all other projects import these names.
CLASSES = {
    "AppProject": (ARGO_CD, "argoproj.io/v1alpha1", "AppProject", "Namespaced"),
    "Application": (ARGO_CD, "argoproj.io/v1alpha1", "Application", "Namespaced"),
    "ApplicationSet": (ARGO_CD, "argoproj.io/v1alpha1", "ApplicationSet", "Namespaced"),
    "Certificate": (CERT_MANAGER, "cert-manager.io/v1", "Certificate", "Namespaced"),
    "ClusterIssuer": (CERT_MANAGER, "cert-manager.io/v1", "ClusterIssuer", "Cluster"),
    "Issuer": (CERT_MANAGER, "cert-manager.io/v1", "Issuer", "Namespaced"),
    "CiliumBgpAdvertisement": (CILIUM, "cilium.io/v2", "CiliumBGPAdvertisement", "Cluster"),
    "CiliumBgpClusterConfig": (CILIUM, "cilium.io/v2", "CiliumBGPClusterConfig", "Cluster"),
    "CiliumBgpNodeConfigOverride": (CILIUM, "cilium.io/v2", "CiliumBGPNodeConfigOverride", "Cluster"),
    "CiliumBgpPeerConfig": (CILIUM, "cilium.io/v2", "CiliumBGPPeerConfig", "Cluster"),
    "CiliumClusterwideNetworkPolicy": (CILIUM, "cilium.io/v2", "CiliumClusterwideNetworkPolicy", "Cluster"),
    "CiliumGatewayClassConfig": (CILIUM, "cilium.io/v2alpha1", "CiliumGatewayClassConfig", "Namespaced"),
    "CiliumL2AnnouncementPolicy": (CILIUM, "cilium.io/v2alpha1", "CiliumL2AnnouncementPolicy", "Cluster"),
    "CiliumLoadBalancerIpPool": (CILIUM, "cilium.io/v2", "CiliumLoadBalancerIPPool", "Cluster"),
    "CiliumNetworkPolicy": (CILIUM, "cilium.io/v2", "CiliumNetworkPolicy", "Namespaced"),
    "BackendTlsPolicy": (GATEWAY, "gateway.networking.k8s.io/v1", "BackendTLSPolicy", "Namespaced"),
    "Gateway": (GATEWAY, "gateway.networking.k8s.io/v1", "Gateway", "Namespaced"),
    "GatewayClass": (GATEWAY, "gateway.networking.k8s.io/v1", "GatewayClass", "Cluster"),
    "GrpcRoute": (GATEWAY, "gateway.networking.k8s.io/v1", "GRPCRoute", "Namespaced"),
    "HttpRoute": (GATEWAY, "gateway.networking.k8s.io/v1", "HTTPRoute", "Namespaced"),
    "ListenerSet": (GATEWAY, "gateway.networking.k8s.io/v1", "ListenerSet", "Namespaced"),
    "ReferenceGrant": (GATEWAY, "gateway.networking.k8s.io/v1", "ReferenceGrant", "Namespaced"),
    "TcpRoute": (GATEWAY, "gateway.networking.k8s.io/v1", "TCPRoute", "Namespaced"),
    "TlsRoute": (GATEWAY, "gateway.networking.k8s.io/v1", "TLSRoute", "Namespaced"),
    "UdpRoute": (GATEWAY, "gateway.networking.k8s.io/v1", "UDPRoute", "Namespaced"),
}
CONSTRUCTS = {
    "Gateway": "Namespaced",
    "HttpRoute": "Namespaced",
    "LoadBalancerIpPool": "Cluster",
    "L2AnnouncementPolicy": "Cluster",
}


@pytest.mark.parametrize(("name", "module", "api_version", "kind"), [(name, *row[:3]) for name, row in CLASSES.items()])
def test_each_class_makes_objects_of_its_kind_and_version(name: str, module: str, api_version: str, kind: str) -> None:
    gvk = getattr(importlib.import_module(module), name).GVK
    assert (gvk.api_version, gvk.kind) == (api_version, kind)


def test_there_are_classes_of_these_kinds_only_and_one_version_each() -> None:
    found = {
        (name, module)
        for module in MODULES
        for name, value in vars(importlib.import_module(module)).items()
        if isinstance(value, type) and issubclass(value, cdk8s.ApiObject)
    }
    assert found == {(name, module) for name, (module, *_) in CLASSES.items()}


def test_the_kinds_generated_are_those_pinned_here() -> None:
    pinned = {(api_version, kind) for _, api_version, kind, _ in CLASSES.values()}
    assert {(f"{group}/{version}", kind) for group, kinds in KINDS.items() for kind, version in kinds.items()} == pinned


@pytest.mark.parametrize(("kind", "scope"), [row[2:] for row in CLASSES.values()])
def test_each_kind_has_the_scope_pinned_here(crds: Crds, kind: str, scope: str) -> None:
    """Oracle: the CRDs."""
    assert crds[kind]["scope"] == scope


@pytest.mark.parametrize(("name", "scope"), CONSTRUCTS.items())
def test_constructs_of_namespaced_kinds_take_a_namespace_and_no_others(name: str, scope: str) -> None:
    import constructs_lib

    arguments = getattr(constructs_lib, name).__init__.__annotations__
    assert ("namespace" in arguments) == (scope == "Namespaced")


def test_imports_hold_one_module_and_one_archive_a_group() -> None:
    modules = IMPORTS / "io"
    files = {path.relative_to(IMPORTS).as_posix() for path in modules.rglob("*") if "__pycache__" not in path.parts}
    archives = {
        "io/argoproj": "ioargoproj@0.0.0.jsii.tgz",
        "io/cert_manager": "iocert-manager@0.0.0.jsii.tgz",
        "io/cilium": "iocilium@0.0.0.jsii.tgz",
        "io/k8s/networking/gateway": "iok8snetworkinggateway@0.0.0.jsii.tgz",
    }
    expected = {
        f"{folder}/{name}"
        for folder, archive in archives.items()
        for name in ("__init__.py", "py.typed", "_jsii/__init__.py", f"_jsii/{archive}")
    }
    assert {name for name in files if (IMPORTS / name).is_file()} == expected


@pytest.mark.parametrize("module", MODULES)
def test_no_module_is_too_large_to_import_at_every_run(module: str) -> None:
    """Importing 500 kB takes about 13 ms, of which Node's part is half."""
    assert 100_000 < (ROOT / module.replace(".", "/") / "__init__.py").stat().st_size < 550_000


BOILERPLATE = re.compile(
    r"""
    | :schema:\ [\w#]+
    | :param\ \w+:
    | :param\ value:\ -
    | initialization\ props\.
    | (:param\ scope:\ )?the\ scope\ in\ which\ to\ define\ this\ object\.
    | (:param\ id:\ )?a\ scope-local\ name\ for\ the\ object\.
    | Type\ checking\ stubs
    | Defines\ a\ "\w+"\ API\ object\.
    | Renders\ a\ Kubernetes\ manifest\ for\ "\w+"\.
    | This\ can\ be\ used\ to\ inline\ resource\ manifests\ inside\ other\ objects\ \(e\.g\.\ as\ templates\)\.
    | Renders\ the\ object\ to\ Kubernetes\ JSON\.
    | Returns\ the\ apiVersion\ and\ kind\ for\ "\w+"\.
    """,
    re.VERBOSE,
)
"""What the generator writes by itself."""
MAX_VALUE = 30


def prose(node: ast.AST) -> Iterator[tuple[str, bool]]:
    """Yield each line of text in a module, and whether it stands below a member of an enum: its value."""
    for parent in ast.walk(node):
        enum = isinstance(parent, ast.ClassDef) and [ast.unparse(base) for base in parent.bases] == ["enum.Enum"]
        body: list[Any] = getattr(parent, "body", [])
        for before, statement in zip([None, *body], body if isinstance(body, list) else [], strict=False):
            if isinstance(statement, ast.Expr) and isinstance(statement.value, ast.Constant):
                for line in str(statement.value.value).splitlines():
                    yield line.strip(), enum and isinstance(before, ast.Assign)


@pytest.mark.parametrize("module", MODULES)
def test_no_prose_of_the_crds_is_kept(module: str) -> None:
    source = (ROOT / module.replace(".", "/") / "__init__.py").read_text(encoding="utf-8")
    lines = list(prose(ast.parse(source)))
    kept = [line for line, value in lines if not BOILERPLATE.fullmatch(line) and not (value and len(line) <= MAX_VALUE)]
    assert kept == []
    assert len(lines) > 1000


def documented(node: Any) -> Iterator[dict[str, Any]]:
    """Yield the documentation of each type and member of a jsii assembly."""
    if isinstance(node, dict):
        if isinstance(node.get("docs"), dict):
            yield node["docs"]
        for value in node.values():
            yield from documented(value)
    elif isinstance(node, list):
        for item in node:
            yield from documented(item)


def test_no_prose_of_the_crds_is_kept_in_the_archives() -> None:
    archives = sorted(IMPORTS.rglob("*.tgz"))
    for archive in archives:
        with tarfile.open(archive) as files:
            assembly = files.extractfile("package/.jsii")
            assert assembly is not None
            types = json.load(assembly)["types"].values()
        members = [member for entry in types if entry["kind"] == "enum" for member in entry["members"]]
        values = {member["docs"]["summary"] for member in members}
        texts = {doc.get(key, "") for doc in documented(list(types)) for key in ("summary", "remarks")} - values
        assert [text for text in texts if not BOILERPLATE.fullmatch(text)] == []
        assert max(map(len, values)) <= MAX_VALUE
    assert len(archives) == 4
