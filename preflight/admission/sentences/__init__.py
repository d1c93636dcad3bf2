"""What the CEL rules of the bundled CRDs mean: for each our own sentence and remedy."""

from collections.abc import Mapping

from preflight.admission.sentences.certificates import CERTIFICATES
from preflight.admission.sentences.cilium import CILIUM
from preflight.admission.sentences.filters import FILTERS, PLACED
from preflight.admission.sentences.gateways import GATEWAYS
from preflight.admission.sentences.matches import MATCHES
from preflight.admission.sentences.rewrites import REWRITES
from preflight.admission.sentences.routes import ROUTES
from preflight.admission.sentences.sentence import Sentence
from preflight.field_path import FieldPath, Key

REGISTRY: tuple[Mapping[str, Sentence], ...] = (ROUTES, MATCHES, FILTERS, REWRITES, GATEWAYS, CILIUM, CERTIFICATES)
"""By the rule's text, as the CRD has it; a rule is in one of them only."""

SENTENCES: Mapping[str, Sentence] = {rule: found for part in REGISTRY for rule, found in part.items()}


def sentence(kind: str, path: FieldPath, rule: str) -> Sentence | None:
    """Return what a rule means for the field of a kind; None for a rule that no bundled CRD has."""
    return PLACED.get((kind, field(path), rule)) or SENTENCES.get(rule)


def field(path: FieldPath) -> str:
    """Return a path without the indexes of items and the keys of maps, as in `spec.rules.filters`."""
    return ".".join(part for part in path if isinstance(part, str) and not isinstance(part, Key))
