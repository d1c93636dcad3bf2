"""Platform: the cdk8s App with Gatehouse's conventions."""

import os
import shutil
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from constructs_lib.admission import InadmissibleError, facts_in
from constructs_lib.checks import dns_label, integer, refused
from constructs_lib.clusters import MAX_PROCESSES, ClusterDefinition, stage_clusters
from constructs_lib.delivery.records import delivery_of
from constructs_lib.publishing import exclusive, publish, remove_folder, report
from constructs_lib.staging import stage

import cdk8s

if TYPE_CHECKING:  # it costs start-up time
    from constructs_lib.publishing import Change
    from preflight.report.exposures import Exposure

ROOT = Path(__file__).resolve().parent.parent
DIST = "dist"
WORK = ".synth"
STAGING = "staging"
"""The folder below WORK that `output:` in cdk8s.yaml names: `cdk8s synth` deletes it, runs the app and looks for it."""
ONE_FILE = "app.k8s.yaml"


class Platform(cdk8s.App):
    """An app whose synth publishes to dist/ only what came out whole.

    One file a chart, in a folder for each Application of Argo CD that has charts, and in a folder for each cluster. The
    manifests are written to `.synth/`, judged, and then published to `dist/`, both in `root`. Where
    `cdk8s synth --output X` or `--stdout` names another folder, they go there, and dist/ is not touched.
    """

    def __init__(self, *, root: Path | str = ROOT) -> None:
        """Create the app; `root` is the project's folder when left out."""
        self._root = Path(root)
        self._dist, self._work = self._root / DIST, self._root / WORK
        # A folder that no other process deletes: a second `cdk8s synth` clears the staging folder before it runs.
        self._manifests = self._work / "manifests"
        self._output = Path(os.environ.get("CDK8S_OUTDIR") or self._work / STAGING).resolve()
        self._publishes = self._output == (self._work / STAGING).resolve()
        # `--stdout` names a new folder cdk8s-XXXXXX, `--output` one that `cdk8s synth` has just deleted.
        self._prints = self._output.name.startswith("cdk8s-") and self._output.is_dir()
        self._clusters: list[ClusterDefinition] = []
        super().__init__(outdir=str(self._manifests), yaml_output_type=cdk8s.YamlOutputType.FILE_PER_CHART)

    def cluster(self, name: str, define: Callable[..., object], *arguments: Any) -> None:
        """Add a cluster with charts of its own, whose manifests are in `dist/NAME/`.

        `define` is called with a Cluster, the app of that cluster, and these arguments when the Platform is
        synthesised; it defines the charts. What differs between clusters is in the arguments. Argo CD on another
        cluster applies the folder with an ArgoApplicationSet, or an Argo CD in the cluster with Applications that
        `define` defines. What manifests cannot say about it is in `cluster-NAME.yaml` in `root`, or in cluster.yaml
        where there is no such file.

        :raises ValueError: for a name that is not a DNS label, or the name of another cluster or of an Application
            with charts.
        """
        where = "Platform.cluster"
        dns_label(f"{where}.name", name)
        if not callable(define):
            raise refused(
                f"{where} {name}: define",
                define,
                f"is of type {type(define).__name__}",
                allowed="a function that takes a Cluster and the arguments",
                fix="write the function's name, without calling it",
            )
        delivery_of(self).refuse_taken(f"{where}.name", name)
        delivery_of(self).folders[name] = f"cluster {name!r}"
        self._clusters.append(ClusterDefinition(name, define, arguments))

    def synth(self, *, processes: int = 1) -> None:
        """Write the manifests, and publish them: all or nothing, and only changed files.

        On standard error come the findings, then what is exposed, if any file is changed, and a line for each of these:
        nothing where nothing is found and nothing changed.

        Defines the ReferenceGrants that references across namespaces need, beside who needs them, and completes the
        Projects of Argo CD. Clusters are synthesised one by one, or several at a time in `processes` processes, to the
        same files; each of them imports the program, so that the call has to be where `__name__ == "__main__"`.

        A manifest that the API server would refuse ends the program with SystemExit, whose text has each finding on any
        cluster; so does an object that is there twice, and a file of cluster facts in `root` that cannot be read.

        :raises ValueError: for an address that no pool of the app gives; for a Namespace of the app that the selector
            of a listener or Gateway does not select; for a reference into a namespace that is not this app's and has no
            grant; for a chart or cluster that no Application has, where there are Applications, and for one that two
            have; for sync waves that Argo CD could not get through; and for what another process cannot run.
        """
        integer("Platform.synth.processes", processes, 1, MAX_PROCESSES)
        with exclusive(self._work):
            remove_folder(self._manifests)
            exposed = self._stage(processes)
            if self._publishes:
                self._report(exposed, publish(self._manifests, self._dist, self._work))
                remove_folder(self._output)
            if self._prints:
                _join(self._manifests, self._output / ONE_FILE)
            else:
                shutil.copytree(self._manifests, self._output, dirs_exist_ok=True)

    def _stage(self, processes: int) -> "dict[str, list[Exposure]]":
        """Write and judge the manifests, and return what is exposed, by cluster; empty is the name of the app itself.

        Ends the program with the findings if any manifest is inadmissible.
        """
        refusals = []
        exposed: dict[str, list[Exposure]] = {}
        try:
            facts = facts_in(self._root)
            of_clusters = {each.name: facts_in(self._root, each.name) for each in self._clusters}
            of_others = stage_clusters(self._clusters, self._manifests, of_clusters, processes)
            refusals += of_others.refusals
            exposed = {"": stage(self, self._manifests, facts), **of_others.exposed}
        except InadmissibleError as error:
            refusals.append(error)
        if refusals:
            raise SystemExit("\n".join(line for error in refusals for line in (str(error), *_notes(error))))
        return exposed

    def _report(self, exposed: "dict[str, list[Exposure]]", changes: "list[Change]") -> None:
        """Say what is exposed and which files are changed, if any is."""
        if changes and any(exposed.values()):
            from preflight.report.exposures import write_exposures  # it costs start-up time

            write_exposures(exposed, sys.stderr)
            print(file=sys.stderr)
        report(self._dist, changes)


def _notes(error: Exception) -> list[str]:
    return getattr(error, "__notes__", [])


def _join(folder: Path, target: Path) -> None:
    """Write all files below a folder to one: `cdk8s synth --stdout` prints files with no `---` between them."""
    files = sorted(folder.rglob("*.yaml"), key=lambda file: file.relative_to(folder).as_posix())
    texts = [file.read_text(encoding="utf-8") for file in files]
    target.write_text("---\n".join(text for text in texts if text.strip()), encoding="utf-8")
