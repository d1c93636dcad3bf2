"""How many of several groups find a place, where each may go to some pools: a greatest flow."""

from collections.abc import Mapping, Sequence

Group = tuple[frozenset[str], int]
"""The pools that each of so many may go to."""


def placed(groups: Sequence[Group], room: Mapping[str, int]) -> int:
    """Return how many of the groups find a place at most; pools that are not in `room` have none."""
    flow = _Flow(groups, room)
    while flow.more():
        pass
    return flow.total


class _Flow:
    """Who is where, improved step by step: from a group to a pool, from there back to a group that can go elsewhere."""

    def __init__(self, groups: Sequence[Group], room: Mapping[str, int]) -> None:
        merged: dict[frozenset[str], int] = {}
        for pools, count in groups:
            key = frozenset(pools & room.keys())
            merged[key] = merged.get(key, 0) + count
        self._pools = [sorted(pools) for pools in merged]
        self._waiting = list(merged.values())
        self._room = dict(room)
        self._in: dict[str, dict[int, int]] = {pool: {} for pool in room}
        self.total = 0
        for group, sorted_pools in enumerate(self._pools):
            self._fill(group, sorted_pools)

    def _fill(self, group: int, pools: Sequence[str]) -> None:
        """Place a group where there is room, without moving anybody."""
        for pool in pools:
            moved = min(self._waiting[group], self._room[pool])
            if moved:
                self._in[pool][group] = moved
                self._room[pool] -= moved
                self._waiting[group] -= moved
                self.total += moved
            if not self._waiting[group]:
                return

    def more(self) -> bool:
        """Place some more; False where nobody else finds a place."""
        came: dict[str, tuple[int, str | None]] = {}
        queue: list[tuple[int, str | None]] = [(group, None) for group, left in enumerate(self._waiting) if left]
        for group, before in queue:
            for pool in self._pools[group]:
                if pool in came:
                    continue
                came[pool] = (group, before)
                if self._room[pool]:
                    self._move(pool, came)
                    return True
                queue.extend((other, pool) for other, count in self._in[pool].items() if count)
        return False

    def _move(self, pool: str, came: Mapping[str, tuple[int, str | None]]) -> None:
        path: list[tuple[int, str, str | None]] = []
        at: str | None = pool
        while at is not None:
            group, before = came[at]
            path.append((group, at, before))
            at = before
        start = path[-1][0]
        moved = min(
            self._room[pool],
            self._waiting[start],
            *(self._in[before][group] for group, _, before in path if before is not None),
        )
        for group, to, before in path:
            self._in[to][group] = self._in[to].get(group, 0) + moved
            if before is not None:
                self._in[before][group] -= moved
        self._room[pool] -= moved
        self._waiting[start] -= moved
        self.total += moved
