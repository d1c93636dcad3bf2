"""expose: the one call that most Services need to be reached through a Gateway."""

from collections.abc import Mapping, Sequence
from urllib.parse import urlsplit
from weakref import WeakKeyDictionary

from constructs_lib.checks import dns_subdomain, instance, instances, mapping, refused
from constructs_lib.gateway.listener import GatewayListener
from constructs_lib.gateway.listener_lookup import ListenerLookup
from constructs_lib.hostnames import hostname, names_all
from constructs_lib.references import ObjectReference, manifest_of, port_of, ports_of, reference_to
from constructs_lib.registry import NamedObject, kind_of
from constructs_lib.routes.attachment import MAX_HOSTNAMES
from constructs_lib.routes.backends import MAX_BACKEND_REFS, HttpBackendRef
from constructs_lib.routes.filters import HttpPathModifier, RequestRedirect
from constructs_lib.routes.http_route import HttpRoute
from constructs_lib.routes.http_route_rule import HttpRouteRule
from constructs_lib.routes.matches import HttpPathMatch, HttpRouteMatch

from constructs import Construct

_exposed: WeakKeyDictionary[Construct, Construct] = WeakKeyDictionary()
"""The Service of each Deployment that has been exposed."""


def expose(
    service: ObjectReference | Sequence[ObjectReference],
    *,
    host: str | Sequence[str],
    gateway: ListenerLookup,
    port: int | None = None,
    weights: Sequence[int] | None = None,
    paths: Mapping[str, ObjectReference] | None = None,
    maintenance: str | None = None,
    namespace: NamedObject | None = None,
    scope: Construct | None = None,
    name: str | None = None,
) -> HttpRoute:
    """Define the HTTPRoute that makes a Service answer for a host, and return it.

    :param service: a Service or Deployment of cdk8s-plus, an ExistingService, or a name; a Deployment gets a Service
        with the ports of its containers. Of several, each gets its share of the requests, see `weights`.
    :param host: the hostname, or several.
    :param gateway: the Gateway or ListenerSet. The route is attached to its HTTPS listeners that serve the host; to
        those for plain HTTP where it has none for HTTPS.
    :param port: the port of the Service; the only one that it has when left out.
    :param weights: the share of each Service in the requests, such as `[90, 10]` for a canary; one each when left out.
    :param paths: further Services, with one port each, by the path prefix that they answer, such as `{"/api": api}`.
    :param maintenance: a URL at another host that every request is redirected to (302), instead of to a Service.
    :param namespace: the namespace of the route; that of the Service when left out.
    :param scope: where the route is defined; the Service or Deployment when left out, and so in its chart.
    :param name: metadata.name; the Service's name when left out. The id is the name and `-route`.
    :raises ValueError: for a host that no listener serves, a port that cannot be told, a Service that doesn't say its
        namespace or scope where they are left out, and as HttpRoute does.
    """
    given = instances("expose.service", service, object, at_most=MAX_BACKEND_REFS) if _is_list(service) else (service,)
    services = [_service("expose.service", entry) for entry in given]
    if not services:
        raise refused("expose.service", [], "exposes nothing", allowed="one Service or more", fix="write a Service")
    reference = reference_to("expose.service", services[0], "Service")
    if namespace is None and reference.namespace is None:
        raise _unsaid("namespace", reference.name, "'shop'")
    if scope is None and not isinstance(services[0], Construct):
        raise _unsaid("scope", reference.name, "chart")
    hosts = instances("expose.host", [host] if isinstance(host, str) else host, str, at_most=MAX_HOSTNAMES)
    if not hosts:
        fix = "write host='app.example.com'"
        raise refused("expose.host", [], "names no host", allowed="one hostname or more", fix=fix)
    if maintenance is None:
        backends = _weighted(services, port, weights)
        rules = [HttpRouteRule(backend_refs=backends), *_path_rules({} if paths is None else paths)]
    else:
        rules = [_redirect_to(maintenance, hosts)]
    route_name = reference.name if name is None else dns_subdomain("expose.name", name)
    return HttpRoute(
        services[0] if scope is None else scope,  # type: ignore[arg-type]  # a Construct, asked above
        f"{route_name}-route",  # the Service itself may have the plain id in this scope
        name=route_name,
        namespace=str(reference.namespace) if namespace is None else namespace,
        parent_refs=listeners_for(gateway, hosts),
        hostnames=hosts,
        rules=rules,
    )


def listeners_for(gateway: ListenerLookup, hosts: Sequence[str]) -> list[GatewayListener]:
    """Return the HTTPS listeners that serve one of the hosts, or else those for plain HTTP.

    Raises ValueError for a host that no listener for HTTP or HTTPS serves.
    """
    if not isinstance(gateway, ListenerLookup):
        raise refused(
            "expose.gateway",
            gateway,
            f"is of type {type(gateway).__name__}",
            allowed="a Gateway or ListenerSet of constructs_lib, or Gateway.from_existing(...)",
            fix="pass the Gateway itself",
        )
    listeners = gateway.listeners
    found: list[GatewayListener] = []
    for host in hosts:
        hostname("expose.host", host)
        serving = [entry for entry in listeners if entry.listener.protocol in ("HTTP", "HTTPS") and entry.serves(host)]
        best = [entry for entry in serving if entry.listener.protocol == "HTTPS"] or serving
        if not best:
            known = " or ".join(f"{entry.listener.hostname!r} ({entry})" for entry in listeners)
            raise refused(
                "expose.host",
                host,
                f"is served by no listener of {gateway.identity}",
                allowed=f"hosts of {known}",
                fix="correct the host, or give the Gateway a listener for it",
            )
        found += [entry for entry in best if entry not in found]
    return found


def _is_list(service: object) -> bool:
    """Tell whether several Services are given; a name is a sequence too."""
    return isinstance(service, list | tuple)


def _unsaid(argument: str, service: str, example: str) -> ValueError:
    """Say that an argument is needed, since the Service does not know it."""
    return refused(
        f"expose.{argument}",
        None,
        f"is not known of the Service {service!r}",
        allowed=f"no {argument} only for a Service or Deployment that says it",
        fix=f"write {argument}={example}",
    )


def _service(where: str, value: object) -> ObjectReference:
    """Return the Service itself, and for a Deployment the Service that it is exposed with."""
    if not isinstance(value, Construct) or kind_of(value) != "Deployment":
        return value  # type: ignore[return-value]  # whoever refers to it checks it
    if value not in _exposed:
        name = manifest_of(value)["metadata"]["name"]
        try:
            _exposed[value] = value.expose_via_service(name=name)  # type: ignore[attr-defined]  # a Deployment has it
        except RuntimeError as error:
            raise refused(
                where,
                name,
                f"is a Deployment that cannot be exposed ({error})",
                allowed="a Deployment whose containers have ports",
                fix="write ports=[ContainerPort(number=8080)] in its container, or pass a Service",
            ) from None
    return _exposed[value]


def _weighted(
    services: Sequence[ObjectReference], port: int | None, weights: Sequence[int] | None
) -> list[HttpBackendRef]:
    """Return the backends of the Services, with their weights."""
    shares = (
        [1] * len(services) if weights is None else instances("expose.weights", weights, int, at_most=MAX_BACKEND_REFS)
    )
    if len(shares) != len(services):
        raise refused(
            "expose.weights",
            list(shares),
            f"has {len(shares)} weights for {len(services)} Services",
            allowed="one weight for each Service",
            fix="write expose([stable, canary], weights=[90, 10], ...)",
        )
    return [
        HttpBackendRef(service, _port("expose.port", service, port), weight)
        for service, weight in zip(services, shares, strict=True)
    ]


def _port(where: str, service: ObjectReference, port: int | None) -> int:
    """Return the port of a Service that is meant."""
    name = reference_to("expose.service", service, "Service").name
    return port_of(where, service, port, HttpBackendRef.protocol, f"expose({name!r}, ...")


def _path_rules(paths: Mapping[str, ObjectReference]) -> list[HttpRouteRule]:
    """Return a rule for each path prefix."""
    rules = []
    for path, service in mapping("expose.paths", paths).items():
        if path == "/":
            raise refused(
                "expose.paths", path, "is every path", allowed="longer prefixes", fix="pass that Service as the first"
            )
        where = f"expose.paths[{path!r}]"
        backend = HttpBackendRef(_with_one_port(where, _service(where, service)))
        rules.append(HttpRouteRule(matches=[HttpRouteMatch(path=HttpPathMatch.prefix(path))], backend_refs=[backend]))
    return rules


def _with_one_port(where: str, service: ObjectReference) -> ObjectReference:
    """Return a Service of a path, which is known to have one port: there is no argument for another one."""
    name = reference_to(where, service, "Service").name
    numbers = [entry.number for entry in ports_of(service) or () if entry.protocol == HttpBackendRef.protocol]
    if ports_of(service) is None or len(numbers) > 1:
        raise refused(
            where,
            name,
            "does not say which port is meant",
            allowed="a Service that is known to have one TCP port",
            fix=f"write ExistingService({name!r}, ports=[{numbers[0] if numbers else 80}]) with the port that is meant",
        )
    return service


def _redirect_to(url: str, hosts: Sequence[str]) -> HttpRouteRule:
    """Return the rule that sends every request for some hosts to a URL, which is at none of them."""
    allowed = "a URL such as 'https://status.example.com/', without query, fragment and credentials"
    instance("expose.maintenance", url, str)
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError as error:
        raise refused("expose.maintenance", url, f"is no URL ({error})", allowed=allowed, fix="correct it") from None
    if (
        parts.scheme not in ("http", "https")
        or not parts.hostname
        or "@" in parts.netloc
        or parts.query + parts.fragment
    ):
        raise refused("expose.maintenance", url, "cannot be redirected to", allowed=allowed, fix="write such a URL")
    if port in (None, 80, 443) and any(names_all(host, parts.hostname) for host in hosts):
        raise refused(
            "expose.maintenance",
            url,
            "is at the host that is redirected, so that its requests would go round in circles",
            allowed="a page at another host",
            fix="write the URL of a page that is served elsewhere",
        )
    return HttpRouteRule(
        filters=[
            RequestRedirect(
                scheme=parts.scheme,
                hostname=parts.hostname,
                port=port,
                path=HttpPathModifier.replace_full_path(parts.path or "/"),
                status_code=302,
            )
        ]
    )
