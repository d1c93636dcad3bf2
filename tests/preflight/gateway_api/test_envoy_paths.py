"""What Cilium's Envoy makes of paths where it differs from the specification, and where it does not."""

from preflight.gateway_api.semantics import CILIUM_1_20, SEMANTICS, SPEC, Semantics
from tests.preflight.gateway_api.asking import asked, path_match, rule
from tests.preflight.gateway_api.states import Json, gateway, route, service

import pytest
from hypothesis import given
from hypothesis import strategies as st

SAFE_REPLACEMENTS = ["/new", "/new/old"]


def modifier(replacement: str, *, full: bool = False) -> Json:
    if full:
        return {"type": "ReplaceFullPath", "replaceFullPath": replacement}
    return {"type": "ReplacePrefixMatch", "replacePrefixMatch": replacement}


def sent_to(path_modifier: Json, prefix: str, path: str, semantics: Semantics, kind: str = "PathPrefix") -> str:
    """Return the path that the backend gets."""
    rewrite = {"type": "URLRewrite", "urlRewrite": {"path": path_modifier}}
    one = rule(path_match(prefix, kind), filters=[rewrite])
    answer = asked(gateway(), service(), route(rules=[one]), semantics=semantics, path=path, query="q=1")
    assert answer.request is not None
    return answer.request.path.removesuffix("?q=1")


def location(path_modifier: Json, prefix: str, path: str, semantics: Semantics, query: str = "") -> str:
    """Return where the client is sent to, without the host."""
    redirect = {"type": "RequestRedirect", "requestRedirect": {"path": path_modifier}}
    rules = [{"matches": [path_match(prefix)], "filters": [redirect]}]
    answer = asked(gateway(), route(rules=rules), semantics=semantics, path=path, query=query)
    return (answer.location or "").removeprefix("http://shop.test")


@pytest.mark.parametrize(
    ("prefix", "replacement", "path", "envoy", "spec"),
    [
        ("/a", "/new/", "/a/b", "/new/b", "/new/b"),
        ("/a", "", "/a/b", "/b", "/b"),
        ("/a", "/", "/a", "/", "/"),
        ("/a/", "", "/a/b", "/b", "/b"),
        ("/a/", "/", "/a", "/a", "/"),
        ("/a/", "/", "/a/", "/", "/"),
        ("/", "/new/", "/b", "/new/b", "/new/b"),
        ("/", "/new", "/", "/new/", "/new/"),
        ("/", "/", "/b/", "/b/", "/b/"),
    ],
)
def test_replaced_prefixes(prefix: str, replacement: str, path: str, envoy: str, spec: str) -> None:
    assert sent_to(modifier(replacement), prefix, path, CILIUM_1_20) == envoy
    assert sent_to(modifier(replacement), prefix, path, SPEC) == spec


def test_an_empty_full_path_cuts_off_the_prefix() -> None:
    empty = modifier("", full=True)
    assert sent_to(empty, "/a", "/a/b", CILIUM_1_20) == "/b"
    assert sent_to(empty, "/a/b", "/a/b", CILIUM_1_20, "Exact") == "/a/b"
    assert sent_to(empty, "/a", "/a/b", SPEC) == "/"
    assert sent_to(modifier("/x", full=True), "/a", "/a/b", CILIUM_1_20) == "/x"


@pytest.mark.parametrize(
    ("prefix", "replacement", "path", "envoy", "spec"),
    [
        ("/a", "/", "/a/b", "//b", "/b"),
        ("/a", "/new/", "/a/b", "/new//b", "/new/b"),
        ("/a", "/new/", "/a", "/new/", "/new"),
        ("/a/", "/new", "/a/b", "/new/b", "/new/b"),
        ("/a", "", "/a/b", "/a/b", "/b"),
        ("/", "/new", "/b", "/newb", "/new/b"),
        ("/", "/new/", "/b", "/new/b", "/new/b"),
    ],
)
def test_redirects_to_another_prefix(prefix: str, replacement: str, path: str, envoy: str, spec: str) -> None:
    assert location(modifier(replacement), prefix, path, CILIUM_1_20) == envoy
    assert location(modifier(replacement), prefix, path, SEMANTICS["1.19"]) == envoy
    assert location(modifier(replacement), prefix, path, SPEC) == spec


def test_redirects_to_a_full_path() -> None:
    assert location(modifier("/new", full=True), "/a", "/a/b", CILIUM_1_20, "q=1") == "/new?q=1"
    assert location(modifier("/new?r=2", full=True), "/a", "/a/b", CILIUM_1_20, "q=1") == "/new?r=2"
    assert location(modifier("", full=True), "/a", "/a/b", CILIUM_1_20, "q=1") == "/a/b?q=1"


@given(
    prefix=st.sampled_from(["/a", "/a/", "/a/b"]),
    rest=st.lists(st.sampled_from(["c", "d"]), max_size=2),
    replacement=st.sampled_from(SAFE_REPLACEMENTS),
)
def test_where_no_replacement_ends_in_a_slash_all_agree(prefix: str, rest: list[str], replacement: str) -> None:
    """Oracle: the specification."""
    path, new = prefix.removesuffix("/") + "".join(f"/{each}" for each in rest), modifier(replacement)
    assert sent_to(new, prefix, path, CILIUM_1_20) == sent_to(new, prefix, path, SPEC)
    assert location(new, prefix, path, CILIUM_1_20) == location(new, prefix, path, SPEC)
