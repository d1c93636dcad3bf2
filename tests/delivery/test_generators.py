"""GitDirectories, ListElements and Clusters: what they tell Argo CD, and which Applications that gives."""

import re
from typing import Any

from constructs_lib import LabelSelector
from constructs_lib.delivery.generators import Clusters, GitDirectories, ListElements, matches
from constructs_lib.delivery.repository import GitRepository
from tests.conftest import refusal

import pytest
from hypothesis import given
from hypothesis import strategies as st

REPOSITORY = GitRepository("https://git.example.com/platform.git")
FOLDERS = ["dist/apps", "dist/edge-1", "dist/edge-1/web", "dist/Edge_2", "other/edge-3"]


def test_git_directories_are_those_of_dist_unless_said() -> None:
    assert GitDirectories(repository=REPOSITORY).spec() == {
        "git": {
            "repoURL": "https://git.example.com/platform.git",
            "revision": "HEAD",
            "directories": [{"path": "dist/*"}],
            "values": None,
        }
    }


def test_git_directories_say_what_they_leave_out() -> None:
    generator = GitDirectories(repository=REPOSITORY, paths=["dist/*"], exclude=["dist/apps"], values={"a": "b"})
    assert generator.spec()["git"]["directories"] == [{"path": "dist/*"}, {"path": "dist/apps", "exclude": True}]
    assert generator.spec()["git"]["values"] == {"a": "b"}
    assert generator.folders(FOLDERS) == ["dist/edge-1", "dist/Edge_2"]


def test_git_directories_give_each_application_its_folder() -> None:
    generator = GitDirectories(repository=REPOSITORY, paths=["*/Edge*"], values={"name": "x-{{.path.basename}}"})
    path = {"path": "dist/Edge_2", "basename": "Edge_2", "basenameNormalized": "edge-2", "segments": ["dist", "Edge_2"]}
    assert generator.applications(FOLDERS) == [{"path": path, "values": {"name": "x-Edge_2"}}]
    assert generator.parameters() == [*(("path", name) for name in path), ("values", "name")]


def test_list_elements_are_the_parameters() -> None:
    elements = [{"cluster": "a", "size": "1"}, {"size": "2", "cluster": "b"}]
    generator = ListElements(elements)
    assert generator.spec() == {"list": {"elements": elements}}
    assert generator.applications(FOLDERS) == elements
    assert generator.parameters() == [("cluster",), ("size",)]


def test_clusters_are_all_that_argo_cd_has_unless_said() -> None:
    assert Clusters().spec() == {"clusters": {"selector": None, "values": None}}


def test_clusters_are_selected_by_their_labels() -> None:
    generator = Clusters(selector=LabelSelector(match_labels={"tier": "edge"}), values={"a": "{{.name}}", "b": "c"})
    assert generator.spec()["clusters"] == {
        "selector": {"matchLabels": {"tier": "edge"}, "matchExpressions": None},
        "values": {"a": "{{.name}}", "b": "c"},
    }
    known = {"name": "*", "nameNormalized": "*", "server": "*", "values": {"a": "*", "b": "c"}}
    assert generator.applications(FOLDERS) == [known]
    assert set(generator.parameters()) >= {("name",), ("server",), ("metadata", "labels"), ("values", "a")}


@pytest.mark.parametrize(
    ("pattern", "folder", "expected"),
    [
        ("dist/*", "dist/a", True),
        ("dist/*", "dist/a/b", False),
        ("dist/*", "dist", False),
        ("dist/*/*", "dist/a/b", True),
        ("dist/edge-?", "dist/edge-1", True),
        ("dist/edge-?", "dist/edge-10", False),
        ("dist/[a-c]x", "dist/bx", True),
        ("dist/[^a-c]x", "dist/bx", False),
        ("dist/a.b", "dist/axb", False),
    ],
)
def test_a_pattern_matches_as_in_go(pattern: str, folder: str, expected: bool) -> None:
    assert matches(pattern, folder) == expected


def brute_force(pattern: str, folder: str) -> bool:
    """Tell by trying every length for each `*`."""
    if not pattern:
        return not folder
    if pattern[0] == "*":
        lengths = range(len(folder) + 1)
        return any("/" not in folder[:length] and brute_force(pattern[1:], folder[length:]) for length in lengths)
    return (
        bool(folder)
        and pattern[0] in ("?" if folder[0] != "/" else "", folder[0])
        and brute_force(pattern[1:], folder[1:])
    )


@given(pattern=st.text("ab/*?", max_size=6), folder=st.text("ab/", max_size=6))
def test_a_pattern_matches_what_trying_everything_finds(pattern: str, folder: str) -> None:
    """Oracle: brute force."""
    assert matches(pattern, folder) == brute_force(pattern, folder)


def test_a_pattern_never_reads_as_a_regular_expression() -> None:
    assert re.fullmatch("dist/a+b", "dist/aab")
    assert not matches("dist/a+b", "dist/aab")


@pytest.mark.parametrize("argument", ["paths", "exclude"])
@pytest.mark.parametrize("pattern", ["/dist/*", "dist/", "dist//a", "dist/{{.a}}", "a b"])
def test_what_is_no_pattern_of_folders_is_refused(argument: str, pattern: str) -> None:
    arguments: dict[str, Any] = {argument: [pattern]}
    assert refusal(lambda: GitDirectories(repository=REPOSITORY, **arguments)) == (
        f"GitDirectories.{argument}[0]: {pattern!r} is not a pattern of folders. Allowed: a path from the repository's "
        "root in which '*' stands for any part of one name. Fix: write it like 'dist/*'."
    )


def test_what_is_no_repository_is_refused() -> None:
    value: Any = "https://git.example.com"
    assert refusal(lambda: GitDirectories(repository=value)) == (
        "GitDirectories.repository: 'https://git.example.com' is of type str. Allowed: GitRepository. Fix: write "
        "GitRepository(...)."
    )


@pytest.mark.parametrize("name", ["a-b", "1a", "", 5])
def test_what_a_template_could_not_name_is_refused(name: Any) -> None:
    assert refusal(lambda: Clusters(values={name: "a"})) == (
        f"Clusters.values: {name!r} is not the name of a parameter. Allowed: letters, digits and '_', with no digit "
        "first. Fix: write a name such as 'cluster'."
    )


def test_a_parameter_that_is_not_text_is_refused() -> None:
    value: Any = {"a": 1}
    expected = "1 is of type int. Allowed: str. Fix: write it as text, in quotes."
    assert refusal(lambda: ListElements([value])) == f"ListElements.elements[0]['a']: {expected}"
    assert refusal(lambda: GitDirectories(repository=REPOSITORY, values=value)) == (
        f"GitDirectories.values['a']: {expected}"
    )


@pytest.mark.parametrize("elements", [[], (), {"a": "b"}, "a"])
def test_what_is_no_list_of_elements_is_refused(elements: Any) -> None:
    assert refusal(lambda: ListElements(elements)) == (
        f"ListElements.elements: {elements!r} is not a list of elements. Allowed: one mapping of text to text or more, "
        "in a list. Fix: write [{'name': 'web'}] with what is meant."
    )


def test_an_element_that_is_no_mapping_is_refused() -> None:
    value: Any = "a"
    assert refusal(lambda: ListElements([value])) == (
        "ListElements.elements[0]: 'a' is of type str. Allowed: a mapping of text to text. Fix: write {'key': 'value'}."
    )


def test_a_list_has_at_most_1000_elements() -> None:
    elements = [{"cluster": f"edge-{number}"} for number in range(1001)]
    assert len(ListElements(elements[:1000]).elements) == 1000
    assert refusal(lambda: ListElements(elements)) == (
        "ListElements.elements: '1001 items' are too many. Allowed: at most 1000. Fix: split it into several objects."
    )


def test_elements_with_different_keys_are_refused() -> None:
    assert refusal(lambda: ListElements([{"b": "1", "a": "2"}, {"b": "3", "a": "4"}, {"c": "5", "a": "6"}])) == (
        "ListElements.elements[2]: ['a', 'c'] has other keys than the first element. Allowed: 'a', 'b'. Fix: give all "
        "elements the same keys: a template has no value for one that is missing."
    )


def test_a_selector_that_is_no_typed_value_is_refused() -> None:
    value: Any = {"tier": "edge"}
    assert refusal(lambda: Clusters(selector=value)) == (
        "Clusters.selector: {'tier': 'edge'} is of type dict. Allowed: LabelSelector. Fix: write LabelSelector(...)."
    )
