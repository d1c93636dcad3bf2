"""The rules about routes and their backends."""

from preflight.rules import argocd_server, connections, http_2, matches, network_policies, redirects, routes
from preflight.rules.model import Rule

ROUTES: tuple[Rule, ...] = (
    Rule(
        code="GH404",
        check=redirects.redirect_loops,
        why="Browsers give up with ERR_TOO_MANY_REDIRECTS. Before Cilium 1.20 a redirect to HTTPS that is attached to "
        "the HTTPS listener too, for want of a sectionName, redirects to itself.",
        upstream=("cilium#31717", "cilium#46359", "cilium#48373", "istio#47881"),
    ),
    Rule(
        code="GH405",
        check=matches.unreachable_matches,
        why="The rule is dead: what it would do, such as a redirect or another backend, never happens. Cilium puts "
        "regular expressions before all path prefixes, so that a pattern such as /.* takes what prefixes were meant "
        "to.",
        upstream=("cilium#46696",),
    ),
    Rule(
        code="GH406",
        check=matches.merged_matches,
        why="The specification lets the oldest route win; Cilium merges equal matches of two HTTPRoutes into one, "
        "which "
        "sends requests to the backends of both by weight, with the filters of whichever comes first.",
        upstream=("cilium#42964", "cilium#46696"),
    ),
    Rule(
        code="GH407",
        check=routes.taken_hostnames,
        why="A request goes to the listener with the most specific hostname, and only to the routes of that one. The "
        "route is Accepted, its listener counts it, and its hosts answer with 404.",
    ),
    Rule(
        code="GH408",
        check=routes.unapplied,
        why="The API server takes the field and the route is Accepted, but nothing happens: a filter that should "
        "authenticate or limit requests would be missing without a trace.",
        upstream=("cilium#21924", "cilium#30587"),
    ),
    Rule(
        code="GH409",
        check=network_policies.closed_backends,
        why="Requests reach a backend from Envoy, with the identity reserved:ingress, and not from the client. A "
        "policy that admits namespaces, pods and addresses only drops them, and the client waits for its timeout.",
        upstream=("cilium#36509", "cilium#47617", "cilium#30073"),
    ),
    Rule(
        code="GH410",
        check=argocd_server.redirecting_servers,
        why="The Gateway terminates TLS and sends plain HTTP, the server redirects it to HTTPS, and so on: browsers "
        "give up "
        "with ERR_TOO_MANY_REDIRECTS.",
        upstream=("argo-cd#2953", "argo-cd#13092", "argo-cd#25249", "argo-helm#3550"),
    ),
    Rule(
        code="GH411",
        check=http_2.grpc_without_alpn,
        why="A gRPC client that is not offered h2 in the TLS handshake closes the connection.",
        upstream=("cilium#43679", "cilium#39484", "cilium#31811"),
    ),
    Rule(
        code="GH412",
        check=http_2.unread_protocols,
        why="A backend that speaks HTTP/2 without TLS only answers HTTP/1.1 with an error.",
    ),
    Rule(
        code="GH413",
        check=connections.idle_routes,
        why="A connection has no path or header to choose by: one route gets all of them. The others are Accepted and "
        "counted all the same.",
    ),
)
