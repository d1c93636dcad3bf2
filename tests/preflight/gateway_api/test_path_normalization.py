"""As which path Cilium's Envoy reads the one that a client sends."""

from preflight.gateway_api.path_normalization import normalized
from preflight.gateway_api.semantics import SPEC
from tests.preflight.gateway_api.asking import asked, path_match, rule, services
from tests.preflight.gateway_api.states import gateway, route, service

import pytest
from hypothesis import given
from hypothesis import strategies as st


@pytest.mark.parametrize(
    ("sent", "read"),
    [
        ("/", "/"),
        ("", "/"),
        ("/A/b", "/A/b"),
        ("/%61dmin", "/admin"),
        ("/%41%7e%5F%2d%30", "/A~_-0"),
        ("/a/b/%2E%2E/c", "/a/c"),
        ("/a/b/%2e./c", "/a/c"),
        ("/a%2eb", "/a.b"),
        ("/a/..\\c", "/c"),
        ("/a//b", "/a//b"),
        ("/a%2Fb/%2f%5c", "/a%2Fb/%2f%5c"),
        ("/a/..%2fb", "/a/..%2fb"),
        ("/%c3%A9", "/%c3%A9"),
        ("/%25%36%31", "/%2561"),
        ("/%2561", "/%2561"),
        ("/%", "/%"),
        ("/%6", "/%6"),
        ("/%zz", "/%zz"),
        ("/%%361", "/%2561"),
        ("/%%36%31", "/%2561"),
        ("/%6%31", "/%2561"),
        ("/{a}|", "/%7Ba%7D%7C"),
    ],
)
def test_what_envoy_reads(sent: str, read: str) -> None:
    assert normalized(sent) == read


@given(st.lists(st.sampled_from(["%", "6", "1", "a", "/", ".", "%61", "%2e", "%2F", "%25", "{"]), max_size=8))
def test_a_path_that_was_read_is_read_as_it_is(parts: list[str]) -> None:
    """Oracle: what is normalized twice is as what is normalized once, so that a backend cannot read something else."""
    read = normalized(f"/{''.join(parts)}")
    assert normalized(read) == read


def test_a_closed_path_is_closed_in_all_spellings() -> None:
    rules = [rule(path_match("/admin"), to="admin"), rule()]
    cluster = gateway(), service(), service("admin"), route(rules=rules)
    answer = asked(*cluster, path="/%61dmin/x")
    assert (services(answer), answer.request and answer.request.path) == ({"admin": 1}, "/admin/x")
    assert answer.why[0] == "Envoy reads the path /%61dmin/x as /admin/x."
    assert services(asked(*cluster, path="/%61dmin", semantics=SPEC)) == {"app": 1}
    assert "Envoy" not in " ".join(asked(*cluster, path="/a%2Fb").why)
