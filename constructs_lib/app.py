"""Platform: the cdk8s App with Gatehouse's conventions."""

import os
import shutil
from pathlib import Path

from constructs_lib.publishing import exclusive, publish, remove_folder, report
from constructs_lib.registry import claimed_in
from constructs_lib.staged import refuse_duplicates

import cdk8s

ROOT = Path(__file__).resolve().parent.parent
DIST = "dist"
WORK = ".synth"
STAGING = "staging"
"""The folder below WORK that `output:` in cdk8s.yaml names: `cdk8s synth` deletes it, runs the app and looks for it."""


class Platform(cdk8s.App):
    """An app whose synth publishes to dist/ only what came out whole.

    One file a chart. The manifests are written to `.synth/`, judged, and then published to `dist/`, both in `root`.
    Where `cdk8s synth --output X` or `--stdout` names another folder, they go there, and dist/ is not touched.
    """

    def __init__(self, *, root: Path | str = ROOT) -> None:
        """Create the app; `root` is the project's folder when left out."""
        self._dist, self._work = Path(root) / DIST, Path(root) / WORK
        # A folder that no other process deletes: a second `cdk8s synth` clears the staging folder before it runs.
        self._manifests = self._work / "manifests"
        self._output = Path(os.environ.get("CDK8S_OUTDIR") or self._work / STAGING).resolve()
        self._publishes = self._output == (self._work / STAGING).resolve()
        super().__init__(outdir=str(self._manifests), yaml_output_type=self._output_type())

    def _output_type(self) -> cdk8s.YamlOutputType:
        """One file a chart; for `--stdout` one in all: `cdk8s synth` prints the files with no `---` between them.

        `--stdout` names a new folder cdk8s-XXXXXX, `--output` one that `cdk8s synth` has just deleted.
        """
        printed = self._output.name.startswith("cdk8s-") and self._output.is_dir()
        return cdk8s.YamlOutputType.FILE_PER_APP if printed else cdk8s.YamlOutputType.FILE_PER_CHART

    def synth(self) -> None:
        """Write the manifests, and publish them: all or nothing, only changed files, a line for each on standard error.

        Raises ValueError if two objects share kind, namespace and name, whoever defined them.
        """
        with exclusive(self._work):
            remove_folder(self._manifests)
            super().synth()
            refuse_duplicates(self._manifests, claimed_in(self))
            if self._publishes:
                report(self._dist, publish(self._manifests, self._dist, self._work))
                remove_folder(self._output)
            shutil.copytree(self._manifests, self._output, dirs_exist_ok=True)
