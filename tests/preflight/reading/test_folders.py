"""Folders: which files are below one, whatever links there are."""

import os
from pathlib import Path

from preflight.finding import UnreadableError
from preflight.reading import folders
from preflight.reading.files import read
from preflight.reading.folders import files_below

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Paths are shown as they are given, so they are relative here."""
    monkeypatch.chdir(tmp_path)


def write(*paths: str) -> None:
    for path in paths:
        Path(path).parent.mkdir(parents=True, exist_ok=True)
        Path(path).write_text("", encoding="utf-8")


def below(folder: str) -> list[str]:
    """Return the files of a folder, and the reason for what is none."""
    return [
        f"{item.finding.source}: {item.finding.reason}" if isinstance(item, UnreadableError) else item
        for item in files_below(folder)
    ]


def test_files_are_sorted_by_their_paths() -> None:
    write("f/b.yaml", "f/a/z.yml", "f/a.json", "f/a-b/c.yaml", "f/A.yaml")
    assert below("f") == ["f/A.yaml", "f/a-b/c.yaml", "f/a.json", "f/a/z.yml", "f/b.yaml"]


def test_other_files_and_hidden_folders_are_left_out() -> None:
    write("f/a.txt", "f/yaml", "f/a.yaml~", "f/a.YAML", "f/.git/a.yaml", "f/x/.cache/a.yaml", "f/.hidden.yaml")
    assert below("f") == ["f/.hidden.yaml"]


def test_a_hidden_folder_that_is_named_is_read() -> None:
    write(".f/a.yaml")
    assert below(".f") == [".f/a.yaml"]


def test_a_link_to_a_folder_is_followed_once() -> None:
    write("other/a.yaml", "f/real/b.yaml")
    Path("f/link").symlink_to("../other")
    Path("f/again").symlink_to("../other")
    Path("f/also").symlink_to("real")
    assert below("f") == ["f/again/a.yaml", "f/real/b.yaml"]


def test_a_link_that_leads_back_is_told() -> None:
    write("f/a/b.yaml")
    Path("f/a/loop").symlink_to("..")
    Path("f/a/here").symlink_to(".")
    back = "The link leads back to a folder that it is in."
    assert below("f") == ["f/a/b.yaml", f"f/a/here:1:1: {back}", f"f/a/loop:1:1: {back}"]
    assert [finding.fix for finding in read(["f"]).findings] == ["Remove the link.", "Remove the link."]


def test_links_that_lead_to_each_other_end() -> None:
    write("f/a/x.yaml", "f/b/y.yaml")
    Path("f/a/to_b").symlink_to("../b")
    Path("f/b/to_a").symlink_to("../a")
    assert below("f") == ["f/a/x.yaml", "f/b/y.yaml"]


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=50)
@given(links=st.lists(st.tuples(st.sampled_from("abc"), st.sampled_from("abc")), max_size=6), data=st.data())
def test_each_file_is_found_once(
    tmp_path_factory: pytest.TempPathFactory, links: list[tuple[str, str]], data: st.DataObject
) -> None:
    """Oracle: the files that were written."""
    root = tmp_path_factory.mktemp("links")
    for name in "abc":
        (root / name).mkdir()
        (root / name / f"{name}.yaml").touch()
    for number, (place, target) in enumerate(links):
        (root / place / f"link{number}").symlink_to(f"../{target}")
    found = [item for item in files_below(str(root)) if isinstance(item, str)]
    assert sorted(os.path.basename(file) for file in found) == ["a.yaml", "b.yaml", "c.yaml"]  # noqa: PTH119


def test_a_folder_without_manifests_is_told() -> None:
    write("f/README.md")
    (finding,) = read(["f"]).findings
    assert (finding.code, str(finding.source)) == ("GH002", "f:1:1")
    assert finding.reason == "There is no .json, .yaml or .yml file in the folder."
    assert finding.fix == "Name a folder of manifests."


def test_a_folder_that_cannot_be_listed_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    write("f/a.yaml", "f/b/c.yaml")
    listed = os.scandir

    def refuse(path: str) -> object:
        if path == "f/b":
            raise PermissionError(13, "Permission denied")
        return listed(path)

    monkeypatch.setattr(os, "scandir", refuse)
    assert below("f") == ["f/a.yaml", "f/b:1:1: This user may not read it."]


def test_a_folder_has_a_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    write("f/a.yaml", "f/b/c.yaml", "f/b/d.yaml")
    monkeypatch.setattr(folders, "MAX_ENTRIES", 3)
    assert below("f") == ["f:1:1: There are more than 3 files and folders below it.", "f/a.yaml"]


def test_a_folder_named_like_a_file_is_a_folder() -> None:
    write("f/a.yaml/b.yaml")
    assert below("f") == ["f/a.yaml/b.yaml"]
