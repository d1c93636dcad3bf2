"""BGP peers, and the refusals of a peer."""

from typing import Any

from constructs_lib.load_balancing.bgp_advertisement import BgpPodCidrAdvertisement
from constructs_lib.load_balancing.bgp_peer import BgpGracefulRestart, BgpPeer, BgpTimers, bgp_address
from constructs_lib.references import ExistingSecret
from tests.conftest import Crds, defaulted, refusal, schema_of

import cdk8s_plus_27
import pytest
from cdk8s import ApiObjectMetadata, Chart

SELECTOR = {"matchLabels": {"a": "b"}}
PEER = "BgpPeer tor"
ADVERTISEMENTS = [BgpPodCidrAdvertisement("pods")]


def given(value: Any) -> Any:
    """Return what is said in the API's form: no field is None."""
    if isinstance(value, dict):
        return {key: given(item) for key, item in value.items() if item is not None}
    return [given(item) for item in value] if isinstance(value, list) else value


def test_a_peer_writes_every_default() -> None:
    peer = BgpPeer("tor", asn=64513, address="192.0.2.1")
    assert given(peer.spec("bgp.main.tor")) == {
        "name": "tor",
        "peerASN": 64513,
        "peerAddress": "192.0.2.1",
        "peerConfigRef": {"name": "bgp.main.tor"},
    }
    assert given(peer.config_spec(SELECTOR)) == {
        "ebgpMultihop": 1,
        "families": [
            {"afi": "ipv4", "safi": "unicast", "advertisements": SELECTOR},
            {"afi": "ipv6", "safi": "unicast", "advertisements": SELECTOR},
        ],
        "timers": {"connectRetryTimeSeconds": 120, "holdTimeSeconds": 90, "keepAliveTimeSeconds": 30},
        "transport": {"peerPort": 179},
    }


def test_a_peer_writes_what_is_said(chart: Chart) -> None:
    peer = BgpPeer(
        "tor",
        asn=0,
        default_gateway="ipv6",
        advertisements=ADVERTISEMENTS,
        families=["ipv6"],
        auth_secret=ExistingSecret("bgp", namespace="kube-system"),
        ebgp_multihop=2,
        graceful_restart=BgpGracefulRestart(),
        timers=BgpTimers(connect_retry_time_seconds=5, hold_time_seconds=9, keep_alive_time_seconds=3),
        peer_port=1790,
        source_interface="eth1",
    )
    assert given(peer.spec("config")) == {
        "autoDiscovery": {"mode": "DefaultGateway", "defaultGateway": {"addressFamily": "ipv6"}},
        "name": "tor",
        "peerASN": 0,
        "peerConfigRef": {"name": "config"},
    }
    assert given(peer.config_spec(SELECTOR)) == {
        "authSecretRef": "bgp",
        "ebgpMultihop": 2,
        "families": [{"afi": "ipv6", "safi": "unicast", "advertisements": SELECTOR}],
        "gracefulRestart": {"enabled": True, "restartTimeSeconds": 120},
        "timers": {"connectRetryTimeSeconds": 5, "holdTimeSeconds": 9, "keepAliveTimeSeconds": 3},
        "transport": {"peerPort": 1790, "sourceInterface": "eth1"},
    }
    assert peer.advertisements == tuple(ADVERTISEMENTS)


def test_the_api_server_adds_nothing_to_a_peer(crds: Crds) -> None:
    """Oracle: the defaults of the CRDs."""
    config = schema_of(crds["CiliumBGPPeerConfig"], "v2")["properties"]["spec"]
    cluster = schema_of(crds["CiliumBGPClusterConfig"], "v2")["properties"]["spec"]["properties"]
    peers = cluster["bgpInstances"]["items"]["properties"]["peers"]["items"]
    for restart in (None, BgpGracefulRestart()):
        peer = BgpPeer("tor", asn=64513, address="192.0.2.1", graceful_restart=restart)
        assert defaulted(given(peer.config_spec(SELECTOR)), config) == given(peer.config_spec(SELECTOR))
        assert defaulted(given(peer.spec("a")), peers) == given(peer.spec("a"))


def test_the_secret_is_a_secret_by_name_or_object(chart: Chart) -> None:
    secret = cdk8s_plus_27.Secret(chart, "s", metadata=ApiObjectMetadata(name="mine"), string_data={"password": "x"})
    for given_as, name in (("theirs", "theirs"), (ExistingSecret("existing"), "existing"), (secret, "mine")):
        peer = BgpPeer("tor", asn=64513, address="192.0.2.1", auth_secret=given_as)
        assert peer.config_spec(SELECTOR)["authSecretRef"] == name


PLACE = (
    "does not say in one way where the peer is. Allowed: one of address and default_gateway. Fix: write "
    "address='192.0.2.1', or default_gateway='ipv4'."
)
NUMBER = "Fix: write a number in that range."


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        (
            {"name": "Tor"},
            (
                "BgpPeer.name: 'Tor' is not a DNS label. Allowed: 1 to 63 of a-z, 0-9 and '-', with a letter or digit "
                "at both ends. Fix: write 'tor'."
            ),
        ),
        ({"address": None}, f"{PEER}: 'address=None, default_gateway=None' {PLACE}"),
        ({"default_gateway": "ipv4"}, f"{PEER}: \"address='192.0.2.1', default_gateway='ipv4'\" {PLACE}"),
        (
            {"address": "192.0.2.0/24"},
            (
                f"{PEER}: address: '192.0.2.0/24' is not an IP address. Allowed: one IPv4 or IPv6 address such as "
                "'192.0.2.10' or '2001:db8::10'. Fix: write IpBlock.cidr(...) for a network."
            ),
        ),
        (
            {"address": None, "default_gateway": "IPv4"},
            (
                f"{PEER}: default_gateway: 'IPv4' is not a value of this field. Allowed: 'ipv4', 'ipv6'. "
                "Fix: write one of them."
            ),
        ),
        ({"asn": -1}, f"{PEER}: asn: -1 is not in range. Allowed: a whole number from 0 to 4294967295. {NUMBER}"),
        (
            {"asn": "64513"},
            (
                f"{PEER}: asn: '64513' is not in range. Allowed: a whole number from 0 to 4294967295. "
                "Fix: write a number, not text."
            ),
        ),
        (
            {"advertisements": []},
            (
                f"{PEER}: advertisements: [] leaves nothing to tell it. Allowed: one or more. Fix: leave the argument "
                "out, or the peer."
            ),
        ),
        (
            {"advertisements": ["pods"]},
            (
                f"{PEER}: advertisements[0]: 'pods' is of type str. Allowed: BgpAdvertisement. "
                "Fix: write BgpServiceAdvertisement(...)."
            ),
        ),
        (
            {"families": ()},
            (
                f"{PEER}: families: [] leaves nothing to tell it. Allowed: one or more. Fix: leave the argument out, "
                "or the peer."
            ),
        ),
        (
            {"families": ["ipv6", "ipv6"]},
            (f"{PEER}: families: 'ipv6' is there twice. Allowed: each once. Fix: leave one out."),
        ),
        (
            {"families": ["IPv4"]},
            (
                f"{PEER}: families[0]: 'IPv4' is not a value of this field. Allowed: 'ipv4', 'ipv6'. "
                "Fix: write one of them."
            ),
        ),
        (
            {"auth_secret": {"name": "a"}},
            (
                f"{PEER}: auth_secret: {{'name': 'a'}} is of type dict. Allowed: a Secret of cdk8s-plus, "
                "ExistingSecret(...), or its name as text. Fix: write the name of the Secret."
            ),
        ),
        (
            {"ebgp_multihop": 0},
            f"{PEER}: ebgp_multihop: 0 is not in range. Allowed: a whole number from 1 to 255. {NUMBER}",
        ),
        (
            {"graceful_restart": True},
            (
                f"{PEER}: graceful_restart: True is of type bool. Allowed: BgpGracefulRestart. "
                "Fix: write BgpGracefulRestart(...)."
            ),
        ),
        (
            {"timers": {"holdTimeSeconds": 9}},
            (
                f"{PEER}: timers: {{'holdTimeSeconds': 9}} is of type dict. Allowed: BgpTimers. "
                "Fix: write BgpTimers(...)."
            ),
        ),
        ({"peer_port": 0}, f"{PEER}: peer_port: 0 is not in range. Allowed: a whole number from 1 to 65535. {NUMBER}"),
        (
            {"source_interface": ""},
            f"{PEER}: source_interface: '' has the wrong length. Allowed: 1 to 15 characters. Fix: shorten or fill it.",
        ),
    ],
)
def test_a_peer_that_is_wrong_is_refused(arguments: dict[str, Any], expected: str) -> None:
    every: dict[str, Any] = {"name": "tor", "asn": 64513, "address": "192.0.2.1"} | arguments
    assert refusal(lambda: BgpPeer(**every)) == expected


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        ({"connect_retry_time_seconds": 0}, "connect_retry_time_seconds: 0 is not in range. Allowed: a whole number "),
        ({"hold_time_seconds": 2}, "hold_time_seconds: 2 is not in range. Allowed: a whole number from 3 to 65535. "),
        ({"keep_alive_time_seconds": 0}, "keep_alive_time_seconds: 0 is not in range. Allowed: a whole number from 1 "),
    ],
)
def test_timers_out_of_range_are_refused(arguments: dict[str, int], expected: str) -> None:
    assert refusal(lambda: BgpTimers(**arguments)).startswith(f"BgpTimers.{expected}")


def test_sessions_are_kept_alive_before_they_are_dead() -> None:
    assert refusal(lambda: BgpTimers(hold_time_seconds=10)) == (
        "BgpTimers.keep_alive_time_seconds: 30 is larger than hold_time_seconds. Allowed: at most 10. "
        "Fix: write a third of it, 3."
    )
    assert BgpTimers(hold_time_seconds=30).spec()["holdTimeSeconds"] == 30


@pytest.mark.parametrize("seconds", [0, 4096])
def test_a_restart_out_of_range_is_refused(seconds: int) -> None:
    assert refusal(lambda: BgpGracefulRestart(restart_time_seconds=seconds)) == (
        f"BgpGracefulRestart.restart_time_seconds: {seconds} is not in range. Allowed: a whole number from 1 to 4095. "
        f"{NUMBER}"
    )


@pytest.mark.parametrize("address", ["192.0.2.1", "2001:db8::1", "fe80::1", "fe80::1%eth0"])
def test_an_address_is_taken_as_bgp_takes_it(address: str) -> None:
    assert bgp_address("here", address) == address


@pytest.mark.parametrize(
    ("address", "plain"),
    [("192.0.2.1%eth0", "192.0.2.1"), ("2001:db8::1%eth0", "2001:db8::1"), ("fe80::1%", "fe80::1")],
)
def test_an_interface_goes_with_link_local_addresses_only(address: str, plain: str) -> None:
    assert refusal(lambda: bgp_address("here", address)) == (
        f"here: {address!r} has an interface that does not belong there. Allowed: an interface after '%' of an IPv6 "
        f"address in fe80::/10. Fix: write {plain!r}."
    )
