"""Pictures of a collaboration: text that a browser shows, or a dict that a program draws."""

from samverkan_core.present.pictures.focus_svg import focus_areas_svg
from samverkan_core.present.pictures.focus_vega import focus_areas_vega
from samverkan_core.present.pictures.readiness_svg import readiness_svg
from samverkan_core.present.pictures.seats_svg import who_sits_where_svg
from samverkan_core.present.pictures.thread_svg import golden_thread_svg

__all__ = [
    "focus_areas_svg",
    "focus_areas_vega",
    "golden_thread_svg",
    "readiness_svg",
    "who_sits_where_svg",
]
