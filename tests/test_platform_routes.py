"""The platform of main.py answers what it is to answer, and nothing else: the program is run, and asked."""

from preflight.testing import Routes, routes
from tools.imports import ROOT

import pytest

SSO, ARGO_CD = "https://sso.example.link", "https://argocd.example.link"


@pytest.mark.parametrize(
    "path",
    [
        *("/realms", "/realms/", "/realms/master/protocol/openid-connect/auth", "/realms/customers?x=1"),
        *("/resources/app.js", "/.well-known/openid-configuration", "/robots.txt", "/robots.txt?x=1"),
    ],
)
def test_what_users_need_reaches_keycloak_as_it_is(platform: Routes, path: str) -> None:
    platform.get(SSO + path).reaches("keycloak/keycloak:80").forwards(host="sso.example.link", path=path)
    assert platform.post(SSO + path).answer.outcome == "backend"


@pytest.mark.parametrize(
    "path",
    [
        *(
            "/",
            "/admin",
            "/admin/",
            "/admin/master/console/",
            "/metrics",
            "/health",
            "/health/ready",
            "/js/keycloak.js",
        ),
        *("/realms/../admin", "/realms/%2e%2e/admin", "/resources/./../admin/"),
        *("/realmsx", "/REALMS", "/robots.txt/", "/robots.txt/a", "//realms", "/admin/realms", "/.well-knownx"),
    ],
)
def test_the_closed_paths_of_keycloak_are_closed_to_every_method(platform: Routes, path: str) -> None:
    asked = [platform.request(method, SSO + path) for method in ("GET", "POST", "PUT", "DELETE", "OPTIONS", "HEAD")]
    assert {each.is_not_exposed().answer.status for each in asked} == {404}


@pytest.mark.parametrize("path", ["/", "/applications", "/api/v1/session", "/auth/callback?code=1"])
def test_argo_cd_answers_on_https_and_http_redirects_there(platform: Routes, path: str) -> None:
    platform.get(ARGO_CD + path).reaches("argocd/argocd-server:80")
    platform.get(f"http://argocd.example.link{path}").redirects_to(ARGO_CD + path, status=301)


@pytest.mark.parametrize(
    "host", ["example.link", "www.example.link", "sso.example.link", "example.io", "a.b.example.io"]
)
@pytest.mark.parametrize("path", ["/", "/realms/customers?x=1"])
def test_plain_http_is_redirected_and_never_reaches_a_backend(platform: Routes, host: str, path: str) -> None:
    platform.get(f"http://{host}{path}").redirects_to(f"https://{host}{path}", status=301)


@pytest.mark.parametrize(
    "host", ["other.example.link", "a.sso.example.link", "argocd.example.io", "sso.example.io", "keycloak.example.link"]
)
def test_unknown_hosts_of_the_domains_are_not_exposed(platform: Routes, host: str) -> None:
    platform.get(f"https://{host}/realms/customers").is_not_exposed().answers(404)


@pytest.mark.parametrize("host", ["example.link", "example.org", "192.0.2.240", "sso.example.link.example.org"])
def test_without_a_certificate_there_is_no_connection(platform: Routes, host: str) -> None:
    platform.get(f"https://{host}/").is_not_exposed().is_rejected()


def test_a_host_header_opens_nothing(platform: Routes) -> None:
    platform.get("http://192.0.2.240/admin", headers={"Host": "example.org"}).is_not_exposed()
    platform.get("https://argocd.example.link/admin", headers={"Host": "sso.example.link"}).is_not_exposed()


@pytest.mark.parametrize("port", [8080, 8443, 9000])
def test_other_ports_are_refused(platform: Routes, port: int) -> None:
    platform.get(f"https://sso.example.link:{port}/realms").is_rejected()


def test_an_implementation_of_the_specification_answers_the_same() -> None:
    platform = routes(ROOT / "dist", cluster=ROOT / "cluster.yaml", semantics="spec")
    platform.get(f"{SSO}/realms/customers").reaches("keycloak/keycloak:80")
    platform.get(f"{SSO}/admin").is_not_exposed()
    platform.get("http://argocd.example.link/").redirects_to(f"{ARGO_CD}/", status=301)
