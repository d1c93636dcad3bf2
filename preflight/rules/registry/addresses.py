"""The rules about addresses and who announces them."""

from preflight.rules import gateway_services
from preflight.rules.model import Rule

ADDRESSES: tuple[Rule, ...] = (
    Rule(
        code="GH550",
        check=gateway_services.idle_annotations,
        why="Nothing complains about an annotation that is not known, or that is on the Gateway instead of its "
        "Service: it "
        "gets whatever address is free.",
        upstream=("cilium#45327", "cilium#30692"),
    ),
    Rule(
        code="GH551",
        check=gateway_services.idle_addresses,
        why="The field is ignored without a word, and clients that expect the address do not reach the Gateway.",
    ),
)
