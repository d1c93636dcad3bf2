"""Matches: rules that get no requests, and routes of which neither comes first."""

import re
from collections.abc import Iterator, Sequence, Set

from preflight.field_path import FieldPath
from preflight.finding import Finding
from preflight.gateway_api.entries import Entry
from preflight.gateway_api.findings.located import found
from preflight.gateway_api.matches import PREFIX, REGEX, Match
from preflight.gateway_api.semantics import Semantics
from preflight.gateway_api.virtual_hosts import VirtualHost
from preflight.rules.input import Input
from preflight.rules.tables import hosts_of, secure_routes

Place = tuple[str, str, str, int, int]
"""A match of a rule: kind, namespace and name of the route, and the indices of both."""
LITERAL = re.compile(r"\^?((?:[^\\.+*?()|\[\]{}^$]|\\[^A-Za-z0-9])*)\.\*\$?")
"""A pattern that takes everything that starts with a text."""
ESCAPE = re.compile(r"\\(.)")


def unreachable_matches(given: Input) -> Iterator[Finding]:
    """Yield a finding for each match that others come before, whatever hostname it is asked for.

    Others are those with the same conditions in an earlier rule of the route, and patterns that take all of a prefix.
    """
    reached: set[Place] = set()
    hidden: dict[Place, tuple[Entry, Entry]] = {}
    for host in _virtual_hosts(given):
        for entry, winner in _hidden(host, given.prediction.semantics):
            if winner is None:
                reached.add(_place(entry))
            else:
                hidden.setdefault(_place(entry), (entry, winner))
    for place, (entry, winner) in hidden.items():
        if place not in reached:
            reason = f"No request gets to {entry.match}: {_before(winner, entry)}."
            fix = "Remove it, or ask for more in it: for a longer path, a method, a header or a query parameter."
            if winner.match.kind == REGEX != entry.match.kind:
                fix = "Write the pattern as a path prefix, which comes after longer ones."
            yield found(entry.route.manifest, "GH405", _path(entry), reason, fix)


def merged_matches(given: Input) -> Iterator[Finding]:
    """Yield a finding for each two routes that match the same requests of a hostname, at the first such match.

    Where rules of one route are merged as well, they count as those of two.
    """
    semantics = given.prediction.semantics
    seen: set[tuple[object, object]] = set()
    for gateway in given.router.gateways.values():
        secure = secure_routes(gateway)
        for host in hosts_of(gateway):
            groups: dict[tuple[object, ...], Entry] = {}
            for entry in host.entries:
                first = groups.setdefault(entry.match.key, entry)
                pair = (_rival(first, semantics), _rival(entry, semantics))
                if pair[0] == pair[1] or pair in seen or _is_settled(first, entry, secure, semantics):
                    continue
                seen.add(pair)
                yield _merged(first, entry, host.hostname, given)


def _rival(entry: Entry, semantics: Semantics) -> tuple[object, ...]:
    """Return what an entry stands for where two have one match: its route, or its rule."""
    return _route(entry) if semantics.one_rule_of_a_route else (*_route(entry), entry.rule.index)


def _is_settled(first: Entry, second: Entry, secure: Set[int], semantics: Semantics) -> bool:
    """Say whether two entries are no matter, since one of them redirects to HTTPS and the other one does not.

    A redirect may leave out requests of HTTPS; of a route on HTTPS that it should redirect to, another rule says so.
    """
    redirects = [each for each in (first, second) if each.redirects_to == "https"]
    if len(redirects) != 1:
        return False
    if first.listener.listener.protocol == "HTTPS":
        return semantics.redirects_guarded
    return any(id(each.route) in secure for each in (first, second))


def _merged(first: Entry, entry: Entry, hostname: str, given: Input) -> Finding:
    of = f"of {hostname}" if hostname else "of any hostname"
    if given.prediction.semantics.age_before_name:
        becomes = "the older of the two gets them, and its manifest does not say which that is"
    elif "https" in (first.redirects_to, entry.redirects_to):
        becomes = "one of them answers, and nothing says which"
    else:
        becomes = "Cilium makes one of both, with the backends of both and the filters of one"
    other = f"rules[{first.rule.index}]" if _route(first) == _route(entry) else str(first.route)
    reason = f"{other} matches the same requests {of}, {entry.match}: {becomes}."
    fix = "Leave the requests to one of them, or ask for more in the other."
    return found(entry.route.manifest, "GH406", _path(entry), reason, fix)


def _virtual_hosts(given: Input) -> Iterator[VirtualHost]:
    """Yield the hostnames of all Gateways."""
    for gateway in given.router.gateways.values():
        yield from hosts_of(gateway)


def _hidden(host: VirtualHost, semantics: Semantics) -> Iterator[tuple[Entry, Entry | None]]:
    """Yield each entry of a hostname, with the one that takes all its requests, if there is one."""
    first: dict[tuple[object, ...], Entry] = {}
    patterns = [each for each in host.entries if each.match.kind == REGEX and LITERAL.fullmatch(each.match.path)]
    for entry in host.entries:
        equal = first.setdefault((_rival(entry, semantics), entry.match.key), entry)
        if equal is not entry:
            yield entry, equal
        else:
            yield entry, _pattern_over(entry, patterns) if semantics.regex_before_prefix else None


def _pattern_over(entry: Entry, patterns: Sequence[Entry]) -> Entry | None:
    if entry.match.kind != PREFIX:
        return None
    return next((each for each in patterns if _takes_all(each.match, entry.match)), None)


def _takes_all(pattern: Match, prefix: Match) -> bool:
    """Say whether a pattern takes every request that a path prefix takes."""
    literal = LITERAL.fullmatch(pattern.path)
    start = None if literal is None else ESCAPE.sub(r"\1", literal[1])
    return start is not None and (prefix.path or "/").startswith(start) and _asks_less(pattern, prefix)


def _asks_less(wide: Match, narrow: Match) -> bool:
    """Say whether a match asks for nothing that the other does not ask for, the path aside."""
    return (
        wide.method in (None, narrow.method)
        and set(wide.headers) <= set(narrow.headers)
        and set(wide.queries) <= set(narrow.queries)
    )


def _before(winner: Entry, entry: Entry) -> str:
    if _route(winner) != _route(entry):
        return f"{winner.match} of {winner.route} comes first, and takes all of them"
    where = f"matches[{winner.match_index}]" if winner.rule.index == entry.rule.index else f"rules[{winner.rule.index}]"
    if winner.match.key == entry.match.key:
        return f"{where} asks for the same and comes first"
    return f"{winner.match} of {where} comes first, and takes all of them"


def _path(entry: Entry) -> FieldPath:
    """Return where a match is; the rule, where it has none."""
    rule: FieldPath = ("spec", "rules", entry.rule.index)
    return (*rule, "matches", entry.match_index) if entry.rule.matches else rule


def _route(entry: Entry) -> tuple[str, str, str]:
    return (entry.route.kind, *entry.route.key)


def _place(entry: Entry) -> Place:
    return (*_route(entry), entry.rule.index, entry.match_index)
