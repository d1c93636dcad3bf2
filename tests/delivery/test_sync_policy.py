"""SyncPolicy, Automated and RetryStrategy."""

from typing import Any

from constructs_lib.delivery.sync_policy import OPTIONS, Automated, RetryStrategy, SyncPolicy
from tests.conftest import refusal

import pytest

BACKOFF = {"duration": "5s", "factor": 2, "maxDuration": "3m"}


def test_argo_cd_syncs_by_itself_and_tries_again_until_it_succeeds_unless_said() -> None:
    """A Gateway counts as failed until its certificates are issued, and that can take longer than five attempts."""
    assert SyncPolicy().spec() == {
        "automated": {"prune": True, "selfHeal": True, "allowEmpty": None},
        "retry": {"limit": -1, "backoff": BACKOFF, "refresh": True},
        "syncOptions": None,
    }


def test_somebody_else_can_start_each_sync() -> None:
    assert SyncPolicy(automated=None, retry=None).spec() == {"automated": None, "retry": None, "syncOptions": None}


def test_what_is_false_is_left_out() -> None:
    """Argo CD leaves it out when it writes the object back, and would see a difference."""
    automated = Automated(prune=False, self_heal=False, allow_empty=True)
    assert automated.spec() == {"prune": None, "selfHeal": None, "allowEmpty": True}
    assert RetryStrategy(refresh=False).spec()["refresh"] is None


def test_a_retry_says_how_often_and_how_long() -> None:
    retry = RetryStrategy(limit=5, duration="10s", factor=3, max_duration="1h30m", refresh=False)
    backoff = {"duration": "10s", "factor": 3, "maxDuration": "1h30m"}
    assert retry.spec() == {"limit": 5, "backoff": backoff, "refresh": None}


@pytest.mark.parametrize("option", [f"{name}={value}" for name, values in OPTIONS.items() for value in values])
def test_every_option_of_argo_cd_is_taken(option: str) -> None:
    assert SyncPolicy(sync_options=[option]).spec()["syncOptions"] == [option]


def test_an_option_that_argo_cd_would_pass_over_is_refused() -> None:
    assert refusal(lambda: SyncPolicy(sync_options=["ServerSideApply=true", "CreateNamespaces=true"])) == (
        "SyncPolicy.sync_options[1]: 'CreateNamespaces=true' is not a sync option of Argo CD. Allowed: "
        "ApplyOutOfSyncOnly, ClientSideApplyMigration, CreateNamespace, Delete, FailOnSharedResource, Force, Prune, "
        "PruneLast, PrunePropagationPolicy, Replace, RespectIgnoreDifferences, ServerSideApply, "
        "SkipDryRunOnMissingResource, Validate. Fix: write 'CreateNamespace=...' or another of them."
    )


def test_what_the_caller_does_later_changes_nothing() -> None:
    options = ["CreateNamespace=true"]
    policy = SyncPolicy(sync_options=options)
    options[0] = "CreateNamespaces=false"
    assert policy.sync_options == ("CreateNamespace=true",)
    assert policy.spec()["syncOptions"] == ["CreateNamespace=true"]


@pytest.mark.parametrize(
    ("options", "expected"),
    [
        (
            "Prune=false",
            (
                "SyncPolicy.sync_options: 'Prune=false' is of type str. Allowed: a list of str. Fix: put it in a list: "
                "[...]."
            ),
        ),
        (
            ["Prune=false", 5],
            "SyncPolicy.sync_options[1]: 5 is of type int. Allowed: str. Fix: write it as text, in quotes.",
        ),
    ],
)
def test_options_that_are_no_list_of_text_are_refused(options: Any, expected: str) -> None:
    assert refusal(lambda: SyncPolicy(sync_options=options)) == expected


@pytest.mark.parametrize("option", ["PrunePropagationPolicy", "PrunePropagationPolicy=true"])
def test_a_value_that_an_option_does_not_take_is_refused(option: str) -> None:
    assert refusal(lambda: SyncPolicy(sync_options=[option])) == (
        f"SyncPolicy.sync_options[0]: {option!r} has no value that this option takes. Allowed: "
        "'PrunePropagationPolicy=foreground' or 'PrunePropagationPolicy=background' or 'PrunePropagationPolicy=orphan'"
        ". Fix: write 'PrunePropagationPolicy=foreground' or another of them."
    )


@pytest.mark.parametrize("argument", ["duration", "max_duration"])
@pytest.mark.parametrize("value", ["5", "", "5 s", "1d", 5])
def test_what_is_no_duration_is_refused(argument: str, value: Any) -> None:
    arguments: dict[str, Any] = {argument: value}
    assert refusal(lambda: RetryStrategy(**arguments)) == (
        f"RetryStrategy.{argument}: {value!r} is not a duration. Allowed: whole numbers with the units h, m and s, "
        "such as '5s' or '1h30m'. Fix: write a number with its unit."
    )


def test_a_limit_below_minus_one_is_refused() -> None:
    assert refusal(lambda: RetryStrategy(limit=-2)) == (
        "RetryStrategy.limit: -2 is not in range. Allowed: a whole number from -1 to 2147483647. Fix: write a number "
        "in that range."
    )


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ({"automated": True}, "SyncPolicy.automated: True is of type bool. Allowed: Automated. Fix: write Automated"),
        ({"retry": 5}, "SyncPolicy.retry: 5 is of type int. Allowed: RetryStrategy. Fix: write RetryStrategy"),
    ],
)
def test_what_is_no_typed_value_is_refused(arguments: Any, message: str) -> None:
    assert refusal(lambda: SyncPolicy(**arguments)) == f"{message}(...)."


@pytest.mark.parametrize("argument", ["prune", "self_heal", "allow_empty"])
def test_text_is_refused_for_true_and_false(argument: str) -> None:
    arguments: dict[str, Any] = {argument: "true"}
    expected = f"Automated.{argument}: 'true' is of type str. Allowed: bool. Fix: write True or False."
    assert refusal(lambda: Automated(**arguments)) == expected
