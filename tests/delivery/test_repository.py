"""GitRepository, GitFolder and HelmChart: what they say to Argo CD, and what they refuse."""

from typing import Any

from constructs_lib.delivery.repository import GitFolder, GitRepository, HelmChart
from tests.conftest import refusal

import pytest

URL = "https://git.example.com/platform.git"
NO_FOLDER = (
    "is not a folder inside the repository. Allowed: names of a-z, A-Z, 0-9, '.', '_' and '-' with '/' between them, "
    "from the repository's root. Fix: write it like 'dist' or 'platform/dist'."
)


@pytest.mark.parametrize(
    "url",
    [
        URL,
        "http://git.example.com:3000/team/platform",
        "ssh://git@git.example.com:2222/platform.git",
        "git@git.example.com:team/platform.git",
        "https://team@git.example.com/team/_git/platform",
    ],
)
def test_a_repository_takes_the_addresses_that_git_takes(url: str) -> None:
    assert GitRepository(url).url == url


def test_a_repository_is_at_its_default_branch_and_has_dist_at_its_root() -> None:
    repository = GitRepository(URL)
    assert (repository.target_revision, repository.path, repository.every_folder) == ("HEAD", "dist", "dist/*")


@pytest.mark.parametrize("revision", ["main", "v1.2.3", "feature/a", "{{.values.revision}}", "0" * 40])
def test_a_repository_takes_branches_tags_commits_and_placeholders(revision: str) -> None:
    assert GitRepository(URL, revision).target_revision == revision


@pytest.mark.parametrize("path", ["dist", "platform/dist", ".hidden/a_b", "..dist", "a.b/c-d"])
def test_a_repository_takes_folders_inside_it(path: str) -> None:
    assert GitRepository(URL, path=path).every_folder == f"{path}/*"


def test_a_folder_is_read_with_everything_below_it() -> None:
    assert GitFolder(GitRepository(URL, "main"), "dist/web").spec() == {
        "repoURL": URL,
        "targetRevision": "main",
        "path": "dist/web",
        "directory": {"recurse": True},
    }


def test_a_folder_can_have_placeholders() -> None:
    assert GitFolder(GitRepository(URL), "{{.path.path}}").spec()["path"] == "{{.path.path}}"


def test_a_helm_chart_has_its_own_values_unless_said() -> None:
    assert HelmChart("https://charts.example.com", "redis", "1.2.3").spec() == {
        "repoURL": "https://charts.example.com",
        "chart": "redis",
        "targetRevision": "1.2.3",
        "helm": None,
    }


def test_a_helm_chart_keeps_a_copy_of_its_values() -> None:
    values = {"replicas": 2}
    chart = HelmChart("oci.example.com/charts", "redis", "1.2.3", values=values)
    values["replicas"] = 3
    assert chart.spec()["helm"] == {"valuesObject": {"replicas": 2}}


@pytest.mark.parametrize("make", [GitRepository, lambda url: HelmChart(url, "a", "1")], ids=["git", "helm"])
def test_a_password_is_refused_and_not_repeated(make: Any) -> None:
    where = "GitRepository.url" if make is GitRepository else "HelmChart.repo_url"
    assert refusal(lambda: make("https://user:s3cret@git.example.com/platform.git")) == (
        f"{where}: 'https://user:...@git.example.com/platform.git' has a password in it, which would be committed. "
        "Allowed: an address without one. Fix: register the repository in Argo CD with its credentials, and write the "
        "address alone."
    )


@pytest.mark.parametrize("url", ["git.example.com/a", "https://git.example.com/*", "https://", "https://a b", "/a"])
def test_what_is_no_address_is_refused(url: str) -> None:
    assert refusal(lambda: GitRepository(url)) == (
        f"GitRepository.url: {url!r} is not an address. Allowed: an address such as "
        "'https://git.example.com/platform.git'. Fix: write it as Argo CD has it registered."
    )


def test_a_pattern_is_refused_as_the_address_of_a_helm_repository() -> None:
    assert refusal(lambda: HelmChart("https://*.example.com", "redis", "1")) == (
        "HelmChart.repo_url: 'https://*.example.com' is not an address. Allowed: the address of a chart repository. "
        "Fix: write it as Argo CD has it registered."
    )


def test_an_address_that_is_not_text_is_refused() -> None:
    value: Any = 5
    expected = "5 is of type int. Allowed: str. Fix: write it as text, in quotes."
    assert refusal(lambda: GitRepository(value)) == f"GitRepository.url: {expected}"


@pytest.mark.parametrize("where", ["GitRepository.target_revision", "HelmChart.version"])
def test_a_revision_with_spaces_is_refused(where: str) -> None:
    git = where.startswith("Git")
    refused = refusal(lambda: GitRepository(URL, "a b") if git else HelmChart(URL, "redis", "a b"))
    assert refused == (
        f"{where}: 'a b' is not a revision. Allowed: a branch, a tag, a commit or a version, such as 'main'. Fix: "
        "write one without spaces."
    )


@pytest.mark.parametrize("path", ["/dist", "../dist", "dist/../a", "./dist", "dist/", "a//b", "a b", "."])
def test_what_is_no_folder_inside_the_repository_is_refused(path: str) -> None:
    assert refusal(lambda: GitRepository(URL, path=path)) == f"GitRepository.path: {path!r} {NO_FOLDER}"
    assert refusal(lambda: GitFolder(GitRepository(URL), path)) == f"GitFolder.path: {path!r} {NO_FOLDER}"


def test_a_folder_of_what_is_no_repository_is_refused() -> None:
    value: Any = URL
    assert refusal(lambda: GitFolder(value, "dist")) == (
        f"GitFolder.repository: {URL!r} is of type str. Allowed: GitRepository. Fix: write GitRepository(...)."
    )


def test_values_that_are_no_mapping_are_refused() -> None:
    value: Any = ["a"]
    assert refusal(lambda: HelmChart(URL, "redis", "1", values=value)) == (
        "HelmChart.values: ['a'] is of type list. Allowed: a mapping of text to text. Fix: write {'key': 'value'}."
    )


def test_values_that_would_be_lost_on_the_way_are_refused() -> None:
    values = {"a": [{"b": None}]}
    assert refusal(lambda: HelmChart("https://charts.example.com", "web", "1.0.0", values=values)).startswith(
        "HelmChart.values['a'][0]['b']: None is not written to the manifest as it is. Allowed: text, True and False, "
    )


def test_values_are_kept_as_they_are() -> None:
    values = {"a": [1, 2.5, True, {"b": ("c", [])}], "d": {}}
    chart = HelmChart("https://charts.example.com", "web", "1.0.0", values=values)
    assert chart.values == {"a": [1, 2.5, True, {"b": ["c", []]}], "d": {}}
