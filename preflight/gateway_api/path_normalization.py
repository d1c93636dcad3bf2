"""Path normalization: as which path Cilium's Envoy reads the one that a client sends, before it looks for a route.

It is the default of Cilium's build of Envoy (cilium/proxy, .bazelrc: path_normalization_by_default), and the listeners
of Gateways leave it at that (cilium/cilium, operator/pkg/model/translation/envoy_http_connection_manager.go): they have
neither merge_slashes nor path_with_escaped_slashes_action, so that `//`, `%2F` and `%5C` stay as they are. Envoy has it
done by Chromium's URL library (envoyproxy/envoy, source/common/http/path_utility.cc; bazel/deps.yaml: googleurl of
2022-11-03), which in url_canon_path.cc decodes what RFC 3986, 2.3, calls unreserved, and leaves other sequences alone.
"""

import re
import string

from preflight.gateway_api.urls import resolved

UNRESERVED = frozenset(string.ascii_letters + string.digits + "-._~")
PERCENT = re.compile(r"%([0-9A-Fa-f]{2})?")
STRAY = "\0"
"""Stands for a percent sign that begins no sequence: no URL has this character."""
NEW_SEQUENCE = re.compile(rf"{STRAY}(?=[0-9A-Fa-f]{{2}})")
ESCAPED = re.compile(r'["<>^`{|}]')
"""What a path may not have as it is."""


def normalized(path: str) -> str:
    """Return the path that is compared with those of routes, and that backends get."""
    decoded = PERCENT.sub(_decoded, path)
    # Decoding must not make a sequence of a percent sign that was none: `%%361` would be `%61`.
    decoded = NEW_SEQUENCE.sub("%25", decoded).replace(STRAY, "%")
    return ESCAPED.sub(lambda found: f"%{ord(found[0]):02X}", resolved(decoded))


def _decoded(found: re.Match[str]) -> str:
    if found[1] is None:
        return STRAY
    character = chr(int(found[1], 16))
    return character if character in UNRESERVED else found[0]
