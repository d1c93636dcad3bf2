"""Manifests and their identity, whatever stands where its parts should be."""

from typing import Any

from preflight.finding import ResourceKey
from preflight.snapshot import Manifest, Snapshot

import pytest

KEYS: list[tuple[dict[str, Any], ResourceKey]] = [
    (
        {"apiVersion": "apps/v1", "kind": "Deployment", "metadata": {"name": "web", "namespace": "shop"}},
        ResourceKey("apps", "Deployment", "shop", "web"),
    ),
    (
        {"apiVersion": "v1", "kind": "Namespace", "metadata": {"name": "shop", "namespace": ""}},
        ResourceKey("", "Namespace", None, "shop"),
    ),
    ({"apiVersion": 1, "kind": [], "metadata": {"name": 1, "namespace": {}}}, ResourceKey("", "", None, "")),
    ({"metadata": "web"}, ResourceKey("", "", None, "")),
    ({}, ResourceKey("", "", None, "")),
]


@pytest.mark.parametrize(("data", "key"), KEYS)
def test_the_key_is_what_the_manifest_says_or_empty(data: dict[str, Any], key: ResourceKey) -> None:
    assert Manifest(data=data).key == key


@pytest.mark.parametrize(
    ("api_version", "group", "version"),
    [("v1", "", "v1"), ("apps/v1", "apps", "v1"), ("a/b/c", "a/b", "c"), ("", "", ""), (1, "", "")],
)
def test_the_api_version_is_a_group_and_a_version(api_version: object, group: str, version: str) -> None:
    manifest = Manifest(data={"apiVersion": api_version})
    assert (manifest.group, manifest.version) == (group, version)


def test_a_key_is_written_with_its_namespace_where_it_has_one() -> None:
    assert str(ResourceKey("apps", "Deployment", "shop", "web")) == "Deployment shop/web"
    assert str(ResourceKey("", "Namespace", None, "shop")) == "Namespace shop"


def test_a_snapshot_finds_all_manifests_of_a_key_in_their_order() -> None:
    first, other, second = (
        Manifest(data={"apiVersion": "v1", "kind": "ConfigMap", "metadata": {"name": name, "namespace": "web"}})
        for name in ("a", "b", "a")
    )
    found = Snapshot((first, other, second)).by_key
    assert found[first.key] == (first, second)
    assert found[other.key] == (other,)
