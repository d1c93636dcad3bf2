"""Reading the same paths at an earlier revision."""

import subprocess
from pathlib import Path

from preflight.finding import UnreadableError
from preflight.reading.revisions import read_at

import pytest

SERVICE = "apiVersion: v1\nkind: Service\nmetadata: {name: shop, namespace: web}\nspec: {ports: [{port: 80}]}\n"
IDENTITY = ["-c", "user.name=Test", "-c", "user.email=test@example.com", "-c", "commit.gpgsign=false"]


def git(folder: Path, *arguments: str) -> None:
    subprocess.run(["git", *IDENTITY, *arguments], cwd=folder, check=True, capture_output=True)


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A repository whose first commit has one Service, and whose working folder has another one."""
    root = tmp_path / "repository"
    (root / "dist" / "web").mkdir(parents=True)
    (root / "dist" / "web" / "shop.yaml").write_text(SERVICE, encoding="utf-8")
    git(root, "init", "--quiet")
    git(root, "add", ".")
    git(root, "commit", "--quiet", "--message", "First")
    (root / "dist" / "web" / "shop.yaml").write_text(SERVICE.replace("shop", "blog"), encoding="utf-8")
    (root / "new").mkdir()
    monkeypatch.chdir(root)
    return root


def names(revision: str, *paths: str) -> list[str]:
    reading = read_at(revision, paths)
    assert reading.findings == ()
    return [manifest.key.name for manifest in reading.manifests]


def test_files_and_folders_are_read_as_they_were(repository: Path) -> None:
    for path in ("dist", "dist/web/shop.yaml", ".", str(repository / "dist")):
        assert names("HEAD", path) == ["shop"]


def test_paths_are_those_of_the_working_folder(repository: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(repository / "dist")
    assert names("HEAD", "web", "../dist") == ["shop"]


def test_what_was_not_there_is_nothing(repository: Path) -> None:
    assert names("HEAD", "new") == []
    assert names("HEAD", "new", "dist") == ["shop"]


@pytest.mark.parametrize(
    ("revision", "path", "reason"),
    [
        ("nowhere", "dist", "There is no revision 'nowhere'."),
        ("--help", "dist", "There is no revision '--help'."),
        ("HEAD", "-", "Standard input has no earlier revision."),
        ("HEAD", "/", "'/' is not in the Git repository of the working folder."),
    ],
)
def test_what_cannot_be_read_says_so(repository: Path, revision: str, path: str, reason: str) -> None:
    with pytest.raises(UnreadableError) as refused:
        read_at(revision, [path])
    assert refused.value.finding.reason == reason


def test_outside_of_a_repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    with pytest.raises(UnreadableError) as refused:
        read_at("HEAD", ["dist"])
    assert refused.value.finding.reason == "The working folder is in no Git repository."


def test_without_git(repository: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    with pytest.raises(UnreadableError) as refused:
        read_at("HEAD", ["dist"])
    assert refused.value.finding.reason == "Git is not there to read a revision with."
