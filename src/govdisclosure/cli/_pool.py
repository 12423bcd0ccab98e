"""The processes that help to read, and their end when the person has had enough.

A helper that is killed while it sends a result leaves half of it in the pipe, and the pool waits for the other half for
ever. So none is killed: each is told by SIGINT, lets go of the file at hand, and then says that it is done.
"""

import os
import signal
from collections.abc import Callable, Generator
from concurrent.futures import Executor, Future, ProcessPoolExecutor
from contextlib import contextmanager
from multiprocessing import active_children, get_context
from typing import Final, ParamSpec, TypeVar

__all__ = ["helpers"]

P = ParamSpec("P")
T = TypeVar("T")

# The signals that told a helper to stop; it may have been sent more work before. No Event: a second signal would wait
# for the lock that the first one holds.
_TOLD: Final[list[int]] = []


@contextmanager
def helpers(jobs: int) -> Generator[Executor | None]:
    """Give an executor of so many processes (0: one for each processor); for one, this process reads alone.

    They are started anew and not forked: a fork while the progress bar draws could copy a lock that nobody opens.
    """
    if jobs == 1:
        yield None
        return
    pool = _Pool(jobs or None, mp_context=get_context("spawn"), initializer=_begin)
    try:
        yield pool
    except BaseException:
        if os.name != "nt":  # there the console has told them already
            for process in active_children():
                if process.pid is not None:
                    os.kill(process.pid, signal.SIGINT)
        raise
    finally:
        pool.shutdown(cancel_futures=True)


class _Pool(ProcessPoolExecutor):
    def submit(self, fn: Callable[P, T], /, *args: P.args, **kwargs: P.kwargs) -> Future[T]:
        """Hand over work that can be interrupted. A process that is started for it hears no Ctrl-C before it can."""
        with _ctrl_c_later():
            return super().submit(_interruptible, fn, *args, **kwargs)


def _interruptible(fn: Callable[P, T], /, *args: P.args, **kwargs: P.kwargs) -> T:
    try:
        signal.signal(signal.SIGINT, signal.default_int_handler)
        if _TOLD:
            raise KeyboardInterrupt
        return fn(*args, **kwargs)
    except KeyboardInterrupt:
        _TOLD.append(signal.SIGINT)
        raise
    finally:
        signal.signal(signal.SIGINT, _stop)


def _begin() -> None:
    signal.signal(signal.SIGINT, _stop)
    if hasattr(signal, "pthread_sigmask"):
        signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGINT})


def _stop(number: int, _: object) -> None:
    _TOLD.append(number)


@contextmanager
def _ctrl_c_later() -> Generator[None]:
    """Hold Ctrl-C back, in this process and in those that it starts meanwhile."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
