"""One outcome for the tests of all formats: of each severity, with every optional field, and with hostile texts."""

from collections.abc import Callable
from io import StringIO
from typing import Any, NamedTuple, TextIO

from preflight.admission.verdict import Verdict
from preflight.field_path import FieldPath, Key
from preflight.finding import Finding, ResourceKey, Source
from preflight.report.outcome import Outcome
from preflight.snapshot import Manifest

ROUTES = "gateway.networking.k8s.io"
HOSTILE = "\x1b[31m[red]\n::error::x\u202e%](y"
HOSTILE_FILE = "a b,c:\x07%\udcff.yaml"


class Place(NamedTuple):
    """Where an object begins, and for these tests each of its fields."""

    file: str
    line: int

    def source(self, path: FieldPath) -> Source:
        return Source(self.file, self.line, 1)


def verdict(api_version: str, key: ResourceKey, place: Place | None, *findings: Finding) -> Verdict:
    """Return the verdict on an object with these findings."""
    metadata = {"name": key.name, **({"namespace": key.namespace} if key.namespace else {})}
    data: dict[str, Any] = {"apiVersion": api_version, "kind": key.kind, "metadata": metadata}
    return Verdict(manifest=Manifest(data=data, origin=place), object=data, findings=findings)


WEB = ResourceKey(ROUTES, "HTTPRoute", "apps", "web")
SHOP = ResourceKey(ROUTES, "GRPCRoute", "apps", "shop")
WIDGET = ResourceKey("example.com", "Widget", None, "w")
BAD = ResourceKey("", "ConfigMap", None, HOSTILE)
CLEAN = ResourceKey(ROUTES, "Gateway", "infra", "main")

TYPE = Finding(
    code="GH123",
    path=("spec", "rules", 0, "matches", 1, "path", "type"),
    reason="'Glob' is not one of 'Exact' and 'PathPrefix'.",
    fix="Write one of these.",
    resource=WEB,
    source=Source("apps.yaml", 14, 15),
    construct="platform/apps/web",
    written_at="main.py:42",
)
RULE = Finding(
    code="GH140",
    path=("spec", "rules", 0),
    reason="A redirect has backends.",
    fix="Leave out 'backendRefs'.",
    rule="!has(self.backendRefs)",
    resource=WEB,
    source=Source("apps.yaml", 9, 7),
)
DEPRECATED = Finding(
    code="GH105",
    path=("apiVersion",),
    reason="'v1alpha2' is deprecated.",
    fix="Write 'v1'.",
    resource=SHOP,
    source=Source("apps.yaml", 30, 1),
)
UNKNOWN = Finding(code="GH103", reason="No schema is known for 'Widget'.", fix="Give its CRD.", resource=WIDGET)
LABEL = Finding(
    code="GH114",
    path=("metadata", "labels", Key("a\x1b[2J.b/c")),
    reason="The label is '\x9bx'.",
    fix="Leave \u2028 out.",
    resource=BAD,
    source=Source(HOSTILE_FILE, 2, 5),
)
UNREADABLE = Finding(
    code="GH002", reason="A tab indents the line.", fix="Indent with spaces.", source=Source("broken.yaml", 3, 1)
)

OUTCOME = Outcome(
    verdicts=(
        verdict(f"{ROUTES}/v1alpha2", SHOP, Place("apps.yaml", 30), DEPRECATED),
        verdict(f"{ROUTES}/v1", CLEAN, Place("gateway.yaml", 1)),
        verdict(f"{ROUTES}/v1", WEB, Place("apps.yaml", 1), TYPE, RULE),
        verdict("example.com/v1", WIDGET, None, UNKNOWN),
        verdict("v1", BAD, Place(HOSTILE_FILE, 1), LABEL),
    ),
    unreadable=(UNREADABLE,),
)


def written(write: Callable[[Outcome, TextIO], None], outcome: Outcome = OUTCOME) -> str:
    """Return what a format writes."""
    stream = StringIO()
    write(outcome, stream)
    return stream.getvalue()
