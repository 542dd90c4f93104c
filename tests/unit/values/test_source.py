"""Sources, cited the way a jurist writes them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samverkan_core.errors import UnknownLanguage
from samverkan_core.testing.anything import things
from samverkan_core.values.labels import LANGUAGES, Lang
from samverkan_core.values.source import Source, SourceKind
from samverkan_core.values.time import PartialDate

DAY = PartialDate(when="2025-12-11")


@pytest.mark.parametrize(
    ("source", "sv", "en"),
    [
        (
            Source(kind=SourceKind.LAW, ref="6 kap. 38 § 3", title="kommunallagen (2017:725)"),
            "6 kap. 38 § 3 kommunallagen (2017:725)",
            "6 kap. 38 § 3 kommunallagen (SFS 2017:725)",
        ),
        (
            Source(
                kind=SourceKind.LAW,
                ref="1 §",
                title="lagen (2018:1197) om Förenta nationernas konvention (barnkonventionen)",
            ),
            "1 § lagen (2018:1197) om Förenta nationernas konvention (barnkonventionen)",
            "1 § lagen (SFS 2018:1197) om Förenta nationernas konvention (barnkonventionen)",
        ),
        (Source(kind=SourceKind.LAW, ref="14 kap. 1 §"), "14 kap. 1 §", "14 kap. 1 §"),
        (Source(kind=SourceKind.SEED, ref="SB-46"), "rad SB-46", "row SB-46"),
        (
            Source(kind=SourceKind.SEED, ref="SB-46", title="Fokus"),
            "Fokus, rad SB-46",
            "Fokus, row SB-46",
        ),
        (
            Source(
                kind=SourceKind.DECISION,
                ref="SN",
                day=DAY,
                paragraph="98",
                registry_number="SN 2025/144",
            ),
            "SN 2025-12-11 § 98, dnr SN 2025/144",
            "SN 2025-12-11 § 98, dnr SN 2025/144",
        ),
        (Source(kind=SourceKind.DECISION, ref="SN", day=DAY), "SN 2025-12-11", "SN 2025-12-11"),
        (Source(kind=SourceKind.DECISION, ref="KF", paragraph="7"), "KF § 7", "KF § 7"),
        (
            Source(kind=SourceKind.PUBLICATION, ref="s. 14", title="Cirkulär 1997:53"),
            "Cirkulär 1997:53, s. 14",
            "Cirkulär 1997:53, s. 14",
        ),
    ],
)
def test_a_source_is_cited(source: Source, sv: str, en: str) -> None:
    assert source.cite() == source.cite("sv") == sv
    assert source.cite("en") == en


@pytest.mark.parametrize("kind", SourceKind)
@pytest.mark.parametrize("lang", ["de", ""])
def test_there_are_two_languages(kind: SourceKind, lang: Lang) -> None:
    with pytest.raises(UnknownLanguage):
        Source(kind=kind, ref="x").cite(lang)


@given(source=things(Source), lang=st.sampled_from(LANGUAGES))
def test_what_is_known_of_a_source_is_cited(source: Source, lang: Lang) -> None:
    cited = source.cite(lang)
    assert source.ref in cited
    if source.kind in {SourceKind.DECISION, SourceKind.PUBLICATION}:
        assert source.day is None or source.day.when in cited
        assert source.paragraph is None or f"§ {source.paragraph}" in cited
        assert source.registry_number is None or cited.endswith(f"dnr {source.registry_number}")
