"""Domains: what a platform says once to get a domain's listeners, hostnames and redirects."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import permutations

from constructs_lib.checks import MAX_LABEL, dns_label, instance, refused
from constructs_lib.hostnames import WILDCARD, intersect, precise_hostname
from constructs_lib.references import ObjectReference, reference_to


def http_listener(domain: str) -> str:
    """Return the name of the HTTP listener of the domain with this name."""
    return f"http-{domain}"


def https_listener(domain: str) -> str:
    """Return the name of the HTTPS listener for its subdomains."""
    return f"https-{domain}"


def https_apex_listener(domain: str) -> str:
    """Return the name of the HTTPS listener for the main domain itself."""
    return f"{https_listener(domain)}-apex"


@dataclass(frozen=True)
class Domain:
    """A main domain such as `example.com` with all its subdomains.

    `name` is the end of the listeners' names: `link` gives `http-link` and `https-link`. With `apex` the main domain
    itself is served over HTTP too, not only its subdomains. A wildcard hostname never matches the domain it is made
    of, so the HTTP listener then has the wildcard one level up: `*.link` for `example.link`. The HTTPS listener always
    has `*.example.link`, the name that its certificate is for.

    `secret` is a Secret whose certificate is for the subdomains and, with `apex`, for the main domain: of cdk8s-plus,
    ExistingSecret(...), which can be in another namespace, or a name. With it the main domain is served over HTTPS too,
    by a listener of its own, `https-link-apex`. Without it the Gateway names a Secret for the subdomains alone.

    Raises ValueError for a hostname with a wildcard, and for a top-level domain.
    """

    hostname: str
    name: str
    apex: bool = True
    secret: ObjectReference | None = None

    def __post_init__(self) -> None:
        precise_hostname("Domain.hostname", self.hostname)
        instance(f"Domain {self.hostname}: apex", self.apex, bool)
        dns_label(f"Domain {self.hostname}: name", self.name)
        if self.secret is not None:
            reference_to(f"Domain {self.hostname}: secret", self.secret, "Secret")
        longest = https_apex_listener if self.has_https_apex else https_listener
        most = MAX_LABEL - len(longest(""))
        if len(self.name) > most:
            raise refused(
                f"Domain {self.hostname}: name",
                self.name,
                "is too long for the listeners named after it",
                allowed=f"at most {most} characters",
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
    def has_https_apex(self) -> bool:
        """Whether the main domain itself is served over HTTPS, by the certificate in `secret`."""
        return self.apex and self.secret is not None

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
                fix=_without_apex(other),
            )


def _without_apex(domain: Domain) -> str:
    """Say how to write a domain whose HTTP listener takes its subdomains only."""
    secret = "" if domain.secret is None else ", secret=..."
    listeners = f"Listener.http('{http_listener(domain.name)}-apex', hostname={domain.hostname!r})"
    if domain.has_https_apex:
        listeners += f" and Listener.https('{https_apex_listener(domain.name)}', hostname={domain.hostname!r}{secret})"
    return (
        f"write Domain({domain.hostname!r}, name={domain.name!r}, apex=False{secret}), and add {listeners} to "
        "listeners if its main domain must be served"
    )


def _captures(other: Domain, domain: Domain) -> bool:
    """Tell whether some host of `domain` that is not a host of `other` is matched best by the listener of `other`."""
    if not other.apex:
        return False
    if other.http_hostname == domain.http_hostname:
        return True
    longer = len(other.http_hostname) > len(domain.http_hostname)
    return longer and any(intersect(other.http_hostname, hostname) for hostname in domain.hostnames)
