"""Many selectors, of which those that take an object are found without looking at each of them."""

from collections.abc import Iterable

from preflight.selectors import Labels, Selector, selects

Label = tuple[str, str]


class SelectorIndex:
    """Selectors by name: those that can match are found by a label that they ask for, or that they do not want."""

    def __init__(self, selectors: Iterable[tuple[str, Selector | None]]) -> None:
        """Take selectors, each with its name; None takes everything."""
        self._selectors: dict[str, Selector] = {}
        self._by_label: dict[Label, list[str]] = {}
        self._others: list[str] = []
        self._open: set[str] = set()
        """Those that take whatever has none of the labels that they do not want."""
        self._unwanted: dict[Label, set[str]] = {}
        self._keys: set[str] = set()
        self._known: dict[tuple[Label, ...], frozenset[str]] = {}
        for name, selector in selectors:
            self._add(name, selector or Selector(match_labels={}, match_expressions=()))

    def matching(self, labels: Labels) -> frozenset[str]:
        """Return the names of the selectors that take these labels."""
        asked = tuple(sorted((key, value) for key, value in labels.items() if key in self._keys))
        if asked not in self._known:
            candidates = [*self._others, *(name for label in asked for name in self._by_label.get(label, ()))]
            left = self._open.difference(*(self._unwanted[label] for label in asked if label in self._unwanted))
            self._known[asked] = frozenset(left).union(
                name for name in candidates if selects(self._selectors[name], labels)
            )
        return self._known[asked]

    def _add(self, name: str, selector: Selector) -> None:
        self._keys |= selector.keys
        unwanted = _unwanted(selector)
        if unwanted is not None:
            self._open.add(name)
            for label in unwanted:
                self._unwanted.setdefault(label, set()).add(name)
            return
        self._selectors[name] = selector
        asked = _asked(selector)
        if asked is None:
            self._others.append(name)
        for label in asked or ():
            self._by_label.setdefault(label, []).append(name)


def _unwanted(selector: Selector) -> list[Label] | None:
    """Return the labels that keep an object out, where nothing else does; None where something else does."""
    if selector.match_labels or any(each["operator"] != "NotIn" for each in selector.match_expressions):
        return None
    return [(each["key"], value) for each in selector.match_expressions for value in each.get("values") or ()]


def _asked(selector: Selector) -> list[Label] | None:
    """Return labels of which an object has at least one if it is selected; None where there are no such labels."""
    for label in selector.match_labels.items():
        return [label]
    for expression in selector.match_expressions:
        if expression["operator"] == "In":
            return [(expression["key"], value) for value in expression.get("values") or ()]
    return None
