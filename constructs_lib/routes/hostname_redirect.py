"""HostnameRedirect: an HTTPRoute that sends one hostname's requests to another, such as www to the main domain."""

from collections.abc import Mapping, Sequence
from typing import Any, ClassVar

from constructs_lib.checks import instances, refused
from constructs_lib.gateway.listener import GatewayListener
from constructs_lib.hostnames import names_all, precise_hostname
from constructs_lib.registry import NamedObject
from constructs_lib.routes.attachment import MAX_HOSTNAMES, MAX_PARENT_REFS
from constructs_lib.routes.filters import RequestRedirect
from constructs_lib.routes.http_route import HttpRoute
from constructs_lib.routes.http_route_rule import HttpRouteRule
from constructs_lib.sync_waves import REDIRECTS

from constructs import Construct


class HostnameRedirect(HttpRoute):
    """A permanent redirect (301) to the same path and query of another hostname, with HTTPS."""

    sync_wave: ClassVar[int] = REDIRECTS

    def __init__(
        self,
        scope: Construct,
        id: str,
        *,
        parent_refs: Sequence[GatewayListener],
        hostnames: Sequence[str],
        to: str,
        namespace: NamedObject | None = None,
        name: str | None = None,
        labels: Mapping[str, str] | None = None,
        annotations: Mapping[str, str] | None = None,
        merge_patch: Mapping[str, Any] | None = None,
    ) -> None:
        """Define the redirect.

        :param scope: the chart.
        :param id: unique in the chart.
        :param parent_refs: the listeners that serve `hostnames`, such as `gateway.https("link")`. With HTTPS, their
            certificate must be for these hostnames too.
        :param hostnames: the hosts that are redirected, such as `["www.example.com"]`; 1 to 16.
        :param to: the hostname that they are redirected to, such as `example.com`; not one of `hostnames`.
        :param namespace: the route's namespace; that of the first listener when left out.
        :param name: metadata.name; the id when left out.
        :param labels: metadata.labels.
        :param annotations: metadata.annotations.
        :param merge_patch: escape hatch, see `constructs_lib.api_object.define`.
        :raises ValueError: for a redirect of a hostname to itself, and as HttpRoute does.
        """
        where = "HostnameRedirect"
        parents = instances(f"{where}.parent_refs", parent_refs, GatewayListener, at_most=MAX_PARENT_REFS)
        hosts = instances(f"{where}.hostnames", hostnames, str, at_most=MAX_HOSTNAMES)
        precise_hostname(f"{where}.to", to)
        for argument, values in (("parent_refs", parents), ("hostnames", hosts)):
            if not values:
                raise refused(
                    f"{where}.{argument}",
                    [],
                    "redirects nothing",
                    allowed="one or more",
                    fix="write parent_refs=[gateway.https('NAME')], hostnames=['www.example.com']",
                )
        for index, host in enumerate(hosts):
            if names_all(host, to):
                raise refused(
                    f"{where}.hostnames[{index}]",
                    host,
                    f"names {to!r} too, which would be redirected to itself",
                    allowed="hostnames other than the one redirected to",
                    fix="leave it out, or name the hosts to redirect in full",
                )
        super().__init__(
            scope,
            id,
            namespace=parents[0].namespace if namespace is None else namespace,
            parent_refs=parents,
            hostnames=hosts,
            rules=[HttpRouteRule(filters=[RequestRedirect(scheme="https", hostname=to, status_code=301)])],
            name=name,
            labels=labels,
            annotations=annotations,
            merge_patch=merge_patch,
        )
