"""SyncPolicy: when Argo CD applies what has changed, and what it does where that fails.

Source: Argo CD v3.5, user-guide/auto_sync and user-guide/sync-options.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from difflib import get_close_matches
from typing import Any

from constructs_lib.checks import instance, instances, integer, keep, refused

OPTIONS = {
    "ApplyOutOfSyncOnly": ("true", "false"),
    "ClientSideApplyMigration": ("true", "false"),
    "CreateNamespace": ("true", "false"),
    "Delete": ("true", "false", "confirm"),
    "FailOnSharedResource": ("true", "false"),
    "Force": ("true", "false"),
    "Prune": ("true", "false", "confirm"),
    "PruneLast": ("true", "false"),
    "PrunePropagationPolicy": ("foreground", "background", "orphan"),
    "Replace": ("true", "false"),
    "RespectIgnoreDifferences": ("true", "false"),
    "ServerSideApply": ("true", "false"),
    "SkipDryRunOnMissingResource": ("true", "false"),
    "Validate": ("true", "false"),
}
"""The sync options and their values: Argo CD passes over others without a word."""
MAX_OPTIONS = 100
UNLIMITED = -1
MOST_RETRIES = 2**31 - 1
DURATION = re.compile(r"(?:[0-9]+(?:h|m|s))+")


@dataclass(frozen=True, kw_only=True)
class Automated:
    """Argo CD applies by itself what is committed.

    `prune` deletes what is no longer there, `self_heal` undoes what is changed in the cluster by other means, and
    `allow_empty` lets it delete everything when nothing is left in the source.
    """

    prune: bool = True
    self_heal: bool = True
    allow_empty: bool = False

    def __post_init__(self) -> None:
        for argument in ("prune", "self_heal", "allow_empty"):
            instance(f"Automated.{argument}", getattr(self, argument), bool)

    def spec(self) -> dict[str, Any]:
        """Return the policy in the API's form; Argo CD leaves out what is false when it writes the object back."""
        return {"prune": self.prune or None, "selfHeal": self.self_heal or None, "allowEmpty": self.allow_empty or None}


@dataclass(frozen=True, kw_only=True)
class RetryStrategy:
    """What Argo CD does when a sync has failed: it waits and tries again.

    `limit` is the number of further attempts, -1 for any number: a Gateway counts as failed until its certificates are
    issued, and after the last attempt Argo CD waits for another commit. The waiting time starts with `duration`, is
    multiplied by `factor` and grows to at most `max_duration`; durations such as `5s` or `3m`. With `refresh` a further
    attempt takes what has been committed since.
    """

    limit: int = UNLIMITED
    duration: str = "5s"
    factor: int = 2
    max_duration: str = "3m"
    refresh: bool = True

    def __post_init__(self) -> None:
        integer("RetryStrategy.limit", self.limit, UNLIMITED, MOST_RETRIES)
        integer("RetryStrategy.factor", self.factor, 1, MOST_RETRIES)
        instance("RetryStrategy.refresh", self.refresh, bool)
        for argument in ("duration", "max_duration"):
            value = getattr(self, argument)
            if not isinstance(value, str) or not DURATION.fullmatch(value):
                raise refused(
                    f"RetryStrategy.{argument}",
                    value,
                    "is not a duration",
                    allowed="whole numbers with the units h, m and s, such as '5s' or '1h30m'",
                    fix="write a number with its unit",
                )

    def spec(self) -> dict[str, Any]:
        """Return the retry in the API's form."""
        return {
            "limit": self.limit,
            "backoff": {"duration": self.duration, "factor": self.factor, "maxDuration": self.max_duration},
            "refresh": self.refresh or None,
        }


@dataclass(frozen=True, kw_only=True)
class SyncPolicy:
    """When and how Argo CD applies an Application.

    `automated` is None where somebody has to start each sync. `retry` is None for Argo CD's own: five further attempts
    in about three minutes. `sync_options` are sync options such as `CreateNamespace=true`.
    """

    automated: Automated | None = field(default_factory=Automated)
    retry: RetryStrategy | None = field(default_factory=RetryStrategy)
    sync_options: Sequence[str] = ()

    def __post_init__(self) -> None:
        if self.automated is not None:
            instance("SyncPolicy.automated", self.automated, Automated)
        if self.retry is not None:
            instance("SyncPolicy.retry", self.retry, RetryStrategy)
        keep(self, sync_options=instances("SyncPolicy.sync_options", self.sync_options, str, at_most=MAX_OPTIONS))
        for index, option in enumerate(self.sync_options):
            _check_option(f"SyncPolicy.sync_options[{index}]", option)

    @property
    def creates_namespace(self) -> bool:
        """Tell whether Argo CD creates the destination's namespace where it is missing."""
        return "CreateNamespace=true" in self.sync_options

    def spec(self) -> dict[str, Any]:
        """Return the policy in the API's form."""
        return {
            "automated": self.automated and self.automated.spec(),
            "retry": self.retry and self.retry.spec(),
            "syncOptions": list(self.sync_options) or None,
        }


def _check_option(where: str, option: str) -> None:
    """Raise ValueError for a sync option or a value of one that Argo CD does not know."""
    name, equals, value = option.partition("=")
    if name not in OPTIONS:
        near = get_close_matches(name, OPTIONS, n=1)
        raise refused(
            where,
            option,
            "is not a sync option of Argo CD",
            allowed=", ".join(OPTIONS),
            fix=f"write '{(near or ['CreateNamespace'])[0]}=...' or another of them",
        )
    if not equals or value not in OPTIONS[name]:
        values = OPTIONS[name]
        raise refused(
            where,
            option,
            "has no value that this option takes",
            allowed=" or ".join(f"'{name}={value}'" for value in values),
            fix=f"write '{name}={values[0]}' or another of them",
        )
