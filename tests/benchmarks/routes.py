"""Manifests to measure with: N HTTPRoutes that differ in all that routes differ in."""

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
      name: public
      namespace: gateway
      sectionName: https-{team}
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


def routes(count: int) -> str:
    """Return a YAML stream of `count` HTTPRoutes, of about 900 bytes each."""
    return "---\n".join(
        ROUTE.format(number=number, team=number % 50, port=8000 + number % 1000) for number in range(count)
    )
