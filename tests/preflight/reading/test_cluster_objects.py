"""The fields of the cluster file for what is in the cluster: what each becomes, and each refusal."""

from pathlib import Path

from preflight.cluster import ClusterFacts, DeclaredIssuer, Network, Node
from preflight.ip_ranges import Range
from tests.preflight.reading.test_cluster_file import facts, refusal

import pytest


def test_nodes_are_read(tmp_path: Path) -> None:
    text = """\
nodes:
- name: node-1.example.com
  labels: {topology.kubernetes.io/zone: a}
  interfaces: [eth0, bond0.100]
  addresses: [192.0.2.11, "2001:DB8:0::11"]
- name: node-2
"""
    assert facts(tmp_path, text).nodes == (
        Node(
            name="node-1.example.com",
            labels={"topology.kubernetes.io/zone": "a"},
            interfaces=("eth0", "bond0.100"),
            addresses=("192.0.2.11", "2001:db8::11"),
        ),
        Node(name="node-2"),
    )


def test_networks_are_read(tmp_path: Path) -> None:
    text = """\
networks:
- cidr: 192.0.2.0/24
  dhcp: [192.0.2.100-192.0.2.199, 192.0.2.9]
- cidr: 2001:DB8::/64
"""
    start = 0xC0000200
    assert facts(tmp_path, text).networks == (
        Network(cidr="192.0.2.0/24", dhcp=(Range(4, start + 100, start + 199), Range(4, start + 9, start + 9))),
        Network(cidr="2001:db8::/64"),
    )


def test_issuers_are_read(tmp_path: Path) -> None:
    text = """\
clusterIssuers:
- name: letsencrypt
  solvers: [http01, dns01]
- {name: unknown}
issuers:
- {namespace: web, name: ca, type: ca}
- {namespace: apps, name: ca, type: acme}
"""
    assert facts(tmp_path, text) == ClusterFacts(
        issuers=(
            DeclaredIssuer(namespace="web", name="ca", type="ca"),
            DeclaredIssuer(namespace="apps", name="ca", type="acme"),
            DeclaredIssuer(name="letsencrypt", type="acme", solvers=("http01", "dns01")),
            DeclaredIssuer(name="unknown"),
        )
    )


@pytest.mark.parametrize(
    ("text", "said", "fix"),
    [
        (
            "nodes: [{interfaces: [eth0]}]\n",
            "1:9: error GH002: nodes[0]: The field 'name' is missing.",
            "Write it, as in '{name: node-1, interfaces: [eth0]}'.",
        ),
        (
            "nodes:\n- {name: a}\n- {name: b}\n- {name: a}\n",
            "4:3: error GH002: nodes[2]: It is there twice: nodes[0] is the same.",
            "Keep one of them.",
        ),
        (
            "nodes: [{name: a, labels: {-a: b}}]\n",
            (
                "1:28: error GH002: nodes[0].labels[-a]: The key '-a' is not a name: letters, digits, '-', '_' and "
                "'.', with a letter or digit at both ends."
            ),
            "Write the label that the Node has.",
        ),
        (
            "nodes: [{name: a, interfaces: ['..']}]\n",
            (
                "1:32: error GH002: nodes[0].interfaces[0]: '..' is not the name of an interface: 1 to 15 characters, "
                "none of them '/', ':' or white space."
            ),
            "Write such a name.",
        ),
        (
            "nodes: [{name: a, addresses: [192.0.2.11/24]}]\n",
            "1:31: error GH002: nodes[0].addresses[0]: '192.0.2.11/24' is not an address.",
            "Write one as in '192.0.2.11'.",
        ),
        (
            "nodes: [{name: a, addresses: ['fe80::1%eth0']}]\n",
            "1:31: error GH002: nodes[0].addresses[0]: 'fe80::1%eth0' is not an address.",
            "Write one as in '192.0.2.11'.",
        ),
        (
            "networks: [192.0.2.0/24]\n",
            "1:12: error GH002: networks[0]: '192.0.2.0/24' is not a mapping of 'cidr' and 'dhcp'.",
            "Write '{cidr: 192.0.2.0/24, dhcp: [192.0.2.100-192.0.2.199]}', for example.",
        ),
        (
            "networks: [{cidr: 192.0.2.0}]\n",
            "1:13: error GH002: networks[0].cidr: '192.0.2.0' is not a CIDR.",
            "Write it as in '192.0.2.0/24'.",
        ),
        (
            "networks: [{cidr: 192.0.2.17/24}]\n",
            "1:13: error GH002: networks[0].cidr: '192.0.2.17/24' is an address in the network 192.0.2.0/24.",
            "Write '192.0.2.0/24'.",
        ),
        (
            "networks:\n- {cidr: '2001:db8::/64'}\n- {cidr: '2001:DB8:0::/64'}\n",
            "3:3: error GH002: networks[1]: It is there twice: networks[0] is the same.",
            "Keep one of them.",
        ),
        (
            "networks: [{cidr: 192.0.2.0/24, dhcp: [192.0.2.200-192.0.2.100]}]\n",
            (
                "1:40: error GH002: networks[0].dhcp[0]: '192.0.2.200-192.0.2.100' is not a range: its end does not "
                "come after its start."
            ),
            "Write '192.0.2.100-192.0.2.199', for example.",
        ),
        (
            "networks: [{cidr: 192.0.2.0/24, dhcp: ['192.0.2.200-2001:db8::1']}]\n",
            (
                "1:40: error GH002: networks[0].dhcp[0]: '192.0.2.200-2001:db8::1' is not a range: its end does not "
                "come after its start."
            ),
            "Write '192.0.2.100-192.0.2.199', for example.",
        ),
        (
            "networks: [{cidr: 192.0.2.0/24, dhcp: [192.0.2.100-199]}]\n",
            "1:40: error GH002: networks[0].dhcp[0]: '199' is not an address.",
            "Write '192.0.2.100-192.0.2.199', for example.",
        ),
        (
            "networks: [{cidr: 192.0.2.0/25, dhcp: [192.0.2.9, 192.0.2.100-192.0.2.199]}]\n",
            ("1:51: error GH002: networks[0].dhcp[1]: '192.0.2.100-192.0.2.199' is not in the network 192.0.2.0/25."),
            "Write a range of the network.",
        ),
        (
            "clusterIssuers: [{namespace: web, name: ca}]\n",
            (
                "1:19: error GH002: clusterIssuers[0].namespace: There is no field 'namespace' here, only 'name', "
                "'type' and 'solvers'."
            ),
            "Leave it out.",
        ),
        (
            "issuers: [{name: ca}]\n",
            "1:11: error GH002: issuers[0]: The field 'namespace' is missing.",
            "Write it, as in '{namespace: web, name: ca, type: ca}'.",
        ),
        (
            "clusterIssuers: [{name: a, type: selfsigned}]\n",
            (
                "1:28: error GH002: clusterIssuers[0].type: 'selfsigned' is not one of 'acme', 'ca', 'selfSigned', "
                "'vault' and 'venafi'."
            ),
            "Write 'selfSigned'.",
        ),
        (
            "clusterIssuers: [{name: a, solvers: [http-01]}]\n",
            "1:38: error GH002: clusterIssuers[0].solvers[0]: 'http-01' is not one of 'http01' and 'dns01'.",
            "Write 'http01'.",
        ),
        (
            "clusterIssuers: [{name: a, type: ca, solvers: [http01]}]\n",
            "1:38: error GH002: clusterIssuers[0].solvers: An issuer of type 'ca' has no solvers.",
            "Leave them out, or write 'type: acme'.",
        ),
    ],
)
def test_a_mistake_is_said_with_its_line_and_its_remedy(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, text: str, said: str, fix: str
) -> None:
    monkeypatch.chdir(tmp_path)
    assert refusal(Path(), text) == f"cluster.yaml:{said}\n  fix: {fix}"
