"""Reports as pages that stand alone: no script, no font, nothing fetched; readable in print."""

from samverkan_core.present.html.page import page
from samverkan_core.present.html.shown import Shown

__all__ = ["Shown", "page"]
