"""Archives of jsii: the same bytes everywhere."""

import gzip
import io
import tarfile
from pathlib import Path
from typing import Any

from tools.archives import normalise_archive, stored_gzip
from tools.imports import IMPORTS

import pytest


@pytest.mark.parametrize("size", [0, 1, 65535, 65536, 65537, 200000])
def test_stored_bytes_come_out_of_gzip_as_they_went_in(size: int) -> None:
    """Oracle: gzip."""
    data = bytes(number % 251 for number in range(size))
    assert gzip.decompress(stored_gzip(data)) == data
    assert stored_gzip(data) == stored_gzip(data)


def archive(names: list[str], **attributes: Any) -> bytes:
    """Return a compressed archive with these files, and these facts of whoever made it."""
    data = io.BytesIO()
    with tarfile.open(fileobj=data, mode="w:gz") as new:
        for name in names:
            member = tarfile.TarInfo(name)
            member.size = len(name)
            for attribute, value in attributes.items():
                setattr(member, attribute, value)
            new.addfile(member, io.BytesIO(name.encode()))
    return data.getvalue()


def test_an_archive_depends_on_its_files_only(tmp_path: Path) -> None:
    one, other = tmp_path / "one.tgz", tmp_path / "other.tgz"
    one.write_bytes(archive(["package/b", "package/a"], mtime=1, uid=1, uname="me", mode=0o600))
    other.write_bytes(archive(["package/a", "package/b"], mtime=2, uid=2, uname="you", mode=0o755))
    normalise_archive(one)
    normalise_archive(other)
    once = one.read_bytes()
    normalise_archive(one)
    assert one.read_bytes() == once == other.read_bytes()
    with tarfile.open(one) as files:
        members = files.getmembers()
        contents = [extracted.read() for member in members if (extracted := files.extractfile(member))]
    assert [(member.name, member.mtime, member.uid, member.uname) for member in members] == [
        ("package/a", 0, 0, ""),
        ("package/b", 0, 0, ""),
    ]
    assert contents == [b"package/a", b"package/b"]


@pytest.mark.parametrize("committed", sorted(IMPORTS.rglob("*.tgz")), ids=lambda path: path.name)
def test_the_committed_archives_are_normalised(committed: Path, tmp_path: Path) -> None:
    copy = tmp_path / committed.name
    copy.write_bytes(committed.read_bytes())
    normalise_archive(copy)
    assert copy.read_bytes() == committed.read_bytes()
