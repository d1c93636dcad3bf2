"""CustomResourceDefinitions: what they say of a kind, and whether the API server takes them."""

from preflight.admission.crd.check import check_crd
from preflight.admission.crd.facts import crd_facts, is_crd
from preflight.admission.crd.schema_facts import COUNTS, FLAGS, NAMES, NUMBERS, SCHEMA_LISTS, STRINGS, TYPES

__all__ = [
    "COUNTS",
    "FLAGS",
    "NAMES",
    "NUMBERS",
    "SCHEMA_LISTS",
    "STRINGS",
    "TYPES",
    "check_crd",
    "crd_facts",
    "is_crd",
]
