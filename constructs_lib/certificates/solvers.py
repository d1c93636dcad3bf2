"""How cert-manager proves to Let's Encrypt whose a hostname is: the solvers of an issuer.

Source: cert-manager v1.21.1, CRD ClusterIssuer; which solver is used, from its pkg/util/solverpicker.
"""

from abc import ABC, abstractmethod
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, ClassVar

from constructs_lib.certificate_requests import CHALLENGE_PORT
from constructs_lib.certificates.dns_provider import Dns01Provider
from constructs_lib.certificates.go_duration import go_duration
from constructs_lib.certificates.secret_key import SecretKey
from constructs_lib.checks import instance, instances, keep, labels, one_of, refuse_repeated, refused
from constructs_lib.gateway.listener import GatewayListener
from constructs_lib.hostnames import WILDCARD, hostname, precise_hostname

MAX_PARENT_REFS = 32
MAX_SELECTED = 1000

Rank = tuple[int, int, int]


@dataclass(frozen=True, kw_only=True)
class SolverSelector:
    """The hostnames that a solver is for: all conditions that are given must hold.

    `dns_names` are hostnames as certificates have them, so that `*.example.com` is that wildcard only; `dns_zones` are
    domains with everything below them; `match_labels` are labels of the Certificate, or of the Gateway that it is made
    for. Of the solvers that are for a hostname, one with `dns_names` comes first, then the one with the longest zone,
    then the one with the most labels, then the first.
    """

    dns_names: Sequence[str] = ()
    dns_zones: Sequence[str] = ()
    match_labels: Mapping[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        where = "SolverSelector"
        names = instances(f"{where}.dns_names", self.dns_names, str, at_most=MAX_SELECTED)
        zones = instances(f"{where}.dns_zones", self.dns_zones, str, at_most=MAX_SELECTED)
        keep(
            self,
            dns_names=tuple(hostname(f"{where}.dns_names[{index}]", name) for index, name in enumerate(names)),
            dns_zones=tuple(precise_hostname(f"{where}.dns_zones[{index}]", zone) for index, zone in enumerate(zones)),
            match_labels=labels(f"{where}.match_labels", self.match_labels),
        )
        if not (self.dns_names or self.dns_zones or self.match_labels):
            raise refused(
                where,
                "no condition",
                "selects every hostname",
                allowed="dns_names, dns_zones or match_labels",
                fix="add one of them, or leave the selector out",
            )

    def rank(self, dns_name: str, certificate_labels: Mapping[str, str]) -> Rank | None:
        """Return how closely the selector is for a hostname of a certificate; None if it is not."""
        zones = [zone for zone in self.dns_zones if f".{dns_name}".endswith(f".{zone}")]
        selected = (
            (not self.dns_names or dns_name in self.dns_names)
            and (not self.dns_zones or zones)
            and all(certificate_labels.get(key) == value for key, value in self.match_labels.items())
        )
        longest = max((zone.count(".") + 1 for zone in zones), default=0)
        return (int(bool(self.dns_names)), longest, len(self.match_labels)) if selected else None

    def spec(self) -> dict[str, Any]:
        """Return the selector in the API's form."""
        return {
            "dnsNames": list(self.dns_names) or None,
            "dnsZones": list(self.dns_zones) or None,
            "matchLabels": dict(self.match_labels) or None,
        }


class Solver(ABC):
    """A way to prove whose a hostname is: Dns01Solver or Http01Solver."""

    how_to_write: ClassVar[str] = "Dns01Solver(...) or Http01Solver(...)"

    selector: SolverSelector | None
    wait_instead_of_self_check: str | None

    @abstractmethod
    def proves(self, dns_name: str) -> bool:
        """Tell whether Let's Encrypt takes this way for a hostname."""

    @abstractmethod
    def secret_keys(self) -> list[SecretKey]:
        """Return the entries of Secrets that the solver needs."""

    @abstractmethod
    def spec(self) -> dict[str, Any]:
        """Return the solver in the API's form."""

    def rank(self, dns_name: str, certificate_labels: Mapping[str, str]) -> Rank | None:
        """Return how closely the solver's selector is for a hostname; None if it is not."""
        return (0, 0, 0) if self.selector is None else self.selector.rank(dns_name, certificate_labels)

    def _check_common(self) -> None:
        """Raise ValueError for wrong fields of those that every solver has."""
        where = type(self).__name__
        if self.selector is not None:
            instance(f"{where}.selector", self.selector, SolverSelector)
        if self.wait_instead_of_self_check is not None:
            go_duration(f"{where}.wait_instead_of_self_check", self.wait_instead_of_self_check, "0s")

    def _common_spec(self) -> dict[str, Any]:
        """Return the fields that every solver has, in the API's form."""
        selector = None if self.selector is None else self.selector.spec()
        return {"selector": selector, "waitInsteadOfSelfCheck": self.wait_instead_of_self_check}


@dataclass(frozen=True)
class Dns01Solver(Solver):
    """Proof by a TXT record that cert-manager writes at a DNS provider; the only one for wildcards.

    With `cname_strategy` `Follow` the record is written where the CNAME of `_acme-challenge` below the hostname leads
    to; `None`, the text, writes it there itself. Without `selector` the solver is for every hostname.

    Before Let's Encrypt is to look, cert-manager looks for the record itself, until it sees it; with
    `wait_instead_of_self_check`, such as `30s`, it waits so long instead, where the cluster's DNS is not that of the
    internet.
    """

    provider: Dns01Provider
    cname_strategy: str = "None"
    selector: SolverSelector | None = None
    wait_instead_of_self_check: str | None = None

    def __post_init__(self) -> None:
        provider_class: type[Dns01Provider] = Dns01Provider  # type: ignore[type-abstract]  # for isinstance only
        instance("Dns01Solver.provider", self.provider, provider_class)
        one_of("Dns01Solver.cname_strategy", self.cname_strategy, ("None", "Follow"))
        self._check_common()

    def proves(self, dns_name: str) -> bool:  # noqa: ARG002  # the other solver asks for it
        """Tell whether Let's Encrypt takes this way for a hostname: for every one."""
        return True

    def secret_keys(self) -> list[SecretKey]:
        """Return the entries of Secrets that the provider needs."""
        return self.provider.secret_keys()

    def spec(self) -> dict[str, Any]:
        """Return the solver in the API's form."""
        provider = {self.provider.field: self.provider.spec()}
        return {**self._common_spec(), "dns01": {"cnameStrategy": self.cname_strategy, **provider}}


@dataclass(frozen=True, kw_only=True)
class Http01Solver(Solver):
    """Proof by an answer that cert-manager serves through a Gateway, over HTTP on port 80.

    `parent_refs` are the listeners that it attaches the HTTPRoute for the answer to, such as `gateway.http("com")`; the
    route is in the namespace of the Certificate. For the certificates of a Gateway with `cluster_issuer`, cert-manager
    attaches it to that Gateway too, so that they can be left out. `labels` are those of the route, `service_type` that
    of the Service behind it, ClusterIP or NodePort. Without `selector` the solver is for every hostname.

    Before Let's Encrypt is to ask, cert-manager asks for the answer itself, until it gets it; with
    `wait_instead_of_self_check`, such as `30s`, it waits so long instead, where the Gateway's address is not reached
    from inside the cluster.
    """

    parent_refs: Sequence[GatewayListener] = ()
    labels: Mapping[str, str] = field(default_factory=dict)
    service_type: str = "ClusterIP"
    selector: SolverSelector | None = None
    wait_instead_of_self_check: str | None = None

    def __post_init__(self) -> None:
        where = "Http01Solver"
        _refuse_no_listeners(f"{where}.parent_refs", self.parent_refs)
        parents = instances(f"{where}.parent_refs", self.parent_refs, GatewayListener, at_most=MAX_PARENT_REFS)
        keep(self, parent_refs=parents, labels=labels(f"{where}.labels", self.labels))
        one_of(f"{where}.service_type", self.service_type, ("ClusterIP", "NodePort"))
        self._check_common()
        for parent in parents:
            _refuse_unasked(parent)
        refuse_repeated(f"{where}.parent_refs", [str(parent) for parent in parents])

    def proves(self, dns_name: str) -> bool:
        """Tell whether Let's Encrypt takes this way for a hostname: for every one but wildcards."""
        return not dns_name.startswith(WILDCARD)

    def secret_keys(self) -> list[SecretKey]:
        """Return the entries of Secrets that the solver needs: none."""
        return []

    def spec(self) -> dict[str, Any]:
        """Return the solver in the API's form."""
        route = {
            "parentRefs": [parent.parent_ref() for parent in self.parent_refs] or None,
            "labels": dict(self.labels) or None,
            "serviceType": self.service_type,
        }
        return {**self._common_spec(), "http01": {"gatewayHTTPRoute": route}}


def _refuse_no_listeners(where: str, parents: object) -> None:
    """Raise ValueError for items that are no listeners, with the remedy for this solver: a listener for HTTP."""
    for index, parent in enumerate(parents if isinstance(parents, list | tuple) else ()):
        if not isinstance(parent, GatewayListener):
            raise refused(
                f"{where}[{index}]",
                parent,
                f"is of type {type(parent).__name__}",
                allowed="GatewayListener",
                fix="write gateway.http('NAME')",
            )


def _refuse_unasked(parent: GatewayListener) -> None:
    """Raise ValueError for a listener at which Let's Encrypt does not ask for the answer."""
    protocol, port = parent.listener.protocol, parent.listener.port
    if protocol == "HTTP" and port == CHALLENGE_PORT:
        return
    waits = (
        ", and a Gateway serves an HTTPS listener only once its certificate exists; one that has no other listeners "
        "gets no Service before"
    )
    raise refused(
        "Http01Solver.parent_refs",
        str(parent),
        f"is for {protocol} on port {port}: Let's Encrypt asks over plain HTTP on port {CHALLENGE_PORT}"
        f"{waits if protocol == 'HTTPS' else ''}",
        allowed=f"listeners for HTTP on port {CHALLENGE_PORT}",
        fix="give the Gateway such a listener and write gateway.http('NAME') here, or use a Dns01Solver",
    )


def solver_for(solvers: Sequence[Solver], dns_name: str, certificate_labels: Mapping[str, str]) -> Solver | None:
    """Return the solver that cert-manager uses for a hostname of a certificate with these labels; None if none is."""
    ranked = [(solver.rank(dns_name, certificate_labels), solver) for solver in solvers if solver.proves(dns_name)]
    chosen, best = None, None
    for rank, solver in ranked:
        if rank is not None and (best is None or rank > best):
            chosen, best = solver, rank
    return chosen
