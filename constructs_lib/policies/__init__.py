"""Network policies that let traffic from the Gateway through."""
