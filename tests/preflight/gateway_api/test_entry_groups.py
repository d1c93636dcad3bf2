"""Entries that match a request, found without comparing each: as many, and in the order, as if each were compared."""

from preflight.gateway_api import entry_groups
from preflight.gateway_api.entries import Attachment, entries_of
from preflight.gateway_api.entry_groups import EntryGroup, PathEntries
from preflight.gateway_api.matching import Sent, mismatch
from tests.preflight.gateway_api.asking import header, path_match
from tests.preflight.gateway_api.states import Json, gateway, listeners_of, predicted, route, service, web

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

VALUES = st.sampled_from([("1", "Exact"), ("2", "Exact"), ("1|2", "RegularExpression"), ("[", "RegularExpression")])
TO_HTTPS = [{"type": "RequestRedirect", "requestRedirect": {"scheme": "https"}}]


def fields(names: list[str]) -> st.SearchStrategy[list[Json]]:
    """Draw headers or query parameters, each name at most once."""
    values = st.dictionaries(st.sampled_from(names), VALUES, max_size=2)
    return values.map(lambda chosen: [header(name, *value) for name, value in chosen.items()])


MATCHES = st.builds(
    lambda method, headers, queries: path_match("/", headers=headers, queryParams=queries, **method),
    st.sampled_from([{}, {"method": "GET"}, {"method": "POST"}]),
    fields(["x-a", "x-b"]),
    fields(["p", "q"]),
)
RULES = st.builds(
    lambda matches, filters: {"matches": matches, **filters},
    st.lists(MATCHES, min_size=1, max_size=3),
    st.sampled_from([{}, {}, {"filters": TO_HTTPS}]),
)
SENT = st.builds(
    Sent,
    scheme=st.sampled_from(["http", "https"]),
    path=st.just("/"),
    method=st.sampled_from(["GET", "POST", "PUT"]),
    headers=st.dictionaries(st.sampled_from(["x-a", "x-b", "x-c"]), st.sampled_from(["1", "2", "3"])),
    queries=st.dictionaries(st.sampled_from(["p", "q"]), st.sampled_from(["1", "2", "3"])),
)


def attachment(*rules: Json) -> Attachment:
    """A route with these rules on a listener."""
    prediction = predicted(gateway(), service(), route(rules=list(rules)))
    (found,) = listeners_of(web(prediction)).values()
    (status,) = prediction.routes
    return Attachment(status.route, found, 0)


def group_of(*attachments: Attachment) -> EntryGroup:
    group = EntryGroup()
    for place, entry in enumerate(entries_of("", attachments)):
        group.add(place, entry)
    return group


@pytest.mark.parametrize("few", [0, 100])
@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(rules=st.lists(RULES, min_size=1, max_size=8), sent=SENT, guarded=st.booleans())
def test_the_entries_are_those_that_match_each_for_itself(
    monkeypatch: pytest.MonkeyPatch, few: int, rules: list[Json], sent: Sent, guarded: bool
) -> None:
    """Oracle: comparing all entries."""
    monkeypatch.setattr(entry_groups, "FEW", few)
    group = group_of(attachment(*rules))
    expected = [
        (place, entry)
        for place, entry in group.placed
        if mismatch(entry.match, sent) is None and not (guarded and entry.redirects_to == sent.scheme)
    ]
    assert list(group.matching(sent, guarded=guarded)) == expected
    (tier,) = PathEntries([[group]], guarded=guarded).matching(sent)
    assert list(tier) == [entry for _, entry in expected]


def test_groups_of_one_tier_go_by_place() -> None:
    first, second = EntryGroup(), EntryGroup()
    entries = list(entries_of("", [attachment({"matches": [path_match("/")] * 4})]))
    for place, entry in enumerate(entries):
        (first if place % 2 else second).add(place, entry)
    found = PathEntries([[first, second], [first]], guarded=False)
    assert len(found) == 6
    assert [each.match_index for each in found] == [0, 1, 2, 3, 1, 3]
