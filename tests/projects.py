"""Copies of this project to run commands in, and what such a run needs."""

import os
import resource
import shutil
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent

TOOLS = """
    awk basename bash cat chmod cp cut date dirname env expand find git grep head id install ln ls make mkdir mktemp mv
    readlink realpath rm rmdir sed sh sleep sort stat tail tee touch tr true uname uniq wc which xargs
"""
"""What Makefile, git and npm need besides Python."""

INHERITED = ("CDK8S_", "GIT_", "JSII_", "MAKE", "MFLAGS", "PYTEST_", "PYTHON", "VIRTUAL_ENV")
"""Variables that a test run brings along and a user's shell does not have."""


def project_files() -> list[Path]:
    """Return the files of the project, relative to it: what git tracks, and what it would add."""
    command = ["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z"]
    listed = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    return [Path(name) for name in sorted(listed.stdout.split("\0")) if name and (ROOT / name).is_file()]


def copy_project(target: Path) -> Path:
    """Copy the project to a new folder, without what set-up installs."""
    for path in project_files():
        (target / path).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy2(ROOT / path, target / path)
    return target


def copy_ready_project(target: Path) -> Path:
    """Copy the project to a new folder, with the installed packages of this one and its compiled imports."""
    copy_project(target)
    for name in (".venv", "node_modules"):
        (target / name).symlink_to(ROOT / name)
    for compiled in (ROOT / "imports").rglob("__pycache__"):
        shutil.copytree(compiled, target / compiled.relative_to(ROOT))
    return target


def restore(project: Path, *names: str) -> None:
    """Give a copy these files and folders as the project has them, and nothing else in their place."""
    for name in names:
        if (project / name).is_dir():
            shutil.rmtree(project / name)
        for path in project_files():
            if path == Path(name) or Path(name) in path.parents:
                (project / path).parent.mkdir(parents=True, exist_ok=True)
                shutil.copy2(ROOT / path, project / path)


def tools_without_node(folder: Path) -> Path:
    """Make a folder of links to the system's tools and to a Python, but to no Node: a PATH."""
    folder.mkdir()
    python = Path(sys.base_prefix, "bin", f"python{sys.version_info.major}.{sys.version_info.minor}")
    found = {name: shutil.which(name) for name in TOOLS.split()} | {"python3": python}
    for name, tool in found.items():
        if tool:
            (folder / name).symlink_to(tool)
    return folder


def environment(**changes: str) -> dict[str, str]:
    """Return the variables of a user's shell, with these changes."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(INHERITED)}
    return kept | {"CDK8S_CHECK_UPGRADE": "false"} | changes


def synth_command(project: Path, *arguments: str) -> list[str]:
    """Return the command `cdk8s synth` of a copy."""
    return [str(project / ".venv/bin/node"), "node_modules/cdk8s-cli/bin/cdk8s", "synth", *arguments]


def run(command: Sequence[str | Path], folder: Path, **changes: str) -> subprocess.CompletedProcess[str]:
    """Run a command in a folder, as a user would, with these variables besides."""
    return subprocess.run(
        command, cwd=folder, env=environment(**changes), capture_output=True, text=True, check=False, timeout=120
    )


def tree(folder: Path) -> dict[str, bytes]:
    """Return the files below a folder: their bytes by their names."""
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def write_tree(folder: Path, files: dict[str, bytes]) -> None:
    """Write files below a new folder."""
    folder.mkdir(parents=True)
    for name, content in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(content)


def times(folder: Path) -> dict[str, int]:
    """Return when a folder and everything below it was modified."""
    return {str(path): path.lstat().st_mtime_ns for path in [folder, *folder.rglob("*")]}


@contextmanager
def umask(mask: int) -> Iterator[None]:
    """Run with this umask."""
    before = os.umask(mask)
    try:
        yield
    finally:
        os.umask(before)


@contextmanager
def files_of_at_most(size: int) -> Iterator[None]:
    """Let writes fail as on a full disk; Python ignores the signal that goes with it."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
