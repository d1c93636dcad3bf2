"""What hosts do besides leading to one Service: two Services by path, www to the main domain, and maintenance.

example.com leads to the shop, and everything below /api to the API. www.example.com is redirected to example.com for
good (301), with path and query. The forum is under maintenance: its requests are redirected to a status page elsewhere,
for the time being (302), and its Service can be taken down. To end the maintenance, leave that argument out.

Needs: Cilium with gatewayAPI.enabled; a Gateway edge/public of another app that takes routes from every namespace and
redirects plain HTTP, with HTTPS listeners for example.com and `*.example.com` whose certificate is for both; the
Services shop/web, shop/api and forum/forum; a page at https://status.example.net/, which this Gateway does not serve.
"""

from pathlib import Path

from constructs_lib import (
    AllowedRoutes,
    Domain,
    ExistingService,
    Gateway,
    HostnameRedirect,
    Platform,
    expose,
)

from cdk8s import Chart

app = Platform(root=Path(__file__).parent)
gateway = Gateway.from_existing(
    name="public",
    namespace="edge",
    domains=[Domain("example.com", name="com", secret="example-com-tls")],
    allowed_routes=AllowedRoutes.all(),
)

shop = Chart(app, "shop")
expose(
    ExistingService("web", "shop", ports=[80]),
    paths={"/api": ExistingService("api", "shop", ports=[8080])},
    host="example.com",
    gateway=gateway,
    scope=shop,
)
HostnameRedirect(
    shop,
    "www-redirect",
    namespace="shop",
    parent_refs=[gateway.https("com")],
    hostnames=["www.example.com"],
    to="example.com",
)

expose(
    ExistingService("forum", "forum", ports=[80]),
    host="forum.example.com",
    gateway=gateway,
    maintenance="https://status.example.net/",
    scope=Chart(app, "forum"),
)

app.synth()
