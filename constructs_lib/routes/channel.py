"""The channels of the Gateway API: some fields are in the experimental one only, and so are not always imported."""

from constructs_lib.checks import refused
from constructs_lib.typed import has_field


def refuse_missing_field(where: str, value: object, l1: type, field: str) -> None:
    """Raise ValueError if the CRD of a generated class has no such field, such as `spec.rules.retry`."""
    if not has_field(l1, field):
        raise refused(
            where,
            value,
            f"needs the field {field}, which the {l1.__name__} of imports/ does not have",
            allowed="what the imported channel of the Gateway API has; this is in the experimental channel",
            fix="name experimental-install.yaml in the place of standard-install.yaml in cdk8s.yaml and run "
            "`make imports`, once the cluster has these CRDs too",
        )
