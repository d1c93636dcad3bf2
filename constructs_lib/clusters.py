"""Many clusters from one program: an app for each, staged one by one or in processes of their own."""

import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path
from types import FrameType
from typing import TYPE_CHECKING, Any, NamedTuple

from constructs_lib.admission import InadmissibleError
from constructs_lib.checks import refused
from constructs_lib.delivery.records import delivery_of
from constructs_lib.staging import stage
from preflight.cluster import ClusterFacts

import cdk8s

if TYPE_CHECKING:  # it costs start-up time
    from preflight.report.exposures import Exposure

MAX_PROCESSES = 61
"""As many as concurrent.futures takes everywhere."""


class Cluster(cdk8s.App):
    """The app of one of many clusters; `Platform.cluster` gives it to the function that defines the charts.

    Everything that an app must not have twice, a Platform can have once in each cluster: objects, addresses, domains.
    """

    name: str
    """What the cluster is called, and its folder in dist/."""

    def __init__(self, name: str, folder: Path) -> None:
        """Create the app of a cluster that is staged to a folder."""
        self.name = name
        super().__init__(outdir=str(folder), yaml_output_type=cdk8s.YamlOutputType.FILE_PER_CHART)
        delivery_of(self).folder = name

    def synth(self) -> None:
        """Raise ValueError: a cluster is synthesised with the Platform, all or nothing."""
        raise refused(
            f"Cluster {self.name}: synth",
            "synth()",
            "is called by the Platform that the cluster belongs to",
            allowed="a function that defines charts, and nothing more",
            fix="leave the call out, and call synth() of the Platform",
        )


class ClusterDefinition(NamedTuple):
    """A cluster, and the function that defines its charts, with its arguments."""

    name: str
    define: Callable[..., object]
    arguments: tuple[Any, ...]


class StagedClusters(NamedTuple):
    """What came of all clusters."""

    refusals: list[InadmissibleError]
    """Of the clusters with inadmissible manifests."""
    exposed: "dict[str, list[Exposure]]"
    """What the others expose, by their names."""


def stage_clusters(
    definitions: Sequence[ClusterDefinition], folder: Path, facts: Mapping[str, ClusterFacts], processes: int
) -> StagedClusters:
    """Stage each cluster to the folder of its name, in so many processes; the files are the same either way.

    `facts` are those of each cluster by its name. Raises what the functions raise, that of the first cluster first.
    """
    names = [each.name for each in definitions]
    if processes == 1:
        return _staged(names, (partial(stage_cluster, each, folder, facts[each.name]) for each in definitions))
    _refuse_unguarded(processes)
    for definition in definitions:
        _refuse_unsendable(definition)
    # only where there are several processes: they cost start-up time
    from concurrent.futures import ProcessPoolExecutor
    from concurrent.futures.process import BrokenProcessPool
    from multiprocessing import get_context

    # Processes cannot share the one that jsii starts, as they would after a fork.
    with ProcessPoolExecutor(processes, mp_context=get_context("spawn")) as pool:
        running = [pool.submit(stage_cluster, each, folder, facts[each.name]) for each in definitions]
        try:
            return _staged(names, (result.result for result in running))
        except BrokenProcessPool as error:
            error.add_note("A process ended before it was done: synth() without processes shows where")
            raise
        finally:
            pool.shutdown(cancel_futures=True)


def _staged(names: Iterable[str], stagings: "Iterable[Callable[[], list[Exposure]]]") -> StagedClusters:
    """Wait for each staging, and return what came of it; those errors are to be told together."""
    found = StagedClusters([], {})
    for name, staging in zip(names, stagings, strict=True):
        try:
            found.exposed[name] = staging()
        except InadmissibleError as error:
            found.refusals.append(error)
    return found


def stage_cluster(definition: ClusterDefinition, folder: Path, facts: ClusterFacts) -> "list[Exposure]":
    """Define the charts of a cluster, and stage them; return what they expose."""
    cluster = Cluster(definition.name, folder / definition.name)
    try:
        definition.define(cluster, *definition.arguments)
        return stage(cluster, folder / definition.name, facts)
    except Exception as error:
        error.add_note(f"In cluster {definition.name!r}")
        raise


def _refuse_unsendable(definition: ClusterDefinition) -> None:
    """Raise ValueError for a function or an argument that no other process can be given."""
    import pickle  # only where there are several processes: it costs start-up time

    where = f"Platform.cluster {definition.name}"
    main = sys.modules["__main__"]
    if definition.define.__module__ == "__main__" and getattr(main, "__file__", None) is None:
        raise _unsendable(f"{where}: define", definition.define, "is in a program that is not a file")
    try:
        pickle.dumps(definition.define)
    except Exception:  # noqa: BLE001  # pickle raises what it likes
        raise _unsendable(f"{where}: define", definition.define, "is not a function of a module") from None
    for index, argument in enumerate(definition.arguments):
        try:
            pickle.dumps(argument)
        except Exception:  # noqa: BLE001  # pickle raises what it likes
            raise _unsendable(f"{where}: arguments[{index}]", argument, "cannot be given to another process") from None


def _unsendable(where: str, value: object, problem: str) -> ValueError:
    """Say what other processes can be given."""
    name = getattr(value, "__qualname__", value)
    return refused(
        where,
        name,
        f"{problem}, so it cannot be run in one of several processes",
        allowed="a function defined by `def` in a module, and arguments that are plain values or dataclasses",
        fix="move the function to the top of its file, or call synth() without processes",
    )


def _refuse_unguarded(processes: int) -> None:
    """Raise ValueError where each process would run the whole program again: it imports the file that was started."""
    for frame in _frames():
        file = Path(frame.f_code.co_filename)
        is_program = frame.f_globals.get("__name__") == "__main__" and frame.f_code.co_name == "<module>"
        if is_program and file.is_file() and not _is_guarded(file, frame.f_lineno):
            raise refused(
                "Platform.synth.processes",
                processes,
                "starts processes that import this program, and each would start processes again",
                allowed='a call that is made only where __name__ == "__main__"',
                fix='write `if __name__ == "__main__":` above the call, and indent the call',
            )


def _frames() -> Iterator[FrameType]:
    """Yield the calls that lead here, the innermost first."""
    frame: FrameType | None = sys._getframe(1)
    while frame is not None:
        yield frame
        frame = frame.f_back


def _is_guarded(file: Path, line: int) -> bool:
    """Tell whether the statement of a module that a line belongs to asks for the module's name first."""
    import ast  # only where there are several processes: it costs start-up time

    for statement in ast.parse(file.read_text(encoding="utf-8")).body:
        if statement.lineno <= line <= (statement.end_lineno or line) and isinstance(statement, ast.If):
            return any(isinstance(part, ast.Name) and part.id == "__name__" for part in ast.walk(statement.test))
    return False
