"""Kubernetes' library of CEL functions, as far as it is not part of the CEL library itself.

https://kubernetes.io/docs/reference/using-api/cel/ and, for what each function takes, apiserver's pkg/cel/library.
"""

from preflight.admission.cel.library.cidr import CIDR
from preflight.admission.cel.library.comparisons import COMPARISONS
from preflight.admission.cel.library.formatting import FORMATTING
from preflight.admission.cel.library.function import Function
from preflight.admission.cel.library.ip import IP
from preflight.admission.cel.library.lists import LISTS
from preflight.admission.cel.library.named_formats import NAMED_FORMATS
from preflight.admission.cel.library.quantity import QUANTITY
from preflight.admission.cel.library.regex import REGEX
from preflight.admission.cel.library.semver import SEMVER
from preflight.admission.cel.library.sets import SETS
from preflight.admission.cel.library.strings import STRINGS
from preflight.admission.cel.library.url import URL

OF_LISTS: tuple[Function, ...] = (*FORMATTING, *LISTS, *SETS)
"""The functions that take lists of anything."""

OF_SCALARS: tuple[Function, ...] = (
    *CIDR,
    *COMPARISONS,
    *IP,
    *NAMED_FORMATS,
    *QUANTITY,
    *REGEX,
    *SEMVER,
    *STRINGS,
    *URL,
)
"""The other ones: none of them takes a list or a map."""
