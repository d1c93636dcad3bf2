"""The certificates that an app has cert-manager issue: into which Secrets, for which hostnames, by which issuers.

Kept for each app, so that issuers are checked against what they are asked for, whichever of the two comes first.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence, Set
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Protocol
from weakref import WeakKeyDictionary

from constructs_lib.api_groups import CERT_MANAGER_GROUP
from constructs_lib.checks import refused
from constructs_lib.registry import Identity, app_of

import cdk8s
from constructs import Construct

CHALLENGE_PORT = 80
"""Where an HTTP-01 challenge is asked."""


class ChallengeListener(Protocol):
    """A listener for HTTP on port 80."""

    def serves(self, hostname: str) -> bool:
        """Tell whether a request for this hostname can reach the routes of this listener."""


Waiting = Callable[[], Set[Identity]]


@dataclass(frozen=True, kw_only=True)
class RequestedCertificate:
    """A certificate that cert-manager is to get from an issuer and write to a Secret.

    `requester` is the Certificate, or the Gateway that cert-manager makes a Certificate for, named after the Secret;
    Certificate and Secret are in its namespace. `labels` are those of the Certificate. `listeners` are the requester's
    own listeners for HTTP on port 80, to which cert-manager attaches answers to challenges too. `waiting` returns the
    Gateways, with their ListenerSets, of which no listener is served before the certificate exists.
    """

    requester: Identity
    issuer: Identity
    secret: str
    dns_names: tuple[str, ...]
    labels: Mapping[str, str]
    listeners: tuple[ChallengeListener, ...] = ()
    waiting: Waiting = frozenset

    @property
    def for_certificate(self) -> bool:
        """Whether the requester is a Certificate, and not what cert-manager makes one for."""
        return self.requester.kind == "Certificate"

    @property
    def certificate(self) -> Identity:
        """The Certificate itself."""
        name = self.requester.name if self.for_certificate else self.secret
        return Identity(CERT_MANAGER_GROUP, "Certificate", self.requester.namespace, name)


Check = Callable[[RequestedCertificate], None]
"""Raises ValueError for a certificate that an issuer cannot issue."""

_requests: WeakKeyDictionary[cdk8s.App, list[RequestedCertificate]] = WeakKeyDictionary()
_issuers: WeakKeyDictionary[cdk8s.App, dict[Identity, Check]] = WeakKeyDictionary()
_written: WeakKeyDictionary[cdk8s.App, dict[Identity, Identity]] = WeakKeyDictionary()
_waiting: WeakKeyDictionary[cdk8s.App, dict[Identity, list[Waiting]]] = WeakKeyDictionary()
"""By Secret, the Gateways that get no Service before it exists."""


@contextmanager
def requested(scope: Construct, requests: Sequence[RequestedCertificate]) -> Iterator[None]:
    """Record certificates once who asks for them is defined; if that fails, their Secrets stay free.

    Raises ValueError for a Secret or Certificate that cert-manager is to write for another one already, and for what
    the issuer, if the app has defined it, cannot issue.
    """
    app = app_of(scope)
    written = _written.setdefault(app, {})
    issuers = _issuers.setdefault(app, {})
    for request in requests:
        _refuse_second_writer(written, request)
        if request.issuer in issuers:
            issuers[request.issuer](request)
    yield
    _requests.setdefault(app, []).extend(requests)
    for request in requests:
        written[_secret(request.requester.namespace, request.secret)] = request.requester
        written[request.certificate] = request.requester


@contextmanager
def issuing(scope: Construct, issuer: Identity, account_key: Identity, check: Check) -> Iterator[None]:
    """Record an issuer, and the Secret of its account key, once it is defined.

    Raises ValueError for a certificate that was asked of it before and that it cannot issue.
    """
    app = app_of(scope)
    written = _written.setdefault(app, {})
    owner = written.get(account_key, issuer)
    if owner != issuer:
        raise refused(
            f"{issuer}: name",
            issuer.name,
            f"names the account's key after a Secret that is written for {owner} already: {account_key}",
            allowed="a name whose Secret is free",
            fix="give the issuer another name=...",
        )
    for request in _requests.get(app, ()):
        if request.issuer == issuer:
            check(request)
    yield
    _issuers.setdefault(app, {})[issuer] = check
    written[account_key] = issuer


def record_waiting(scope: Construct, namespace: str | None, secret: str, waiting: Waiting) -> None:
    """Keep that a Gateway, which `waiting` returns with its ListenerSets, gets no Service before a Secret exists."""
    _waiting.setdefault(app_of(scope), {}).setdefault(_secret(namespace, secret), []).append(waiting)


def waiting_for(scope: Construct, namespace: str | None, secret: str) -> Waiting:
    """Return who waits for a Secret, as far as it is known when that is asked."""
    every = _waiting.setdefault(app_of(scope), {}).setdefault(_secret(namespace, secret), [])
    return lambda: {owner for waiting in every for owner in waiting()}


def _secret(namespace: str | None, name: str) -> Identity:
    """Return which object a Secret is."""
    return Identity("", "Secret", namespace, name)


def _refuse_second_writer(written: Mapping[Identity, Identity], request: RequestedCertificate) -> None:
    """Raise ValueError if the Secret or the Certificate is written for another one.

    Listeners of one Gateway may share a Secret: cert-manager makes one Certificate of them, with all their hostnames.
    Source: cert-manager v1.21, pkg/controller/certificate-shim/sync.go.
    """
    owner = written.get(_secret(request.requester.namespace, request.secret), request.requester)
    if owner != request.requester:
        raise refused(
            f"{request.requester}: {'secret_name' if request.for_certificate else 'secret'}",
            request.secret,
            f"is the Secret of {owner} too: cert-manager would write to it twice",
            allowed="a Secret for each Certificate, and for each Gateway with cluster_issuer",
            fix="give one of them another secret, or mark a listener's as existing: secret=ExistingSecret(...)",
        )
    owner = written.get(request.certificate, request.requester)
    if owner != request.requester:
        raise refused(
            f"{request.requester}: {'name' if request.for_certificate else 'secret'}",
            request.certificate.name,
            f"is taken by {owner}: cert-manager names the Certificate of a listener after the listener's Secret",
            allowed="a name that no other Certificate of the namespace has",
            fix="give the Certificate another name=..., or the listener another secret=...",
        )
