"""ReferenceGrants, against the definition: some grant of the target's namespace has a `from` and a `to` that fit."""

from itertools import product

from preflight.gateway_api.grants import Grants, by_permission, permitted, permitting
from preflight.gateway_api.objects import GATEWAY_GROUP, GroupKind, NamespacedName, Reference, ReferenceGrant

from hypothesis import given
from hypothesis import strategies as st

NAMESPACES, KINDS = st.sampled_from(["here", "there"]), st.sampled_from(["Gateway", "HTTPRoute"])
FROM = st.tuples(st.sampled_from([GATEWAY_GROUP, ""]), KINDS, NAMESPACES)
TO = st.tuples(
    st.sampled_from(["", "other"]), st.sampled_from(["Secret", "Service"]), st.sampled_from(["x", "y", None])
)
GRANTS = st.lists(st.tuples(NAMESPACES, st.lists(FROM, max_size=2), st.lists(TO, max_size=2)), max_size=3)
TARGETS = st.builds(
    Reference, st.sampled_from(["", "other"]), st.sampled_from(["Secret", "Service"]), NAMESPACES, st.sampled_from("xy")
)
SECRET = Reference("", "Secret", "there", "x")


def grants_of(
    *written: tuple[str, list[tuple[str, str, str]], list[tuple[str, str, str | None]]],
) -> Grants:
    return by_permission(
        ReferenceGrant(key=NamespacedName(namespace, f"grant-{number}"), from_=tuple(from_), to=tuple(to))
        for number, (namespace, from_, to) in enumerate(written)
    )


@given(KINDS, NAMESPACES, TARGETS, GRANTS)
def test_a_reference_is_permitted_by_a_grant_beside_its_target(
    kind: str,
    namespace: str,
    target: Reference,
    written: list[tuple[str, list[tuple[str, str, str]], list[tuple[str, str, str | None]]]],
) -> None:
    allowed = {
        (*one, group, kind_, place, name)
        for place, from_, to in written
        for one, (group, kind_, named) in product(from_, to)
        for name in ([named] if named else ["x", "y"])
    }
    wanted = target.namespace == namespace or (GATEWAY_GROUP, kind, namespace, *target) in allowed
    assert permitted(GroupKind(GATEWAY_GROUP, kind), namespace, target, grants_of(*written)) == wanted


def test_a_grant_in_the_namespace_of_the_referrer_permits_nothing() -> None:
    from_ = [(GATEWAY_GROUP, "Gateway", "here")]
    referrer = GroupKind(GATEWAY_GROUP, "Gateway")
    assert not permitted(referrer, "here", SECRET, grants_of(("here", from_, [("", "Secret", None)])))
    assert permitted(referrer, "here", SECRET, grants_of(("there", from_, [("", "Secret", None)])))
    assert not permitted(referrer, "here", SECRET, grants_of(("there", from_, [("", "Secret", "y")])))


def test_the_grants_that_permit_a_reference_are_found_without_looking_at_others() -> None:
    from_ = [(GATEWAY_GROUP, "Gateway", "here")]
    all_secrets: list[tuple[str, str, str | None]] = [("", "Secret", None)]
    grants = grants_of(
        ("there", from_, [("", "Secret", "x")]),
        ("there", [*from_, *from_], [*all_secrets, ("", "Service", None)]),
        *((f"there-{number}", from_, all_secrets) for number in range(3)),
    )
    found = permitting(GroupKind(GATEWAY_GROUP, "Gateway"), "here", SECRET, grants)
    assert [each.key.name for each in found] == ["grant-1", "grant-0"]
    assert max(map(len, grants.values())) == 1
