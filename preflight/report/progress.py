"""How far long work is, for those who wait for it."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TextIO


@contextmanager
def progress(stream: TextIO, work: str, total: int | None = None) -> Iterator[Callable[[int], None]]:
    """Show on a terminal how much of `total` is done, while the context lasts; show nothing in a pipe.

    The callable takes the number done so far. Without a total only that work goes on is shown.
    """
    if not stream.isatty():
        yield _silent
        return
    from rich.console import Console  # only where it is shown: it costs start-up time
    from rich.progress import Progress

    with Progress(console=Console(file=stream), transient=True) as shown:
        task = shown.add_task(work, total=total)
        yield lambda done: shown.update(task, completed=done)


def _silent(done: int) -> None:
    """Show nothing."""
