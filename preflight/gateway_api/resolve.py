"""Resolve: what the rule that takes a request answers, or sends to which backends."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from preflight.gateway_api import cors, envoy_paths
from preflight.gateway_api.answers import Answer, Forwarded, Outcome, Share
from preflight.gateway_api.entries import Entry
from preflight.gateway_api.filters import Effects, effects_of
from preflight.gateway_api.header_changes import NO_CHANGES, Changes, differences, modified, then
from preflight.gateway_api.objects import NamespacedName
from preflight.gateway_api.paths import location, modified_path, with_query
from preflight.gateway_api.requests import Request
from preflight.gateway_api.rule_backends import RuleBackends, RuleDivision
from preflight.gateway_api.semantics import Semantics
from preflight.gateway_api.shares import INVALID, Backends, backend_text, percent
from preflight.gateway_api.virtual_hosts import Merged

DEFAULT_REDIRECT, PREFLIGHT = 302, 200


@dataclass(frozen=True, slots=True, kw_only=True)
class Taken:
    """A request, and the entry that takes it."""

    request: Request
    entry: Entry
    merged: Merged
    """The entries whose backends get a part of the requests: the first is `entry`, for Cilium there may be others."""
    gateway: NamespacedName
    port: int
    """That of the listener, which a redirect names."""


def resolved(taken: Taken, rules: RuleBackends, semantics: Semantics) -> Answer:
    """Return the answer of a rule, with sentences on what its filters and backends do."""
    effects = effects_of(taken.entry.route, taken.entry.rule, semantics)
    request = taken.request
    destination: tuple[str, ...] = ()
    if effects.cors is not None and cors.is_preflight(request.method, request.headers):
        answer = _preflight(effects.cors, request)
    elif effects.redirect is not None:
        answer = _redirected(effects, taken, semantics)
    else:
        answer = _forwarded(effects, taken, rules, semantics)
        destination = rules.of(taken.merged, taken.gateway).destination if answer.backends else ()
    return replace(
        answer,
        route=taken.entry.route,
        rule=taken.entry.rule.index,
        match=taken.entry.match_index,
        why=(*answer.why, *effects.notes, *destination),
    )


def direct(status: int, request: Request, grpc_status: str, *why: str) -> Answer:
    """Return an answer of the Gateway itself: a gRPC client gets `grpc_status`."""
    if request.grpc is None:
        return Answer(outcome=Outcome.DIRECT, status=status, why=why)
    sentence = f"A gRPC client gets {grpc_status}."
    return Answer(outcome=Outcome.DIRECT, status=status, grpc_status=grpc_status, why=(*why, sentence))


def _preflight(config: Mapping[str, Any], request: Request) -> Answer:
    headers = cors.preflight_headers(config, request.headers)
    origin = request.headers[cors.ORIGIN]
    said = "is allowed" if headers else "is not allowed, so that the answer has no CORS headers"
    return Answer(
        outcome=Outcome.DIRECT,
        status=PREFLIGHT,
        response_headers=dict(headers),
        why=(f"The Gateway itself answers the CORS preflight: the origin {origin} {said}.",),
    )


def _redirected(effects: Effects, taken: Taken, semantics: Semantics) -> Answer:
    redirect, request, match = effects.redirect or {}, taken.request, taken.entry.match
    modifier = redirect.get("path")
    if semantics.paths_of_envoy:
        path = envoy_paths.redirected(modifier, match, request)
    else:
        path = with_query(modified_path(modifier, match, request.path), request)
    target = location(redirect, request, path, taken.port)
    status = redirect.get("statusCode", DEFAULT_REDIRECT)
    return Answer(
        outcome=Outcome.REDIRECT,
        status=status,
        location=target,
        why=(f"Its filter RequestRedirect answers with {status} and sends the client to {target}.",),
    )


def _forwarded(effects: Effects, taken: Taken, rules: RuleBackends, semantics: Semantics) -> Answer:
    entry, request, backends = taken.entry, taken.request, rules.backends
    if effects.external_auth is not None:
        problem = backends.problem(entry.route, effects.external_auth, taken.gateway)
        if problem is not None:
            return direct(INVALID, request, "UNKNOWN", f"Its filter ExternalAuth cannot ask: {problem[1]}")
    of_rule = rules.of(taken.merged, taken.gateway)
    if of_rule.division.status is not None:
        return _without_backend(of_rule, taken, semantics)
    forwarded = _request(effects, taken, semantics)
    changes = _response(effects, request)
    shares, changes = _shares(of_rule, forwarded, changes)
    mirrors, mirror_notes = _mirrors(effects, taken, backends)
    return Answer(
        outcome=Outcome.BACKEND,
        backends=shares,
        request=forwarded,
        response_headers=changes.values,
        response_headers_added=changes.added,
        mirrors=mirrors,
        timeouts=entry.rule.timeouts,
        why=(*_rewritten(forwarded, request), *_asked(effects), *of_rule.notes, *mirror_notes),
    )


def _without_backend(of_rule: RuleDivision, taken: Taken, semantics: Semantics) -> Answer:
    status = of_rule.division.status or INVALID
    why = of_rule.division.problems if of_rule.has_backends else ("It has no backends.",)
    grpc_status = semantics.grpc_status_without_backend if status == INVALID else "UNAVAILABLE"
    return direct(status, taken.request, grpc_status, *why, f"So the Gateway itself answers, with {status}.")


def _request(effects: Effects, taken: Taken, semantics: Semantics) -> Forwarded:
    """Return the request as the rule's filters leave it."""
    request, headers = taken.request, dict(taken.request.headers)
    host = effects.rewrite.get("hostname") or request.host
    for modifier in effects.request_headers:
        headers = modified(headers, modifier)
    modify = envoy_paths.rewritten if semantics.paths_of_envoy else modified_path
    path = modify(effects.rewrite.get("path"), taken.entry.match, request.path)
    return Forwarded(
        host=headers.pop("host", host), path=with_query(path, request), method=request.method, headers=headers
    )


def _response(effects: Effects, request: Request) -> Changes:
    """Return what the rule's filters do to the headers of the answer."""
    changes = NO_CHANGES
    if effects.cors is not None:
        changes = Changes(dict(cors.answer_headers(effects.cors, request.headers)), frozenset())
    for modifier in effects.response_headers:
        changes = then(changes, modifier)
    return changes


def _shares(of_rule: RuleDivision, forwarded: Forwarded, changes: Changes) -> tuple[tuple[Share, ...], Changes]:
    """Return the backends with what their own filters do, and the headers of the answer for all of them."""
    if not of_rule.modifiers:
        return of_rule.shares, changes
    shares = []
    for (backend, share), (requests, responses) in zip(of_rule.division.shares, of_rule.modifiers, strict=True):
        headers = dict(forwarded.headers)
        for modifier in requests:
            headers = modified(headers, modifier)
        own = changes
        for modifier in responses:
            own = then(own, modifier)
        if share == 1:
            changes = own
        shares.append(
            Share(
                backend=backend,
                share=share,
                request_headers=differences(forwarded.headers, headers),
                response_headers={} if share == 1 or own == changes else own.values,
            )
        )
    return tuple(shares), changes


def _mirrors(effects: Effects, taken: Taken, backends: Backends) -> tuple[tuple[Share, ...], list[str]]:
    shares, notes = [], []
    for backend, part in effects.mirrors:
        problem = backends.problem(taken.entry.route, backend, taken.gateway)
        if problem is None:
            shares.append(Share(backend=backend, share=part))
            notes.append(f"{backend_text(backend)} gets a copy of {percent(part)} of the requests.")
        else:
            notes.append(f"Nothing is mirrored to {backend.target}: {problem[1]}")
    return tuple(shares), notes


def _rewritten(forwarded: Forwarded, request: Request) -> list[str]:
    sentences = []
    if forwarded.host != request.host:
        sentences.append(f"The backend gets the host {forwarded.host} instead of {request.host}.")
    sent = with_query(request.path, request)
    if forwarded.path != sent:
        sentences.append(f"The backend gets the path {forwarded.path} instead of {sent}.")
    return sentences


def _asked(effects: Effects) -> list[str]:
    if effects.external_auth is None:
        return []
    return [f"Its filter ExternalAuth asks {backend_text(effects.external_auth)} first, which may refuse the request."]
