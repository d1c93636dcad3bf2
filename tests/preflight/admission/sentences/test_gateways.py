"""The one rule of Gateways and ListenerSets that gives no answer on some objects, which are refused for that."""

from preflight.field_path import text
from tests.preflight.admission.sentences.gateways_table import LISTENERS
from tests.preflight.admission.sentences.row import Row, manifest

import pytest

TERMINATE = "self.mode == 'Terminate' ? size(self.certificateRefs) > 0 || size(self.options) > 0 : true"


@pytest.mark.parametrize("row", [row for row in LISTENERS if row.rule == TERMINATE], ids=lambda row: row.kind)
@pytest.mark.parametrize("tls", [{}, {"options": {}}, {"certificateRefs": []}], ids=str)
def test_the_rule_on_certificates_fails_where_one_of_its_fields_is_missing(row: Row, tls: dict[str, object]) -> None:
    from preflight import admit

    listener = {"name": "web", "port": 443, "protocol": "HTTPS", "tls": tls}
    (failed,) = admit([manifest(row, {"spec": {**row.accepted["spec"], "listeners": [listener]}})]).findings
    assert (failed.code, failed.rule, text(failed.path)) == ("GH141", TERMINATE, row.path)
    assert failed.reason == (
        "The mode is 'Terminate', but neither certificateRefs nor options has an entry: there is no certificate to "
        "terminate TLS with."
    )
    assert failed.fix == "Name the Secret that holds the certificate in certificateRefs."
