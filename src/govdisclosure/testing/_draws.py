"""Strategies with a short repr: hypothesis prints a strategy whole, and warns where that is long."""

from collections.abc import Sequence
from typing import TypeVar

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

__all__ = ["one_of_many", "short"]

T = TypeVar("T")


def one_of_many(values: Sequence[T]) -> SearchStrategy[T]:
    """As ``st.sampled_from``, for a long list.

    Example:
        >>> from hypothesis import find
        >>> find(one_of_many(range(1000)), lambda value: value > 6)
        7
    """
    return st.integers(0, len(values) - 1).map(lambda position: values[position])


def short(strategy: SearchStrategy[T]) -> SearchStrategy[T]:
    """Return a strategy that draws the same and does not print what it is made of.

    Example:
        >>> len(repr(short(one_of_many(range(1000))))) < 50
        True
    """
    return st.just(None).flatmap(lambda _: strategy)
