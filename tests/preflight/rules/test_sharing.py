"""Services that are to share an address."""

from tests.preflight.rules.addressed import asking, codes, gateway, pool, said, service, sharing

ONE = asking("192.0.2.1")
KEYED = f"{ONE}, {sharing('edge')}"
OTHER_PORT = "[{port: 81}]"
LOCAL = "externalTrafficPolicy: Local"


def test_two_gateways_with_one_port_can_never_share() -> None:
    infrastructure = f"annotations: {{{KEYED}}}"
    assert said(
        "GH513", pool(), gateway("a", infrastructure=infrastructure), gateway("b", infrastructure=infrastructure)
    ) == (
        "error GH513: Gateway web/b: spec.infrastructure.annotations[lbipam.cilium.io/ips]: Gateway web/a "
        "asks for 192.0.2.1 as well, and the two may not share it. Both have the port 80 of TCP.\n"
        "  fix: Give one another address, or other ports."
    )


def test_only_one_of_two_services_has_a_sharing_key() -> None:
    assert said("GH513", pool(), service("a", annotations=KEYED), service("b", ports=OTHER_PORT, annotations=ONE)) == (
        "error GH513: Service web/b: metadata.annotations[lbipam.cilium.io/ips]: Service web/a asks for "
        "192.0.2.1 as well, and the two may not share it. They do not have the same sharing key.\n"
        "  fix: Give both the same lbipam.cilium.io/sharing-key, or another address to one."
    )
    assert said("GH513", pool(), service("a", annotations=KEYED), service("b", annotations=ONE)) == (
        "error GH513: Service web/b: metadata.annotations[lbipam.cilium.io/ips]: Service web/a asks for "
        "192.0.2.1 as well, and the two may not share it. They do not have the same sharing key.\n"
        "  fix: Give one another address, or other ports and both the same sharing key."
    )


def test_traffic_policies_and_pods_that_differ() -> None:
    first = service("a", annotations=KEYED, more=f"{LOCAL}, selector: {{app: a}}")
    assert said("GH513", pool(), first, service("b", ports=OTHER_PORT, annotations=KEYED)) == (
        "error GH513: Service web/b: metadata.annotations[lbipam.cilium.io/ips]: Service web/a asks for "
        "192.0.2.1 as well, and the two may not share it. Their externalTrafficPolicy is Local and Cluster.\n"
        "  fix: Give both the same externalTrafficPolicy, or another address to one."
    )
    assert said(
        "GH513", pool(), first, service("b", ports=OTHER_PORT, annotations=KEYED, more=f"{LOCAL}, selector: {{app: b}}")
    ) == (
        "error GH513: Service web/b: metadata.annotations[lbipam.cilium.io/ips]: Service web/a asks for "
        "192.0.2.1 as well, and the two may not share it. Their externalTrafficPolicy is Local, and their "
        "selectors differ.\n"
        "  fix: Write externalTrafficPolicy: Cluster, or give one another address."
    )
    assert (
        said(
            "GH513",
            pool(),
            first,
            service("b", ports=OTHER_PORT, annotations=KEYED, more=f"{LOCAL}, selector: {{app: a}}"),
        )
        == ""
    )


def test_namespaces_that_do_not_permit_each_other() -> None:
    first = service("a", annotations=f"{ONE}, {sharing('edge', 'ops')}")
    assert said("GH513", pool(), first, service("b", "ops", ports=OTHER_PORT, annotations=KEYED)) == (
        "error GH513: Service web/a: metadata.annotations[lbipam.cilium.io/ips]: Service ops/b asks for "
        "192.0.2.1 as well, and the two may not share it. Service ops/b does not permit the namespace web.\n"
        "  fix: Write the namespace of the other into lbipam.cilium.io/sharing-cross-namespace of both, or "
        "give one another address."
    )
    assert (
        said(
            "GH513", pool(), first, service("b", "ops", ports=OTHER_PORT, annotations=f"{ONE}, {sharing('edge', '*')}")
        )
        == ""
    )


def test_who_has_the_address_keeps_it() -> None:
    having = service("z", annotations=ONE, status="loadBalancer: {ingress: [{ip: 192.0.2.1}]}")
    assert said("GH513", pool(), service("a", annotations=ONE), having) == (
        "error GH513: Service web/a: metadata.annotations[lbipam.cilium.io/ips]: Service web/z has 192.0.2.1 "
        "already, and the two may not share it. They do not have the same sharing key.\n"
        "  fix: Give one another address, or other ports and both the same sharing key."
    )
    any_address = service("z", status="loadBalancer: {ingress: [{ip: 192.0.2.1}]}")
    assert said("GH513", pool(), service("a", annotations=ONE), any_address) == (
        "error GH513: Service web/a: metadata.annotations[lbipam.cilium.io/ips]: Service web/z has 192.0.2.1 "
        "already, and the two may not share it. They do not have the same sharing key.\n"
        "  fix: Give one another address, or other ports and both the same sharing key."
    )


def test_a_third_service_that_may_share_with_the_first_is_not_told_of() -> None:
    services = [
        service(name, ports=f"[{{port: {port}}}]", annotations=KEYED)
        for name, port in zip("abc", (80, 80, 81), strict=True)
    ]
    assert codes(pool(), *services) == ["GH513"]


def test_one_sided_permission() -> None:
    assert said(
        "GH514",
        pool(),
        service("a", annotations=sharing("edge", "ops")),
        service("b", "ops", annotations=sharing("edge")),
    ) == (
        "warning GH514: Service ops/b: metadata.annotations: Service web/a permits the namespace ops to share "
        "its address, and this one does not permit web: each has to permit the other, so that they do not "
        "share.\n"
        "  fix: Write web into lbipam.cilium.io/sharing-cross-namespace here, too."
    )
    assert (
        said(
            "GH514",
            pool(),
            service("a", annotations=sharing("edge", "*")),
            service("b", "ops", annotations=sharing("edge", "web")),
        )
        == ""
    )
    assert (
        said(
            "GH514", pool(), service("a", annotations=sharing("edge")), service("b", "ops", annotations=sharing("edge"))
        )
        == ""
    )


def test_blanks_behind_a_comma() -> None:
    assert said("GH514", pool(), service("a", annotations=sharing("edge", "tools, ops"))) == (
        "warning GH514: Service web/a: metadata.annotations[lbipam.cilium.io/sharing-cross-namespace]: ' ops' "
        "is the name of no namespace: Cilium does not cut off blanks.\n"
        "  fix: Write the namespaces with commas between, and no blanks."
    )


def test_one_key_and_one_port() -> None:
    infrastructure = f"annotations: {{{sharing('edge')}}}"
    assert said(
        "GH515", pool(), gateway("a", infrastructure=infrastructure), gateway("b", infrastructure=infrastructure)
    ) == (
        "warning GH515: Gateway web/b: spec.infrastructure.annotations[lbipam.cilium.io/sharing-key]: Gateway "
        "web/a has the sharing key 'edge' as well, and the two may not share. Both have the port 80 of TCP.\n"
        "  fix: Give one another address, or other ports. Or leave the key out."
    )


def test_one_key_and_no_pods() -> None:
    first = service("a", annotations=sharing("edge"), more=LOCAL)
    assert said("GH515", pool(), first, service("b", ports=OTHER_PORT, annotations=sharing("edge"), more=LOCAL)) == (
        "warning GH515: Service web/b: metadata.annotations[lbipam.cilium.io/sharing-key]: Service web/a has "
        "the sharing key 'edge' as well, and the two may not share. Their externalTrafficPolicy is Local, and "
        "Service web/a has no selector.\n"
        "  fix: Write externalTrafficPolicy: Cluster, or give one another address. Or leave the key out."
    )


def test_services_that_ask_for_other_addresses_are_not_to_share() -> None:
    assert (
        codes(
            pool(),
            service("a", annotations=KEYED),
            service("b", annotations=f"{asking('192.0.2.2')}, {sharing('edge')}"),
        )
        == []
    )
