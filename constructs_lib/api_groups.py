"""The API groups of what the constructs define."""

ARGO_CD_GROUP = "argoproj.io"
CERT_MANAGER_GROUP = "cert-manager.io"
CILIUM_GROUP = "cilium.io"
GATEWAY_GROUP = "gateway.networking.k8s.io"
