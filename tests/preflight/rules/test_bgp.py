"""BGP: what excludes each other, what leads nowhere, and sessions that advertise nothing."""

from preflight.cluster import CiliumValues, ClusterFacts, Node
from tests.preflight.rules.addressed import (
    FAMILY,
    PEER,
    advertisement,
    cluster_config,
    codes,
    override,
    peer_config,
    policy,
    pool,
    said,
    service,
)

SECRET = "apiVersion: v1\nkind: Secret\nmetadata: {{name: bgp, namespace: {}}}\nstringData: {{{}: secret}}\n"
RACK = "nodeSelector: {matchLabels: {rack: a}}"
WITH_PASSWORD = (cluster_config(), peer_config(more="authSecretRef: bgp"), advertisement())
BGP = (cluster_config(), peer_config(), advertisement())
NODES = ClusterFacts(nodes=(Node(name="node-1", labels={"rack": "a"}), Node(name="node-2", labels={"rack": "b"})))


def test_two_configs_of_one_node() -> None:
    assert said("GH536", cluster_config(), cluster_config("site", more=RACK), facts=NODES) == (
        "error GH536: CiliumBGPClusterConfig site: spec.nodeSelector: This one and CiliumBGPClusterConfig "
        "'rack' take 'node-1': there only one of them counts, and the other gets the condition "
        "cilium.io/ConflictingClusterConfig.\n"
        "  fix: Let their nodeSelectors exclude each other."
    )
    assert said("GH536", cluster_config(), cluster_config("site", more=RACK)) == (
        "error GH536: CiliumBGPClusterConfig site: spec.nodeSelector: This one and CiliumBGPClusterConfig "
        "'rack' take the same nodes: there only one of them counts, and the other gets the condition "
        "cilium.io/ConflictingClusterConfig.\n"
        "  fix: Let their nodeSelectors exclude each other."
    )
    assert (
        said("GH536", cluster_config(more=RACK), cluster_config("site", more="nodeSelector: {matchLabels: {zone: b}}"))
        == ""
    )


def test_what_an_instance_or_a_peer_lacks() -> None:
    assert said(
        "GH537", cluster_config(instance=""), override(instance="name: main, localASN: 64513"), facts=NODES
    ) == (
        "error GH537: CiliumBGPClusterConfig rack: spec.bgpInstances[0]: Instance 'main' has no localASN, and "
        "Cilium does not run it but on 'node-1', by a CiliumBGPNodeConfigOverride.\n"
        "  fix: Write localASN."
    )
    assert said("GH537", cluster_config(instance="")) == (
        "error GH537: CiliumBGPClusterConfig rack: spec.bgpInstances[0]: Instance 'main' has no localASN, and "
        "Cilium does not run it.\n"
        "  fix: Write localASN."
    )
    assert said("GH537", cluster_config(peers="")) == (
        "error GH537: CiliumBGPClusterConfig rack: spec.bgpInstances[0]: Instance 'main' has no peers: nobody "
        "is told of anything.\n"
        "  fix: Add peers."
    )
    assert said("GH537", cluster_config(peers="{name: router, peerConfigRef: {name: routers}}")) == (
        "error GH537: CiliumBGPClusterConfig rack: spec.bgpInstances[0].peers[0]: Peer 'router' has neither "
        "peerAddress nor autoDiscovery, and Cilium skips it.\n"
        "  fix: Write peerAddress."
    )


def test_a_peer_config_that_is_not_there() -> None:
    assert said("GH538", cluster_config(), peer_config("router")) == (
        "error GH538: CiliumBGPClusterConfig rack: spec.bgpInstances[0].peers[0].peerConfigRef: There is no "
        "CiliumBGPPeerConfig 'routers' among the manifests: Cilium skips peer 'router'.\n"
        "  fix: Write 'router'."
    )
    assert said("GH538", cluster_config(), peer_config("lab")) == (
        "error GH538: CiliumBGPClusterConfig rack: spec.bgpInstances[0].peers[0].peerConfigRef: There is no "
        "CiliumBGPPeerConfig 'routers' among the manifests: Cilium skips peer 'router'.\n"
        "  fix: Add it, or refer to one that is there."
    )


def test_a_peer_config_that_is_not_there_is_the_one_cause_of_what_it_would_select() -> None:
    other = peer_config("other", families=FAMILY.replace("services", "pods"))
    pods = advertisement(labels="advertise: pods").replace("name: services", "name: pods")
    assert codes(cluster_config(), other, pods, advertisement()) == ["GH538"]
    assert codes(cluster_config(), other, advertisement()) == ["GH538", "GH540"]
    assert codes(cluster_config(peers="{name: router, peerAddress: 192.0.2.254}"), advertisement()) == ["GH540"]
    assert codes(cluster_config(peers=""), advertisement()) == ["GH537"]


def test_peer_configs_that_are_elsewhere() -> None:
    peers = ", ".join((PEER, PEER.replace("name: router,", "name: other,")))
    assert said("GH540", pool(), cluster_config(peers=peers), advertisement(), service()) == (
        "warning GH540: CiliumBGPClusterConfig rack: spec.bgpInstances[0].peers[0].peerConfigRef: There is no "
        "CiliumBGPPeerConfig among the manifests, so that it is not known what peer 'router' is told of, nor 1 other.\n"
        "  fix: Name the file with CiliumBGPPeerConfig 'routers' as well, or add it."
    )
    assert codes(pool(), cluster_config(), advertisement(), service()) == ["GH540"]
    assert codes(pool(), cluster_config(), service()) == ["GH540"]


def test_other_objects_of_bgp_that_are_elsewhere() -> None:
    assert codes(pool(), advertisement(), service()) == []
    assert codes(pool(), advertisement(), peer_config(), service()) == []
    assert codes(pool(), advertisement(), policy(), service()) == []
    assert codes(pool(), cluster_config(), peer_config(), service()) == ["GH540"]
    of_team = advertisement(selector="{matchLabels: {team: shop}}")
    assert codes(pool(), of_team, service()) == ["GH520"]


def test_a_password_in_another_namespace_or_under_another_key() -> None:
    assert said("GH539", *WITH_PASSWORD, SECRET.format("web", "password")) == (
        "error GH539: CiliumBGPPeerConfig routers: spec.authSecretRef: Cilium looks for Secret 'bgp' in "
        "namespace 'kube-system', and it is in 'web': the password is empty.\n"
        "  fix: Put it into namespace 'kube-system', or set bgpControlPlane.secretsNamespace.name."
    )
    assert said("GH539", *WITH_PASSWORD, SECRET.format("kube-system", "passwd")) == (
        "error GH539: CiliumBGPPeerConfig routers: spec.authSecretRef: Secret 'bgp' in namespace "
        "'kube-system' has only 'passwd', and not 'password': no peer of the instance comes up.\n"
        "  fix: Write the password into the key password."
    )
    assert said("GH539", *WITH_PASSWORD, SECRET.format("kube-system", "password")) == ""


def test_a_password_that_nobody_has_declared_is_not_guessed_about() -> None:
    assert said("GH539", *WITH_PASSWORD) == ""
    elsewhere = ClusterFacts(cilium_values=CiliumValues(bgp_secrets_namespace="web"))
    assert said("GH539", *WITH_PASSWORD, SECRET.format("web", "password"), facts=elsewhere) == ""


def test_sessions_that_advertise_nothing() -> None:
    assert said("GH540", cluster_config(peers="{name: router, peerAddress: 192.0.2.1}"), peer_config(families="")) == (
        "warning GH540: CiliumBGPClusterConfig rack: spec.bgpInstances[0].peers[0]: Peer 'router' has no "
        "peerConfigRef: there is a session, and nothing is advertised.\n"
        "  fix: Refer to a CiliumBGPPeerConfig with families.\n"
        "warning GH540: CiliumBGPPeerConfig routers: spec: Without families there is a session, and nothing "
        "is advertised.\n"
        "  fix: Add families with advertisements."
    )
    assert said("GH540", cluster_config(), peer_config(families="{afi: ipv4, safi: unicast}"), advertisement()) == (
        "warning GH540: CiliumBGPPeerConfig routers: spec.families[0]: Family ipv4/unicast has no "
        "advertisements, and without a selector it selects none.\n"
        "  fix: Write advertisements with the labels of a CiliumBGPAdvertisement."
    )


def test_a_family_twice_and_one_that_selects_nothing() -> None:
    six = "{afi: ipv6, safi: unicast, advertisements: {matchLabels: {advertise: other}}}"
    assert said("GH540", cluster_config(), peer_config(families=f"{FAMILY}, {FAMILY}, {six}"), advertisement()) == (
        "warning GH540: CiliumBGPPeerConfig routers: spec.families[0]: Family ipv4/unicast is there again "
        "further down, and only the last one counts.\n"
        "  fix: Leave one of them out.\n"
        "warning GH540: CiliumBGPPeerConfig routers: spec.families[2].advertisements: The advertisements of "
        "family ipv6/unicast select no CiliumBGPAdvertisement among the manifests.\n"
        "  fix: Write the labels of one, or add one with these labels."
    )


def test_an_advertisement_and_a_family_that_miss_each_other_are_told_of_once() -> None:
    missing = (cluster_config(), peer_config(), advertisement(labels="advertise: other"))
    assert said("GH542", *missing) == (
        "error GH542: CiliumBGPAdvertisement services: metadata.labels: No family of a CiliumBGPPeerConfig "
        "among the manifests selects its labels. They select by {matchLabels: {advertise: services}}.\n"
        "  fix: Write labels that the advertisements of a family select."
    )
    assert codes(*missing) == ["GH542"]


def test_an_advertisement_without_a_selector() -> None:
    assert said("GH541", cluster_config(), peer_config(), advertisement(selector="")) == (
        "error GH541: CiliumBGPAdvertisement services: spec.advertisements[0]: Without a selector, an "
        "advertisement of Services takes none of them.\n"
        "  fix: Write a selector; for all Services, {matchExpressions: [{key: x, operator: NotIn, values: "
        "[x]}]}."
    )
    assert codes(*BGP) == []


def test_overrides_of_nothing() -> None:
    assert said("GH543", *BGP, override("node-3"), facts=NODES) == (
        "warning GH543: CiliumBGPNodeConfigOverride node-3: metadata.name: No declared node has the name "
        "'node-3': an override is named after its node.\n"
        "  fix: Write the name of a node, such as 'node-2', or declare the node in cluster.yaml."
    )
    assert said("GH543", *BGP, override(instance="name: mine")) == (
        "warning GH543: CiliumBGPNodeConfigOverride node-1: spec.bgpInstances[0].name: No "
        "CiliumBGPClusterConfig of the node has an instance 'mine': nothing is overridden.\n"
        "  fix: Write 'main'."
    )
    assert said(
        "GH543", *BGP, override(instance="name: main, peers: [{name: routr}, {name: router, localPort: 1790}]")
    ) == (
        "warning GH543: CiliumBGPNodeConfigOverride node-1: spec.bgpInstances[0].peers[0].name: The instance "
        "has no peer 'routr': nothing is overridden.\n"
        "  fix: Write 'router'.\n"
        "warning GH543: CiliumBGPNodeConfigOverride node-1: spec.bgpInstances[0].peers[1].localPort: The "
        "localPort of peer 'router' is never used.\n"
        "  fix: Leave it out; that of the instance counts."
    )
    assert said("GH543", override(instance="name: mine")) == ""


def test_a_family_that_the_addresses_need_is_told_of_once() -> None:
    six = pool(blocks="[{cidr: '2001:db8::/120'}]")
    services = (service("api", more="ipFamilies: [IPv6]"), service(more="ipFamilies: [IPv6]"))
    facts = ClusterFacts(cilium_values=CiliumValues(ipv6=True))
    assert said("GH544", six, *BGP, *services, facts=facts) == (
        "warning GH544: Service web/api: CiliumBGPClusterConfig rack, instance main, peer router, "
        "CiliumBGPAdvertisement services: CiliumBGPPeerConfig routers selects the advertisement for "
        "'ipv4/unicast' only, and an address of the Service is ipv6/unicast.\n"
        "  fix: Add the family to the peer config, with advertisements."
    )
    assert codes(six, *BGP, *services, facts=facts) == ["GH544"]
    second = PEER.replace("routers", "routers-6").replace("name: router,", "name: router-6,")
    family = FAMILY.replace("ipv4", "ipv6")
    peering = (cluster_config(peers=f"{PEER}, {second}"), peer_config(), peer_config("routers-6", families=family))
    assert codes(six, *peering, advertisement(), *services, facts=facts) == []


def test_aggregation_and_the_traffic_policy_local() -> None:
    wide = advertisement(service="addresses: [LoadBalancerIP], aggregationLengthIPv4: 24")
    local = [service(name, more="externalTrafficPolicy: Local, selector: {app: shop}") for name in ("api", "shop")]
    assert said("GH545", pool(), cluster_config(), peer_config(), wide, *local) == (
        "info GH545: Service web/api: Its externalTrafficPolicy is Local, for which the aggregation of "
        "'services' is ignored.\n"
        "  fix: Write externalTrafficPolicy: Cluster if the addresses are to be advertised as one prefix."
    )
    assert said("GH545", pool(), cluster_config(), peer_config(), wide, service()) == ""
