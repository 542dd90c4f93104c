"""The words around a report."""

import pytest

from samverkan_core.findings.finding import Finding, Severity
from samverkan_core.findings.report import NotJudged, Report
from samverkan_core.present.words import counted, lacking, words
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


@pytest.mark.parametrize(
    ("subject", "lacked", "said"),
    [
        (None, "profile.age_bands", ("profilen", "age_bands")),
        (None, "roles", ("dokumentet", "roles")),
        ("m", "se.kl.7-5", ("m", "7 kap. 5 § kommunallagen (2017:725)")),
        ("m", "profile.age_bands", ("m", "profile.age_bands")),
        (
            None,
            "term_of_office",
            ("dokumentet", "när mandatperioden löper ut är inte kontrollerat"),
        ),
    ],
)
def test_what_is_lacking_is_named_with_what_lacks_it(
    subject: str | None, lacked: str, said: tuple[str, str]
) -> None:
    assert lacking(NotJudged(code="MAN001", subject=subject, lacked=lacked), "sv") == said
