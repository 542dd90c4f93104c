"""Questions about who may decide, for tests: drawn with a document in which something decides it.

`questions()` draws an `Asked`: a document, somebody, a power, what it is about, and a day. About
every other is permitted; of random documents hardly one in thirty is. The other strategies take a
question and draw it asked again after one change, so that laws can be said of the two answers.
"""

from samverkan_core.testing.asking.asked import Asked
from samverkan_core.testing.asking.changes import (
    narrowed,
    renamed,
    reordered,
    ringed,
    with_idle_fact,
    with_mandate,
    without_idle_fact,
    without_mandate,
)
from samverkan_core.testing.asking.draw import questions

__all__ = [
    "Asked",
    "narrowed",
    "questions",
    "renamed",
    "reordered",
    "ringed",
    "with_idle_fact",
    "with_mandate",
    "without_idle_fact",
    "without_mandate",
]
