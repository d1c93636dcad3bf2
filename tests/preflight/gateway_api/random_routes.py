"""Random small clusters: a Gateway with some HTTP listeners, HTTPRoutes that overlap, and requests to them."""

from typing import Any

from preflight.gateway_api.objects import NamespacedName
from preflight.gateway_api.requests import Request
from tests.preflight.gateway_api.states import Json, gateway, listener, route, service

from hypothesis import strategies as st

HOSTNAMES = ("", "*.c", "*.b.c", "a.b.c", "x.b.c", "*.a.b.c")
HOSTS = ("a.b.c", "x.b.c", "y.b.c", "q.a.b.c", "z.c", "other")
PATHS = (
    ("PathPrefix", "/"),
    ("PathPrefix", "/"),
    ("PathPrefix", "/m"),
    ("PathPrefix", "/m/"),
    ("PathPrefix", "/m/n"),
    ("Exact", "/m"),
    ("Exact", "/m/"),
    ("RegularExpression", "/m.*"),
    ("RegularExpression", "/.*/n"),
)
SENT_PATHS = ("/", "/m", "/m/", "/mm", "/m/n", "/m/n/o", "/o/n")
TIMES = ("2026-01-01T00:00:00Z", "2026-01-02T00:00:00Z", "2026-01-03T00:00:00Z")
METHODS = ("GET", "POST")
SENT: tuple[tuple[str, dict[str, str], str], ...] = (
    ("GET", {}, ""),
    ("POST", {"x-one": "1", "x-two": "1"}, "q=1&q=2"),
    ("GET", {"x-one": "1", "x-two": "2"}, "q=1"),
)


def _items(name: str) -> st.SearchStrategy[list[Json]]:
    return st.sampled_from([[], [], [{"name": name, "value": "1"}]])


MATCHES = st.builds(
    lambda path, method, first, second, query: {
        "path": {"type": path[0], "value": path[1]},
        **({"method": method} if method else {}),
        "headers": first + second,
        "queryParams": query,
    },
    st.sampled_from(PATHS),
    st.sampled_from([None, None, *METHODS]),
    _items("x-one"),
    _items("x-two"),
    _items("q"),
)


@st.composite
def clusters(draw: st.DrawFn, *, ports: bool) -> list[Json]:
    """Draw a Gateway and its routes; its listeners may have different ports."""
    names = draw(st.lists(st.sampled_from(HOSTNAMES), min_size=1, max_size=3, unique=True))
    listeners = []
    for number, hostname in enumerate(names):
        port = draw(st.sampled_from([80, 8080])) if ports else 80
        listeners.append(listener(f"l{number}", port=port, **({"hostname": hostname} if hostname else {})))
    documents: list[Json] = [gateway(*listeners)]
    for number in range(draw(st.integers(1, 4))):
        hostnames = draw(st.lists(st.sampled_from(HOSTNAMES[1:]), max_size=2, unique=True))
        sections = draw(st.lists(st.sampled_from([f"l{each}" for each in range(len(names))]), max_size=1))
        named: dict[str, Any] = {"hostnames": hostnames} if hostnames else {}
        rules = draw(st.lists(st.lists(MATCHES, min_size=1, max_size=2), min_size=1, max_size=2))
        documents.append(
            route(
                f"r{number}",
                parents=[{"name": "web"} | ({"sectionName": sections[0]} if sections else {})],
                created=draw(st.sampled_from(TIMES)),
                rules=[
                    {"matches": matches, "backendRefs": [{"name": f"s{number}-{index}", "port": 80}]}
                    for index, matches in enumerate(rules)
                ],
                **named,
            )
        )
        documents += [service(f"s{number}-{index}") for index in range(len(rules))]
    return documents


def requests(ports: tuple[int, ...]) -> list[Request]:
    """Return requests for all hosts and paths, with some methods, headers and parameters."""
    return [
        Request(
            scheme="http",
            host=host,
            port=port,
            path=path,
            method=method,
            headers=headers,
            query=query,
            gateway=NamespacedName("infra", "web"),
        )
        for host in HOSTS
        for path in SENT_PATHS
        for port in ports
        for method, headers, query in SENT
    ]


def routes_of(documents: list[Json]) -> list[Any]:
    """Return the routes of a cluster."""
    return [each for each in documents if each["kind"] == "HTTPRoute"]
