"""A rule of an HTTPRoute: matches, filters and backends that go together."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from constructs_lib.checks import dns_subdomain, instance, instances, keep, refused
from constructs_lib.references import Reference
from constructs_lib.routes.backends import MAX_BACKEND_REFS, HttpBackendRef
from constructs_lib.routes.channel import refuse_missing_field
from constructs_lib.routes.filters import HttpPathModifier, RequestMirror, RequestRedirect, UrlRewrite
from constructs_lib.routes.http_route_filter import HttpRouteFilter, checked_filters
from constructs_lib.routes.matches import HttpRouteMatch
from constructs_lib.routes.rule_backends import check_backends
from constructs_lib.routes.rules import MAX_MATCHES
from constructs_lib.routes.session_persistence import SessionPersistence
from constructs_lib.routes.timeouts import HttpRouteRetry, HttpRouteTimeouts
from imports.io.k8s.networking.gateway import HttpRoute as L1HttpRoute

FOR_BACKENDS = ("backend_refs", "timeouts", "retry", "session_persistence")
"""The arguments that are about backends, of which a redirect has none."""


@dataclass(frozen=True, kw_only=True)
class HttpRouteRule:
    """What happens to the requests that meet one of `matches`: all requests when left out.

    A rule has backends, or a RequestRedirect and none; of each kind of filter it has one, except RequestMirror and
    ExtensionRef. `name` is unique in the route. `retry`, `session_persistence` and the filter ExternalAuth need the
    CRDs of the Gateway API's experimental channel.
    """

    name: str | None = None
    matches: Sequence[HttpRouteMatch] = ()
    filters: Sequence[HttpRouteFilter] = ()
    backend_refs: Sequence[HttpBackendRef] = ()
    timeouts: HttpRouteTimeouts | None = None
    retry: HttpRouteRetry | None = None
    session_persistence: SessionPersistence | None = None

    def __post_init__(self) -> None:
        where = "HttpRouteRule"
        if self.name is not None:
            dns_subdomain(f"{where}.name", self.name)
        keep(
            self,
            matches=instances(f"{where}.matches", self.matches, HttpRouteMatch, at_most=MAX_MATCHES),
            filters=checked_filters(f"{where}.filters", self.filters),
            backend_refs=instances(
                f"{where}.backend_refs", self.backend_refs, HttpBackendRef, at_most=MAX_BACKEND_REFS
            ),
        )
        for argument, wanted in (
            ("timeouts", HttpRouteTimeouts),
            ("retry", HttpRouteRetry),
            ("session_persistence", SessionPersistence),
        ):
            if getattr(self, argument) is not None:
                instance(f"{where}.{argument}", getattr(self, argument), wanted)
        for place, value, field in self._fields():
            refuse_missing_field(f"{where}.{place}", value, L1HttpRoute, f"spec.rules.{field}")
        self._check_answer()
        for entry in self.filters:
            path = entry.path if isinstance(entry, RequestRedirect | UrlRewrite) else None
            if path is not None:
                self._check_path_modifier(path)

    def _fields(self) -> Iterator[tuple[str, object, str]]:
        """Yield what the rule needs that not every channel has: the argument, its value and the field."""
        for index, entry in enumerate(self.filters):
            yield f"filters[{index}]", entry, f"filters.{entry.field}"
        if self.retry is not None:
            yield "retry", self.retry, "retry"
        if self.session_persistence is not None:
            yield "session_persistence", self.session_persistence, "sessionPersistence"

    def _check_answer(self) -> None:
        """A request is either redirected or sent to a backend."""
        where = "HttpRouteRule"
        if any(isinstance(entry, RequestRedirect) for entry in self.filters):
            idle = [argument for argument in FOR_BACKENDS if getattr(self, argument)]
            idle += [type(entry).__name__ for entry in self.filters if isinstance(entry, UrlRewrite | RequestMirror)]
            if idle:
                raise refused(
                    f"{where}.filters",
                    "RequestRedirect",
                    f"leaves nothing to do for {', '.join(idle)}",
                    allowed="a RequestRedirect without what is for backends",
                    fix="move one of them to a rule of its own",
                )
        elif not self.backend_refs:
            raise refused(
                f"{where}.backend_refs",
                [],
                "answers every request with status 500",
                allowed="one backend or more, or a RequestRedirect in filters",
                fix="write backend_refs=[HttpBackendRef('name', port=80)]",
            )
        else:
            check_backends(f"{where}.backend_refs", self.backend_refs)

    def _check_path_modifier(self, path: HttpPathModifier) -> None:
        """A prefix can be replaced where there is exactly one (CRD rules of HTTPRoute.spec.rules)."""
        types = [match.path.type for match in self.matches] or ["PathPrefix"]
        if path.type == "ReplacePrefixMatch" and types != ["PathPrefix"]:
            raise refused(
                "HttpRouteRule.matches",
                types,
                "does not say which prefix to replace",
                allowed="exactly one match, with HttpPathMatch.prefix(...), where a filter has replace_prefix_match",
                fix="write a rule for each prefix",
            )

    def references(self) -> list[Reference]:
        """Return the references to the Services of the rule and of its filters."""
        backends = [backend.reference() for backend in self.backend_refs]
        return [*backends, *(reference for entry in self.filters for reference in entry.references())]

    def spec(self) -> dict[str, Any]:
        """Return the rule in the API's form, with every default written out."""
        # Left out, not None: not every channel has these fields.
        experimental = {"retry": self.retry, "sessionPersistence": self.session_persistence}
        return {
            "name": self.name,
            "matches": [match.spec() for match in self.matches or (HttpRouteMatch(),)],
            "filters": [entry.spec() for entry in self.filters] or None,
            "backendRefs": [backend.spec() for backend in self.backend_refs] or None,
            "timeouts": self.timeouts and self.timeouts.spec(),
            **{field: value.spec() for field, value in experimental.items() if value is not None},
        }
