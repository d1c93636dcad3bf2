"""Folders: the files below them, each folder once, whatever links there are."""

import os
from collections.abc import Iterator
from typing import NamedTuple

from preflight.finding import UnreadableError
from preflight.reading.unreadable import unreadable_error, unreadable_path

SUFFIXES = (".json", ".yaml", ".yml")
"""Files of a folder that are read, as kubectl does; a file that is named is read whatever its name."""
MAX_ENTRIES = 200_000
"""What one folder may have below it, before it is taken for a mistake such as '/'."""


class Identity(NamedTuple):
    """Which file or folder it is, by whichever of its names."""

    device: int
    inode: int


def identity(status: os.stat_result) -> Identity:
    """Return which file or folder it is."""
    return Identity(status.st_dev, status.st_ino)


class _Folder(NamedTuple):
    relative: str
    around: frozenset[Identity]
    """The folders that it is in."""


def files_below(folder: str) -> list[str | UnreadableError]:
    """Return the files of a folder and of those in it, in the order of their paths, without hidden folders.

    A link to a folder is followed, but no folder is entered twice. What cannot be listed is an error in its place, and
    so is a link that leads back to a folder that it is in.
    """
    found = dict(_files(folder))
    return [found[relative] or os.path.join(folder, relative) for relative in sorted(found)]  # noqa: PTH118  # as given


def _files(folder: str) -> Iterator[tuple[str, UnreadableError | None]]:
    """Return each file, relative to the folder, and what cannot be listed with the reason."""
    folders, links = [_Folder("", frozenset())], list[_Folder]()
    entered: set[Identity] = set()
    count = 0
    while folders or links:
        here = folders.pop() if folders else links.pop()
        path = os.path.join(folder, here.relative) if here.relative else folder  # noqa: PTH118  # as given
        try:
            this = identity(os.stat(path))  # noqa: PTH116  # the path as it was given
            if this in here.around:
                yield (
                    here.relative,
                    unreadable_path(path, "The link leads back to a folder that it is in.", "Remove the link."),
                )
            if this in entered:
                continue
            entered.add(this)
            entries = sorted(os.scandir(path), key=lambda entry: entry.name, reverse=True)
            count += len(entries)
            if count > MAX_ENTRIES:
                problem = f"There are more than {MAX_ENTRIES:,} files and folders below it."
                yield "", unreadable_path(folder, problem, "Name the folders that hold the manifests.")
                return
            for entry in entries:
                relative = f"{here.relative}/{entry.name}".lstrip("/")
                if not _is_folder(entry):
                    if entry.name.endswith(SUFFIXES):
                        yield relative, None
                elif not entry.name.startswith("."):
                    (links if entry.is_symlink() else folders).append(_Folder(relative, here.around | {this}))
        except OSError as error:
            yield here.relative, unreadable_error(path, error)


def _is_folder(entry: os.DirEntry[str]) -> bool:
    """Whether it is a folder or a link to one; what cannot be told is read as a file, which then says why not."""
    try:
        return entry.is_dir()
    except OSError:
        return False
