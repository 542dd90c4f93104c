"""What is said of readiness in pictures: the same words in each kind, also when read out."""

from collections.abc import Iterator, Sequence

from samverkan_core.indexing import Index
from samverkan_core.measures.readiness import DimensionScore
from samverkan_core.overviews.readiness import ReadinessCourse
from samverkan_core.present.pictures.readiness_points import ReadinessPoint, dimensions, points
from samverkan_core.present.pictures.wording import dated, decimal, said
from samverkan_core.values.labels import Lang

__all__ = ["latest", "name_of", "point_said", "told", "without"]


def name_of(book: Index, course: ReadinessCourse, lang: Lang) -> str:
    """Say what the measurements have in common: question, organisation and edition."""
    topic, whole = course.topic, said(lang)["readiness_whole"]
    area = book.whole.focus_areas.get(topic.focus_area)
    actor = book.whole.actors.get(topic.measured)
    parts = [
        topic.focus_area if area is None else area.name,
        topic.issue,
        (topic.measured or whole) if actor is None else actor.name,
        topic.edition.label(lang),
    ]
    return " – ".join(part for part in parts if part)


def point_said(point: ReadinessPoint, lang: Lang) -> str:
    """Say what a measurement came to in a dimension, and when."""
    return f"{dated(point.day, lang)}: {_score(point.score, lang)}"


def _score(score: DimensionScore, lang: Lang) -> str:
    mean, lowest, highest = (
        decimal(one, lang) for one in (score.score, score.lowest, score.highest)
    )
    return said(lang)["score"].format(mean=mean, lowest=lowest, highest=highest)


def latest(found: Sequence[ReadinessPoint], lang: Lang) -> str:
    """Say what the latest measurement came to in a dimension."""
    last = found[-1]
    return said(lang)["readiness_last"].format(
        day=dated(last.day, lang), score=_score(last.score, lang)
    )


def told(book: Index, course: ReadinessCourse, lang: Lang) -> Iterator[str]:
    """Say all that is shown of measurements that can be compared."""
    for dimension in dimensions(course):
        scores = "; ".join(point_said(one, lang) for one in points(course, dimension))
        yield f"{dimension.label(lang)}: {scores}."
    yield from without(book, course, lang)


def without(book: Index, course: ReadinessCourse, lang: Lang) -> Iterator[str]:
    """Name the measurements that lack a result or a day."""
    shelf = book.whole.readiness_measurements
    names = [shelf.the(one).name for one in course.left_out]
    if names:
        yield said(lang)["readiness_left_out"].format(names=", ".join(names))
