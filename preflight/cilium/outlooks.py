"""What can come of the Services of one component, whatever it starts from."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from preflight.cilium.components import Component
from preflight.cilium.estimate import estimate
from preflight.cilium.objects import LoadBalancer
from preflight.cilium.search import search
from preflight.cilium.situation import Kind, KindOutcome, Outcome, Outlook, Reason, Wanted
from preflight.cilium.starting import Start, World, starts, widest_start
from preflight.ip_ranges import Address, Range, merged

UNSETTLED = frozenset(Reason) - {Reason.SATISFIED}
"""Why a Service can get nothing where nobody has counted the ways in which a conflict can end."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ServiceOutlook:
    """What can come of a Service."""

    outcomes: tuple[Outcome, ...]
    reasons: frozenset[Reason]
    partners: frozenset[int] | None
    """The Services that it may share an address with, by their indices; None where nobody has compared them."""
    exact: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ComponentOutlook:
    """What can come of a component."""

    services: Mapping[int, ServiceOutlook]
    left: Mapping[str, tuple[int, int]]
    """How many addresses of each pool stay free, at least and at most."""
    attempts: int
    """How many attempts to serve a Service were tried out."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Course:
    """A start, and what comes of it."""

    start: Start
    outlook: Outlook

    def kind_of(self) -> Mapping[int, int]:
        """Return the kind of each Service."""
        return {index: at for at, kind in enumerate(self.start.situation.kinds) for index in kind.services}


def outlook_of(component: Component, world: World, most: int) -> ComponentOutlook:
    """Return what can come of a component, with at most so many attempts tried out."""
    found = starts(component, world)
    if found is None:
        start = widest_start(component, world)
        courses, attempts = [_Course(start=start, outlook=_unsettled(start))], 0
    else:
        courses, attempts = _courses(found, most)
    return ComponentOutlook(
        services=_services(component, world, courses), left=_left(component, world, courses), attempts=attempts
    )


def settled(service: LoadBalancer, kept: Sequence[Address]) -> ServiceOutlook:
    """Return the outlook of a Service that has all that it wants."""
    return ServiceOutlook(
        outcomes=tuple(_kept_outcomes(service, kept).values()),
        reasons=frozenset({Reason.SATISFIED}),
        partners=frozenset(),
        exact=True,
    )


def _courses(found: Sequence[Start], most: int) -> tuple[list[_Course], int]:
    """Return what comes of each start: by counting where that is exact, else by trying out while attempts are left."""
    courses, attempts = [], 0
    for start in found:
        outlook = estimate(start.situation)
        if not outlook.exact:
            searched, needed = search(start.situation, most - attempts)
            attempts += needed
            outlook = searched or outlook
        courses.append(_Course(start=start, outlook=outlook))
    return courses, attempts


def _unsettled(start: Start) -> Outlook:
    """Return an outlook for when some of the pools give out nothing: a Service gets any of their addresses or none."""
    outlook = estimate(start.situation)
    kinds = tuple(
        KindOutcome(
            outcomes=tuple(
                Outcome(
                    wanted=each.wanted,
                    ranges=merged([*each.ranges, *_reachable(each.wanted, kind, start)]),
                    reasons=each.reasons | UNSETTLED,
                )
                for each in outcome.outcomes
            ),
            reasons=frozenset(Reason),
            partners=outcome.partners,
        )
        for kind, outcome in zip(start.situation.kinds, outlook.kinds, strict=True)
    )
    return Outlook(kinds=kinds, left={pool: (0, most) for pool, (_, most) in outlook.left.items()}, exact=False)


def _reachable(wanted: Wanted, kind: Kind, start: Start) -> Iterator[Range]:
    """Yield the addresses that a Service could get if nobody were in its way; by its key also those of other pools."""
    for slot in start.situation.slots:
        selected = slot.pool in kind.pools
        if isinstance(wanted, Address):
            if selected and slot.range.has(wanted):
                yield _only(wanted)
        elif slot.range.version == wanted and (selected or kind.key):
            yield from (Range(wanted, first, last) for first, last in slot.free)


def _services(component: Component, world: World, courses: Sequence[_Course]) -> Mapping[int, ServiceOutlook]:
    kinds = [course.kind_of() for course in courses]
    seen: dict[object, ServiceOutlook] = {}
    found: dict[int, ServiceOutlook] = {}
    for index in component.services:
        service = world.services[index]
        alike = tuple(kind_of[index] for kind_of in kinds)
        kept = tuple(course.start.kept[index] for course in courses)
        key = (alike, kept, service.requested, service.versions, _contested(index, world))
        if key not in seen:
            seen[key] = _service(index, world, courses, [kind_of[index] for kind_of in kinds])
        found[index] = seen[key]
    return found


def _service(index: int, world: World, courses: Sequence[_Course], kinds: Sequence[int]) -> ServiceOutlook:
    """Put together what comes of a Service in each case."""
    service = world.services[index]
    merged_: dict[Wanted, tuple[list[Range], set[Reason]]] = {}
    reasons: set[Reason] = set()
    mates: list[frozenset[int] | None] = []
    for course, kind in zip(courses, kinds, strict=True):
        outcome = course.outlook.kinds[kind]
        reasons |= outcome.reasons or {Reason.SATISFIED}
        mates.append(_services_of(outcome.partners, course.start))
        kept = _kept_outcomes(service, course.start.kept[index])
        for each in (*kept.values(), *outcome.outcomes):
            ranges, failures = merged_.setdefault(each.wanted, ([], set()))
            ranges.extend(each.ranges)
            failures |= each.reasons
    exact = all(course.outlook.exact for course in courses)
    if not exact:
        for address in _contested(index, world):
            wanted: Wanted = address if service.requested else address.version
            merged_[wanted][0].append(_only(address))
    wanted_: tuple[Wanted, ...] = service.requested or service.versions
    order = {wanted: at for at, wanted in enumerate(wanted_)}
    return ServiceOutlook(
        outcomes=tuple(
            Outcome(wanted=wanted, ranges=merged(ranges), reasons=frozenset(failures))
            for wanted, (ranges, failures) in sorted(merged_.items(), key=lambda item: order.get(item[0], len(order)))
        ),
        reasons=frozenset(reasons),
        partners=None if None in mates else frozenset[int]().union(*(each for each in mates if each is not None)),
        exact=exact,
    )


def _services_of(kinds: frozenset[int] | None, start: Start) -> frozenset[int] | None:
    if kinds is None:
        return None
    return frozenset(index for kind in kinds for index in start.situation.kinds[kind].services)


def _contested(index: int, world: World) -> tuple[Address, ...]:
    return tuple(address for address, indices in world.claims.contested.items() if index in indices)


def _kept_outcomes(service: LoadBalancer, kept: Sequence[Address]) -> dict[Wanted, Outcome]:
    """Return the outcomes of addresses that a Service keeps; one that it has beyond what it wants stands for itself."""
    found: dict[Wanted, Outcome] = {}
    for address in sorted(kept):
        wanted: Wanted = address if service.requested or address.version in found else address.version
        found[wanted] = Outcome(wanted=wanted, ranges=(_only(address),), reasons=frozenset())
    return found


def _only(address: Address) -> Range:
    return Range(address.version, address.number, address.number)


def _left(component: Component, world: World, courses: Sequence[_Course]) -> Mapping[str, tuple[int, int]]:
    """Return how much of each pool stays free; all that is free at first where it may give out nothing."""
    found = {}
    for pool in component.pools:
        counts = [course.outlook.left[pool] for course in courses if pool in course.outlook.left]
        if len(counts) < len(courses) or not all(course.outlook.exact for course in courses):
            free = world.free(pool)
            counts.append((free, free))
        found[pool] = (min(least for least, _ in counts), max(most for _, most in counts))
    return found
