"""Reports as pages that stand alone: no script, no font, nothing fetched; readable in print."""

from samverkan_core.present.html.page import page
from samverkan_core.present.html.shown import Shown
from samverkan_core.present.html.views import assessment_page, pillars_page

__all__ = ["Shown", "assessment_page", "page", "pillars_page"]
