"""The words around a report."""

import pytest

from samverkan_core.findings.finding import Finding, Severity
from samverkan_core.findings.report import Report
from samverkan_core.present.words import counted, words
from samverkan_core.serialization.faults import BLANK


def test_both_languages_have_the_same_words() -> None:
    assert words("sv").keys() == words("en").keys()
    assert all(words("sv")[name] for name in words("sv"))


@pytest.mark.parametrize(
    ("severities", "sv", "en"),
    [
        ((), "Inga fynd.", "No findings."),
        ((Severity.ERROR,), "1 brist", "1 error"),
        (
            (Severity.INFO, Severity.WARNING, Severity.WARNING),
            "2 påpekanden, 1 upplysning",
            "2 warnings, 1 note",
        ),
    ],
)
def test_findings_are_counted_in_words(severities: tuple[Severity, ...], sv: str, en: str) -> None:
    findings = tuple(
        Finding(notice=BLANK, severity=severity, pointer=f"/{at}")
        for at, severity in enumerate(severities)
    )
    report = Report(findings=findings)
    assert (counted(report, "sv"), counted(report, "en")) == (sv, en)
