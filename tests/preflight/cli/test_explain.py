"""`explain`: what is asked of which manifests, in which format it is answered, and the exit code."""

import json
from pathlib import Path

from preflight.cli import app

import pytest
from typer.testing import CliRunner, Result

MANIFESTS = """\
apiVersion: gateway.networking.k8s.io/v1
kind: Gateway
metadata: {name: gateway, namespace: web}
spec:
  gatewayClassName: cilium
  listeners:
    - {name: http, protocol: HTTP, port: 80}
---
apiVersion: gateway.networking.k8s.io/v1
kind: HTTPRoute
metadata: {name: shop, namespace: web}
spec:
  parentRefs: [{name: gateway}]
  hostnames: [shop.example.link]
  rules:
    - matches: [{path: {type: PathPrefix, value: /api}, method: POST}]
      backendRefs: [{name: shop, port: 80}]
    - matches: [{headers: [{name: X-Team, value: web}]}]
      backendRefs: [{name: shop, port: 81}]
---
apiVersion: v1
kind: Service
metadata: {name: shop, namespace: web}
spec: {ports: [{name: a, port: 80}, {name: b, port: 81}]}
"""
URL = "http://shop.example.link/api"


@pytest.fixture(autouse=True)
def in_a_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Work in a folder with manifests."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "dist").mkdir()
    (tmp_path / "dist" / "shop.yaml").write_text(MANIFESTS, encoding="utf-8")


def explain(*arguments: str) -> Result:
    """Run the command."""
    return CliRunner().invoke(app, ["explain", *arguments], prog_name="python -m preflight")


def first(*arguments: str) -> str:
    """Return the first line of an answer."""
    result = explain("dist", *arguments)
    assert (result.exit_code, result.stderr) == (0, "")
    return result.stdout.splitlines()[0]


NOBODY = "is answered with 404 by Gateway web/gateway: no route matches."


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ((URL,), f"GET {URL} {NOBODY}"),
        ((URL, "-X", "POST"), f"POST {URL} goes to Service web/shop port 80 (100 %)."),
        (("-X", "POST", URL), f"POST {URL} goes to Service web/shop port 80 (100 %)."),
        (
            ("http://192.0.2.1/", "-H", "Host: shop.example.link", "-H", "X-Team: web"),
            "GET http://shop.example.link/ goes to Service web/shop port 81 (100 %).",
        ),
        ((URL, "--gateway", "web/gateway"), f"GET {URL} {NOBODY}"),
        (
            ("http://shop.example.link", "--grpc", "a.B/C"),
            (
                "gRPC http://shop.example.link/a.B/C is answered with UNIMPLEMENTED (404) by Gateway web/gateway: "
                "no route matches."
            ),
        ),
        (("tls://shop.example.link",), "tls://shop.example.link:443 is rejected: there is no connection."),
    ],
)
def test_the_answer_comes_first_and_the_exit_code_is_0(arguments: tuple[str, ...], said: str) -> None:
    assert first(*arguments) == said


def test_the_cluster_file_and_the_semantics_count() -> None:
    Path("dist/shop.yaml").write_text(MANIFESTS.rpartition("---\n")[0], encoding="utf-8")
    missing = explain("dist", URL, "-X", "POST")
    assert missing.exit_code == 0
    assert missing.stdout.startswith(f"POST {URL} is answered with 500 by Gateway web/gateway: no backend works.\n")
    assert "  error GH202: HTTPRoute web/shop: spec.rules[0].backendRefs[0].name: " in missing.stdout
    assert "services: [{namespace: web, name: shop, ports: [80]}]" in missing.stdout
    assert "rules[1].backendRefs" not in missing.stdout
    Path("facts.yaml").write_text("services: [{namespace: web, name: shop, ports: [80]}]\n", encoding="utf-8")
    for semantics in ("spec", "cilium"):
        line = first(URL, "-X", "POST", "--cluster", "facts.yaml", "--semantics", semantics)
        assert line == f"POST {URL} goes to Service web/shop port 80 (100 %)."


def test_json_of_a_url_is_one_object() -> None:
    result = explain("dist", URL, "-X", "POST", "--format", "json")
    answer = json.loads(result.stdout)
    assert (answer["outcome"], answer["rule"], answer["backends"][0]["port"]) == ("backend", 0, 80)
    assert "location" not in answer


def test_requests_of_a_file_are_answered_in_order() -> None:
    Path("requests.yaml").write_text(f"- url: {URL}\n- {{url: {URL}, method: POST}}\n", encoding="utf-8")
    text = explain("dist", "--requests", "requests.yaml")
    assert [line for line in text.stdout.splitlines() if line.startswith(("GET", "POST", "\n"))] == [
        f"GET {URL} {NOBODY}",
        f"POST {URL} goes to Service web/shop port 80 (100 %).",
    ]
    found = json.loads(explain("dist", "--requests", "requests.yaml", "--format", "json").stdout)
    assert [each["outcome"] for each in found] == ["direct", "backend"]


@pytest.mark.parametrize(("status", "code"), [(404, 0), (500, 1)])
def test_an_expectation_that_is_not_met_exits_1(status: int, code: int) -> None:
    Path("routes.yaml").write_text(f"- url: {URL}\n  expect: {{status: {status}}}\n", encoding="utf-8")
    result = explain("dist", "--expect", "routes.yaml")
    assert (result.exit_code, result.stderr) == (code, "")
    assert result.stdout.splitlines()[-1] == f"1 request: {1 - code} as expected, {code} failed."
    (entry,) = json.loads(explain("dist", "--expect", "routes.yaml", "--format", "json").stdout)
    assert ("failed" in entry) is bool(code)


def test_a_rejected_object_is_not_there_and_exits_1() -> None:
    Path("dist/shop.yaml").write_text(MANIFESTS.replace("hostnames:", "hostname:"), encoding="utf-8")
    result = explain("dist", URL, "-X", "POST")
    assert result.exit_code == 1
    assert result.stdout.startswith(f"POST {URL} {NOBODY}\n")
    assert "error GH120: HTTPRoute web/shop: spec.hostname: " in result.stderr


def test_what_cannot_be_read_exits_2_and_the_rest_answers() -> None:
    result = explain("dist", "nowhere.yaml", URL, "-X", "POST")
    assert result.exit_code == 2
    assert result.stdout.startswith(f"POST {URL} goes to")
    assert result.stderr == ("nowhere.yaml:1:1: error GH002: There is no such file or folder.\n  fix: Mend the path.\n")


@pytest.mark.parametrize(
    "arguments",
    [
        ("nowhere.yaml", URL),
        ("dist", "--requests", "nowhere.yaml"),
        ("dist", "--expect", "nowhere.yaml"),
        ("dist", URL, "--cluster", "nowhere.yaml"),
    ],
)
def test_where_nothing_can_be_answered_there_is_no_answer(arguments: tuple[str, ...]) -> None:
    result = explain(*arguments)
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.startswith("nowhere.yaml:1:1: error GH002: There is no such file or folder.\n")


def test_a_request_of_a_file_to_a_gateway_that_is_not_there_is_refused() -> None:
    Path("requests.yaml").write_text(f"- url: {URL}\n  gateway: web/gatway\n", encoding="utf-8")
    result = explain("dist", "--requests", "requests.yaml")
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr == (
        "requests.yaml:2:3: error GH002: [0].gateway: 'web/gatway' is no Gateway of the manifests. "
        "Allowed: 'web/gateway'.\n  fix: Write 'web/gateway'.\n"
    )


def test_without_a_gateway_none_can_be_asked() -> None:
    Path("dist/shop.yaml").write_text(MANIFESTS.partition("---\n")[2], encoding="utf-8")
    result = explain("dist", URL, "--gateway", "web/gateway")
    assert (result.exit_code, result.stdout) == (2, "")
    assert "Allowed: none: the manifests have no Gateway that is admitted. " in result.stderr
    assert explain("dist", URL).stdout.startswith(f"GET {URL} is rejected: there is no connection.\n")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("dist",), "Invalid value for URL: 'dist' has no scheme. Allowed: 'http', 'https', 'tls', 'tcp' and 'udp'."),
        ((URL,), "Invalid value for PATH: It is missing: name a file or folder before the URL; - is standard input."),
        (("dist", URL, "-X", "post"), "Invalid value for -X: 'post' is not a method."),
        (("dist", URL, "-H", "X-Team"), "Invalid value for -H: 'X-Team' has no ':'."),
        (("dist", URL, "--sni", "a.b"), "Invalid value for --sni: 'a.b' is given for a URL with http://."),
        (("dist", URL, "--grpc", "a"), "Invalid value for --grpc: 'a' names no method."),
        (("dist", URL, "--gateway", "a"), "Invalid value for --gateway: 'a' is not a namespace and a name."),
        (
            ("dist", URL, "--gateway", "a/b"),
            (
                "Invalid value for --gateway: 'a/b' is no Gateway of the manifests. Allowed: 'web/gateway'. "
                "Fix: write one of these, or leave it out."
            ),
        ),
        (
            ("dist", "--requests", "a", "--expect", "b"),
            "Invalid value for --expect: Name one of --requests and --expect.",
        ),
        (
            ("dist", "--requests", "a", "-X", "GET"),
            "Invalid value for -X: The requests of --requests say it themselves: leave it out.",
        ),
        (
            ("dist", URL, "--expect", "a"),
            f"Invalid value for URL: '{URL}' is a URL, and the requests are those of --expect: leave one of them out.",
        ),
    ],
)
def test_wrong_usage_is_said_with_what_is_allowed(arguments: tuple[str, ...], said: str) -> None:
    result = explain(*arguments)
    assert (result.exit_code, result.stdout) == (2, "")
    assert said in result.stderr


UNREACHABLE = """\
  As far as the manifests tell, nobody reaches Gateway web/gateway: Service web/cilium-gateway-gateway has no address: \
there is no CiliumLoadBalancerIPPool, and Cilium's address allocator does nothing before the first one.
"""
POOL = """\
apiVersion: cilium.io/v2
kind: CiliumLoadBalancerIPPool
metadata: {name: common}
spec: {blocks: [{cidr: 192.0.2.0/24}]}
"""


@pytest.mark.parametrize("arguments", [(URL,), (URL, "-X", "POST")])
def test_whoever_answers_it_is_said_once_that_the_gateway_has_no_address(arguments: tuple[str, ...]) -> None:
    result = explain("dist", *arguments)
    assert result.stdout.endswith(UNREACHABLE)
    assert result.stdout.count("no address") == 1
    Path("dist/pool.yaml").write_text(POOL, encoding="utf-8")
    assert "no address" not in explain("dist", *arguments).stdout


def test_of_a_gateway_that_hides_its_own_service_nobody_says_that_it_is_not_reached() -> None:
    owned = "spec:\n  infrastructure: {labels: {io.cilium.gateway/owning-gateway: other}}\n  gatewayClassName"
    Path("dist/shop.yaml").write_text(MANIFESTS.replace("spec:\n  gatewayClassName", owned), encoding="utf-8")
    assert "nobody reaches" not in explain("dist", URL).stdout


def test_a_mistake_of_ours_in_an_answer_exits_3(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise RuntimeError("no more")

    monkeypatch.setattr("preflight.gateway_api.routing.Router.answer", fail)
    result = explain("dist", URL)
    assert (result.exit_code, result.stdout) == (3, "")
    assert " GH001: The search for who answers failed with RuntimeError at tests.preflight" in result.stderr


def test_an_object_of_a_kind_that_the_target_lacks_is_not_there_and_is_named() -> None:
    route = "apiVersion: gateway.networking.k8s.io/v1\nkind: TCPRoute\nmetadata: {name: a, namespace: web}\n"
    Path("dist", "tcp.yaml").write_text(route, encoding="utf-8")
    result = explain("dist", URL, "--target", "cilium=1.19")
    assert result.exit_code == 0
    assert "info GH103: TCPRoute web/a: apiVersion: No schema is known for the kind 'TCPRoute'" in result.stderr
