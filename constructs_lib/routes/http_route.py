"""HTTPRoute: which HTTP requests of a listener go to which Services."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from constructs_lib.api_object import define
from constructs_lib.checks import instances, keep, refused
from constructs_lib.gateway.listener import GATEWAY_GROUP, GatewayListener
from constructs_lib.hostnames import WILDCARD, hostname
from constructs_lib.registry import Identity, NamedObject, name_of, namespace_of
from constructs_lib.routes.backends import HttpBackendRef
from constructs_lib.routes.filters import HttpPathModifier, HttpRouteFilter, RequestMirror, RequestRedirect, UrlRewrite
from constructs_lib.routes.matches import HttpRouteMatch
from imports.io.k8s.networking.gateway import HttpRoute as L1HttpRoute

from constructs import Construct

MAX_PARENT_REFS = 32
MAX_HOSTNAMES = 16
MAX_RULES = 16
MAX_MATCHES = 64
MAX_MATCHES_OF_ROUTE = 128
MAX_FILTERS = 16
MAX_BACKEND_REFS = 16


@dataclass(frozen=True, kw_only=True)
class HttpRouteRule:
    """What happens to the requests that meet one of `matches`: all requests when left out.

    A rule has backends, or a RequestRedirect and none; of each kind of filter it has one, mirrors excepted.
    """

    matches: Sequence[HttpRouteMatch] = ()
    filters: Sequence[HttpRouteFilter] = ()
    backend_refs: Sequence[HttpBackendRef] = ()

    def __post_init__(self) -> None:
        where = "HttpRouteRule"
        filter_class: type[HttpRouteFilter] = HttpRouteFilter  # type: ignore[type-abstract]  # for isinstance only
        keep(
            self,
            matches=instances(f"{where}.matches", self.matches, HttpRouteMatch, at_most=MAX_MATCHES),
            filters=instances(f"{where}.filters", self.filters, filter_class, at_most=MAX_FILTERS),
            backend_refs=instances(
                f"{where}.backend_refs", self.backend_refs, HttpBackendRef, at_most=MAX_BACKEND_REFS
            ),
        )
        kinds = [type(entry) for entry in self.filters]
        for kind in kinds:
            if kind is not RequestMirror and kinds.count(kind) > 1:
                raise refused(
                    f"{where}.filters",
                    kind.__name__,
                    "is there twice",
                    allowed="one filter of a kind",
                    fix="join the two",
                )
        self._check_redirect(kinds)
        for entry in self.filters:
            path = entry.path if isinstance(entry, RequestRedirect | UrlRewrite) else None
            if path is not None:
                self._check_path_modifier(path)

    def _check_redirect(self, kinds: Sequence[type]) -> None:
        """A request is either redirected or sent to a backend."""
        where = "HttpRouteRule"
        if RequestRedirect in kinds and (self.backend_refs or UrlRewrite in kinds):
            raise refused(
                f"{where}.filters",
                "RequestRedirect",
                "leaves nothing for a backend or a UrlRewrite to do",
                allowed="a RequestRedirect without backend_refs and without UrlRewrite",
                fix="move one of them to a rule of its own",
            )
        if RequestRedirect not in kinds and not self.backend_refs:
            raise refused(
                f"{where}.backend_refs",
                [],
                "answers every request with status 500",
                allowed="one backend or more, or a RequestRedirect in filters",
                fix="write backend_refs=[HttpBackendRef('name', port=80)]",
            )

    def _check_path_modifier(self, path: HttpPathModifier) -> None:
        """A prefix can be replaced where there is exactly one (CRD rules of HTTPRoute.spec.rules)."""
        types = [match.path.type for match in self.matches] or ["PathPrefix"]
        if path.type == "ReplacePrefixMatch" and types != ["PathPrefix"]:
            raise refused(
                "HttpRouteRule.matches",
                types,
                "does not say which prefix to replace",
                allowed="exactly one match, with HttpPathMatch.prefix(...), where a filter has replace_prefix_match",
                fix="write a rule for each prefix",
            )

    def spec(self) -> dict[str, Any]:
        """Return the rule in the API's form, with every default written out."""
        return {
            "matches": [match.spec() for match in self.matches or (HttpRouteMatch(),)],
            "filters": [entry.spec() for entry in self.filters] or None,
            "backendRefs": [backend.spec() for backend in self.backend_refs] or None,
        }


class HttpRoute(L1HttpRoute):
    """An HTTPRoute, attached to listeners."""

    def __init__(
        self,
        scope: Construct,
        id: str,
        *,
        namespace: NamedObject,
        parent_refs: Sequence[GatewayListener],
        rules: Sequence[HttpRouteRule],
        hostnames: Sequence[str] = (),
        name: str | None = None,
        labels: Mapping[str, str] | None = None,
        annotations: Mapping[str, str] | None = None,
        merge_patch: Mapping[str, Any] | None = None,
    ) -> None:
        """Define the route.

        :param scope: the chart.
        :param id: unique in the chart.
        :param namespace: a Namespace of constructs_lib or cdk8s-plus, or a name: where the Services are.
        :param parent_refs: the listeners, such as `gateway.https("link")`; 1 to 32. Only these: a route is never
            attached to a whole Gateway, whose HTTP listeners would then serve it unencrypted.
        :param rules: 1 to 16. The most specific match of all routes decides, not the order.
        :param hostnames: the hosts, at most 16; every host of the listeners when left out.
        :param name: metadata.name; the id when left out.
        :param labels: metadata.labels.
        :param annotations: metadata.annotations.
        :param merge_patch: escape hatch, see `constructs_lib.api_object.define`.
        :raises ValueError: for a hostname that no listener can serve, a listener that serves none of the hostnames, and
            a listener that takes no routes from this namespace.

        Source: Gateway API v1.6.1, HTTPRoute; attachment as in Gateway.spec.listeners.allowedRoutes and hostname.
        """
        namespace_name = name_of("HTTPRoute.namespace", namespace, "Namespace")
        identity = Identity(GATEWAY_GROUP, "HTTPRoute", namespace_name, id if name is None else name)
        parents = instances(f"{identity}: parent_refs", parent_refs, GatewayListener, at_most=MAX_PARENT_REFS)
        hosts = [
            hostname(f"{identity}: hostnames[{index}]", host)
            for index, host in enumerate(instances(f"{identity}: hostnames", hostnames, str, at_most=MAX_HOSTNAMES))
        ]
        _check_attachment(identity, parents, hosts)
        define(
            self,
            scope,
            id,
            identity,
            spec={
                "parentRefs": [parent.parent_ref() for parent in parents],
                "hostnames": hosts or None,
                "rules": _rules(identity, rules),
            },
            labels=labels,
            annotations=annotations,
            merge_patch=merge_patch,
        )
        self.identity = identity


def _rules(identity: Identity, rules: Sequence[HttpRouteRule]) -> list[dict[str, Any]]:
    """Return the rules in the API's form; a route needs one, and has at most 128 matches in all."""
    checked = instances(f"{identity}: rules", rules, HttpRouteRule, at_most=MAX_RULES)
    matches = sum(len(rule.matches) or 1 for rule in checked)
    if not 1 <= matches <= MAX_MATCHES_OF_ROUTE:
        raise refused(
            f"{identity}: rules",
            f"{len(checked)} rules with {matches} matches",
            "is not a number that a route can have",
            allowed=f"1 to {MAX_RULES} rules with at most {MAX_MATCHES_OF_ROUTE} matches together",
            fix="write rules=[HttpRouteRule(backend_refs=[...])], and split a larger route in two",
        )
    for rule in checked:
        mirrors = [entry.backend_ref for entry in rule.filters if isinstance(entry, RequestMirror)]
        for backend in [*rule.backend_refs, *mirrors]:
            _check_namespace(identity, backend)
    return [rule.spec() for rule in checked]


def _check_namespace(identity: Identity, backend: HttpBackendRef) -> None:
    """Raise ValueError for a Service of cdk8s-plus in another namespace, which the route would look for in its own."""
    namespace = namespace_of(backend.service)
    if namespace is not None and namespace != identity.namespace:
        raise refused(
            f"{identity}: backend_refs",
            backend.reference()["name"],
            f"is a Service of the namespace {namespace!r}",
            allowed=f"Services of the route's namespace, {identity.namespace!r}",
            fix=f"define the route with namespace={namespace!r}",
        )


def _check_attachment(identity: Identity, parents: Sequence[GatewayListener], hosts: Sequence[str]) -> None:
    """Raise ValueError where a listener would not take the route, or never serve one of its hostnames."""
    if not parents:
        raise refused(
            f"{identity}: parent_refs",
            [],
            "attaches the route to nothing",
            allowed="one listener or more",
            fix="write parent_refs=[gateway.https('NAME')]",
        )
    for index, parent in enumerate(parents):
        if parent.parent_ref() in [other.parent_ref() for other in parents[:index]]:
            raise refused(
                f"{identity}: parent_refs", str(parent), "is there twice", allowed="each once", fix="leave one out"
            )
        owner = "Listener" if parent.domain is None else "Gateway"
        if parent.listener.allowed_routes.from_ == "Same" and identity.namespace != parent.gateway_namespace:
            raise refused(
                f"{identity}: namespace",
                identity.namespace,
                f"is not the namespace of the routes that {parent} takes",
                allowed=f"{parent.gateway_namespace!r}, since its allowed_routes is AllowedRoutes.same()",
                fix=f"write allowed_routes=AllowedRoutes.all() or AllowedRoutes.selector(...) in the {owner}",
            )
        if hosts and not any(parent.serves(host) for host in hosts):
            raise _unserved(identity, hosts[0], [parent])
    for host in hosts:
        if not any(parent.serves(host) for parent in parents):
            raise _unserved(identity, host, parents)


def _unserved(identity: Identity, host: str, parents: Sequence[GatewayListener]) -> ValueError:
    """Say that none of the listeners can ever serve a hostname."""
    own = [str(parent.listener.hostname) for parent in parents]
    fix = "attach the route to a listener of that domain, or correct the hostname"
    takers = [taker for taker in (parent.taken_by(host) for parent in parents) if taker is not None]
    if takers:
        taker = takers[0]
        fix = f"attach the route to listener {taker.name}, whose hostname {taker.hostname!r} gets these requests"
    elif f"{WILDCARD}{host}" in own:
        fix = f"'{WILDCARD}{host}' does not match {host!r} itself: give the Gateway a listener for that hostname"
    listed = " or ".join(f"{parent.listener.hostname!r} ({parent})" for parent in parents)
    return refused(
        f"{identity}: hostnames",
        host,
        "can never be served",
        allowed=f"hostnames that intersect with {listed}",
        fix=fix,
    )
