"""The same work on many things, two at a time, with few answers waiting: memory does not grow with their number."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from typing import TypeVar

_AT_ONCE = 2
_WAITING = 8

Thing = TypeVar("Thing")
Answer = TypeVar("Answer")


def in_order(work: Callable[[Thing], Answer], things: Iterable[Thing]) -> Iterator[Answer]:
    """The answer for each thing, in the order of the things."""
    waiting: deque[Future[Answer]] = deque()
    with ThreadPoolExecutor(max_workers=_AT_ONCE) as workers:
        for thing in things:
            waiting.append(workers.submit(work, thing))
            if len(waiting) > _WAITING:
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()
