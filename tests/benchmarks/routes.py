"""Manifests to measure with: N HTTPRoutes that differ in all that routes differ in, and their 50 Gateways."""

TEAMS = 50

GATEWAY = """\
apiVersion: gateway.networking.k8s.io/v1
kind: Gateway
metadata:
  name: public-{team}
  namespace: gateway
spec:
  gatewayClassName: cilium
  listeners:
    - name: http
      port: 80
      protocol: HTTP
      hostname: "*.team-{team}.example.link"
      allowedRoutes:
        namespaces:
          from: All
"""

ROUTE = """\
apiVersion: gateway.networking.k8s.io/v1
kind: HTTPRoute
metadata:
  name: app-{number}
  namespace: team-{team}
  labels:
    app.kubernetes.io/name: app-{number}
    app.kubernetes.io/part-of: team-{team}
spec:
  parentRefs:
    - group: gateway.networking.k8s.io
      kind: Gateway
      name: public-{team}
      namespace: gateway
      sectionName: http
  hostnames:
    - app-{number}.team-{team}.example.link
  rules:
    - matches:
        - path:
            type: PathPrefix
            value: /api/v{number}
        - path:
            type: Exact
            value: /healthz/{number}
      filters:
        - type: RequestHeaderModifier
          requestHeaderModifier:
            set:
              - name: X-Forwarded-App
                value: app-{number}
      backendRefs:
        - group: ""
          kind: Service
          name: app-{number}
          port: {port}
          weight: 1
"""

POOL = """\
apiVersion: cilium.io/v2
kind: CiliumLoadBalancerIPPool
metadata:
  name: pool-{number}
spec:
  blocks:
    - cidr: 10.{number}.0.0/24
  serviceSelector:
    matchLabels:
      pool: pool-{number}
"""

SERVICE = """\
apiVersion: v1
kind: Service
metadata:
  name: app-{number}
  namespace: team-{team}
  labels:
    app: app-{number}
    pool: pool-{pool}
spec:
  type: LoadBalancer
  selector:
    app: app-{number}
  ports:
    - name: http
      port: {port}
"""


def routes(count: int) -> str:
    """Return a YAML stream of `count` HTTPRoutes, of about 900 bytes each."""
    return "---\n".join(ROUTE.format(number=number, team=number % TEAMS, port=port(number)) for number in range(count))


def gateways() -> str:
    """Return a YAML stream of the Gateways that the routes attach to."""
    return "---\n".join(GATEWAY.format(team=team) for team in range(TEAMS))


def port(number: int) -> int:
    """Return the port of the Service that route `number` sends to."""
    return 8000 + number % 1000


def pools(count: int) -> str:
    """Return a YAML stream of `count` pools, each for the Services with its name as a label."""
    return "---\n".join(POOL.format(number=number) for number in range(count))


def services(count: int, pools: int) -> str:
    """Return a YAML stream of `count` Services of type LoadBalancer, spread over so many pools."""
    return "---\n".join(
        SERVICE.format(number=number, team=number % TEAMS, pool=number % pools, port=port(number))
        for number in range(count)
    )
