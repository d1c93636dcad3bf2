"""Who has cert-manager write which Secret, and what issuers are asked for, in both orders."""

from constructs_lib.certificate_requests import RequestedCertificate, issuing, requested
from constructs_lib.checks import refused
from constructs_lib.registry import Identity
from tests.conftest import refusal

from cdk8s import Chart

ISSUER = Identity("cert-manager.io", "ClusterIssuer", None, "letsencrypt")
OTHER = ISSUER._replace(name="other")
GATEWAY = Identity("gateway.networking.k8s.io", "Gateway", "common", "a")
CERTIFICATE = Identity("cert-manager.io", "Certificate", "common", "c")
KEY = Identity("", "Secret", "common", "key")


def request(requester: Identity, secret: str, *dns_names: str, issuer: Identity = ISSUER) -> RequestedCertificate:
    return RequestedCertificate(requester=requester, issuer=issuer, secret=secret, dns_names=dns_names, labels={})


def ask(chart: Chart, *requests: RequestedCertificate) -> None:
    """Define what asks for certificates."""
    with requested(chart, requests):
        pass


class Offer:
    """An issuer that issues nothing for `no.example.com`, and what it was asked for."""

    def __init__(self, chart: Chart, issuer: Identity = ISSUER, key: Identity = KEY) -> None:
        self.asked: list[RequestedCertificate] = []
        with issuing(chart, issuer, key, self.check):
            pass

    def check(self, request: RequestedCertificate) -> None:
        self.asked.append(request)
        if "no.example.com" in request.dns_names:
            raise refused("issuer", "no.example.com", "is not wanted", allowed="others", fix="leave it out")


NOT_WANTED = "issuer: 'no.example.com' is not wanted. Allowed: others. Fix: leave it out."
ONE_WRITER = (
    "cert-manager would write to it twice. Allowed: a Secret for each Certificate, and for each Gateway with "
    "cluster_issuer. Fix: give one of them another secret, or mark a listener's as existing: "
    "secret=ExistingSecret(...)."
)
ONE_NAME = (
    "cert-manager names the Certificate of a listener after the listener's Secret. Allowed: a name that no other "
    "Certificate of the namespace has. Fix: give the Certificate another name=..., or the listener another secret=...."
)


def test_the_certificate_for_a_gateway_is_named_after_its_secret() -> None:
    assert request(GATEWAY, "s").certificate == Identity("cert-manager.io", "Certificate", "common", "s")
    assert request(CERTIFICATE, "s").certificate == CERTIFICATE


def test_an_issuer_that_is_there_is_asked_at_once(chart: Chart) -> None:
    offer = Offer(chart)
    ask(chart, wanted := request(GATEWAY, "s", "example.com"))
    assert offer.asked == [wanted]
    assert refusal(lambda: ask(chart, request(GATEWAY, "t", "no.example.com"))) == NOT_WANTED


def test_an_issuer_that_comes_later_is_asked_when_it_comes(chart: Chart) -> None:
    ask(chart, wanted := request(GATEWAY, "s", "example.com"))
    ask(chart, request(CERTIFICATE, "t", "no.example.com", issuer=OTHER))
    assert Offer(chart).asked == [wanted]
    assert refusal(lambda: Offer(chart, OTHER, KEY._replace(name="other"))) == NOT_WANTED


def test_an_issuer_of_a_namespace_is_another_one_than_the_cluster_issuer_of_its_name(chart: Chart) -> None:
    ask(chart, request(GATEWAY, "s", "no.example.com"))
    assert Offer(chart, Identity("cert-manager.io", "Issuer", "common", "letsencrypt")).asked == []


def test_apps_have_nothing_in_common(chart: Chart) -> None:
    from constructs_lib import Platform

    Offer(chart)
    ask(chart, request(CERTIFICATE, "s", "example.com"))
    ask(Chart(Platform(), "other"), request(GATEWAY, "s", "no.example.com"))


def test_what_fails_is_forgotten(chart: Chart) -> None:
    def refuse(request: RequestedCertificate) -> None:
        raise refused("a", "b", "c", allowed="d", fix="e")

    def failing_request() -> None:
        with requested(chart, [wanted := request(GATEWAY, "s", "no.example.com")]):
            refuse(wanted)

    def failing_issuer() -> None:
        with issuing(chart, ISSUER, KEY, refuse):
            refuse(request(GATEWAY, "s"))

    assert refusal(failing_request) == "a: 'b' c. Allowed: d. Fix: e."
    assert refusal(failing_issuer) == "a: 'b' c. Allowed: d. Fix: e."
    ask(chart, wanted := request(CERTIFICATE, "s", "example.com"), other := request(CERTIFICATE, "key"))
    assert Offer(chart, key=KEY._replace(name="free")).asked == [wanted, other]


def test_a_secret_is_written_for_one(chart: Chart) -> None:
    ask(chart, request(GATEWAY, "s"))
    assert refusal(lambda: ask(chart, request(CERTIFICATE, "s"))) == (
        f"Certificate common/c: secret_name: 's' is the Secret of Gateway common/a too: {ONE_WRITER}"
    )
    ask(chart, request(CERTIFICATE, "t"))
    assert refusal(lambda: ask(chart, request(GATEWAY._replace(name="b"), "t"))) == (
        f"Gateway common/b: secret: 't' is the Secret of Certificate common/c too: {ONE_WRITER}"
    )
    ask(chart, request(CERTIFICATE._replace(namespace="web"), "s"))


def test_a_name_is_that_of_one_certificate(chart: Chart) -> None:
    ask(chart, request(GATEWAY, "s"))
    assert refusal(lambda: ask(chart, request(CERTIFICATE._replace(name="s"), "t"))) == (
        f"Certificate common/s: name: 's' is taken by Gateway common/a: {ONE_NAME}"
    )
    ask(chart, request(CERTIFICATE, "t"))
    assert refusal(lambda: ask(chart, request(GATEWAY._replace(name="b"), "c"))) == (
        f"Gateway common/b: secret: 'c' is taken by Certificate common/c: {ONE_NAME}"
    )


def test_the_key_of_an_account_has_a_secret_of_its_own(chart: Chart) -> None:
    ask(chart, request(GATEWAY, "key"))
    assert refusal(lambda: Offer(chart)) == (
        "ClusterIssuer letsencrypt: name: 'letsencrypt' names the account's key after a Secret that is written for "
        "Gateway common/a already: Secret common/key. Allowed: a name whose Secret is free. Fix: give the issuer "
        "another name=...."
    )
    Offer(chart, key=KEY._replace(name="free"))
    assert refusal(lambda: ask(chart, request(CERTIFICATE, "free"))) == (
        f"Certificate common/c: secret_name: 'free' is the Secret of ClusterIssuer letsencrypt too: {ONE_WRITER}"
    )


def test_the_second_definition_of_an_object_is_left_to_the_registry(chart: Chart) -> None:
    """Its message says more than that the Secret is written twice."""
    ask(chart, request(CERTIFICATE, "s", "example.com"))
    ask(chart, request(CERTIFICATE, "s", "example.com"))
    Offer(chart)
    assert len(Offer(chart).asked) == 2
