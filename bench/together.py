"""Several processes at once, each with a kit of its own: what a machine with so many cores reads."""

from __future__ import annotations

import resource
import time
from collections.abc import Sequence
from multiprocessing import get_context
from multiprocessing.queues import Queue
from multiprocessing.synchronize import Barrier

from whosays.model import Document
from whosays.pipeline import analyse, load_kit


def together(articles: Sequence[Document], jobs: int, model: bool) -> tuple[float, float, int]:
    """Seconds until the last of ``jobs`` warm processes has read its share of the articles, their CPU time, the largest
    one's memory in MB."""
    context = get_context("spawn")
    ready, told = context.Barrier(jobs), context.Queue()
    workers = [context.Process(target=_work, args=(articles[n::jobs], model, ready, told)) for n in range(jobs)]
    for worker in workers:
        worker.start()
    figures = [told.get() for _ in workers]
    for worker in workers:
        worker.join()
    walls, spent, memory = zip(*figures, strict=True)
    return max(walls), sum(spent), max(memory)


def peak() -> int:
    """The most memory that this process has held, in MB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024


def _work(articles: Sequence[Document], model: bool, ready: Barrier, told: Queue[tuple[float, float, int]]) -> None:
    kit = load_kit(model=model)
    for article in articles[:3]:
        analyse(article, kit)
    ready.wait()
    begun, spent = time.perf_counter(), time.process_time()
    for article in articles:
        analyse(article, kit)
    told.put((time.perf_counter() - begun, time.process_time() - spent, peak()))
