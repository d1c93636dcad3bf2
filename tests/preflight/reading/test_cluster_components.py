"""The fields of the cluster file for what runs in the cluster: what each becomes, and each refusal."""

from pathlib import Path

from preflight.cluster import ArgoCd, CertManager, CiliumValues, ClusterFacts, GatewayApiValues, Version
from tests.preflight.reading.test_cluster_file import facts, refusal

import pytest

VALUES = """\
cilium:
  version: "1.20.1"
  values:
    image: {tag: v1.20.1}
    hubble: {enabled: true, relay: {enabled: true}}
    l2announcements: {enabled: true, leaseDuration: 3s}
    bgpControlPlane: {enabled: false, secretsNamespace: {create: false, name: bgp}}
    gatewayAPI:
      enabled: true
      externalTrafficPolicy: Local
      hostNetwork: {enabled: false, nodes: {matchLabels: {}}}
      enableAlpn: true
      enableAppProtocol: false
      enableProxyProtocol: false
      secretsNamespace: {name: tls-secrets, sync: true}
      gatewayClass: {create: auto}
    ipv4: {enabled: true}
    ipv6: {enabled: false}
    defaultLBServiceIPAM: nodeipam
    enableLBIPAM: true
    kubeProxyReplacement: "true"
    l7Proxy: true
    devices: [eth0, eno+]
"""


def test_the_values_of_the_chart_are_read_and_others_are_left_to_helm(tmp_path: Path) -> None:
    assert facts(tmp_path, VALUES) == ClusterFacts(
        cilium="1.20",
        cilium_patch=1,
        cilium_values=CiliumValues(
            l2_announcements=True,
            bgp_control_plane=False,
            bgp_secrets_namespace="bgp",
            gateway_api=GatewayApiValues(
                enabled=True,
                external_traffic_policy="Local",
                host_network=False,
                enable_alpn=True,
                enable_app_protocol=False,
            ),
            ipv4=True,
            ipv6=False,
            default_lb_service_ipam="nodeipam",
            enable_lb_ipam=True,
            kube_proxy_replacement=True,
            l7_proxy=True,
            devices=("eth0", "eno+"),
        ),
    )


@pytest.mark.parametrize("values", ["{}", "null", "{gatewayAPI: null, ipv6: {}}", "{hubble: {enabled: true}}"])
def test_what_is_not_said_is_not_known(tmp_path: Path, values: str) -> None:
    assert facts(tmp_path, f"cilium: {{values: {values}}}\n") == ClusterFacts()


@pytest.mark.parametrize(
    ("written", "devices"),
    [
        ("eth0", ("eth0",)),
        ("eth0 eno+", ("eth0", "eno+")),
        ('"eth0,eth1"', ("eth0", "eth1")),
        ("[eth0]", ("eth0",)),
        ("[]", ()),
    ],
)
def test_devices_are_a_list_or_one_string(tmp_path: Path, written: str, devices: tuple[str, ...]) -> None:
    assert facts(tmp_path, f"cilium: {{values: {{devices: {written}}}}}\n").cilium_values.devices == devices


def test_what_else_runs_is_read(tmp_path: Path) -> None:
    text = """\
gatewayAPI: {version: v1.6.1}
certManager: {version: "1.19", enableGatewayAPI: true}
argoCD: {version: "3.2.0", params: {server.insecure: "true", controller.status.processors: "20"}}
"""
    assert facts(tmp_path, text) == ClusterFacts(
        gateway_api=Version(1, 6, 1),
        cert_manager=CertManager(version=Version(1, 19), enable_gateway_api=True),
        argo_cd=ArgoCd(version=Version(3, 2, 0), server_insecure=True),
    )


@pytest.mark.parametrize("text", ["gatewayAPI: {}\n", "certManager: {}\n", "argoCD: {params: {}}\n"])
def test_nothing_of_it_need_be_said(tmp_path: Path, text: str) -> None:
    assert facts(tmp_path, text) == ClusterFacts()


@pytest.mark.parametrize(
    ("text", "said", "fix"),
    [
        (
            "cilium:\n  values: [gatewayAPI]\n",
            (
                "2:3: error GH002: cilium.values: ['gatewayAPI'] is not a mapping of 'l2announcements', "
                "'bgpControlPlane', 'gatewayAPI', 'ipv4', 'ipv6', 'defaultLBServiceIPAM', 'enableLBIPAM', "
                "'kubeProxyReplacement', 'l7Proxy' and 'devices'."
            ),
            "Write 'values: {l2announcements: {enabled: true}}', for example.",
        ),
        (
            "cilium:\n  values:\n    gatewayAPI: true\n",
            (
                "3:5: error GH002: cilium.values.gatewayAPI: true is not a mapping of 'enabled', "
                "'externalTrafficPolicy', 'hostNetwork', 'enableAlpn' and 'enableAppProtocol'."
            ),
            "Write 'gatewayAPI: {enabled: true}', for example.",
        ),
        (
            "cilium:\n  values:\n    l2Announcements: {enabled: true}\n",
            (
                "3:5: error GH002: cilium.values.l2Announcements: Helm reads 'l2announcements', and so it does not see "
                "'l2Announcements'."
            ),
            "Write 'l2announcements'.",
        ),
        (
            "cilium:\n  values:\n    gatewayAPI:\n      hostNetwork: {Enabled: true}\n",
            (
                "4:21: error GH002: cilium.values.gatewayAPI.hostNetwork.Enabled: Helm reads 'enabled', and so it does "
                "not see 'Enabled'."
            ),
            "Write 'enabled'.",
        ),
        (
            'cilium:\n  values:\n    ipv6: {enabled: "False"}\n',
            "3:12: error GH002: cilium.values.ipv6.enabled: 'False' is neither true nor false.",
            "Write false without quotes.",
        ),
        (
            "cilium:\n  values:\n    l7Proxy: 1\n",
            "3:5: error GH002: cilium.values.l7Proxy: 1 is neither true nor false.",
            "Write true or false.",
        ),
        (
            "cilium:\n  values:\n    kubeProxyReplacement: strict\n",
            "3:5: error GH002: cilium.values.kubeProxyReplacement: 'strict' is neither true nor false.",
            "Write true or false.",
        ),
        (
            "cilium:\n  values:\n    gatewayAPI: {externalTrafficPolicy: local}\n",
            (
                "3:18: error GH002: cilium.values.gatewayAPI.externalTrafficPolicy: 'local' is not one of 'Cluster' "
                "and 'Local'."
            ),
            "Write 'Local'.",
        ),
        (
            "cilium:\n  values:\n    defaultLBServiceIPAM: lb-ipam\n",
            (
                "3:5: error GH002: cilium.values.defaultLBServiceIPAM: 'lb-ipam' is not one of 'lbipam', 'nodeipam' "
                "and 'none'."
            ),
            "Write 'lbipam'.",
        ),
        (
            "cilium:\n  values:\n    devices: [eth0/1]\n",
            (
                "3:15: error GH002: cilium.values.devices[0]: 'eth0/1' is not the name of an interface: 1 to 15 "
                "characters, none of them '/', ':' or white space."
            ),
            "Write such a name.",
        ),
        (
            "cilium:\n  values:\n    devices: eth0 a-very-long-name-of-a-device\n",
            (
                "3:5: error GH002: cilium.values.devices: 'a-very-long-name-of-a-device' has 28 characters, and the "
                "name of an interface has 15 at most."
            ),
            "Write a shorter one.",
        ),
        (
            "gatewayAPI: {version: 1.6}\n",
            ("1:14: error GH002: gatewayAPI.version: 1.6 is not a string; as a number, a version loses its last zero."),
            "Put it in quotes, as in '1.6.1'.",
        ),
        (
            "certManager: {version: latest}\n",
            "1:15: error GH002: certManager.version: 'latest' is not a version.",
            "Write it as in '1.19.1'.",
        ),
        (
            "certManager: {enableGatewayApi: true}\n",
            (
                "1:15: error GH002: certManager.enableGatewayApi: There is no field 'enableGatewayApi' here, only "
                "'version' and 'enableGatewayAPI'."
            ),
            "Write 'enableGatewayAPI'.",
        ),
        (
            "argoCD: {params: {server.insecure: maybe}}\n",
            "1:19: error GH002: argoCD.params.server.insecure: 'maybe' is neither true nor false.",
            "Write true or false.",
        ),
        (
            "argoCD: {params: {serverInsecure: true}, server: 3}\n",
            "1:42: error GH002: argoCD.server: There is no field 'server' here, only 'version' and 'params'.",
            "Leave it out.",
        ),
    ],
)
def test_a_mistake_is_said_with_its_line_and_its_remedy(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, text: str, said: str, fix: str
) -> None:
    monkeypatch.chdir(tmp_path)
    assert refusal(Path(), text) == f"cluster.yaml:{said}\n  fix: {fix}"
