"""Access logs of Gateways: what Envoy writes to its standard output of each request."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from constructs_lib.checks import instance, instances, keep, mapping, one_of, refuse_too_many, refused, text_of

FORMATS = ("JSON", "Text")
TARGETS = ("HTTP", "TCP")
MAX_TEXT = 4096
MAX_FIELDS = 64
MAX_FIELD_NAME = 4096

DEFAULT_JSON = {
    "authority": "%REQUEST_HEADER(:AUTHORITY)%",
    "bytes_received": "%BYTES_RECEIVED%",
    "bytes_sent": "%BYTES_SENT%",
    "duration": "%DURATION%",
    "method": "%REQUEST_HEADER(:METHOD)%",
    "path": "%REQUEST_HEADER(X-ENVOY-ORIGINAL-PATH?:PATH)%",
    "protocol": "%PROTOCOL%",
    "request_id": "%REQUEST_HEADER(X-REQUEST-ID)%",
    "response_code": "%RESPONSE_CODE%",
    "response_flags": "%RESPONSE_FLAGS%",
    "start_time": "%START_TIME%",
    "upstream_host": "%UPSTREAM_HOST%",
    "upstream_service_time": "%RESPONSE_HEADER(X-ENVOY-UPSTREAM-SERVICE-TIME)%",
    "user_agent": "%REQUEST_HEADER(USER-AGENT)%",
    "x_forwarded_for": "%REQUEST_HEADER(X-FORWARDED-FOR)%",
}
DEFAULT_TEXT = (
    '[%START_TIME%] "%REQUEST_HEADER(:METHOD)% %REQUEST_HEADER(X-ENVOY-ORIGINAL-PATH?:PATH)% %PROTOCOL%" '
    "%RESPONSE_CODE% %RESPONSE_FLAGS% %BYTES_RECEIVED% %BYTES_SENT% %DURATION% "
    '%RESPONSE_HEADER(X-ENVOY-UPSTREAM-SERVICE-TIME)% "%REQUEST_HEADER(X-FORWARDED-FOR)%" '
    '"%REQUEST_HEADER(USER-AGENT)%" "%REQUEST_HEADER(X-REQUEST-ID)%" "%REQUEST_HEADER(:AUTHORITY)%" "%UPSTREAM_HOST%"'
)
"""The defaults of the CRD: the API server adds both of them to every access log, whatever its format."""


@dataclass(frozen=True, kw_only=True)
class AccessLog:
    """One access log, a line for each request, in the format `JSON` or `Text`.

    `json` maps the names of fields to what Envoy writes in them, such as `%RESPONSE_CODE%`; `text` is the whole line.
    What Envoy can write is in its documentation of access logs; Cilium adds `%CILIUM_GATEWAY_NAME%` and
    `%CILIUM_GATEWAY_NAMESPACE%`. Left out, they name what is usual of a request. `targets` are `HTTP`, for requests,
    and `TCP`, for connections that Envoy passes on unopened.
    """

    format: str
    json: Mapping[str, str] | None = None
    text: str | None = None
    targets: Sequence[str] = ("HTTP",)

    def __post_init__(self) -> None:
        one_of("AccessLog.format", self.format, FORMATS)
        for argument, value, format_of_it in (("json", self.json, "JSON"), ("text", self.text, "Text")):
            if value is not None and self.format != format_of_it:
                raise refused(
                    f"AccessLog.{argument}",
                    value,
                    f"does not go with {self.format}",
                    allowed=f"{argument} with {format_of_it}",
                    fix=f"leave it out, or write format={format_of_it!r}",
                )
        if self.json is not None:
            keep(self, json=_checked_fields(self.json))
        if self.text is not None:
            text_of("AccessLog.text", self.text, MAX_TEXT)
        keep(self, targets=instances("AccessLog.targets", self.targets, str, at_most=len(TARGETS)))
        for index, target in enumerate(self.targets):
            one_of(f"AccessLog.targets[{index}]", target, TARGETS)
        if not 1 <= len(set(self.targets)) == len(self.targets):
            raise refused(
                "AccessLog.targets",
                list(self.targets),
                "does not name one or both",
                allowed="HTTP, TCP, or both, each once",
                fix="write targets=['HTTP'], or leave it out",
            )

    def spec(self) -> dict[str, Any]:
        """Return the access log in the API's form, with every default written out."""
        return {
            "format": self.format,
            "json": dict(DEFAULT_JSON if self.json is None else self.json),
            "text": DEFAULT_TEXT if self.text is None else self.text,
            "targets": list(self.targets),
        }


def _checked_fields(fields: Mapping[str, str]) -> dict[str, str]:
    """Return the fields of a JSON access log."""
    checked = {
        text_of("AccessLog.json", name, MAX_FIELD_NAME): instance(f"AccessLog.json[{name!r}]", value, str)
        for name, value in mapping("AccessLog.json", fields).items()
    }
    refuse_too_many("AccessLog.json", checked, MAX_FIELDS)
    if not checked:
        raise refused(
            "AccessLog.json", {}, "logs nothing", allowed="one field or more", fix="write {'code': '%RESPONSE_CODE%'}"
        )
    return checked
