"""The fields of the cluster file: each refusal, with its line and its remedy."""

from pathlib import Path

from tests.preflight.reading.test_cluster_file import refusal

import pytest


@pytest.mark.parametrize(
    ("text", "said", "fix"),
    [
        (
            "services: {}\n",
            "1:1: error GH002: services: {} is not a list of Services.",
            "Write each after '- '.",
        ),
        (
            "services:\n- web/shop\n",
            "2:3: error GH002: services[0]: 'web/shop' is not a mapping of 'namespace', 'name' and 'ports'.",
            "Write '{namespace: web, name: shop, ports: [80]}', for example.",
        ),
        (
            "services:\n- namespace: web\n  name: shop\n",
            "2:3: error GH002: services[0]: The field 'ports' is missing.",
            "Write it, as in '{namespace: web, name: shop, ports: [80]}'.",
        ),
        (
            "services: [{namespace: web, name: shop, ports: []}]\n",
            "1:41: error GH002: services[0].ports: The list of ports is empty.",
            "Write at least one.",
        ),
        (
            "services: [{namespace: web, name: shop, port: [80]}]\n",
            "1:41: error GH002: services[0].port: There is no field 'port' here, only 'namespace', 'name' and 'ports'.",
            "Write 'ports'.",
        ),
        (
            "services: [{namespace: web, name: shop, ports: [http]}]\n",
            "1:49: error GH002: services[0].ports[0]: 'http' is not a port, 1 to 65535.",
            "Write the number of the Service's port.",
        ),
        (
            "services: [{namespace: web, name: shop, ports: [{port: true}]}]\n",
            "1:50: error GH002: services[0].ports[0].port: true is not a port, 1 to 65535.",
            "Write the number of the Service's port.",
        ),
        (
            "services: [{namespace: web, name: shop, ports: [{port: 53, protocol: udp}]}]\n",
            "1:60: error GH002: services[0].ports[0].protocol: 'udp' is not one of 'TCP', 'UDP' and 'SCTP'.",
            "Write 'UDP'.",
        ),
        (
            "services: [{namespace: web, name: shop, ports: [{port: 53, protocol: [TCP]}]}]\n",
            "1:60: error GH002: services[0].ports[0].protocol: ['TCP'] is not one of 'TCP', 'UDP' and 'SCTP'.",
            "Write one of these.",
        ),
        (
            "services:\n- {namespace: web, name: shop, ports: [80]}\n- {namespace: web, name: shop, ports: [81]}\n",
            "3:3: error GH002: services[1]: It is there twice: services[0] is the same.",
            "Keep one of them.",
        ),
        (
            "secrets: [{namespace: web, name: Shop}]\n",
            (
                "1:28: error GH002: secrets[0].name: 'Shop' is not a DNS subdomain: lower-case letters, digits, '-' "
                "and '.', with a letter or digit at both ends and around each '.'."
            ),
            "Write 'shop'.",
        ),
        (
            "secrets: [{namespace: 7, name: shop}]\n",
            "1:12: error GH002: secrets[0].namespace: 7 is not a string.",
            "Put it in quotes.",
        ),
        (
            "configMaps: [{namespace: web, name: ''}]\n",
            "1:31: error GH002: configMaps[0].name: The string is empty.",
            "Write one, or leave the field out.",
        ),
        (
            "configMaps: [{namespace: web, name: a}, {namespace: web, name: a}]\n",
            "1:41: error GH002: configMaps[1]: It is there twice: configMaps[0] is the same.",
            "Keep one of them.",
        ),
        (
            "namespaces: [{name: web.io}]\n",
            (
                "1:15: error GH002: namespaces[0].name: 'web.io' is not a DNS label: lower-case letters, digits and "
                "'-', with a letter or digit at both ends."
            ),
            "Write 'web-io'.",
        ),
        (
            "namespaces: [{name: web, labels: {team: the shop}}]\n",
            (
                "1:35: error GH002: namespaces[0].labels[team]: 'the shop' is not the value of a label: letters, "
                "digits, '-', '_' and '.', with a letter or digit at both ends."
            ),
            "Write another value.",
        ),
        (
            "namespaces: [{name: web, labels: {-team: shop}}]\n",
            (
                "1:35: error GH002: namespaces[0].labels[-team]: The key '-team' is not a name: letters, digits, '-', "
                "'_' and '.', with a letter or digit at both ends."
            ),
            "Write the label that the Namespace has.",
        ),
        (
            "namespaces: [{name: web, labels: [team]}]\n",
            "1:26: error GH002: namespaces[0].labels: ['team'] is not a mapping of labels.",
            "Write '{team: web}', for example.",
        ),
        (
            "namespaces: [{name: web, labels: {example.com/team: true}}]\n",
            (
                "1:35: error GH002: namespaces[0].labels[example.com/team]: true is not a string, which the value of a "
                "label is."
            ),
            "Put it in quotes.",
        ),
        (
            "gatewayClasses: [cilium, cilium]\n",
            "1:26: error GH002: gatewayClasses[1]: It is there twice: gatewayClasses[0] is the same.",
            "Keep one of them.",
        ),
    ],
)
def test_a_value_that_a_field_does_not_take_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, text: str, said: str, fix: str
) -> None:
    monkeypatch.chdir(tmp_path)
    assert refusal(Path(), text) == f"cluster.yaml:{said}\n  fix: {fix}"
