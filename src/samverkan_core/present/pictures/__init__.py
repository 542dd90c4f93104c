"""Pictures of a collaboration: text that a browser shows, or a dict that a program draws."""

from samverkan_core.present.pictures.focus_svg import focus_areas_svg
from samverkan_core.present.pictures.focus_vega import focus_areas_vega
from samverkan_core.present.pictures.leave_svg import who_leaves_when_svg
from samverkan_core.present.pictures.leave_vega import who_leaves_when_vega
from samverkan_core.present.pictures.readiness_svg import readiness_svg
from samverkan_core.present.pictures.readiness_vega import readiness_vega
from samverkan_core.present.pictures.seats_svg import who_sits_where_svg
from samverkan_core.present.pictures.seats_vega import who_sits_where_vega
from samverkan_core.present.pictures.thread_svg import golden_thread_svg

__all__ = [
    "focus_areas_svg",
    "focus_areas_vega",
    "golden_thread_svg",
    "readiness_svg",
    "readiness_vega",
    "who_leaves_when_svg",
    "who_leaves_when_vega",
    "who_sits_where_svg",
    "who_sits_where_vega",
]
