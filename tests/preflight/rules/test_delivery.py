"""Delivery: Applications, projects, sync waves, drift and Secrets."""

from pathlib import Path

from preflight.admission.judge import admission
from preflight.cluster import ClusterFacts
from preflight.reading.files import read
from preflight.report.text import findings_text
from preflight.rules.judge import judge
from preflight.snapshot import Snapshot
from tests.preflight.rules.judged import GATEWAY, POOL, ROUTE, SERVICE

import pytest

FACTS = ClusterFacts()
PROJECT = """
apiVersion: argoproj.io/v1alpha1
kind: AppProject
metadata: {name: shop, namespace: argocd}
spec:
  sourceRepos: ["*"]
  destinations: [{server: https://kubernetes.default.svc, namespace: web}]
  clusterResourceWhitelist: [{group: "cilium.*", kind: "*"}]
"""
SET = """
apiVersion: argoproj.io/v1alpha1
kind: ApplicationSet
metadata: {name: fleet, namespace: argocd}
spec:
  goTemplate: true
  generators: [{git: {repoURL: https://git.example.com/shop.git, revision: main, directories: [{path: dist/*}]}}]
  template:
    metadata: {name: "{{.path.basename}}"}
    spec:
      project: default
      destination: {server: https://kubernetes.default.svc, namespace: web}
      source: {repoURL: https://git.example.com/shop.git, path: "PATH", directory: {recurse: true}}
"""


def application(path: str = "dist/web", *, more: str = "", directory: str = "directory: {recurse: true}") -> str:
    return f"""
apiVersion: argoproj.io/v1alpha1
kind: Application
metadata: {{name: web, namespace: argocd}}
spec:
  project: shop
  destination: {{server: https://kubernetes.default.svc, namespace: web}}
  source: {{repoURL: https://git.example.com/shop.git, targetRevision: main, path: {path}, {directory}}}
  {more}
"""


def said(folder: Path, code: str, *, is_admitted: bool = True, **files: str) -> str:
    """Return what is said under a code of files: `web` is dist/web/web.yaml."""
    for name, text in files.items():
        file = folder / "dist" / name / f"{name}.yaml"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    reading = read([folder / "dist"])
    judged = admission(Snapshot(reading.manifests), FACTS)
    assert judged.admitted is is_admitted, findings_text(judged.findings)
    text = findings_text(each for each in judge(judged, FACTS).findings if each.code == code)
    return text.replace(f"{folder}/", "")


def together(*documents: str) -> str:
    return "---".join(documents)


def wave(document: str, number: int) -> str:
    return document.replace(
        "namespace: web}", f'namespace: web, annotations: {{argocd.argoproj.io/sync-wave: "{number}"}}}}'
    )


def test_a_file_that_no_application_applies(tmp_path: Path) -> None:
    assert said(tmp_path, "GH704", argocd=application(), web=SERVICE, pools=POOL) == (
        "dist/pools/pools.yaml:2:1: warning GH704: CiliumLoadBalancerIPPool common: No Application among the manifests "
        "applies its file: their paths are 'dist/web'.\n"
        "  fix: Put the file below one of the paths, or write an Application for it."
    )


@pytest.mark.parametrize("path", ["dist", "./dist/", "."])
def test_the_path_of_an_application_may_be_above(tmp_path: Path, path: str) -> None:
    assert said(tmp_path, "GH704", argocd=application(path), web=SERVICE, pools=POOL) == ""


def test_only_the_folder_itself_is_read_without_recurse(tmp_path: Path) -> None:
    flat = application("dist", directory="directory: {recurse: false}")
    (tmp_path / "dist").mkdir()
    (tmp_path / "dist" / "top.yaml").write_text(POOL, encoding="utf-8")
    assert "dist/web/web.yaml" in said(tmp_path, "GH704", argocd=flat, web=SERVICE)


def test_a_tool_may_read_files_from_anywhere(tmp_path: Path) -> None:
    assert said(tmp_path, "GH704", argocd=application(directory="kustomize: {}"), web=SERVICE, pools=POOL) == ""


MISSED = (
    "{file}: warning GH704: {object}: No Application among the manifests applies its file: their paths are {paths}.\n"
    "  fix: Put the file below one of the paths, or write an Application for it."
)
POOLS = "dist/pools/pools.yaml:2:1", "CiliumLoadBalancerIPPool common"


def missed(file: str, name: str, paths: str = "'dist/web'") -> str:
    return MISSED.format(file=file, object=name, paths=paths)


def test_a_folder_without_the_file_of_a_tool_is_a_directory(tmp_path: Path) -> None:
    plain = application(directory="")
    assert said(tmp_path, "GH704", argocd=plain, web=SERVICE, pools=POOL) == missed(*POOLS)
    both = together(plain, application("dist/pools", directory="").replace("name: web,", "name: pools,"))
    assert said(tmp_path, "GH704", argocd=both, web=SERVICE, pools=POOL) == ""
    unread = together(plain, application("elsewhere", directory="").replace("name: web,", "name: other,"))
    assert said(tmp_path, "GH704", argocd=unread, web=SERVICE, pools=POOL) == "", "it may be made by a tool"


@pytest.mark.parametrize("name", ["kustomization.yaml", "kustomization.yml", "Chart.yaml"])
def test_a_folder_with_the_file_of_a_tool_may_read_files_from_anywhere(tmp_path: Path, name: str) -> None:
    (tmp_path / "dist" / "web").mkdir(parents=True)
    (tmp_path / "dist" / "web" / name).write_text("name: web\n", encoding="utf-8")
    assert said(tmp_path, "GH704", argocd=application(directory=""), web=SERVICE, pools=POOL, is_admitted=False) == ""


def test_a_plain_path_does_not_take_the_folders_in_it(tmp_path: Path) -> None:
    (tmp_path / "dist").mkdir()
    (tmp_path / "dist" / "top.yaml").write_text(POOL, encoding="utf-8")
    argocd = application("dist", directory="")
    assert said(tmp_path, "GH704", argocd=argocd, web=SERVICE) == missed(
        "dist/web/web.yaml:2:1", "Service web/shop", "'dist'"
    )


def test_where_no_application_applies_anything_nothing_is_missed(tmp_path: Path) -> None:
    assert said(tmp_path, "GH704", argocd=application("elsewhere"), web=SERVICE) == ""
    assert said(tmp_path, "GH704", argocd="", web=SERVICE) == ""


@pytest.mark.parametrize(
    ("path", "covers"), [("{{.path.path}}", True), ("dist/{{name}}", True), ("dist/w{{x}}", False)]
)
def test_an_application_set_may_apply_what_its_path_can_become(tmp_path: Path, path: str, covers: bool) -> None:
    found = said(tmp_path, "GH704", argocd=SET.replace("PATH", path), web=SERVICE, pools=POOL)
    assert (found == "") is covers


def test_a_kind_and_a_namespace_that_a_project_forbids(tmp_path: Path) -> None:
    other = SERVICE.replace("namespace: web", "namespace: shop")
    namespaces = "\napiVersion: v1\nkind: Namespace\nmetadata: {name: web}\n"
    found = said(
        tmp_path, "GH705", argocd=together(application(), PROJECT), web=together(SERVICE, other, POOL, namespaces)
    )
    lines = [line.partition(": error GH705: ")[2] for line in found.splitlines() if "GH705" in line]
    of = "AppProject argocd/shop, of Application 'web',"
    assert lines == [
        f"Service shop/shop: metadata.namespace: {of} has no destination with namespace 'shop'.",
        f"Namespace web: kind: {of} forbids Namespace with its clusterResourceWhitelist.",
    ]


@pytest.mark.parametrize(
    ("lists", "forbidden"),
    [
        ("namespaceResourceWhitelist: []", None),
        ('namespaceResourceWhitelist: [{group: "", kind: Service}]', None),
        ('namespaceResourceWhitelist: [{group: "apps", kind: "*"}]', "namespaceResourceWhitelist"),
        ('namespaceResourceBlacklist: [{group: "", kind: Service}]', "namespaceResourceBlacklist"),
        ('namespaceResourceBlacklist: [{group: "apps", kind: Service}]', None),
    ],
)
def test_the_lists_of_a_project(tmp_path: Path, lists: str, forbidden: str | None) -> None:
    found = said(tmp_path, "GH705", argocd=together(application(), f"{PROJECT}  {lists}\n"), web=SERVICE)
    assert (found == "") is (forbidden is None)
    assert forbidden is None or f"forbids Service with its {forbidden}." in found


def test_destinations_may_be_patterns_and_refuse(tmp_path: Path) -> None:
    for namespace, allowed in {
        "w*": True,
        "'*'": True,
        "'{web,argocd}'": True,
        "'{shop,argocd}'": False,
        "shop": False,
        "'!web'": False,
        "'!{web,argocd}'": False,
    }.items():
        project = PROJECT.replace("namespace: web}", f"namespace: {namespace}}}")
        found = said(tmp_path, "GH705", argocd=together(application(), project), web=SERVICE)
        assert (found == "") is allowed
    other = PROJECT.replace("kubernetes.default.svc", "berlin.example.com")
    assert said(tmp_path, "GH705", argocd=together(application(), other), web=SERVICE) != ""


def test_defaults_in_lists_are_drift(tmp_path: Path) -> None:
    found = said(tmp_path, "GH701", argocd=application(), web=together(POOL, GATEWAY, SERVICE, ROUTE))
    assert "Gateway web/edge: spec.listeners[0].allowedRoutes: The API server adds defaults in its lists" in found
    assert "HTTPRoute web/shop: spec.parentRefs[0].group: " in found
    assert "CiliumLoadBalancerIPPool" not in found
    assert "Service web" not in found


@pytest.mark.parametrize(
    "more",
    [
        "syncPolicy: {syncOptions: [ServerSideApply=true]}",
        "ignoreDifferences: [{group: gateway.networking.k8s.io, kind: HTTPRoute, jsonPointers: [/spec/rules]}]",
    ],
)
def test_an_application_that_compares_otherwise(tmp_path: Path, more: str) -> None:
    assert said(tmp_path, "GH701", argocd=application(more=more), web=together(SERVICE, ROUTE)) == ""


def test_what_no_application_applies_does_not_drift(tmp_path: Path) -> None:
    assert said(tmp_path, "GH701", argocd=application(), shop=together(SERVICE, ROUTE), web=POOL) == ""


def test_server_side_diff_is_chosen_by_annotation(tmp_path: Path) -> None:
    annotated = application().replace(
        "namespace: argocd}",
        "namespace: argocd, annotations: {argocd.argoproj.io/compare-options: ServerSideDiff=true}}",
    )
    assert said(tmp_path, "GH701", argocd=annotated, web=together(SERVICE, ROUTE)) == ""


@pytest.mark.parametrize(("route", "service", "fires"), [(1, 2, True), (1, 1, False), (2, 1, False), (-1, 0, True)])
def test_a_route_before_its_service(tmp_path: Path, route: int, service: int, fires: bool) -> None:
    found = said(tmp_path, "GH703", web=together(POOL, GATEWAY, wave(ROUTE, route), wave(SERVICE, service)))
    assert bool(found) is fires


def test_waves_of_different_applications_are_no_matter(tmp_path: Path) -> None:
    two = together(application(), application("dist/shop").replace("name: web", "name: shop"))
    assert (
        said(tmp_path, "GH703", argocd=two, web=wave(ROUTE, 1), shop=wave(SERVICE, 2), pools=together(POOL, GATEWAY))
        == ""
    )


def test_a_gateway_before_its_pool_its_class_and_its_certificate(tmp_path: Path) -> None:
    late = {"argocd.argoproj.io/sync-wave": "3"}
    pool = POOL.replace("{name: common}", f"{{name: common, annotations: {late}}}")
    assert "gets its address from CiliumLoadBalancerIPPool common, which is in wave 3" in said(
        tmp_path, "GH703", web=together(pool, wave(GATEWAY, 1))
    )
    early = POOL.replace("common", "other")
    assert said(tmp_path, "GH703", web=together(pool, early, wave(GATEWAY, 1))) == ""


def test_a_certificate_before_its_issuer(tmp_path: Path) -> None:
    issuer = """
apiVersion: cert-manager.io/v1
kind: Issuer
metadata: {name: own, namespace: web}
spec: {selfSigned: {}}
"""
    certificate = """
apiVersion: cert-manager.io/v1
kind: Certificate
metadata: {name: edge, namespace: web}
spec: {secretName: edge-tls, dnsNames: [a.example.com], issuerRef: {name: own}}
"""
    assert (
        "Certificate web/edge: metadata.annotations[argocd.argoproj.io/sync-wave]: It is in sync wave 0 and has a "
        in (said(tmp_path, "GH703", web=together(wave(issuer, 2), wave(certificate, 0))))
    )


@pytest.mark.parametrize(
    ("fields", "names"),
    [
        ("data: {password: aGVsbG8=}", "'password'"),
        ("stringData: {b: x, a: z}", "'a' and 'b'"),
        ("data: {tls.crt: aGVsbG8=, tls.key: aGVsbG8=}", "'tls.key'"),
        ("data: {tls.crt: aGVsbG8=}", None),
        ("stringData: {password: ''}", None),
        ("stringData: {password: 'ENC[AES256_GCM,data:x]', user: '<path:secret#user>'}", None),
        ("type: Opaque", None),
    ],
)
def test_the_values_of_a_secret(tmp_path: Path, fields: str, names: str | None) -> None:
    text = f"apiVersion: v1\nkind: Secret\nmetadata: {{name: shop, namespace: web}}\n{fields}\n"
    found = said(tmp_path, "GH702", web=text)
    assert (found == "") is (names is None)
    assert names is None or f"It has values for {names}: whoever reads the files" in found
