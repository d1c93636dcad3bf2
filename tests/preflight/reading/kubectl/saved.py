"""Saved objects for the tests, and what a cluster file made of them means."""

from pathlib import Path
from typing import Any

from preflight.cluster import ClusterFacts
from preflight.reading.cluster_file import cluster_facts
from preflight.reading.kubectl.facts import facts_text
from preflight.snapshot import Manifest

import yaml

Json = dict[str, Any]


def read(text: str) -> tuple[Manifest, ...]:
    """Return the objects in a text of YAML."""
    return tuple(Manifest(data=data) for data in yaml.safe_load_all(text))


def data(text: str) -> Any:
    """Return what the cluster file of the objects in a text says."""
    return yaml.safe_load(facts_text(read(text)))


def facts(folder: Path, text: str) -> ClusterFacts:
    """Return the facts in a cluster file with this text."""
    file = folder / "cluster.yaml"
    file.write_text(text, encoding="utf-8")
    return cluster_facts(file)


def deployment(name: str, image: str, *arguments: str, **metadata: Any) -> str:
    """Return a Deployment with one container."""
    container: Json = {"name": name, "image": image, "args": list(arguments)}
    return yaml.safe_dump(
        {
            "apiVersion": "apps/v1",
            "kind": "Deployment",
            "metadata": {"name": name, "namespace": "system", **metadata},
            "spec": {"template": {"spec": {"containers": [container]}}},
        }
    )


def config_map(name: str, **data: str) -> str:
    """Return a ConfigMap; underscores in keys stand for hyphens."""
    entries = {key.replace("_", "-"): value for key, value in data.items()}
    metadata = {"name": name, "namespace": "system"}
    return yaml.safe_dump({"apiVersion": "v1", "kind": "ConfigMap", "metadata": metadata, "data": entries})
