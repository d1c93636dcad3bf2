"""HttpsRedirect: an HTTPRoute that sends plain HTTP to HTTPS."""

from collections.abc import Mapping, Sequence
from typing import Any, ClassVar

from constructs_lib.checks import instances, refused
from constructs_lib.gateway.listener import GatewayListener
from constructs_lib.registry import NamedObject
from constructs_lib.routes.attachment import MAX_PARENT_REFS
from constructs_lib.routes.filters import RequestRedirect
from constructs_lib.routes.http_route import HttpRoute
from constructs_lib.routes.http_route_rule import HttpRouteRule
from constructs_lib.sync_waves import REDIRECTS

from constructs import Construct


class HttpsRedirect(HttpRoute):
    """A permanent redirect (301) to the same URL with HTTPS, for every path.

    A main domain leads somewhere only if an HTTPS listener serves it too, which it does for a Domain with a `secret`.
    """

    sync_wave: ClassVar[int] = REDIRECTS

    def __init__(
        self,
        scope: Construct,
        id: str,
        *,
        parent_refs: Sequence[GatewayListener],
        namespace: NamedObject | None = None,
        hostnames: Sequence[str] | None = None,
        name: str | None = None,
        labels: Mapping[str, str] | None = None,
        annotations: Mapping[str, str] | None = None,
        merge_patch: Mapping[str, Any] | None = None,
    ) -> None:
        """Define the redirect.

        :param scope: the chart.
        :param id: unique in the chart.
        :param parent_refs: HTTP listeners, such as `gateway.http("link")`; an HTTPS listener would redirect to itself.
        :param namespace: the route's namespace; that of the first listener when left out.
        :param hostnames: the hosts; when left out, the main domain and the subdomains of each listener's domain, the
            hostname of a listener that belongs to no domain, and every host if such a listener has no hostname.
        :param name: metadata.name; the id when left out.
        :param labels: metadata.labels.
        :param annotations: metadata.annotations.
        :param merge_patch: escape hatch, see `constructs_lib.api_object.define`.
        :raises ValueError: for a listener that is not for HTTP, and as HttpRoute does.
        """
        parents = instances("HttpsRedirect.parent_refs", parent_refs, GatewayListener, at_most=MAX_PARENT_REFS)
        if not parents:
            raise refused(
                "HttpsRedirect.parent_refs",
                [],
                "attaches the redirect to nothing",
                allowed="one HTTP listener or more",
                fix="write parent_refs=[gateway.http('NAME')]",
            )
        for parent in parents:
            if parent.listener.protocol != "HTTP":
                raise refused(
                    "HttpsRedirect.parent_refs",
                    str(parent),
                    f"is for {parent.listener.protocol}: the redirect would lead to itself",
                    allowed="HTTP listeners",
                    fix="write gateway.http('NAME')",
                )
        super().__init__(
            scope,
            id,
            namespace=parents[0].namespace if namespace is None else namespace,
            parent_refs=parents,
            hostnames=_hostnames_of(parents) if hostnames is None else hostnames,
            rules=[HttpRouteRule(filters=[RequestRedirect(scheme="https", status_code=301)])],
            name=name,
            labels=labels,
            annotations=annotations,
            merge_patch=merge_patch,
        )


def _hostnames_of(parents: Sequence[GatewayListener]) -> list[str]:
    """Return what the listeners serve: their domains' hostnames, else their own; nothing if one serves every host."""
    hostnames: list[str] = []
    for parent in parents:
        own = (parent.listener.hostname,) if parent.domain is None else parent.domain.hostnames
        if None in own:
            return []
        hostnames += [host for host in own if host is not None and host not in hostnames]
    return hostnames
