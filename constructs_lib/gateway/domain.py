"""Domains: what a platform says once to get a domain's listeners, hostnames and redirects."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import permutations

from constructs_lib.checks import MAX_LABEL, dns_label, instance, refused
from constructs_lib.hostnames import WILDCARD, intersect, precise_hostname

LONGEST_PREFIX = "https-"


@dataclass(frozen=True)
class Domain:
    """A main domain such as `example.com` with all its subdomains.

    `name` is the end of the listeners' names: `link` gives `http-link` and `https-link`. With `apex` the main domain
    itself is served over HTTP too, not only its subdomains. A wildcard hostname never matches the domain it is made
    of, so the HTTP listener then has the wildcard one level up: `*.link` for `example.link`. The HTTPS listener always
    has `*.example.link`, the name that its certificate is for.

    Raises ValueError for a hostname with a wildcard, and for a top-level domain.
    """

    hostname: str
    name: str
    apex: bool = True

    def __post_init__(self) -> None:
        precise_hostname("Domain.hostname", self.hostname)
        instance(f"Domain {self.hostname}: apex", self.apex, bool)
        dns_label(f"Domain {self.hostname}: name", self.name)
        if len(self.name) + len(LONGEST_PREFIX) > MAX_LABEL:
            raise refused(
                f"Domain {self.hostname}: name",
                self.name,
                "is too long for the listeners named after it",
                allowed=f"at most {MAX_LABEL - len(LONGEST_PREFIX)} characters",
                fix="shorten it",
            )
        if "." not in self.hostname:
            raise refused(
                "Domain.hostname",
                self.hostname,
                "is a single label",
                allowed="a domain of two labels or more",
                fix=f"write the domain in full, such as '{self.hostname}.example.com'",
            )

    @property
    def subdomains(self) -> str:
        """The wildcard hostname of all subdomains, at any depth."""
        return f"{WILDCARD}{self.hostname}"

    @property
    def http_hostname(self) -> str:
        """The hostname of the HTTP listener."""
        return WILDCARD + self.hostname.partition(".")[2] if self.apex else self.subdomains

    @property
    def hostnames(self) -> tuple[str, ...]:
        """The hostnames that together name everything served over HTTP."""
        return (self.hostname, self.subdomains) if self.apex else (self.subdomains,)


def refuse_captures(where: str, domains: Sequence[Domain]) -> None:
    """Raise ValueError if the HTTP listener of one domain would take requests that belong to another one.

    Of the listeners whose hostname matches a request, the Gateway uses the one with the longest only (Gateway API
    v1.6.1, listener isolation), and two listeners with the same hostname conflict.
    """
    for domain, other in permutations(domains, 2):
        if other.hostname == domain.hostname:
            raise refused(
                f"{where}: domains", other.hostname, "is there twice", allowed="each once", fix="leave one out"
            )
        if _captures(other, domain):
            raise refused(
                f"{where}: domains",
                other.hostname,
                f"needs the HTTP listener hostname {other.http_hostname!r} to serve its main domain, "
                f"which takes requests from {domain.hostname!r} (listener hostname {domain.http_hostname!r})",
                allowed="domains whose HTTP listeners have hostnames of their own",
                fix=f"write Domain({other.hostname!r}, name={other.name!r}, apex=False), and add "
                f"Listener.http('http-{other.name}-apex', hostname={other.hostname!r}) to listeners if its main "
                "domain must be served",
            )


def _captures(other: Domain, domain: Domain) -> bool:
    """Tell whether some host of `domain` that is not a host of `other` is matched best by the listener of `other`."""
    if other.http_hostname == domain.http_hostname:
        return True
    longer = len(other.http_hostname) > len(domain.http_hostname)
    return other.apex and longer and any(intersect(other.http_hostname, hostname) for hostname in domain.hostnames)
