"""From staged manifests to dist/: the old folder or the new one, whatever happens in between.

The new dist/ is built beside the old one and the two folders change places in one step of the kernel. Decision and
alternatives: docs/decisions/0002-publishing.md.
"""

import errno
import fcntl
import os
import shutil
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

AT_FDCWD = -100
RENAME_EXCHANGE = 2
UNSUPPORTED = (errno.ENOSYS, errno.EINVAL, errno.EXDEV, errno.ENOTSUP, errno.EBUSY)


@dataclass(frozen=True)
class Change:
    """What happened to one file of dist/: `added`, `changed` or `removed`."""

    path: Path
    what: str

    def __str__(self) -> str:
        return f"{self.path.as_posix()}: {self.what}"


@contextmanager
def exclusive(work: Path) -> Iterator[None]:
    """Hold the lock of a work folder; a second synth of the same project waits until the first is done."""
    work.mkdir(parents=True, exist_ok=True)
    with (work / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def publish(staging: Path, dist: Path, work: Path) -> list[Change]:
    """Make `dist` hold exactly the files of `staging`, and return what changed, in the order of the names.

    Files that are the same keep their modification time; if all are, nothing is touched. `work` is a folder on the file
    system of `dist`, the same every time: what an interrupted call left there is put in order first. The caller holds
    its lock. Raises OSError if anything cannot be read or written: `dist` is then as it was or, where it happens while
    the old folder is cleared away, as it shall be.
    """
    following, previous = work / "next", work / "previous"
    _recover(dist, previous, following)
    changes = _compare(staging, dist)
    if not changes:
        return []
    _build(staging, dist, following, {change.path for change in changes})
    if dist.exists():
        _exchange(following, dist, previous)
    else:
        following.rename(dist)
    _sync_folder(dist.parent)
    remove_folder(following)
    remove_folder(previous)
    return changes


def _recover(dist: Path, previous: Path, following: Path) -> None:
    """Put in order what an interrupted call left: it may have moved dist/ aside, or have half built the next one."""
    if dist.is_symlink() or (dist.exists() and not dist.is_dir()):
        raise NotADirectoryError(
            errno.ENOTDIR, "is not a folder of its own, so it cannot be published to; make it a plain folder", str(dist)
        )
    if previous.exists() and not dist.exists():
        previous.rename(dist)
    remove_folder(previous)
    remove_folder(following)


def _files(folder: Path) -> set[Path]:
    """Return everything below a folder that is not a folder, relative to it; raises OSError if it cannot be read."""
    found = set()
    for place, folders, names in os.walk(folder, onerror=_raise):
        links = [name for name in folders if Path(place, name).is_symlink()]
        found |= {Path(place, name).relative_to(folder) for name in names + links}
    return found


def _raise(error: OSError) -> None:
    """Let a folder that cannot be read stop a walk, which passes over it otherwise."""
    raise error


def _compare(staging: Path, dist: Path) -> list[Change]:
    """Return what publishing would change."""
    staged, published = _files(staging), _files(dist) if dist.exists() else set()
    changes = [Change(path, "added") for path in staged - published]
    changes += [Change(path, "removed") for path in published - staged]
    changes += [Change(path, "changed") for path in staged & published if not _same(staging / path, dist / path)]
    return sorted(changes, key=lambda change: change.path.as_posix())


def _same(staged: Path, published: Path) -> bool:
    """Tell whether a published file is a plain file with these bytes."""
    return not published.is_symlink() and published.is_file() and staged.read_bytes() == published.read_bytes()


def _build(staging: Path, dist: Path, following: Path, changed: set[Path]) -> None:
    """Build the next dist/: changed files from staging, the others from dist/ with their modification time."""
    following.mkdir(parents=True)
    if dist.exists():
        shutil.copymode(dist, following)
    for path in sorted(_files(staging)):
        target = following / path
        target.parent.mkdir(parents=True, exist_ok=True)
        if path in changed:
            shutil.copyfile(staging / path, target)
        else:
            shutil.copy2(dist / path, target)
        with target.open("rb") as file:
            os.fsync(file.fileno())
    for folder in [following, *(path for path in following.rglob("*") if path.is_dir())]:
        _sync_folder(folder)


def _exchange(following: Path, dist: Path, previous: Path) -> None:
    """Let the two folders change places at once; where the system cannot, by way of `previous`.

    Without the exchange there is a moment with no dist/ at all, never one with a mixture; the next call restores it.
    """
    try:
        _rename_exchange(following, dist)
    except OSError as error:
        if error.errno not in UNSUPPORTED:
            raise
        try:
            dist.rename(previous)
            following.rename(dist)
        except BaseException as failure:
            if not dist.exists():
                previous.rename(dist)
            failure.add_note(
                f"{dist} and {following.parent} must be plain folders of one file system, neither a mount point nor a "
                "folder of a container image's layer: a fresh clone is"
            )
            raise


def _rename_exchange(one: Path, other: Path) -> None:
    """Exchange two paths with Linux' renameat2; raises OSError, with ENOSYS where there is no such call."""
    import ctypes  # only where something is published: it costs start-up time

    libc = ctypes.CDLL(None, use_errno=True)
    if not hasattr(libc, "renameat2"):
        raise OSError(errno.ENOSYS, os.strerror(errno.ENOSYS))
    if libc.renameat2(AT_FDCWD, os.fsencode(one), AT_FDCWD, os.fsencode(other), RENAME_EXCHANGE) != 0:
        number = ctypes.get_errno()
        raise OSError(number, os.strerror(number), str(one), None, str(other))


def _sync_folder(folder: Path) -> None:
    """Bring a folder's entries to the disk."""
    descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def remove_folder(folder: Path) -> None:
    """Remove a folder if it is there."""
    if folder.exists():
        shutil.rmtree(folder)


def report(dist: Path, changes: Sequence[Change]) -> None:
    """Say on standard error, which `cdk8s synth` passes on, what changed: a line for each file."""
    for change in changes:
        print(f"{dist.name}/{change}", file=sys.stderr)
