"""What to save of a cluster: the commands of kubectl, and what each is for."""

from dataclasses import dataclass

SECRETS = (
    '{"apiVersion": "v1", "kind": "Secret", "type": "{{.type}}", '
    '"metadata": {"namespace": "{{.metadata.namespace}}", "name": "{{.metadata.name}}"}}{{"\\n"}}'
)


@dataclass(frozen=True, slots=True)
class Command:
    """A command of kubectl, and the fields of the cluster file that it is for."""

    file: str
    """What to save its output as."""
    text: str
    fields: tuple[str, ...]


def _config_map(name: str, *fields: str) -> Command:
    text = f"kubectl get configmaps -A --field-selector metadata.name={name} -o yaml"
    return Command(f"{name}.yaml", text, fields)


COMMANDS = (
    Command("nodes.yaml", "kubectl get nodes -o yaml", ("nodes",)),
    Command("ciliumnodes.yaml", "kubectl get ciliumnodes -o yaml", ()),
    Command("namespaces.yaml", "kubectl get namespaces -o yaml", ("namespaces",)),
    Command("services.yaml", "kubectl get services -A -o yaml", ("services",)),
    Command("gatewayclasses.yaml", "kubectl get gatewayclasses -o yaml", ("gatewayClasses",)),
    Command("gateways.yaml", "kubectl get gateways -A -o yaml", ("gateways",)),
    Command("crd.yaml", "kubectl get crd gateways.gateway.networking.k8s.io -o yaml", ("gatewayAPI",)),
    Command("issuers.yaml", "kubectl get issuers -A -o yaml", ("issuers",)),
    Command("clusterissuers.yaml", "kubectl get clusterissuers -o yaml", ("clusterIssuers",)),
    Command(
        "deployments.yaml",
        "kubectl get deployments -A -o yaml "
        "-l 'app.kubernetes.io/name in (cilium-operator, cert-manager, argocd-server)'",
        ("cilium.version", "certManager.version", "argoCD.version"),
    ),
    _config_map("cilium-config", "cilium.values"),
    _config_map("cert-manager"),
    _config_map("argocd-cmd-params-cm", "argoCD.params"),
    Command(
        "secrets.json",
        "kubectl get secrets -A --field-selector type=kubernetes.io/tls "
        f"-o go-template='{{{{range .items}}}}{SECRETS}{{{{end}}}}'",
        ("secrets",),
    ),
)
"""The last one leaves the data of the Secrets in the cluster."""
