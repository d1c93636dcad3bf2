"""Which addresses LoadBalancer Services get from Cilium, and how those are announced."""
