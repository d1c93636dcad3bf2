"""Who announces the addresses of Services and Gateways."""

from preflight.cluster import CiliumValues, ClusterFacts, GatewayApiValues, Node
from tests.preflight.rules.addressed import (
    LAN,
    advertisement,
    cluster_config,
    codes,
    gateway,
    peer_config,
    policy,
    pool,
    said,
    selecting,
    service,
    with_values,
)

L2_CLASS = "loadBalancerClass: io.cilium/l2-announcer"
BGP_CLASS = "loadBalancerClass: io.cilium/bgp-control-plane"
BGP = (cluster_config(), peer_config(), advertisement())
LABELLED = f"{LAN}, {selecting('expose: lan')}"
LOCAL = "externalTrafficPolicy: Local, selector: {app: shop}"
BY_VALUE = CiliumValues(gateway_api=GatewayApiValues(external_traffic_policy="Local"))


def test_a_class_much_like_one_of_ciliums() -> None:
    assert said("GH518", pool(), service(more="loadBalancerClass: io.cilium/l2-announcers")) == (
        "error GH518: Service web/shop: spec.loadBalancerClass: Cilium knows no loadBalancerClass "
        "'io.cilium/l2-announcers', so that it does nothing for the Service.\n"
        "  fix: Write io.cilium/l2-announcer."
    )
    assert said("GH518", pool(), service(more="loadBalancerClass: io.cilium/other")) == (
        "error GH518: Service web/shop: spec.loadBalancerClass: Cilium knows no loadBalancerClass "
        "'io.cilium/other', so that it does nothing for the Service.\n"
        "  fix: Write 'io.cilium/l2-announcer' or 'io.cilium/bgp-control-plane'."
    )
    assert said("GH518", pool(), service(more="loadBalancerClass: example.com/other")) == ""


def test_a_class_of_a_feature_that_is_off() -> None:
    assert said("GH518", pool(), policy(), service(more=BGP_CLASS), facts=with_values(bgp_control_plane=False)) == (
        "error GH518: Service web/shop: spec.loadBalancerClass: The loadBalancerClass "
        "'io.cilium/bgp-control-plane' needs the BGP control plane, and bgpControlPlane.enabled is false.\n"
        "  fix: Switch it on, or leave the class out."
    )
    assert said("GH518", pool(), service(more=L2_CLASS), facts=with_values(l2_announcements=False)) == (
        "error GH518: Service web/shop: spec.loadBalancerClass: The loadBalancerClass "
        "'io.cilium/l2-announcer' needs L2 announcements, and l2announcements.enabled is false.\n"
        "  fix: Switch it on, or leave the class out."
    )


def test_a_class_that_shuts_out_the_only_announcer() -> None:
    assert said("GH518", pool(), policy(), service(more=BGP_CLASS)) == (
        "error GH518: Service web/shop: spec.loadBalancerClass: The loadBalancerClass "
        "'io.cilium/bgp-control-plane' shuts out CiliumL2AnnouncementPolicy lan, and no other announces the "
        "Service.\n"
        "  fix: Write the class of that announcer, or leave it out."
    )
    assert codes(pool(), policy(), service(more=BGP_CLASS)) == ["GH518"]
    assert codes(pool(), policy(), service(more=L2_CLASS)) == []


def test_nobody_announces_a_service() -> None:
    assert said("GH520", pool(), policy(spec=LABELLED), service()) == (
        "warning GH520: Service web/shop: Nobody announces the address of Service web/shop (192.0.2.0). "
        "CiliumL2AnnouncementPolicy lan: The serviceSelector does not take the labels of the Service.\n"
        "  fix: Let a policy with loadBalancerIPs: true, or an advertisement, take the labels of the Service."
    )
    assert said("GH520", pool(), policy(spec="externalIPs: true"), service()) == (
        "warning GH520: Service web/shop: Nobody announces the address of Service web/shop (192.0.2.0). "
        "CiliumL2AnnouncementPolicy lan: It announces external IPs, and the Service has none.\n"
        "  fix: Let a policy with loadBalancerIPs: true, or an advertisement, take the labels of the Service."
    )
    assert said("GH520", pool(), policy(spec=LABELLED), *BGP, service()) == ""


def test_labels_of_a_gateway_belong_into_its_infrastructure() -> None:
    assert said("GH520", pool(), policy(spec=LABELLED), gateway(labels="expose: lan")) == (
        "warning GH520: Gateway web/edge: metadata.labels: Nobody announces the address of Gateway web/edge "
        "(192.0.2.0). CiliumL2AnnouncementPolicy lan: The serviceSelector does not take the labels of the "
        "Service. CiliumL2AnnouncementPolicy lan would take the labels of the Gateway itself, which Cilium "
        "does not copy.\n"
        "  fix: Move the labels to spec.infrastructure.labels."
    )
    assert said("GH520", pool(), policy(spec=LABELLED), gateway(infrastructure="labels: {expose: lan}")) == ""


def test_who_is_at_fault_is_told_of_instead_of_the_service() -> None:
    assert codes(pool(), cluster_config(), peer_config("other"), advertisement(), service()) == ["GH538"]
    assert codes(pool(), cluster_config(), peer_config(), advertisement(labels="advertise: other"), service()) == [
        "GH542"
    ]
    assert codes(pool(), cluster_config(), peer_config(), advertisement(selector=""), service()) == ["GH541"]


def test_without_announcers_among_the_manifests_nobody_knows_those_of_the_cluster() -> None:
    assert codes(pool(), service(), gateway()) == []
    assert said(
        "GH521", pool(), service(), gateway(), facts=with_values(l2_announcements=True, bgp_control_plane=True)
    ) == (
        "warning GH521: Gateway web/edge: There is no CiliumL2AnnouncementPolicy or CiliumBGPClusterConfig "
        "among the manifests, so that nobody announces Gateway web/edge and Service web/shop.\n"
        "  fix: Add a CiliumL2AnnouncementPolicy or CiliumBGPClusterConfig."
    )
    assert said("GH521", pool(), service(), facts=with_values(bgp_control_plane=True)) == (
        "warning GH521: Service web/shop: There is no CiliumBGPClusterConfig among the manifests, so that "
        "nobody announces Service web/shop.\n"
        "  fix: Add a CiliumBGPClusterConfig."
    )
    assert said("GH521", pool(), service(), facts=with_values(l2_announcements=False)) == ""


def test_announcers_for_nothing() -> None:
    assert said("GH529", pool(), policy(), policy("edge", LABELLED), service(), *BGP, peer_config("spare")) == (
        "info GH529: CiliumBGPPeerConfig spare: No peer of a CiliumBGPClusterConfig among the manifests "
        "refers to it.\n"
        "  fix: Use it, or leave it out.\n"
        "info GH529: CiliumL2AnnouncementPolicy edge: The policy announces no Service among the manifests.\n"
        "  fix: Use it, or leave it out."
    )
    assert said(
        "GH529",
        pool(),
        policy(),
        cluster_config(),
        peer_config(),
        advertisement(selector="{matchLabels: {a: b}}"),
        service(),
    ) == (
        "info GH529: CiliumBGPAdvertisement services: The advertisement advertises no Service among the "
        "manifests.\n"
        "  fix: Use it, or leave it out."
    )
    assert codes(pool(), policy(spec=LABELLED), service()) == ["GH520"]
    assert codes(pool(), policy()) == []


def test_features_that_are_off() -> None:
    off = with_values(l2_announcements=False, bgp_control_plane=False)
    assert said("GH530", pool(), policy(), policy("edge"), *BGP, service(), facts=off) == (
        "error GH530: CiliumBGPClusterConfig rack: Cilium's value bgpControlPlane.enabled is false in "
        "cluster.yaml: this announces nothing.\n"
        "  fix: Set bgpControlPlane.enabled to true, in the cluster and in cluster.yaml.\n"
        "error GH530: CiliumL2AnnouncementPolicy edge: Cilium's value l2announcements.enabled is false in "
        "cluster.yaml: this announces nothing, and 1 other neither.\n"
        "  fix: Set l2announcements.enabled to true, in the cluster and in cluster.yaml."
    )
    assert codes(pool(), policy(), service(), facts=off) == ["GH530"]


def test_layer_2_without_the_replacement_of_kube_proxy() -> None:
    off = with_values(kube_proxy_replacement=False)
    assert said("GH530", pool(), policy(), policy("edge"), service(), facts=off) == (
        "error GH530: CiliumL2AnnouncementPolicy edge: Cilium's value kubeProxyReplacement is false in cluster.yaml: "
        "this announces nothing, and 1 other neither.\n"
        "  fix: Set kubeProxyReplacement to true, in the cluster and in cluster.yaml."
    )
    assert codes(pool(), policy(), service(), facts=off) == ["GH530"]
    assert codes(pool(), policy(), service(), facts=with_values(kube_proxy_replacement=True)) == []
    assert codes(pool(), *BGP, service(), facts=off) == []
    assert codes(pool(), policy(), gateway(), facts=off) == ["GH324"]


def test_local_services_by_version() -> None:
    local = (pool(), policy(), service("api", more=LOCAL), service(more=LOCAL))
    assert said("GH531", *local, facts=ClusterFacts(cilium="1.19")) == (
        "warning GH531: Service web/api: spec.externalTrafficPolicy: Its externalTrafficPolicy is Local, "
        "which L2 announcements do not look at before Cilium 1.20.2: a node without a local backend can hold "
        "the lease, and drops what it gets. So it is with Service web/shop.\n"
        "  fix: Write externalTrafficPolicy: Cluster."
    )
    assert said("GH531", *local) == (
        "warning GH531: Service web/api: spec.externalTrafficPolicy: Its externalTrafficPolicy is Local: up "
        "to Cilium 1.20.1 a node without a Pod of the Service can hold the lease and drops what it gets, from "
        "1.20.2 only nodes with a Pod of the Service announce it. So it is with Service web/shop.\n"
        "  fix: Write externalTrafficPolicy: Cluster, or declare a Cilium from 1.20.2 on in cluster.yaml."
    )
    assert said("GH531", *local, facts=ClusterFacts(cilium_patch=1)) == said(
        "GH531", *local, facts=ClusterFacts(cilium="1.19")
    )
    assert said("GH531", *local, facts=ClusterFacts(cilium_patch=2)) == ""


def test_local_gateways_where_there_is_bgp_as_well_by_version() -> None:
    local = (pool(), policy(), gateway(), gateway("inner"), cluster_config(peers=""))
    assert said("GH531", *local, facts=ClusterFacts(cilium_values=BY_VALUE, cilium_patch=2)) == (
        "warning GH531: Gateway web/edge: The Service has no Pods of its own and its externalTrafficPolicy is "
        "Local: from Cilium 1.20.2 no node wants its lease. So it is with Gateway web/inner.\n"
        "  fix: Write externalTrafficPolicy: Cluster for the class, or set gatewayAPI.externalTrafficPolicy "
        "to Cluster."
    )
    assert said("GH531", *local, facts=ClusterFacts(cilium_values=BY_VALUE, cilium_patch=1)) == (
        "warning GH531: Gateway web/edge: Its externalTrafficPolicy is Local, which L2 announcements do not "
        "look at before Cilium 1.20.2: a node without a local backend can hold the lease, and drops what it "
        "gets. So it is with Gateway web/inner.\n"
        "  fix: Write externalTrafficPolicy: Cluster for the class, or set gatewayAPI.externalTrafficPolicy "
        "to Cluster."
    )
    assert said("GH531", *local, facts=ClusterFacts(cilium_values=BY_VALUE)) == (
        "warning GH531: Gateway web/edge: It is the Service of a Gateway and its externalTrafficPolicy is "
        "Local: up to Cilium 1.20.1 it is announced from any of the nodes, from 1.20.2 nobody announces it. "
        "So it is with Gateway web/inner.\n"
        "  fix: Write externalTrafficPolicy: Cluster for the class, or set gatewayAPI.externalTrafficPolicy "
        "to Cluster."
    )


def test_local_gateways_that_bgp_announces_or_that_another_finding_is_about() -> None:
    facts = ClusterFacts(cilium_values=BY_VALUE, cilium_patch=2)
    assert said("GH531", pool(), policy(), gateway(), *BGP, facts=facts) == ""
    assert codes(pool(), policy(), gateway(), facts=facts) == ["GH320"]


def test_two_services_with_one_lease() -> None:
    services = (service("bar-baz", "foo"), service("baz", "foo-bar"))
    assert said("GH532", pool(), policy(), *services) == (
        "warning GH532: Service foo/bar-baz: metadata.name: Its Lease cilium-l2announce-foo-bar-baz is also "
        "that of 'Service foo-bar/baz': the holder of one is taken for the holder of the other.\n"
        "  fix: Rename one, so that namespace and name do not read the same with a hyphen between."
    )
    assert said("GH532", pool(), *BGP, *services) == ""


def test_a_node_that_can_hold_the_lease_in_silence() -> None:
    nodes = (Node(name="node-1", labels={"rack": "a"}), Node(name="node-2", labels={"rack": "b"}))
    one = policy("one", f"{LAN}, nodeSelector: {{matchLabels: {{rack: a}}}}")
    other = policy("other", "externalIPs: true")
    both = service(more="externalIPs: [203.0.113.9]")
    assert said("GH533", pool(), one, other, both, facts=ClusterFacts(nodes=nodes)) == (
        "warning GH533: Service web/shop: The lease of the Service can be held by 'node-2', where no policy "
        "announces all of its addresses: while it is, they are not reached.\n"
        "  fix: Give the policies of the Service the same nodes, or one policy all of its addresses."
    )
    assert said("GH533", pool(), one, other, both) == ""
