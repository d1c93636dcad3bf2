"""The conversion of a CRD."""

from typing import Any

from tests.preflight.admission.crd.judged import judged
from tests.preflight.admission.crds import changed

import pytest

SERVICE = {"service": {"namespace": "a", "name": "b", "path": "/convert/b.c", "port": 443}}


def of_conversion(**conversion: Any) -> list[str]:
    """Return what is said of a CRD with this conversion."""
    return judged(changed("spec.conversion", conversion))


def of_webhook(client: Any, versions: Any = ("v1",)) -> list[str]:
    """Return what is said of a CRD with this webhook."""
    webhook = {"clientConfig": client, "conversionReviewVersions": list(versions)}
    return of_conversion(strategy="Webhook", webhook=webhook)


@pytest.mark.parametrize(
    "client",
    [
        SERVICE,
        {"url": "https://example.com/convert"},
        {"service": {"namespace": "a", "name": "b"}},
        {"service": {"namespace": "a", "name": "b", "path": "/"}},
    ],
)
def test_nothing_is_said_of_a_webhook_that_is_one(client: Any) -> None:
    assert of_webhook(client) == []


@pytest.mark.parametrize(
    "conversion", [None, {"strategy": "None"}, {"strategy": 1}, {"strategy": "Webhook", "webhook": 1}, [1]]
)
def test_nothing_is_said_without_a_webhook_or_of_wrong_types(conversion: Any) -> None:
    assert judged(changed("spec.conversion", conversion)) == []


def test_the_strategy_is_one_of_two() -> None:
    assert of_conversion(strategy="webhook") == [
        "GH107 spec.conversion.strategy 'webhook' is not 'None' or 'Webhook'. Write one of these."
    ]


def test_the_webhook_goes_with_its_strategy() -> None:
    assert of_conversion(strategy="Webhook") == [
        (
            "GH107 spec.conversion.webhook It is missing: the strategy Webhook needs it."
            " Add its clientConfig and conversionReviewVersions."
        )
    ]
    assert of_conversion(strategy="None", webhook={}) == [
        "GH107 spec.conversion.webhook It is for the strategy Webhook only. Remove it, or write strategy: Webhook."
    ]


@pytest.mark.parametrize(
    ("client", "said"),
    [
        (None, " It is missing: nothing says where the webhook is. Add its service or url."),
        ({}, " It has neither url nor service. Write exactly one of them."),
        ({"url": "https://a.example", **SERVICE}, " It has both url and service. Write exactly one of them."),
        (
            {"url": "http://a.example"},
            (
                ".url 'http://a.example' is not the URL of a webhook, which has https, a host and at most a path"
                " besides."
                " Write such a URL, as in 'https://example.com/convert'."
            ),
        ),
        (
            {"service": {"namespace": "", "name": "b"}},
            ".service.namespace It is empty. Write the namespace of the Service.",
        ),
        (
            {"service": {"namespace": "a", "name": "b", "port": 0}},
            ".service.port 0 is not from 1 to 65535. Write the number of a port.",
        ),
        (
            {"service": {"namespace": "a", "name": "b", "path": "a//b"}},
            ".service.path 'a//b' is not a path of '/' and names. Write such a path, as in '/convert'.",
        ),
    ],
)
def test_what_is_wrong_with_the_client_is_said(client: Any, said: str) -> None:
    assert of_webhook(client) == [f"GH107 spec.conversion.webhook.clientConfig{said}"]


@pytest.mark.parametrize(
    "url", ["https://", "https://a@b.example", "https://a.example?b", "https://a.example#b", "https://["]
)
def test_a_url_has_a_host_and_a_path_only(url: str) -> None:
    assert len(of_webhook({"url": url})) == 1


@pytest.mark.parametrize(
    ("versions", "said"),
    [
        ([], " It has neither of 'v1' and 'v1beta1'. Add 'v1'."),
        (["v1", "v1"], "[1] Items 0 and 1 are the same. Remove one of the two."),
        (
            ["v1", "V2"],
            (
                "[1] 'V2' is not a DNS label with a letter at the start: lower-case letters, digits and '-', with a"
                " letter at the start and a letter or digit at the end. Write 'v2'."
            ),
        ),
    ],
)
def test_what_is_wrong_with_the_review_versions_is_said(versions: Any, said: str) -> None:
    assert of_webhook(SERVICE, versions) == [f"GH107 spec.conversion.webhook.conversionReviewVersions{said}"]
