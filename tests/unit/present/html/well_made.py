"""What every page must be, whatever stands in it."""

from itertools import pairwise

from samverkan_core.values.labels import Lang

from .reading import Reading


def is_well_made(text: str, lang: Lang) -> Reading:
    """Hold what every page must: one language, one first heading, no gap, no id twice."""
    reading = Reading.of(text)
    assert reading.named("html") == [{"lang": lang}]
    levels = [level for level, _ in reading.headings]
    assert levels.count(1) == 1
    assert levels[0] == 1
    assert all(below - above <= 1 for above, below in pairwise(levels))
    assert all(words.strip() for _, words in reading.headings)
    ids = reading.every("id")
    assert len(ids) == len(set(ids))
    assert {href.removeprefix("#") for href in reading.every("href")} <= set(ids)
    named_by = [one for names in reading.every("aria-labelledby") for one in names.split()]
    assert set(named_by) <= set(ids)
    assert len(reading.captions) == len(reading.named("table"))
    assert all(words.strip() for words in reading.captions)
    assert all("scope" in told for told in reading.named("th"))
    assert not {"script", "link", "img", "iframe"} & {name for name, _ in reading.elements}
    assert not reading.every("style")
    return reading
