"""For which hostnames a certificate is, and where cert-manager writes it."""

from collections.abc import Sequence
from typing import NamedTuple

from constructs_lib.checks import dns_subdomain, instances, refuse_repeated, refused
from constructs_lib.gateway.listener import GatewayListener
from constructs_lib.hostnames import hostname
from constructs_lib.registry import NamedObject, name_of

MAX_NAMES = 1000


class Target(NamedTuple):
    """The hostnames of a certificate, and its Secret."""

    namespace: str
    secret: str
    dns_names: tuple[str, ...]


def target_of(
    where: str,
    listeners: Sequence[GatewayListener],
    dns_names: Sequence[str],
    secret_name: str | None,
    namespace: NamedObject | None,
) -> Target:
    """Return what a certificate is for, given by listeners, or else by the three arguments after them."""
    checked = instances(f"{where}: listeners", listeners, GatewayListener, at_most=MAX_NAMES)
    names = instances(f"{where}: dns_names", dns_names, str, at_most=MAX_NAMES)
    others = {"dns_names": names or None, "secret_name": secret_name, "namespace": namespace}
    given = [argument for argument, value in others.items() if value is not None]
    if checked and given:
        raise refused(
            f"{where}: {given[0]}",
            others[given[0]],
            "is what the listeners say already",
            allowed="listeners, or dns_names, secret_name and namespace",
            fix=f"leave listeners or {' and '.join(given)} out",
        )
    if checked:
        return _target_of_listeners(where, checked)
    if not names or secret_name is None or namespace is None:
        missing = next(argument for argument in others if argument not in given)
        raise refused(
            f"{where}: {missing}",
            None,
            "is missing",
            allowed="listeners, or dns_names, secret_name and namespace",
            fix="write listeners=[gateway.https('NAME')], or add what is missing",
        )
    hosts = tuple(hostname(f"{where}: dns_names[{index}]", name) for index, name in enumerate(names))
    refuse_repeated(f"{where}: dns_names", hosts)
    return Target(
        name_of(f"{where}: namespace", namespace, "Namespace"),
        dns_subdomain(f"{where}: secret_name", secret_name),
        hosts,
    )


def _target_of_listeners(where: str, listeners: Sequence[GatewayListener]) -> Target:
    """Return the hostnames of the listeners, and the Secret that is the same for all of them."""
    targets: list[Target] = []
    for index, entry in enumerate(listeners):
        place = f"{where}: listeners[{index}]"
        host = entry.listener.hostname
        if entry.listener.protocol != "HTTPS":
            raise refused(
                place,
                str(entry),
                f"is for {entry.listener.protocol} and has no certificate",
                allowed="HTTPS listeners",
                fix="write gateway.https('NAME')",
            )
        if host is None:
            raise refused(
                place,
                str(entry),
                "has no hostname to certify",
                allowed="listeners with a hostname",
                fix="write hostname=... in the listener, or dns_names, secret_name and namespace instead of listeners",
            )
        secret = entry.listener.certificate(entry.owner.name)
        if secret.defined:
            raise refused(
                place,
                str(entry),
                f"has the Secret {secret.name}, which the app defines itself: cert-manager would write to it too",
                allowed="listeners whose Secret is a name, an ExistingSecret or left to the Gateway to name",
                fix="write the name of another Secret in the listener",
            )
        target = Target(secret.namespace or entry.namespace, secret.name, (host,))
        if targets and target[:2] != targets[0][:2]:
            raise refused(
                place,
                str(entry),
                f"has the Secret {target.namespace}/{target.secret}, where {listeners[0]} has "
                f"{targets[0].namespace}/{targets[0].secret}",
                allowed="listeners with one Secret",
                fix="write secret=... in the listeners, or in their Domain, or a Certificate for each",
            )
        targets.append(target)
    hosts = dict.fromkeys(host for target in targets for host in target.dns_names)
    return targets[0]._replace(dns_names=tuple(hosts))
