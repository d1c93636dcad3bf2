"""Routes of which only one gets the connections of a listener."""

from tests.preflight.rules.judged import SERVICE, listeners, said

TCP = listeners("[{name: db, port: 5432, protocol: TCP}, {name: other, port: 5433, protocol: TCP}]")
TLS = listeners('[{name: tls, port: 443, protocol: TLS, hostname: "*.example.com", tls: {mode: Passthrough}}]')
FIX = "  fix: Give each route a listener or a hostname of its own, or write one route with the backends of both."


def route(name: str, *, kind: str = "TCPRoute", section: str = "db", created: str = "", hostnames: str = "") -> str:
    return f"""
apiVersion: gateway.networking.k8s.io/v1
kind: {kind}
metadata: {{name: {name}, namespace: web{", creationTimestamp: " + repr(created) if created else ""}}}
spec:
  parentRefs: [{{name: edge, sectionName: {section}}}]
  {"hostnames: " + hostnames if hostnames else ""}
  rules: [{{backendRefs: [{{name: shop, port: 80}}]}}]
"""


def test_two_routes_of_a_listener() -> None:
    assert said("GH413", TCP, SERVICE, route("a"), route("b")) == (
        "error GH413: spec.parentRefs: Only the oldest route gets the connections of listener 'db': this one or "
        "TCPRoute "
        f"web/a, and the other gets none.\n{FIX}"
    )
    assert said("GH413", TCP, SERVICE, route("a"), route("b", section="other")) == ""


def test_the_older_one_gets_them_where_that_is_known() -> None:
    newer, older = route("a", created="2026-02-01T00:00:00Z"), route("b", created="2026-01-01T00:00:00Z")
    assert said("GH413", TCP, SERVICE, newer, older) == (
        "error GH413: spec.parentRefs: Only the oldest route gets the connections of listener 'db': TCPRoute web/b, "
        "and "
        f"this one gets none.\n{FIX}"
    )


def test_routes_of_tls_share_a_listener_by_hostname() -> None:
    one, same = (route(name, kind="TLSRoute", section="tls", hostnames="[a.example.com]") for name in "ab")
    other = route("c", kind="TLSRoute", section="tls", hostnames="[c.example.com]")
    assert "gets the connections of TLS for a.example.com: this one or TLSRoute web/a" in said(
        "GH413", TLS, SERVICE, one, same
    )
    assert said("GH413", TLS, SERVICE, one, other) == ""
