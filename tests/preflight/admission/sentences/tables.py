"""All tables: a manifest that keeps and one that breaks each CEL rule of the bundled CRDs."""

from collections.abc import Sequence

from tests.preflight.admission.sentences import (
    backend_tls_policies_table,
    certificates_table,
    cilium_table,
    filters_table,
    gateways_table,
    matches_table,
    rewrites_table,
    routes_table,
)
from tests.preflight.admission.sentences.row import Row, Unbroken

ROWS: Sequence[Row] = (
    *routes_table.ROWS,
    *matches_table.ROWS,
    *filters_table.ROWS,
    *rewrites_table.ROWS,
    *gateways_table.LISTENERS,
    *gateways_table.GATEWAYS,
    *backend_tls_policies_table.ROWS,
    *cilium_table.ROWS,
    *certificates_table.ROWS,
)
UNBROKEN: Sequence[Unbroken] = (*routes_table.UNBROKEN, *matches_table.UNBROKEN, *gateways_table.UNBROKEN)
