"""Generate the typed L1 classes under imports/ from the CRDs pinned in cdk8s.yaml (`make imports`).

The CRDs are reduced to the facts that the classes need (of the large ones, to the fields in tools/pruning.py), one
document a group, and handed to `cdk8s import`: one import for each group, since imports of the same group overwrite
each other.
"""

import argparse
import gzip
import io
import re
import subprocess
import sys
import tarfile
import tempfile
import urllib.error
import urllib.request
import zlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tools.pruning import PruningError, pruned

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

SOURCE = re.compile(
    r"https://(?:github|raw\.githubusercontent)\.com/[^/]+/(?P<project>[^/]+)/(?:releases/download/)?(?P<version>v[^/]+)/"
)
MAX_SOURCE_BYTES = 64 * 1024 * 1024
FETCH_TIMEOUT_SECONDS = 60


class ImportsError(Exception):
    """What keeps imports/ from being generated, said to the user; imports/ is left as it was."""


@dataclass(frozen=True)
class Source:
    """One CRD source of cdk8s.yaml."""

    url: str
    project: str
    version: str

    @classmethod
    def parse(cls, url: str) -> "Source":
        """Read project and version off a GitHub release or raw URL; anything else raises ImportsError."""
        match = SOURCE.match(url)
        if match is None:
            raise ImportsError(
                f"cdk8s.yaml: imports: {url!r} is not the URL of a file in a GitHub release or tag; write "
                "https://github.com/OWNER/PROJECT/releases/download/vX.Y.Z/FILE.yaml or "
                "https://raw.githubusercontent.com/OWNER/PROJECT/vX.Y.Z/PATH.yaml"
            )
        return cls(url=url, project=match["project"], version=match["version"])

    @property
    def folder(self) -> str:
        """The folder below CRDS that holds these files, such as `cilium-v1.20.0`."""
        return f"{self.project}-{self.version}"


def pinned_sources(config: Path) -> list[Source]:
    """Return the sources under `imports` of a cdk8s.yaml, in its order."""
    urls = yaml.safe_load(config.read_text(encoding="utf-8")).get("imports")
    if not isinstance(urls, list) or not urls:
        raise ImportsError(f"{config.name}: imports is {urls!r}; list the URLs of the CRDs there")
    return [Source.parse(str(url)) for url in urls]


def fetch(url: str) -> str:
    """Download one file of at most 64 MiB."""
    print(f"  fetch {url}", flush=True)
    try:
        # Source.parse has let https only through.
        with urllib.request.urlopen(url, timeout=FETCH_TIMEOUT_SECONDS) as response:  # noqa: S310
            data: bytes = response.read(MAX_SOURCE_BYTES + 1)
    except (urllib.error.URLError, TimeoutError) as error:
        raise ImportsError(
            f"{url}: {error}; check the URL and the network, or take local files: make imports CRDS=folder"
        ) from error
    if len(data) > MAX_SOURCE_BYTES:
        raise ImportsError(f"{url}: more than {MAX_SOURCE_BYTES} bytes; a file of CRDs is smaller, check the URL")
    return data.decode("utf-8")


def local_files(crds: Path, sources: Iterable[Source]) -> Iterator[tuple[str, str]]:
    """Yield (name, text) of every YAML file in the folders below `crds` that the sources' versions name."""
    for name in sorted({source.folder for source in sources}):
        folder = crds / name
        files = sorted(folder.glob("*.yaml"))
        if not files:
            raise ImportsError(
                f"{folder}: no *.yaml files there; cdk8s.yaml pins {name}, so CRDS needs a folder of that name"
            )
        print(f"  read {folder} ({len(files)} files)", flush=True)
        for file in files:
            yield str(file), file.read_text(encoding="utf-8")


def crd_documents(name: str, text: str) -> list[dict[str, Any]]:
    """Return the CustomResourceDefinitions of a YAML stream; other objects in it are passed over."""
    try:
        if any(isinstance(event, yaml.AliasEvent) for event in yaml.parse(text, Loader=yaml.CSafeLoader)):
            raise ImportsError(f"{name}: contains a YAML alias; a CRD has none, check where the file comes from")
        documents = list(yaml.load_all(text, Loader=yaml.CSafeLoader))
    except yaml.YAMLError as error:
        raise ImportsError(f"{name}: not YAML: {error}") from error
    return [
        document
        for document in documents
        if isinstance(document, dict) and document.get("kind") == "CustomResourceDefinition"
    ]


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


def by_group(files: Iterable[tuple[str, str]]) -> dict[str, list[dict[str, Any]]]:
    """Sort the wanted CRDs into one reduced list a group; a kind that is missing or there twice raises ImportsError."""
    found: dict[tuple[str, str], dict[str, Any]] = {}
    for name, text in files:
        for crd in crd_documents(name, text):
            group, kind = crd["spec"]["group"], crd["spec"]["names"]["kind"]
            version = KINDS.get(group, {}).get(kind)
            if version is None:
                continue
            if (group, kind) in found:
                raise ImportsError(f"{name}: {kind} of {group} comes from two sources; leave one in cdk8s.yaml")
            found[group, kind] = reduced(crd, version)
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


def stored_gzip(data: bytes) -> bytes:
    """Wrap bytes in gzip without compressing them: the same bytes from every zlib and processor."""
    blocks = [data[start : start + 0xFFFF] for start in range(0, len(data), 0xFFFF)] or [b""]
    out = bytearray(b"\x1f\x8b\x08\x00\x00\x00\x00\x00\x00\xff")
    for number, block in enumerate(blocks, start=1):
        size = len(block)
        out += (
            bytes([number == len(blocks)]) + size.to_bytes(2, "little") + (size ^ 0xFFFF).to_bytes(2, "little") + block
        )
    return bytes(out + zlib.crc32(data).to_bytes(4, "little") + (len(data) & 0xFFFFFFFF).to_bytes(4, "little"))


def normalise_archive(archive: Path) -> None:
    """Rewrite a jsii archive so that its bytes depend on nothing but the files in it."""
    with tarfile.open(fileobj=io.BytesIO(gzip.decompress(archive.read_bytes()))) as old:
        files = {member.name: old.extractfile(member) for member in old.getmembers() if member.isfile()}
        contents = {name: file.read() for name, file in files.items() if file is not None}
    plain = io.BytesIO()
    with tarfile.open(fileobj=plain, mode="w", format=tarfile.USTAR_FORMAT) as new:
        for name in sorted(contents):
            member = tarfile.TarInfo(name)
            member.size = len(contents[name])
            new.addfile(member, io.BytesIO(contents[name]))
    archive.write_bytes(stored_gzip(plain.getvalue()))


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
        sources = pinned_sources(ROOT / "cdk8s.yaml")
        files = (
            ((source.url, fetch(source.url)) for source in sources)
            if options.crds is None
            else local_files(options.crds, sources)
        )
        groups = by_group(files)
        print("==> imports/", flush=True)
        with tempfile.TemporaryDirectory() as folder:
            generated = Path(folder) / "imports"
            for group, crds in groups.items():
                generate(group, crds, generated)
            for archive in sorted(generated.rglob("*.tgz")):
                normalise_archive(archive)
            replace_imports(generated)
    except ImportsError as error:
        print(f"error: {error}", file=sys.stderr)
        return 2
    print("imports/ is current", flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
