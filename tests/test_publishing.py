"""From staging to dist/: what changes, what stays untouched, what is refused, and what a fault leaves."""

import errno
import fcntl
import json
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

from constructs_lib import publishing
from constructs_lib.publishing import Change, exclusive, publish, report
from tests import publishing_faults
from tests.projects import ROOT, environment, files_of_at_most, times, tree, umask, write_tree

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

Tree = dict[str, bytes]


class Folders:
    """A staging folder, the dist/ published from it, and the folder between them."""

    def __init__(self, root: Path) -> None:
        self.root, self.staging, self.dist, self.work = root, root / "staging", root / "dist", root / "work"

    def stage(self, files: Tree) -> None:
        if self.staging.exists():
            self.staging.rename(self.root / f"staged before {len(list(self.root.iterdir()))}")
        write_tree(self.staging, files)

    def publish(self, files: Tree | None = None) -> list[str]:
        """Stage these files, publish them, and return what is said of each."""
        if files is not None:
            self.stage(files)
        return [str(change) for change in publish(self.staging, self.dist, self.work)]


@pytest.fixture
def folders(tmp_path: Path) -> Folders:
    return Folders(tmp_path)


# what changes


def test_the_first_publish_makes_dist(folders: Folders) -> None:
    assert folders.publish({"b.yaml": b"b\n", "a.yaml": b"a\n"}) == ["a.yaml: added", "b.yaml: added"]
    assert tree(folders.dist) == {"a.yaml": b"a\n", "b.yaml": b"b\n"}


def test_changes_are_told_in_the_order_of_their_names(folders: Folders) -> None:
    folders.publish({"d.yaml": b"1\n", "b/x.yaml": b"1\n", "same.yaml": b"1\n", "a.yaml": b"1\n"})
    changes = folders.publish({"d.yaml": b"2\n", "same.yaml": b"1\n", "a.yaml": b"2\n", "c.yaml": b"1\n"})
    assert changes == ["a.yaml: changed", "b/x.yaml: removed", "c.yaml: added", "d.yaml: changed"]


def test_a_second_publish_touches_nothing(folders: Folders) -> None:
    folders.publish({"a.yaml": b"a\n", "deep/er/b.yaml": b"b\n"})
    before = times(folders.dist), folders.dist.stat().st_ino, times(folders.dist.parent)[str(folders.dist.parent)]
    assert folders.publish() == []
    after = times(folders.dist), folders.dist.stat().st_ino, times(folders.dist.parent)[str(folders.dist.parent)]
    assert after == before


def test_unchanged_files_keep_their_time_when_another_changes(folders: Folders) -> None:
    folders.publish({"same.yaml": b"same\n", "deep/same.yaml": b"same\n", "other.yaml": b"1\n"})
    os.utime(folders.dist / "other.yaml", ns=(1, 1))
    before = times(folders.dist)
    assert folders.publish({"same.yaml": b"same\n", "deep/same.yaml": b"same\n", "other.yaml": b"2\n"}) == [
        "other.yaml: changed"
    ]
    after = times(folders.dist)
    for name in ("same.yaml", "deep/same.yaml"):
        assert after[str(folders.dist / name)] == before[str(folders.dist / name)]
    assert after[str(folders.dist / "other.yaml")] != before[str(folders.dist / "other.yaml")]


def test_stale_files_and_the_folders_they_leave_empty_go(folders: Folders) -> None:
    folders.publish({"a.yaml": b"a\n", "stale/er/b.yaml": b"b\n", "stale.yaml": b"c\n"})
    assert folders.publish({"a.yaml": b"a\n"}) == ["stale.yaml: removed", "stale/er/b.yaml: removed"]
    assert [path.name for path in folders.dist.rglob("*")] == ["a.yaml"]


def test_an_empty_folder_goes_with_the_next_change(folders: Folders) -> None:
    folders.publish({"a.yaml": b"1\n"})
    (folders.dist / "empty" / "folder").mkdir(parents=True)
    assert folders.publish({"a.yaml": b"2\n"}) == ["a.yaml: changed"]
    assert [path.name for path in folders.dist.rglob("*")] == ["a.yaml"]


names = st.sampled_from(["a", "a/x", "a/y", "b", "b/x/y", "c.yaml", "ä ö.yaml"])
trees = st.dictionaries(names, st.sampled_from([b"", b"1\n", b"2\n"])).map(
    lambda files: {
        name: text for name, text in files.items() if not any(other.startswith(f"{name}/") for other in files)
    }
)


@settings(max_examples=50, deadline=None)
@given(old=trees, new=trees)
def test_any_tree_after_any_other_is_published_whole_and_told_by_the_definition(
    old: Tree, new: Tree, tmp_path_factory: pytest.TempPathFactory
) -> None:
    folders = Folders(tmp_path_factory.mktemp("trees"))
    folders.publish(old)
    told = folders.publish(new)
    added = [f"{name}: added" for name in new if name not in old]
    removed = [f"{name}: removed" for name in old if name not in new]
    changed = [f"{name}: changed" for name in new if name in old and new[name] != old[name]]
    assert sorted(told) == sorted(added + removed + changed)
    assert (tree(folders.dist) if folders.dist.exists() else {}) == new


# what is not a plain file or folder


@pytest.mark.parametrize("kind", ["link to a folder", "dangling link", "file"])
def test_a_dist_that_is_no_folder_of_its_own_is_refused(folders: Folders, kind: str) -> None:
    if kind == "link to a folder":
        (folders.root / "elsewhere").mkdir()
    if kind == "file":
        folders.dist.write_text("mine")
    else:
        folders.dist.symlink_to(folders.root / "elsewhere")
    expected = "is not a folder of its own, so it cannot be published to; make it a plain folder"
    with pytest.raises(NotADirectoryError, match=f"^{re.escape(f'[Errno 20] {expected}: {str(folders.dist)!r}')}$"):
        folders.publish({"a.yaml": b"a\n"})
    assert folders.dist.read_text() == "mine" if kind == "file" else folders.dist.is_symlink()
    assert [path.name for path in folders.root.glob("elsewhere/*")] == []


@pytest.mark.parametrize("odd", ["link with the same bytes", "dangling link", "link to a folder", "pipe", "folder"])
def test_an_odd_entry_inside_dist_becomes_the_plain_file(folders: Folders, odd: str) -> None:
    outside = folders.root / "outside"
    write_tree(outside, {"a.yaml": b"a\n"})
    folders.dist.mkdir()
    entry = folders.dist / "a.yaml"
    targets = {
        "link with the same bytes": outside / "a.yaml",
        "dangling link": outside / "no",
        "link to a folder": outside,
    }
    if odd in targets:
        entry.symlink_to(targets[odd])
    elif odd == "pipe":
        os.mkfifo(entry)
    else:
        entry.mkdir()
    assert folders.publish({"a.yaml": b"a\n"}) == [f"a.yaml: {'added' if odd == 'folder' else 'changed'}"]
    assert entry.is_file()
    assert not entry.is_symlink()
    assert (tree(folders.dist), tree(outside)) == ({"a.yaml": b"a\n"}, {"a.yaml": b"a\n"})


def test_a_link_to_a_folder_inside_dist_goes_and_its_target_stays(folders: Folders) -> None:
    write_tree(folders.root / "outside", {"b.yaml": b"mine\n"})
    folders.publish({"a.yaml": b"a\n"})
    (folders.dist / "linked").symlink_to(folders.root / "outside")
    assert folders.publish() == ["linked: removed"]
    assert [path.name for path in folders.dist.iterdir()] == ["a.yaml"]
    assert tree(folders.root / "outside") == {"b.yaml": b"mine\n"}


@pytest.mark.parametrize("folder", [".", "deep"])
def test_a_staging_folder_that_cannot_be_read_does_not_empty_dist(folders: Folders, folder: str) -> None:
    folders.publish({"a.yaml": b"a\n", "deep/b.yaml": b"b\n"})
    if folder == ".":
        folders.staging.rename(folders.root / "away")
    else:
        (folders.staging / folder).chmod(0)
        if os.access(folders.staging / folder, os.R_OK):
            pytest.skip("needs a user who cannot read every folder")
    with pytest.raises((FileNotFoundError, PermissionError)):
        folders.publish()
    assert tree(folders.dist) == {"a.yaml": b"a\n", "deep/b.yaml": b"b\n"}


def test_the_umask_changes_neither_bytes_nor_what_is_the_same(folders: Folders) -> None:
    files = {"a.yaml": b"a\n", "deep/b.yaml": b"b\n"}
    with umask(0o077):
        folders.publish(files)
        assert tree(folders.dist) == files
    with umask(0o000):
        assert folders.publish(files) == []


def test_dist_keeps_its_own_mode(folders: Folders) -> None:
    folders.publish({"a.yaml": b"1\n"})
    folders.dist.chmod(0o2750)
    folders.publish({"a.yaml": b"2\n"})
    assert folders.dist.stat().st_mode & 0o7777 == 0o2750


# what is said


def test_report_prints_a_line_for_each_change_on_standard_error(capsys: pytest.CaptureFixture[str]) -> None:
    report(Path("/project/dist"), [Change(Path("a.yaml"), "added"), Change(Path("deep/b.yaml"), "removed")])
    assert capsys.readouterr() == ("", "dist/a.yaml: added\ndist/deep/b.yaml: removed\n")


def test_report_says_nothing_when_nothing_changed(capsys: pytest.CaptureFixture[str]) -> None:
    report(Path("/project/dist"), [])
    assert capsys.readouterr() == ("", "")


# faults


def test_the_lock_keeps_a_second_synth_out_until_the_first_is_done(tmp_path: Path) -> None:
    with exclusive(tmp_path / "work"), (tmp_path / "work" / "lock").open() as lock, pytest.raises(BlockingIOError):
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    with (tmp_path / "work" / "lock").open() as lock:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)


def test_a_file_that_cannot_be_written_leaves_dist_as_it_was(folders: Folders) -> None:
    folders.publish({"a.yaml": b"a\n", "b.yaml": b"b\n"})
    before = times(folders.dist)
    folders.stage({"a.yaml": b"changed\n", "b.yaml": b"b" * 5000})
    with files_of_at_most(1000), pytest.raises(OSError, match="File too large") as caught:
        folders.publish()
    assert caught.value.errno == errno.EFBIG
    assert (tree(folders.dist), times(folders.dist)) == ({"a.yaml": b"a\n", "b.yaml": b"b\n"}, before)
    assert folders.publish() == ["a.yaml: changed", "b.yaml: changed"]
    assert list(folders.work.iterdir()) == []


def test_all_is_on_the_disk_before_the_folders_change_places(folders: Folders, monkeypatch: pytest.MonkeyPatch) -> None:
    folders.publish({"a.yaml": b"1\n", "deep/b.yaml": b"1\n"})
    synced: list[str] = []
    exchange, fsync = publishing._rename_exchange, os.fsync

    def note_fsync(descriptor: int) -> None:
        synced.append(str(Path(f"/proc/self/fd/{descriptor}").readlink().relative_to(folders.root)))
        fsync(descriptor)

    def note_exchange(one: Path, other: Path) -> None:
        synced.append("exchange")
        exchange(one, other)

    monkeypatch.setattr(os, "fsync", note_fsync)
    monkeypatch.setattr(publishing, "_rename_exchange", note_exchange)
    folders.publish({"a.yaml": b"1\n", "deep/b.yaml": b"2\n"})
    before = {"work/next", "work/next/a.yaml", "work/next/deep", "work/next/deep/b.yaml"}
    assert set(synced[: synced.index("exchange")]) >= before
    assert synced[synced.index("exchange") + 1 :] == ["."]


@pytest.fixture(scope="module")
def judged(tmp_path_factory: pytest.TempPathFactory) -> dict[str, dict[str, dict[str, Any]]]:
    folder = tmp_path_factory.mktemp("faults")
    command = [sys.executable, "-m", publishing_faults.__name__, str(folder / "project")]
    done = subprocess.run(
        command, cwd=ROOT, env=environment(), capture_output=True, text=True, check=False, timeout=300
    )
    assert (done.returncode, done.stderr) == (0, "")
    loaded: dict[str, dict[str, dict[str, Any]]] = json.loads(done.stdout)
    return loaded


@pytest.mark.parametrize(
    ("scenario", "fault"),
    [(scenario, fault) for scenario in publishing_faults.SCENARIOS for fault in publishing_faults.FAULTS],
)
def test_a_fault_at_any_line_leaves_the_old_dist_or_the_new_one(
    judged: dict[str, dict[str, dict[str, Any]]], scenario: str, fault: str
) -> None:
    result = judged[scenario][fault]
    assert result["problems"] == []
    assert result["lines"] > 100
    assert {"absent", "old", "new"} >= set(result["left"]) > {"new"}
