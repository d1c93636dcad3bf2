"""SessionPersistence: the requests of a client go to the Pod that has answered it before.

Source: Gateway API v1.6.1, SessionPersistence, of the experimental channel.
"""

from dataclasses import dataclass
from typing import Any, ClassVar

from constructs_lib.checks import one_of, refused
from constructs_lib.durations import gateway_duration
from constructs_lib.routes.matches import TOKEN

TYPES = ("Cookie", "Header")
LIFETIME_TYPES = ("Session", "Permanent")
MAX_SESSION_NAME = 128


@dataclass(frozen=True, kw_only=True)
class SessionPersistence:
    """How a client says which session a request belongs to; make one with `cookie` or `header`.

    `session_name` is the name of the cookie or header, at most 128 characters; the Gateway controller's own when left
    out. A session ends `absolute_timeout` after its start and `idle_timeout` after its last request, such as `1h`. It
    needs the CRDs of the Gateway API's experimental channel, and Cilium does not implement it: requests go to any Pod.
    """

    type: str
    session_name: str | None = None
    absolute_timeout: str | None = None
    idle_timeout: str | None = None
    lifetime_type: str | None = None

    how_to_write: ClassVar[str] = "SessionPersistence.cookie(...)"

    def __post_init__(self) -> None:
        where = "SessionPersistence"
        one_of(f"{where}.type", self.type, TYPES)
        if self.session_name is not None:
            _check_session_name(f"{where}.session_name", self.session_name)
        for argument in ("absolute_timeout", "idle_timeout"):
            if getattr(self, argument) is not None:
                gateway_duration(f"{where}.{argument}", getattr(self, argument))
        if self.type == "Cookie":
            one_of(f"{where}.lifetime_type", self.lifetime_type, LIFETIME_TYPES)
        elif self.lifetime_type is not None:
            raise refused(
                f"{where}.lifetime_type",
                self.lifetime_type,
                "goes with a cookie only",
                allowed="lifetime_type with type Cookie",
                fix="leave it out, or write SessionPersistence.cookie(...)",
            )
        if self.lifetime_type == "Permanent" and self.absolute_timeout is None:
            raise refused(
                f"{where}.absolute_timeout",
                None,
                "does not say when the cookie expires",
                allowed="a duration such as '24h' with lifetime_type='Permanent'",
                fix="write absolute_timeout='24h', or leave lifetime_type out",
            )

    @classmethod
    def cookie(
        cls,
        *,
        session_name: str | None = None,
        absolute_timeout: str | None = None,
        idle_timeout: str | None = None,
        lifetime_type: str = "Session",
    ) -> "SessionPersistence":
        """Tell sessions apart by a cookie.

        The browser keeps it until it is closed, or for `absolute_timeout` with `lifetime_type` Permanent.
        """
        return cls(
            type="Cookie",
            session_name=session_name,
            absolute_timeout=absolute_timeout,
            idle_timeout=idle_timeout,
            lifetime_type=lifetime_type,
        )

    @classmethod
    def header(
        cls,
        *,
        session_name: str | None = None,
        absolute_timeout: str | None = None,
        idle_timeout: str | None = None,
    ) -> "SessionPersistence":
        """Tell sessions apart by a header, which the client repeats in its requests."""
        return cls(
            type="Header", session_name=session_name, absolute_timeout=absolute_timeout, idle_timeout=idle_timeout
        )

    def spec(self) -> dict[str, Any]:
        """Return the session persistence in the API's form, with every default written out."""
        return {
            "type": self.type,
            "sessionName": self.session_name,
            "absoluteTimeout": self.absolute_timeout,
            "idleTimeout": self.idle_timeout,
            "cookieConfig": self.lifetime_type and {"lifetimeType": self.lifetime_type},
        }


def _check_session_name(where: str, value: object) -> None:
    """Raise ValueError for what cannot be the name of a cookie or header."""
    if not isinstance(value, str) or not TOKEN.fullmatch(value) or len(value) > MAX_SESSION_NAME:
        raise refused(
            where,
            value,
            "is not the name of a cookie or header",
            allowed="1 to 128 letters, digits and !#$%&'*+-.^_`|~",
            fix="write a name such as 'session'",
        )
