"""The hostnames of a Gateway's route tables."""

from collections.abc import Iterator, Set

from preflight.gateway_api.listening import GatewayListeners
from preflight.gateway_api.virtual_hosts import VirtualHost

HTTP = ("HTTP", "HTTPS")


def hosts_of(gateway: GatewayListeners, *protocols: str) -> Iterator[VirtualHost]:
    """Yield the hostnames of the tables that listeners of some protocols have: HTTP and HTTPS if none is given.

    Each table counts once, though several listeners may share it.
    """
    wanted = protocols or HTTP
    tables = {}
    for listener in gateway.listeners:
        if listener.listener.protocol in wanted:
            table = gateway.table(listener)
            tables[id(table)] = table
    for table in tables.values():
        for hostname in table.hostnames:
            yield table.virtual_host(hostname)


def secure_routes(gateway: GatewayListeners) -> Set[int]:
    """Return the routes on HTTPS listeners of a Gateway, each by its identity: to compare whole routes takes long."""
    return {id(route) for each in gateway.listeners if each.listener.protocol == "HTTPS" for route in each.attached}
