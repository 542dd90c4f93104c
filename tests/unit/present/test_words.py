"""The words around a report."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

import samverkan_core as sam
from samverkan_core.checking import check
from samverkan_core.findings.finding import Finding, Severity
from samverkan_core.findings.report import NotJudged, Report
from samverkan_core.present.words import counted, lacking, words
from samverkan_core.rules.profiles.common import COMMON
from samverkan_core.rules.rule import Rule
from samverkan_core.serialization.faults import BLANK
from samverkan_core.testing import worlds
from samverkan_core.values.labels import LANGUAGES, Lang


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
        (None, "profile.age_bands", ("profilen", "åldersspann med var sitt konsultationsteam")),
        (None, "roles", ("dokumentet", "befattningar")),
        ("m", "se.kl.7-5", ("m", "7 kap. 5 § kommunallagen (2017:725)")),
        ("m", "profile.age_bands", ("m", "i profilen: åldersspann med var sitt konsultationsteam")),
        (None, "profile.of_another", ("profilen", "of_another")),
        (None, "context", ("dokumentet", "sammanhangsmarkering")),
        ("a", "time_box.starts", ("a", "tidsram – börjar")),
        (None, "/actors/1", ("dokumentet", "/actors/1")),
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


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("rule", sam.RULES, ids=lambda rule: rule.notice.code)
def test_whatever_a_rule_waits_for_has_words(rule: Rule, lang: Lang) -> None:
    open_ = (name for name in rule.parameters if not getattr(COMMON.parameters, name))
    for name in (rule.about, *(f"profile.{name}" for name in open_)):
        missing = NotJudged(code=rule.notice.code, lacked=name)
        assert "_" not in lacking(missing, lang)[1]


@given(data=st.data(), lang=st.sampled_from(LANGUAGES))
def test_nobody_has_to_read_the_name_of_a_member(data: st.DataObject, lang: Lang) -> None:
    collab, at = data.draw(worlds())
    for missing in check(collab, at=at).not_judged:
        assert "_" not in lacking(missing, lang)[1]
