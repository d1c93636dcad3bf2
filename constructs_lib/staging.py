"""How an app's manifests get to a folder: synthesised, judged, and where Argo CD looks for them."""

from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING

from constructs_lib.addresses import refuse_unassignable
from constructs_lib.admission import refuse_inadmissible
from constructs_lib.delivery.records import Manifest, delivery_of
from constructs_lib.namespace_selection import refuse_unselected
from constructs_lib.registry import claimed_in
from constructs_lib.routes.reference_grant import define_missing_grants
from constructs_lib.staged import documents, parsed, texts_in
from constructs_lib.sync_waves import is_overridden
from preflight.cluster import ClusterFacts

import cdk8s

if TYPE_CHECKING:  # it costs start-up time
    from preflight.report.exposures import Exposure


def stage(app: cdk8s.App, folder: Path, facts: ClusterFacts) -> "list[Exposure]":
    """Write an app's manifests to its folder, one file a chart, judge them, and return what they expose."""
    others = set(folder.rglob("*.yaml"))
    write(app, folder)
    return refuse_inadmissible(app, sorted(set(folder.rglob("*.yaml")) - others), facts)


def write(app: cdk8s.App, folder: Path) -> None:
    """Write an app's manifests to its folder, and check them as a whole.

    If the objects are those that the constructs here have claimed, each identity once and each in the sync wave of its
    class, and the app says nothing about its delivery, then nothing is read.
    """
    refuse_unselected(app)
    refuse_unassignable(app)
    define_missing_grants(app)
    cdk8s.App.synth(app)
    texts = texts_in(folder)
    claimed = sum(documents(text) for text in texts.values()) == claimed_in(app)
    if claimed and not is_overridden(app) and not delivery_of(app).is_used:
        return
    # only where there is something to judge: it costs start-up time
    from constructs_lib.delivery.deliver import deliver

    files = {name: parsed(text) for name, text in texts.items()}
    refuse_unselected(app, chain.from_iterable(files.values()))
    deliver(app, folder, files, _read)


def _read(file: Path) -> list[Manifest]:
    """Return the manifests in a file."""
    return parsed(file.read_text(encoding="utf-8"))
