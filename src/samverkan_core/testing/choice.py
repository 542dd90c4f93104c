"""Which members a generated thing has: decided by a few drawn bytes, so that drawing is quick."""

from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import TypeVar

from hypothesis import strategies as st

__all__ = ["chosen", "up_to"]

T = TypeVar("T")


@lru_cache(maxsize=4096)
def up_to(most: int) -> st.SearchStrategy[int]:
    """Draw a whole number from 0; the strategies are kept, for making one costs as much."""
    return st.integers(0, most)


def chosen(draw: st.DrawFn, items: Sequence[tuple[T, int]]) -> Iterator[T]:
    """Choose among items, each once in so many times; the simplest choice is none of them."""
    for (item, one_in), byte in zip(items, draw(_bytes(len(items))), strict=True):
        if byte % one_in == one_in - 1:
            yield item


@lru_cache
def _bytes(count: int) -> st.SearchStrategy[bytes]:
    return st.binary(min_size=count, max_size=count)
