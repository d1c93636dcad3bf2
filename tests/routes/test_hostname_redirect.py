"""HostnameRedirect: www to the main domain, and the like."""

from typing import Any

from constructs_lib import AllowedRoutes, Gateway, HostnameRedirect, Listener
from tests.conftest import Manifests, refusal

import pytest
from cdk8s import Chart

GATEWAY = Gateway.from_existing(
    name="gateway",
    namespace="common",
    listeners=[Listener.https("https", hostname="*.example.com", allowed_routes=AllowedRoutes.all())],
)
HTTPS = GATEWAY.listener("https")


def test_www_is_redirected_to_the_main_domain_for_good(chart: Chart, manifests: Manifests) -> None:
    HostnameRedirect(chart, "www", parent_refs=[HTTPS], hostnames=["www.example.com"], to="example.com")
    (manifest,) = manifests()
    assert manifest["metadata"] == {
        "name": "www",
        "namespace": "common",
        "annotations": {"argocd.argoproj.io/sync-wave": "2"},
    }
    assert manifest["spec"]["hostnames"] == ["www.example.com"]
    assert manifest["spec"]["rules"] == [
        {
            "matches": [{"path": {"type": "PathPrefix", "value": "/"}}],
            "filters": [
                {
                    "type": "RequestRedirect",
                    "requestRedirect": {"scheme": "https", "hostname": "example.com", "statusCode": 301},
                }
            ],
        }
    ]


def test_a_redirect_may_be_in_another_namespace(chart: Chart, manifests: Manifests) -> None:
    HostnameRedirect(
        chart, "www", namespace="web", parent_refs=[HTTPS], hostnames=["www.example.com"], to="example.org"
    )
    assert manifests()[0]["metadata"]["namespace"] == "web"


def test_a_redirect_is_in_the_namespace_of_the_first_gateway(chart: Chart, manifests: Manifests) -> None:
    listeners = [Listener.https("https", hostname="*.example.com", allowed_routes=AllowedRoutes.all())]
    second = Gateway.from_existing(name="gateway", namespace="second", listeners=listeners)
    parents = [HTTPS, second.listener("https")]
    HostnameRedirect(chart, "www", parent_refs=parents, hostnames=["www.example.com"], to="example.com")
    (manifest,) = manifests()
    assert manifest["metadata"]["namespace"] == "common"
    assert [entry["namespace"] for entry in manifest["spec"]["parentRefs"]] == ["common", "second"]


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        (
            {"hostnames": ["www.example.com", "*.example.com"], "to": "a.example.com"},
            (
                "HostnameRedirect.hostnames[1]: '*.example.com' names 'a.example.com' too, which would be redirected "
                "to itself. Allowed: hostnames other than the one redirected to. Fix: leave it out, or name the "
                "hosts to redirect in full."
            ),
        ),
        (
            {"hostnames": ["example.com"]},
            (
                "HostnameRedirect.hostnames[0]: 'example.com' names 'example.com' too, which would be redirected "
                "to itself. Allowed: hostnames other than the one redirected to. Fix: leave it out, or name the "
                "hosts to redirect in full."
            ),
        ),
        (
            {"hostnames": []},
            (
                "HostnameRedirect.hostnames: [] redirects nothing. Allowed: one or more. Fix: write "
                "parent_refs=[gateway.https('NAME')], hostnames=['www.example.com']."
            ),
        ),
        (
            {"parent_refs": []},
            (
                "HostnameRedirect.parent_refs: [] redirects nothing. Allowed: one or more. Fix: write "
                "parent_refs=[gateway.https('NAME')], hostnames=['www.example.com']."
            ),
        ),
        (
            {"to": "*.example.com"},
            (
                "HostnameRedirect.to: '*.example.com' is a wildcard. Allowed: a DNS name without '*'. Fix: write "
                "'example.com'."
            ),
        ),
    ],
)
def test_what_redirects_nothing_or_to_itself_is_refused(chart: Chart, arguments: dict[str, Any], expected: str) -> None:
    given: dict[str, Any] = {"parent_refs": [HTTPS], "hostnames": ["www.example.com"], "to": "example.com"} | arguments
    assert refusal(lambda: HostnameRedirect(chart, "www", **given)) == expected
