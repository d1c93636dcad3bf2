"""Timeouts and retries of a rule.

Source: Gateway API v1.6.1, HTTPRouteTimeouts, and HTTPRouteRetry of the experimental channel.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from constructs_lib.checks import instances, integer, keep, refuse_repeated, refused
from constructs_lib.durations import gateway_duration, milliseconds

LEAST_CODE = 400
MOST_CODE = 599
MAX_CODES = MOST_CODE - LEAST_CODE + 1
MAX_ATTEMPTS = 2**31 - 1


@dataclass(frozen=True, kw_only=True)
class HttpRouteTimeouts:
    """How long a request may take, such as `10s` or `1m30s`; `0s` is as long as it takes.

    `request` is for the whole request, with every retry; `backend_request`, which cannot be longer, for each try of a
    backend. What is left out is as the Gateway controller has it.
    """

    request: str | None = None
    backend_request: str | None = None

    def __post_init__(self) -> None:
        for argument in ("request", "backend_request"):
            if getattr(self, argument) is not None:
                gateway_duration(f"HttpRouteTimeouts.{argument}", getattr(self, argument))
        if self.request is None and self.backend_request is None:
            raise refused(
                "HttpRouteTimeouts",
                "neither",
                "limits nothing",
                allowed="request, backend_request or both",
                fix="write request='10s'",
            )
        if self.request is None or self.backend_request is None:
            return
        if 0 < milliseconds(self.request) < milliseconds(self.backend_request):
            raise refused(
                "HttpRouteTimeouts.backend_request",
                self.backend_request,
                f"is longer than the whole request, {self.request!r}",
                allowed=f"at most {self.request!r}",
                fix="shorten it, or give the request longer",
            )

    def spec(self) -> dict[str, Any]:
        """Return the timeouts in the API's form."""
        return {"request": self.request, "backendRequest": self.backend_request}


@dataclass(frozen=True, kw_only=True)
class HttpRouteRetry:
    """Which failed requests are sent to a backend again.

    Those whose connection failed, and those answered with one of the status codes `codes`, 400 to 599; every Gateway
    controller has 500, 502, 503 and 504. At most `attempts` times, `backoff` apart at least, such as `100ms`; as the
    Gateway controller has it when left out. It needs the CRDs of the Gateway API's experimental channel.
    """

    codes: Sequence[int] = ()
    attempts: int | None = None
    backoff: str | None = None

    def __post_init__(self) -> None:
        keep(self, codes=instances("HttpRouteRetry.codes", self.codes, int, at_most=MAX_CODES))
        for index, code in enumerate(self.codes):
            integer(f"HttpRouteRetry.codes[{index}]", code, LEAST_CODE, MOST_CODE)
        refuse_repeated("HttpRouteRetry.codes", self.codes)
        if self.attempts is not None:
            integer("HttpRouteRetry.attempts", self.attempts, 1, MAX_ATTEMPTS)
        if self.backoff is not None:
            gateway_duration("HttpRouteRetry.backoff", self.backoff)
        if not self.codes and self.attempts is None and self.backoff is None:
            raise refused(
                "HttpRouteRetry",
                "nothing",
                "says nothing about retries",
                allowed="codes, attempts or backoff, one or more",
                fix="write attempts=2",
            )

    def spec(self) -> dict[str, Any]:
        """Return the retries in the API's form."""
        return {"codes": list(self.codes) or None, "attempts": self.attempts, "backoff": self.backoff}
