"""Entries of Secrets that cert-manager reads."""

from constructs_lib.certificates.secret_key import SecretKey
from constructs_lib.references import ExistingSecret, Reference
from tests.conftest import refusal

import cdk8s_plus_27
import pytest
from cdk8s import ApiObjectMetadata, Chart


def test_the_secret_is_a_name_or_stands_for_a_secret(chart: Chart) -> None:
    own = cdk8s_plus_27.Secret(chart, "own", metadata=ApiObjectMetadata(name="own", namespace="common"))
    assert SecretKey("cloudflare", "api-token").spec() == {"name": "cloudflare", "key": "api-token"}
    assert SecretKey(ExistingSecret("a", namespace="b"), "c").reference() == Reference("Secret", "a", "b")
    assert SecretKey(own, "key").reference() == Reference("Secret", "own", "common", defined=True)


@pytest.mark.parametrize("key", ["tls.key", "_", "A-b.9", "k" * 253])
def test_a_key_of_a_secret_is_taken(key: str) -> None:
    assert SecretKey("s", key).key == key


@pytest.mark.parametrize("key", ["", "a b", "a/b", "k" * 254, None, 5])
def test_what_is_no_key_of_a_secret_is_refused(key: object) -> None:
    assert refusal(lambda: SecretKey("s", key)) == (  # type: ignore[arg-type]
        f"SecretKey.key: {key!r} is not a key that a Secret can have. Allowed: 1 to 253 of A-Z, a-z, 0-9, '-', '_' and "
        "'.'. Fix: write the key below `data` of the Secret, such as 'api-token'."
    )


def test_what_is_no_secret_is_refused() -> None:
    assert refusal(lambda: SecretKey(5, "key")) == (  # type: ignore[arg-type]
        "SecretKey.secret: 5 is of type int. Allowed: a Secret of cdk8s-plus, ExistingSecret(...), or its name as "
        "text. Fix: write the name of the Secret."
    )
