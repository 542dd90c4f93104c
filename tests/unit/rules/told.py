"""What tests ask of a judgement: its one finding, or what it could not judge."""

from samverkan_core.findings.finding import Finding
from samverkan_core.rules.engine import Judgement


def only(judgement: Judgement) -> Finding:
    """Give the one finding of a judgement that left nothing unjudged."""
    assert not judgement.not_judged
    (finding,) = judgement.findings
    return finding


def lacked(judgement: Judgement) -> list[tuple[str | None, str]]:
    """Give what a judgement that found nothing could not judge, and what it lacked."""
    assert not judgement.findings
    return [(missing.subject, missing.lacked) for missing in judgement.not_judged]
