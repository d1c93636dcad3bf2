"""What the CEL rules of cert-manager's kinds mean."""

from collections.abc import Mapping

from preflight.admission.sentences.sentence import Sentence

CERTIFICATES: Mapping[str, Sentence] = {
    "(has(self.tpp) ? 1 : 0) + (has(self.cloud) ? 1 : 0) + (has(self.ngts) ? 1 : 0) == 1": Sentence(
        reason="Exactly one of tpp, cloud and ngts says where the certificates are issued, but {self} has none of them "
        "or more than one.",
        fix="Set the one that you use, and remove the others.",
    ),
}
"""By the rule's text, as the CRD has it."""
