"""Tests of what a program exposes: it is synthesised to a folder of its own, and dist/ is not touched.

platform = routes_of("main.py")
platform.get("https://sso.example.link/admin").is_not_exposed()
"""

import os
import runpy
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Literal

from preflight.reading.cluster_file import facts_in
from preflight.testing import Routes, routes

OUTPUT = "CDK8S_OUTDIR"
"""The variable with which `cdk8s synth` names the folder that an app writes to."""


def routes_of(program: Path | str, *, semantics: Literal["cilium", "spec"] = "cilium") -> Routes:
    """Return what a program such as main.py exposes: it is run, and has to synthesise its app.

    The cluster is the one that the cluster.yaml beside the program describes.

    :param semantics: Cilium, or an implementation that does what the specification says.
    :raises SystemExit: for manifests that the API server would reject, as at synth.
    """
    with TemporaryDirectory(prefix="routes-") as folder, _output(folder):
        runpy.run_path(str(program), run_name="__main__")
        return routes(folder, cluster=facts_in(Path(program).parent), semantics=semantics)


@contextmanager
def _output(folder: str) -> Iterator[None]:
    """Let apps write to a folder."""
    before = os.environ.get(OUTPUT)
    os.environ[OUTPUT] = folder
    try:
        yield
    finally:
        if before is None:
            del os.environ[OUTPUT]
        else:
            os.environ[OUTPUT] = before
