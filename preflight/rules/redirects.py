"""Redirects: those that lead back to where they started, and routes that answer in the clear past them."""

from collections.abc import Iterable, Iterator, Set
from itertools import pairwise

from preflight.field_path import FieldPath
from preflight.finding import Finding
from preflight.gateway_api.answers import Answer, Outcome
from preflight.gateway_api.entries import Entry
from preflight.gateway_api.findings.located import found
from preflight.gateway_api.hostnames import suffixes
from preflight.gateway_api.listening import GatewayListeners
from preflight.gateway_api.matching import sent_of
from preflight.gateway_api.objects import NamespacedName, Route
from preflight.gateway_api.requests import Request
from preflight.gateway_api.routing import Router
from preflight.gateway_api.virtual_hosts import VirtualHost
from preflight.rules.input import Input
from preflight.rules.samples import redirected, sample
from preflight.rules.tables import hosts_of, secure_routes

MAX_HOPS = 20
"""Redirects that browsers follow, about."""

Step = tuple[Request, Answer]
RuleKey = tuple[str, NamespacedName, int]


def redirect_loops(given: Input) -> Iterator[Finding]:
    """Yield a finding for each cycle of redirects, at the first rule in it.

    A host that no hostname of a route or listener matches may be anywhere, and ends it.
    """
    seen: set[frozenset[RuleKey]] = set()
    known = {host.hostname for gateway in given.router.gateways.values() for host in hosts_of(gateway)} - {""}
    for key, gateway in given.router.gateways.items():
        for host in hosts_of(gateway):
            for entry in host.entries:
                if not _redirects(entry):
                    continue
                request = sample(entry, key)
                cycle = None if request is None else _cycle(given.router, request, known)
                rules = None if cycle is None else frozenset(_rule(answer) for _, answer in cycle)
                if cycle and rules is not None and rules not in seen:
                    seen.add(rules)
                    yield _loop(cycle)


def _redirects(entry: Entry) -> bool:
    return any(each["type"] == "RequestRedirect" for each in entry.rule.filters)


def _cycle(router: Router, first: Request, known: Set[str]) -> list[Step] | None:
    """Return the steps that come again and again, or too many of them; None where a request gets an answer."""
    steps: list[Step] = []
    places: dict[tuple[str, str, int, str], int] = {}
    request: Request | None = first
    while request is not None and len(steps) < MAX_HOPS:
        place = (request.scheme, request.host, request.port, request.path)
        if place in places:
            return steps[places[place] :]
        answer = router.answer(request)
        if answer.outcome != Outcome.REDIRECT or answer.location is None or answer.ambiguous:
            return None
        places[place] = len(steps)
        steps.append((request, answer))
        request = redirected(request, answer.location)
        if request is not None and request.host != first.host and known.isdisjoint(suffixes(request.host)):
            return None
    return steps if request is not None else None


def _rule(answer: Answer) -> RuleKey:
    route = _route(answer)
    return (route.kind, route.key, answer.rule or 0)


def _route(answer: Answer) -> Route:
    """Return the route of a redirect, which always has one."""
    if answer.route is None:
        raise ValueError("a redirect without a route")
    return answer.route


def _loop(cycle: list[Step]) -> Finding:
    start, (_, answer) = min(enumerate(cycle), key=lambda each: _rule(each[1][1]))
    turned = [*cycle[start:], *cycle[:start]]
    urls = [_url(request) for request, _ in turned]
    route = _route(answer)
    path: FieldPath = ("spec", "rules", answer.rule or 0)
    others = list(dict.fromkeys(str(_route(each)) for _, each in turned if _route(each) is not route))
    if len(turned) == MAX_HOPS:
        reason = f"A request for {urls[0]} is redirected over and over: to {urls[1]}, then {urls[2]}, and on."
    elif len(turned) == 1:
        reason = f"A request for {urls[0]} is redirected to itself."
    else:
        way = ", ".join(f"{source} to {target}" for source, target in pairwise([*urls, urls[0]]))
        by = f", by this rule and {' and '.join(others)}" if others else ""
        reason = f"Redirects go in a circle{by}: {way}."
    fix = "Attach the redirect to the listeners that it redirects from, with sectionName, or change its target."
    return found(route.manifest, "GH404", path, reason, fix)


def _url(request: Request) -> str:
    default = {"http": 80, "https": 443}[request.scheme]
    port = "" if request.port == default else f":{request.port}"
    return f"{request.scheme}://{request.host}{port}{request.path}"


def plain_answers(given: Input) -> Iterator[Finding]:
    """Yield a finding for each route of an HTTPS listener that answers plain HTTP as well where that is redirected.

    It is a request that the redirect matches as well: what no redirect is for may be meant to be answered.
    """
    seen: set[int] = set()
    for key, gateway in given.router.gateways.items():
        secure = secure_routes(gateway)
        for host in _redirected_hosts(gateway):
            for entry in host.entries:
                if id(entry.route) in secure - seen and not _redirects(entry):
                    request = sample(entry, key)
                    redirect = None if request is None else _redirect(host, request)
                    if request is None or redirect is None or redirect is entry.route:
                        continue
                    answer = _plain_answer(entry, request, given.router)
                    if answer is not None:
                        seen.add(id(entry.route))
                        yield _plain(entry, redirect, answer)


def _redirected_hosts(gateway: GatewayListeners) -> Iterable[VirtualHost]:
    """Yield the hostnames of which some requests over plain HTTP are redirected to HTTPS."""
    for host in hosts_of(gateway, "HTTP"):
        if any(each.redirects_to == "https" for each in host.entries):
            yield host


def _redirect(host: VirtualHost, request: Request) -> Route | None:
    """Return the first route that would redirect a request to HTTPS, if no other one took it."""
    found_ = (each for tier in host.at(request.path).matching(sent_of(request)) for each in tier)
    return next((each.route for each in found_ if each.redirects_to == "https"), None)


def _plain_answer(entry: Entry, request: Request, router: Router) -> Answer | None:
    """Return the answer to a request in the clear, where the route of an entry gives it, be it by chance."""
    answer = router.answer(request)
    is_ours = answer.route is entry.route or any(str(entry.route) in each for each in answer.ambiguous)
    return answer if is_ours and answer.outcome in (Outcome.BACKEND, Outcome.REDIRECT) else None


def _plain(entry: Entry, redirect: Route, answer: Answer) -> Finding:
    listener = entry.listener.listener
    may = "may be" if answer.ambiguous else "are"
    name = f"listener {listener.name!r} on port {listener.port}"
    of = f" of {entry.hostname}" if entry.hostname else ""
    reason = (
        f"It is attached to {name} as well as to one with HTTPS, so that requests{of} for {entry.match} {may} "
        f"forwarded in the clear, past the redirect of {redirect}."
    )
    fix = "Write the sectionName of the HTTPS listener in its parentRefs."
    return found(entry.route.manifest, "GH311", ("spec", "parentRefs"), reason, fix)
