from tests.preflight.admission.cel.evaluated import evaluated

import pytest


@pytest.mark.parametrize(
    ("expression", "expected"),
    [
        ("sets.contains([], [])", True),
        ("sets.contains([], [1])", False),
        ("sets.contains([1, 2, 3, 4], [2, 3])", True),
        ("sets.contains([1, 2.0, 3u], [1.0, 2u, 3])", True),
        ("sets.contains([true], [1])", False),
        ("sets.equivalent([], [])", True),
        ("sets.equivalent([1], [1, 1])", True),
        ("sets.equivalent([1, 2, 3], [3u, 2.0, 1])", True),
        ("sets.equivalent([1, 2], [1])", False),
        ("sets.intersects([1], [])", False),
        ("sets.intersects([1], [1, 2])", True),
        ("sets.intersects([[1], [2, 3]], [[1, 2], [2, 3]])", True),
        ("sets.intersects([{'a': 1, 'b': 2}], [{'a': 1, 'b': 3}])", False),
        ("sets.intersects([{'a': 1, 'b': 2}], [{'b': 2.0, 'a': 1u}])", True),
        ("sets.intersects([{'a': 1}], [{'b': 1}])", False),
        ("sets.intersects(self.a, self.b)", True),
    ],
)
def test_sets(expression: str, expected: bool) -> None:
    assert evaluated(expression, {"a": ["x", "y"], "b": ["y"]}) is expected
