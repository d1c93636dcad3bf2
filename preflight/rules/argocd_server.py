"""Argo CD's own server behind a Gateway that terminates TLS."""

from collections.abc import Iterator

from preflight.finding import Finding
from preflight.gateway_api.findings.located import found
from preflight.rules.input import Input
from preflight.snapshot import Manifest

SERVER = "argocd-server"
PARAMETERS = "argocd-cmd-params-cm"
INSECURE = "server.insecure"
HTTP_PORT = 80


def redirecting_servers(given: Input) -> Iterator[Finding]:
    """Yield a finding for each route of HTTPS to the HTTP port of a server that redirects to HTTPS.

    The server does so unless its parameters say otherwise, which are among the manifests or in the cluster file.
    """
    declared = given.facts.argo_cd.server_insecure
    if declared:
        return
    redirecting = {
        manifest.key.namespace
        for manifest in given.of("", "ConfigMap")
        if manifest.key.name == PARAMETERS and str((manifest.data.get("data") or {}).get(INSECURE)) != "true"
    } - {manifest.key.namespace for manifest in given.of("apps", "Deployment") if _is_insecure(manifest)}
    if not redirecting and declared is None:
        return
    secure = {
        id(route)
        for status in given.prediction.gateways
        for listener in status.listeners
        if listener.listener.protocol == "HTTPS"
        for route in listener.attached
    }
    for status in given.prediction.routes:
        for backend in (each for rule in status.route.rules for each in rule.backends):
            target = backend.target
            is_server = (target.kind, target.name, backend.port) == ("Service", SERVER, HTTP_PORT)
            if is_server and (declared is False or target.namespace in redirecting) and id(status.route) in secure:
                reason = (
                    f"The Gateway sends plain HTTP to {target}, which redirects it to HTTPS: ConfigMap "
                    f"{target.namespace}/{PARAMETERS} does not set {INSECURE}."
                )
                fix = f'Write {INSECURE}: "true" in the data of the ConfigMap.'
                yield found(status.route.manifest, "GH410", backend.path, reason, fix)


def _is_insecure(manifest: Manifest) -> bool:
    """Say whether a Deployment is that of the server, started with --insecure."""
    template = (manifest.data.get("spec") or {}).get("template") or {}
    containers = (template.get("spec") or {}).get("containers") or ()
    arguments = [word for each in containers for word in (*(each.get("command") or ()), *(each.get("args") or ()))]
    return manifest.key.name == SERVER and "--insecure" in arguments
