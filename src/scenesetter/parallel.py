"""The same work on many things, in several processes where that pays."""

import multiprocessing
import os
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from typing import Any, TypeVar

Common = TypeVar("Common")
Job = TypeVar("Job")
Result = TypeVar("Result")

_works: list[Callable[[Any], Any]] = []
"""In a child process: the work that it was started for."""


def each(
    work: Callable[[Common], Callable[[Job], Result]],
    common: Common,
    jobs: Sequence[Job],
    *,
    heavy: bool,
) -> Iterator[Result]:
    """The results in the order of the jobs; `heavy` where they outweigh starting processes.

    `work` makes the function of one job from what all jobs share; it is a function of a module,
    so that other processes find it by its name.
    """
    workers = min(len(os.sched_getaffinity(0)) if _counts_cores() else os.cpu_count() or 1, 8)
    if not heavy or workers < 2 or len(jobs) < 2:
        yield from map(work(common), jobs)
        return
    # Spawned and not forked: a printer's threads are running.
    with ProcessPoolExecutor(
        min(workers, len(jobs)),
        mp_context=multiprocessing.get_context("spawn"),
        initializer=_start,
        initargs=(work, common),
    ) as pool:
        yield from pool.map(_do, jobs, chunksize=max(1, min(16, len(jobs) // (workers * 4))))


def _counts_cores() -> bool:
    return hasattr(os, "sched_getaffinity")


def _start(work: Callable[[Any], Callable[[Any], Any]], common: object) -> None:
    _works.append(work(common))


def _do(job: object) -> Any:  # noqa: ANN401 - whatever the work gives
    return _works[-1](job)
