"""Reading what is at the same paths in an earlier revision, from Git."""

import shutil
import subprocess
import tarfile
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import IO

from preflight.finding import Finding, UnreadableError
from preflight.reading.files import STANDARD_INPUT, Reading, read
from preflight.values import shown


def read_at(revision: str, paths: Sequence[str]) -> Reading:
    """Read files and folders as they were at a revision.

    What was not there yet counts as nothing. Raises UnreadableError (GH002) where there is no Git, no such revision,
    or a path outside the repository.
    """
    top = Path(_git(Path(), "rev-parse", "--show-toplevel").decode().rstrip("\n"))
    commit = _git(top, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}", what=revision)
    name = commit.decode().strip()
    there = [path for path in (_relative(path, top) for path in paths) if _is_there(top, name, path)]
    with TemporaryDirectory() as folder:
        if there:
            _unpack(top, name, there, Path(folder))
        return read(Path(folder) / path for path in there)


def _relative(path: str, top: Path) -> str:
    if path == STANDARD_INPUT:
        raise _unreadable("Standard input has no earlier revision.", "Name files and folders.")
    try:
        return Path(path).resolve().relative_to(top.resolve()).as_posix()
    except (OSError, ValueError):
        problem = f"{shown(path)} is not in the Git repository of the working folder."
        raise _unreadable(problem, "Start in the repository of the files.") from None


def _is_there(top: Path, commit: str, path: str) -> bool:
    spec = f"{commit}:{'' if path == '.' else path}"
    done = subprocess.run([_program(), "-C", str(top), "cat-file", "-e", spec], capture_output=True, check=False)
    return done.returncode == 0


def _unpack(top: Path, commit: str, paths: Sequence[str], folder: Path) -> None:
    command = [_program(), "-C", str(top), "archive", "--format=tar", commit, "--", *paths]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL) as running:
        output: IO[bytes] | None = running.stdout
        try:
            with tarfile.open(fileobj=output, mode="r|") as archive:
                archive.extractall(folder, filter="data")
        except (tarfile.TarError, OSError) as error:
            problem = f"The files of the revision cannot be unpacked: {shown(str(error))}."
            raise _unreadable(problem, "Write a baseline instead, with --format json.") from None


def _git(folder: Path, *arguments: str, what: str | None = None) -> bytes:
    done = subprocess.run([_program(), *arguments], cwd=folder, capture_output=True, check=False)
    if done.returncode != 0:
        problem = f"There is no revision {shown(what)}." if what else "The working folder is in no Git repository."
        raise _unreadable(problem, "Name a commit, branch or tag." if what else "Start in a repository.")
    return done.stdout


def _program() -> str:
    found = shutil.which("git")
    if found is None:
        raise _unreadable("Git is not there to read a revision with.", "Install Git, or use --baseline.")
    return found


def _unreadable(problem: str, fix: str) -> UnreadableError:
    return UnreadableError(Finding(code="GH002", reason=problem, fix=fix))
