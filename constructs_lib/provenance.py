"""Which construct and which line of Python a manifest comes from: the one file that knows both worlds."""

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple
from weakref import WeakKeyDictionary

from constructs_lib.checks import users_line
from preflight.finding import ResourceKey

import cdk8s
import jsii
from constructs import Construct

_lines: WeakKeyDictionary[Construct, str] = WeakKeyDictionary()


class Provenance(NamedTuple):
    """Where an object of the app was defined."""

    construct: str
    """The path of its construct in the app, such as `gateway/common`."""
    written_at: str | None
    """File and line of the call that made it, or the construct that it is part of; None if JavaScript made both."""


def record_lines() -> None:
    """Keep the user's line of each construct that is made from now on, whichever library its class is from.

    The generated classes of all libraries are made through `jsii.create`.
    """
    original = jsii.create

    def create(klass: Any, instance: Any, arguments: list[Any] | None = None) -> Any:
        if isinstance(instance, Construct) and (line := users_line()) is not None:
            _lines[instance] = line
        return original(klass, instance, arguments)

    jsii.create = create  # type: ignore[assignment]


def provenance_of(app: cdk8s.App) -> Mapping[ResourceKey, Provenance]:
    """Return where each object of an app was defined; for one that is defined twice, both places.

    Asks Node several times for each object, its JSON patches applied: only for an app that has findings.
    """
    from preflight.reading.objects import manifests  # only for an app that has findings: it costs start-up time

    found: dict[ResourceKey, list[Provenance]] = {}
    for construct in app.node.find_all():
        if isinstance(construct, cdk8s.ApiObject):
            place = Provenance(construct.node.path, _line_of(construct))
            for manifest in manifests(construct.to_json()):
                found.setdefault(manifest.key, []).append(place)
    return {key: _joined(places) for key, places in found.items()}


def _joined(places: Sequence[Provenance]) -> Provenance:
    """Return several places as one."""
    lines = dict.fromkeys(place.written_at for place in places if place.written_at is not None)
    return Provenance(" and ".join(place.construct for place in places), " and ".join(lines) or None)


def _line_of(construct: Construct) -> str | None:
    """Return the line of a construct, or of the innermost one around it that has one."""
    scopes = [scope for scope in construct.node.scopes if isinstance(scope, Construct) and scope in _lines]
    return _lines[scopes[-1]] if scopes and not isinstance(scopes[-1], cdk8s.App) else None
