"""Values of any form, as Helm charts and webhooks take them: those that a manifest has as they are."""

import math
from collections.abc import Mapping
from typing import Any

from constructs_lib.checks import refused

MAX_NUMBER = 2**53
"""Up to here every whole number is one of JavaScript's."""


def json_value(where: str, value: object) -> Any:
    """Return a copy of `value` if the manifest has it as it is.

    cdk8s leaves out a key whose value is null, which means something to Helm, and its numbers are JavaScript's.
    """
    if isinstance(value, Mapping) and all(isinstance(key, str) for key in value):
        return {key: json_value(f"{where}[{key!r}]", item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [None if item is None else json_value(f"{where}[{i}]", item) for i, item in enumerate(value)]
    whole = isinstance(value, int) and abs(value) <= MAX_NUMBER
    if isinstance(value, str) or whole or (isinstance(value, float) and math.isfinite(value)):
        return value
    raise refused(
        where,
        value,
        "is not written to the manifest as it is",
        allowed="text, True and False, whole numbers up to 2**53, other finite numbers, in lists and in mappings with "
        "keys of text",
        fix="write it as text; leave a key with null out, or write what it stands for",
    )
