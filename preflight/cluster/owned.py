"""Objects that are no manifests of ours: somebody else owns them."""

from dataclasses import dataclass

from preflight.values import listed, refused

PROTOCOLS = ("TCP", "UDP", "SCTP")
"""Those of a Service's port."""
ACME = "acme"
ISSUER_TYPES = (ACME, "ca", "selfSigned", "vault", "venafi")
"""What the spec of an issuer of cert-manager has."""
SOLVERS = ("http01", "dns01")
"""How an ACME issuer can prove who owns a domain."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DeclaredService:
    """A Service that is no manifest of ours."""

    namespace: str
    name: str
    ports: tuple[tuple[int, str], ...]
    """Number and protocol of each port."""

    def __post_init__(self) -> None:
        for port in self.ports:
            if not (is_pair(port) and isinstance(port[0], int) and port[1] in PROTOCOLS):
                raise refused(
                    f"DeclaredService {self.namespace}/{self.name}: ports",
                    f"{port!r} is not a port",
                    allowed=f"pairs of a number and {listed(PROTOCOLS, 'or')}",
                    fix='write ((80, "TCP"),)',
                )


@dataclass(frozen=True, slots=True, kw_only=True)
class DeclaredIssuer:
    """An Issuer or ClusterIssuer of cert-manager that is no manifest of ours."""

    name: str
    namespace: str | None = None
    """None for a ClusterIssuer."""
    type: str | None = None
    """One of ISSUER_TYPES; None where nobody has said which."""
    solvers: tuple[str, ...] = ()
    """Those of SOLVERS that an ACME issuer has; empty where nobody has said which."""

    def __post_init__(self) -> None:
        where = f"DeclaredIssuer {self.name}"
        if self.type is not None and self.type not in ISSUER_TYPES:
            allowed = listed(ISSUER_TYPES)
            raise refused(f"{where}: type", f"{self.type!r} is not one", allowed=allowed, fix="write one of these")
        for solver in self.solvers:
            if solver not in SOLVERS:
                problem, allowed = f"{solver!r} is not a solver", listed(SOLVERS)
                raise refused(f"{where}: solvers", problem, allowed=allowed, fix="write one of these")
        if self.solvers and self.type != ACME:
            problem, allowed = f"an issuer of type {self.type!r} has none", f"solvers of type {ACME!r}"
            raise refused(f"{where}: solvers", problem, allowed=allowed, fix=f"write type={ACME!r}, or no solvers")


def is_pair(value: object) -> bool:
    """Whether a value is a tuple of two."""
    return isinstance(value, tuple) and len(value) == 2  # noqa: PLR2004  # of a pair
