"""Publish with a fault at each executed line of constructs_lib/publishing.py, and judge what is left; prints JSON.

test_publishing.py runs it as `python -m tests.publishing_faults FOLDER`, in a process of its own: each fault strikes a
forked child, and a process that forks must not have threads.
"""

import errno
import importlib.util
import json
import os
import shutil
import signal
import sys
import traceback
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from types import FrameType, ModuleType
from typing import Any

from tests.projects import ROOT, tree, write_tree

SOURCE = ROOT / "constructs_lib" / "publishing.py"
Tree = dict[str, bytes]

OLD: Tree = {"same.yaml": b"same\n", "other.yaml": b"old\n", "stale/gone.yaml": b"gone\n"}
NEW: Tree = {"same.yaml": b"same\n", "other.yaml": b"new\n", "deep/added.yaml": b"added\n"}
PART: Tree = {"same.yaml": b"same\n", "other.yaml": b"ne"}

NOT_REACHED, RAISED, OTHER_ERROR, SWALLOWED = 0, 1, 2, 3
"""How a child ends, if not by the signal."""


@dataclass(frozen=True)
class Scenario:
    """What is there when publish starts, and whether the system can exchange two folders."""

    dist: Tree | None
    previous: Tree | None = None
    following: Tree | None = None
    exchange: bool = True


SCENARIOS = {
    "exchange": Scenario(dist=OLD),
    "exchange, after one that was not finished": Scenario(dist=OLD, following=PART),
    "no exchange": Scenario(dist=OLD, exchange=False),
    "no exchange, after one that was not finished": Scenario(dist=None, previous=OLD, following=NEW, exchange=False),
    "first": Scenario(dist=None),
}


def kill() -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def disk_full() -> None:
    raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


def interrupt() -> None:
    raise KeyboardInterrupt


FAULTS: dict[str, Callable[[], None]] = {"SIGKILL": kill, "ENOSPC": disk_full, "KeyboardInterrupt": interrupt}


class Striker:
    """A trace function that lets a fault strike before the n-th executed line of publishing.py, once."""

    def __init__(self, fault: Callable[[], None], line: int) -> None:
        self.fault, self.left = fault, line

    def __call__(self, frame: FrameType, event: str, _: object) -> "Striker | None":
        if frame.f_code.co_filename != str(SOURCE):
            return None
        if event == "line":
            self.left -= 1
            if self.left == 0:
                self.fault()
        return self


def load_publishing() -> ModuleType:
    """Import publishing.py alone: `import constructs_lib` would start Node."""
    spec = importlib.util.spec_from_file_location("publishing", SOURCE)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules["publishing"] = module
    spec.loader.exec_module(module)
    return module


def without_exchange(one: Path, other: Path) -> None:
    """Stand for `_rename_exchange` on a system that cannot."""
    raise OSError(errno.ENOSYS, os.strerror(errno.ENOSYS))


def prepare(project: Path, scenario: Scenario) -> None:
    """Write what is there at the start."""
    shutil.rmtree(project, ignore_errors=True)
    write_tree(project / "staging", NEW)
    for name, files in (
        ("dist", scenario.dist),
        ("work/previous", scenario.previous),
        ("work/next", scenario.following),
    ):
        if files is not None:
            write_tree(project / name, files)


def publish(publishing: ModuleType, project: Path) -> None:
    """Publish the staging folder."""
    publishing.publish(project / "staging", project / "dist", project / "work")


def publish_in_child(publishing: ModuleType, project: Path, striker: Striker) -> int:
    """Publish in a forked process that the fault strikes, and return how it ended."""
    child = os.fork()
    if child == 0:
        sys.settrace(striker)
        try:
            publish(publishing, project)
            code = SWALLOWED if striker.left <= 0 else NOT_REACHED
        except (OSError, KeyboardInterrupt) as error:
            expected = isinstance(error, KeyboardInterrupt) or error.errno == errno.ENOSPC
            code = RAISED if expected and striker.left <= 0 else OTHER_ERROR
        except BaseException:  # noqa: BLE001  # the child must not go on as a second parent
            traceback.print_exc()
            code = OTHER_ERROR
        os._exit(code)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


def state(folder: Path) -> str:
    """Name what a folder holds."""
    if not folder.exists():
        return "absent"
    files = tree(folder)
    return "old" if files == OLD else "new" if files == NEW else f"a mixture: {sorted(files)}"


def whole(scenario: Scenario, fault: str, project: Path) -> bool:
    """Tell whether dist/ holds the old or the new files; it may be absent only where nothing else can be."""
    found = state(project / "dist")
    if found != "absent":
        return found == "new" or (found == "old" and OLD in (scenario.dist, scenario.previous))
    if scenario.exchange or scenario.dist is None:
        return scenario.dist is None and (scenario.previous is None or state(project / "work/previous") == "old")
    return fault == "SIGKILL" and state(project / "work/previous") == "old"


def judge(publishing: ModuleType, project: Path, scenario: Scenario, fault: str) -> dict[str, Any]:
    """Let a fault strike at every line in turn; return how many there were, what was left and what was wrong."""
    ends = {"SIGKILL": -signal.SIGKILL}
    left: Counter[str] = Counter()
    problems: list[str] = []
    line = 1
    while True:
        prepare(project, scenario)
        ended = publish_in_child(publishing, project, Striker(FAULTS[fault], line))
        if ended == NOT_REACHED:
            return {"lines": line - 1, "left": left, "problems": problems}
        found = state(project / "dist")
        left[found] += 1
        if ended != ends.get(fault, RAISED):
            problems.append(f"line {line}: ended with {ended}")
        if not whole(scenario, fault, project):
            problems.append(f"line {line}: dist is {found}")
        publish(publishing, project)
        if state(project / "dist") != "new" or any((project / "work" / name).exists() for name in ("next", "previous")):
            problems.append(
                f"line {line}: the next publish leaves dist {state(project / 'dist')}, or something in work"
            )
        line += 1


def main(project: Path) -> None:
    """Judge every scenario with every fault."""
    os.fsync = lambda fd: None  # the process dies, not the machine: nothing is lost without it, and it takes long
    publishing = load_publishing()
    exchange = publishing._rename_exchange
    judged: dict[str, dict[str, Any]] = {}
    for name, scenario in SCENARIOS.items():
        publishing._rename_exchange = exchange if scenario.exchange else without_exchange  # type: ignore[attr-defined]  # a module loaded by path
        judged[name] = {fault: judge(publishing, project, scenario, fault) for fault in FAULTS}
    print(json.dumps(judged))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
