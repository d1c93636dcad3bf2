"""Gateways, and the listeners that routes attach to."""
