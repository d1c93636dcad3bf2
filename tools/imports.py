"""Generate imports/ from the pinned CRDs (`make imports`): the typed L1 classes, and what admission needs in schemas/.

For the classes, the CRDs that cdk8s.yaml pins are reduced to the facts that the classes need (of the large ones, to
the fields in tools/pruning.py), one document a group, and handed to `cdk8s import`: one import for each group, since
imports of the same group overwrite each other. tools/schemas.py writes schemas/.
"""

import argparse
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from tools.archives import normalise_archive
from tools.crd_sources import Crd, ImportsError, pinned_sources, read_crds
from tools.pruning import PruningError, pruned
from tools.schemas import write_schemas
from tools.targets import TARGETS, WITHOUT_CLASS

import yaml

ROOT = Path(__file__).resolve().parent.parent
IMPORTS = ROOT / "imports"
CDK8S_CLI = ROOT / "node_modules" / "cdk8s-cli" / "bin" / "cdk8s"

KINDS: Mapping[str, Mapping[str, str]] = {
    "argoproj.io": {"AppProject": "v1alpha1", "Application": "v1alpha1", "ApplicationSet": "v1alpha1"},
    "cert-manager.io": {"Certificate": "v1", "ClusterIssuer": "v1", "Issuer": "v1"},
    "cilium.io": {
        "CiliumBGPAdvertisement": "v2",
        "CiliumBGPClusterConfig": "v2",
        "CiliumBGPNodeConfigOverride": "v2",
        "CiliumBGPPeerConfig": "v2",
        "CiliumClusterwideNetworkPolicy": "v2",
        "CiliumGatewayClassConfig": "v2alpha1",
        "CiliumL2AnnouncementPolicy": "v2alpha1",
        "CiliumLoadBalancerIPPool": "v2",
        "CiliumNetworkPolicy": "v2",
    },
    "gateway.networking.k8s.io": {
        "BackendTLSPolicy": "v1",
        "GRPCRoute": "v1",
        "Gateway": "v1",
        "GatewayClass": "v1",
        "HTTPRoute": "v1",
        "ListenerSet": "v1",
        "ReferenceGrant": "v1",
        "TCPRoute": "v1",
        "TLSRoute": "v1",
        "UDPRoute": "v1",
    },
}
"""API group -> kind -> the version whose class is generated. One version a kind: its class then has the bare name."""

SCHEMA_KINDS = frozenset((group, kind) for group, kinds in KINDS.items() for kind in kinds) | {
    ("cilium.io", kind) for kind in WITHOUT_CLASS
}
"""Group and kind of each CRD in imports/schemas/."""


def without_prose(node: Any, *, names: bool = False) -> Any:
    """Drop every `description` keyword of a schema; `names` says that this mapping's keys are property names."""
    if isinstance(node, dict):
        return {
            key: without_prose(value, names=key == "properties" and not names)
            for key, value in node.items()
            if names or key != "description"
        }
    if isinstance(node, list):
        return [without_prose(item) for item in node]
    return node


def reduced(crd: Mapping[str, Any], version: str) -> dict[str, Any]:
    """Keep of a CRD what its class is generated from: the names, the scope and one version's schema."""
    spec = crd["spec"]
    names = spec["names"]
    name = f"{names['plural']}.{spec['group']}"
    schemas = {entry["name"]: entry["schema"]["openAPIV3Schema"] for entry in spec["versions"]}
    if version not in schemas:
        raise ImportsError(
            f"CustomResourceDefinition {name}: has the versions {', '.join(sorted(schemas))}, not {version}; "
            "change KINDS in tools/imports.py or the pinned source in cdk8s.yaml"
        )
    try:
        schema = {"openAPIV3Schema": pruned(names["kind"], without_prose(schemas[version]))}
    except PruningError as error:
        raise ImportsError(f"CustomResourceDefinition {name}: {error}; change KEPT in tools/pruning.py") from error
    return {
        "apiVersion": "apiextensions.k8s.io/v1",
        "kind": "CustomResourceDefinition",
        "metadata": {"name": name},
        "spec": {
            "group": spec["group"],
            "names": {"kind": names["kind"], "plural": names["plural"]},
            "scope": spec["scope"],
            "versions": [{"name": version, "schema": schema, "served": True, "storage": True}],
        },
    }


def by_group(crds: Iterable[Crd]) -> dict[str, list[dict[str, Any]]]:
    """Sort the wanted CRDs into one reduced list a group; a kind that is missing or there twice raises ImportsError."""
    found: dict[tuple[str, str], dict[str, Any]] = {}
    for crd in crds:
        group, kind = crd.key
        version = KINDS.get(group, {}).get(kind)
        if version is None:
            continue
        if crd.key in found:
            raise ImportsError(f"{crd.origin}: {kind} of {group} comes from two sources; leave one in cdk8s.yaml")
        found[crd.key] = reduced(crd.content, version)
    wanted = {(group, kind) for group, kinds in KINDS.items() for kind in kinds}
    if missing := sorted(wanted - found.keys()):
        listed = ", ".join(f"{kind}.{group}" for group, kind in missing)
        raise ImportsError(f"cdk8s.yaml: imports: no source has {listed}; add its URL there")
    return {group: [found[group, kind] for kind in sorted(kinds)] for group, kinds in KINDS.items()}


def generate(group: str, crds: list[dict[str, Any]], output: Path) -> None:
    """Run `cdk8s import` for one group's CRDs."""
    print(f"  generate {group}: {', '.join(crd['spec']['names']['kind'] for crd in crds)}", flush=True)
    with tempfile.TemporaryDirectory() as folder:
        combined = Path(folder) / "crds.yaml"
        combined.write_text(yaml.safe_dump_all(crds, sort_keys=True), encoding="utf-8")
        command = ["node", str(CDK8S_CLI), "import", str(combined), "--language", "python", "--output", str(output)]
        command += ["--save=false", "--check-upgrade=false"]
        # Run outside the project: there `cdk8s import` finds no cdk8s.yaml to read or change.
        done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    if done.returncode != 0:
        raise ImportsError(f"cdk8s import of {group} failed:\n{done.stdout}{done.stderr}")


def replace_imports(generated: Path) -> None:
    """Put the generated tree in the place of imports/; byte code of unchanged modules stays."""
    wanted = {file.relative_to(generated) for file in generated.rglob("*") if file.is_file()}
    present = {file.relative_to(IMPORTS) for file in IMPORTS.rglob("*") if file.is_file()}
    for name in sorted(present - wanted):
        if "__pycache__" not in name.parts:
            (IMPORTS / name).unlink()
    for name in sorted(wanted):
        content = (generated / name).read_bytes()
        target = IMPORTS / name
        if not target.is_file() or target.read_bytes() != content:
            print(f"  write imports/{name}", flush=True)
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(content)


def main() -> int:
    """Generate imports/; exit 0 when it is current, 2 when a source or the generator fails."""
    parser = argparse.ArgumentParser(prog="make imports", description=__doc__)
    parser.add_argument("--crds", type=Path, metavar="FOLDER", help="take the CRDs from FOLDER/PROJECT-VERSION/*.yaml")
    options = parser.parse_args()
    try:
        print("==> CRDs", flush=True)
        pinned = pinned_sources(ROOT / "cdk8s.yaml")
        targets = {name: target.sources(pinned) for name, target in TARGETS.items()}
        crds = read_crds([source for sources in targets.values() for source in sources], options.crds)
        folders = {source.folder for source in pinned}
        groups = by_group(crd for folder, found in crds.items() if folder in folders for crd in found)
        print("==> imports/", flush=True)
        with tempfile.TemporaryDirectory() as folder:
            generated = Path(folder) / "imports"
            for group, entries in groups.items():
                generate(group, entries, generated)
            for archive in sorted(generated.rglob("*.tgz")):
                normalise_archive(archive)
            write_schemas(crds, targets, SCHEMA_KINDS, generated / "schemas")
            replace_imports(generated)
    except ImportsError as error:
        print(f"error: {error}", file=sys.stderr)
        return 2
    print("imports/ is current", flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
