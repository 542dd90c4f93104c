"""Reports as a page: what stands in it, example by example."""

import base64
import hashlib
import re
from collections.abc import Iterator
from datetime import date

import attrs
import pytest

from samverkan_core.checking import accept, check
from samverkan_core.errors import InvalidValue, UnknownLanguage
from samverkan_core.findings.finding import Pillar
from samverkan_core.findings.report import NotJudged, Report, Stamp
from samverkan_core.in_one import check_json
from samverkan_core.model.body import Body, BodyKind, Seat
from samverkan_core.model.collaboration import Collaboration
from samverkan_core.model.focus_area import FocusArea
from samverkan_core.present.html import Shown, page
from samverkan_core.rules.profiles.common import COMMON
from samverkan_core.rules.profiles.profile import Parameters, Profile
from samverkan_core.serialization.load import read
from samverkan_core.values.ids import BodyId, FocusAreaId

from .reading import Reading

DAY = date(2015, 3, 1)
AREA = FocusArea(id=FocusAreaId("<b>&"), name="Barnfattigdom")
GROUP = Body(id=BodyId("styrgruppen"), kind=BodyKind.STEERING_GROUP, name="Styrgruppen")
SEATED = attrs.evolve(GROUP, seats=(Seat(leads=True),))
COLLAB = Collaboration(name="S", focus_areas=(AREA,))


def shown(collab: Collaboration, at: date | None = DAY, profile: Profile | None = None) -> Shown:
    report = check(collab, at=at, profile=profile)
    return Shown(name="a", report=report, collaboration=collab, profile=profile)


def under(title: str, text: str) -> str:
    """Give what stands under a heading of the third level, down to the next of its like."""
    _, found, rest = text.partition(f">{title}</h3>")
    assert found, title
    return re.split("<h[23]", rest)[0]


# --- the page as such --------------------------------------------------------------------------


def test_every_tag_is_closed_in_order() -> None:
    reading = Reading.of(page([("a", check(COLLAB, at=DAY)), ("b", check_json(b"{"))], "sv"))
    assert len(reading.named("article")) == 2


def test_what_stands_in_the_document_cannot_become_markup() -> None:
    text = page([Shown(name="<script>", report=shown(COLLAB).report, collaboration=COLLAB)], "sv")
    assert "<script>" not in text
    assert "<b>" not in text
    assert "&lt;b&gt;&amp;" in text


def test_an_id_cannot_forge_a_line_or_turn_the_text_around() -> None:
    area = attrs.evolve(AREA, id=FocusAreaId("a\u202eb"))
    text = page([shown(attrs.evolve(COLLAB, focus_areas=(area,)))])
    assert "\u202e" not in text
    assert "a\\u202eb" in text


def test_a_personal_identity_number_is_masked_wherever_it_stands() -> None:
    number = "121212-1212"
    area = FocusArea(id=FocusAreaId(number), name=f"ring {number}")
    one = shown(Collaboration(name=f"ring {number}", focus_areas=(area,)))
    text = page([attrs.evolve(one, name=number)])
    assert number not in text
    assert text.count("******-****") > 10


def test_a_checksum_that_looks_like_such_a_number_is_told_as_it_is() -> None:
    digest = f"{'a' * 26}191212121212{'b' * 26}"
    assert digest in page([("a", attrs.evolve(Report(), stamp=Stamp(digest=digest)))])
    masked = digest.replace("191212121212", "19******-****")
    assert masked in page([(digest, Report())])


def test_nothing_is_fetched_and_nothing_may_be() -> None:
    text = page([shown(COLLAB)])
    assert set(re.findall(r'(\S+)="https?:', text)) == {"xmlns"}
    assert "src=" not in text
    assert "url(" not in text
    assert "default-src 'none'" in text


def test_the_style_is_the_one_that_the_policy_lets_in() -> None:
    text = page([shown(COLLAB)])
    style = text.partition("<style>")[2].partition("</style>")[0]
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    assert f"style-src 'sha256-{digest}';" in text
    assert not Reading.of(text).every("style")


@pytest.mark.parametrize(
    ("names", "title"),
    [
        ((), "Check of a collaboration"),
        (("hagby.json",), "hagby.json – Check of a collaboration"),
        (("a", "b"), "Check of a collaboration: 2 documents"),
    ],
)
def test_the_title_names_the_document_or_counts_them(names: tuple[str, ...], title: str) -> None:
    assert f"<title>{title}</title>" in page([(name, Report()) for name in names], "en")


def test_several_documents_are_listed_first_each_with_what_came_of_it() -> None:
    several = page([("a", check(COLLAB, at=DAY)), ("b", check_json(b"{"))], "sv")
    contents = several.partition("<nav")[2].partition("</nav>")[0]
    assert '<a href="#d1">a</a>: Prövat mot profilen common den 2015-03-01 har ' in contents
    assert '<a href="#d2">b</a>: Dokumentet går inte att läsa' in contents
    assert "<nav" not in page([("a", check(COLLAB, at=DAY))], "sv")


def test_a_document_without_a_name_is_called_by_its_number() -> None:
    reading = Reading.of(page([("a", Report()), (" ", Report())], "sv"))
    assert (2, "Dokument 2") in reading.headings
    assert "DokumentDokument 2" in reading.text


def test_a_language_that_there_is_none_of_is_refused() -> None:
    with pytest.raises(UnknownLanguage):
        page([], "fi")  # type: ignore[arg-type]


def test_a_report_of_another_document_is_refused() -> None:
    one = shown(COLLAB)
    other = attrs.evolve(one, collaboration=Collaboration(name="Hemlig"))
    with pytest.raises(
        InvalidValue, match="hand over the collaboration that was checked"
    ) as raised:
        page([one, other])
    assert "Hemlig" not in str(raised.value)
    undated = attrs.evolve(other, report=attrs.evolve(one.report, stamp=Stamp()))
    assert "<svg" not in page([undated])


def test_table_heads_are_marked_as_such() -> None:
    text = page([shown(COLLAB)], "en")
    assert '<th scope="col" role="columnheader">Code</th>' in text
    assert '<th scope="row" role="rowheader"><span id="d1-FOC003">FOC003</span></th>' in text


# --- what came of it ---------------------------------------------------------------------------


def leads(report: Report, lang: str = "sv") -> Iterator[str]:
    return iter(
        re.findall('<p class="lead">(.*?)</p>', page([("a", report)], lang))  # type: ignore[arg-type]
    )


def test_one_sentence_says_what_came_of_it() -> None:
    only = attrs.evolve(check(COLLAB, at=DAY), findings=check(COLLAB, at=DAY).by_code("FOC003"))
    sentence = "Prövat mot profilen common den 2015-03-01 har dokumentet 1 påpekande."
    assert [*leads(only)] == [sentence]
    nothing = attrs.evolve(check(COLLAB), findings=())
    sentence = "Tried against the profile common, without a day, the document has no findings."
    assert [*leads(nothing, "en")] == [sentence]


def test_a_document_that_cannot_be_read_is_not_said_to_have_been_tried() -> None:
    text = page([("a", check_json(b'{"samverkan": "1.0"}'))], "sv")
    assert "Dokumentet går inte att läsa, så ingen regel har prövats: 1 brist." in text
    assert "TYP002" in under("Filformat", text)
    assert "De tre pelarna" not in text
    assert ">Styrning</h3>" not in text


def test_a_reading_without_faults_is_not_said_to_have_failed() -> None:
    (sentence,) = leads(read(b'{"samverkan": "1.0", "name": "S"}').report)
    assert sentence == "Dokumentet har inte prövats mot någon regel; läsningen gav inga fynd."


def test_accepted_findings_have_a_table_of_their_own() -> None:
    (finding,) = check(COLLAB, at=DAY).by_code("FOC003")
    collab = accept(COLLAB, finding, reason="r", owner="<o>", last_day=DAY)
    text = page([shown(collab)], "sv")
    assert "; dessutom finns 1 godtagen avvikelse." in text
    after = under("Godtagna avvikelser", text)
    said = "<p>Godtaget: &lt;o&gt; svarar för det till och med 2015-03-01.</p>"
    assert said in after
    assert text.count(said) == 1
    assert '<a href="#d1-accepted-FOC003">FOC003</a>' in under("Struktur", text)
    assert '<span id="d1-accepted-FOC003">FOC003</span>' in after


def test_a_lapsed_acceptance_is_said_where_the_finding_is_back() -> None:
    (finding,) = check(COLLAB, at=DAY).by_code("FOC003")
    collab = accept(COLLAB, finding, reason="r", owner="o", last_day=DAY)
    text = page([shown(collab, date(2015, 3, 2))], "en")
    said = "<p>The acceptance has lapsed: o answered for it through 2015-03-01.</p>"
    assert said in under("Structure", text)
    assert "accepted finding" not in text


def test_a_rule_has_one_row_however_often_it_is_broken() -> None:
    other = attrs.evolve(AREA, id=FocusAreaId("föräldrastöd"))
    text = page([shown(attrs.evolve(COLLAB, focus_areas=(AREA, other)))], "sv")
    assert text.count(">FOC003</span>") == 1
    assert "Fokusområdet föräldrastöd saknar" in text


def test_twice_the_findings_make_twice_the_page_and_no_more() -> None:
    lengths = []
    for many in (500, 1000):
        areas = (FocusArea(id=FocusAreaId(f"område-{n:04}"), name="n") for n in range(many))
        report = check(Collaboration(name="S", focus_areas=tuple(areas)), at=DAY)
        text = page([("a", report)], "sv")
        assert text.count("<code>/focus_areas/") >= len(report.by_code("FOC003")) == many
        assert text.count(">FOC003</span>") == 1
        lengths.append(len(text))
    assert lengths[1] < 2 * lengths[0]


# --- the three pillars -------------------------------------------------------------------------


def test_each_count_of_a_pillar_names_what_it_is_made_of() -> None:
    own = under("Struktur", page([shown(COLLAB)], "sv"))
    broken = re.search("<dt>Har fynd: ([0-9]+)</dt><dd>(.*?)</dd>", own)
    assert broken is not None
    assert int(broken[1]) == len(broken[2].split(", "))
    assert '<a href="#d1-FOC003">FOC003</a>' in broken[2]


def test_the_overview_has_a_row_for_each_pillar_and_the_rows_add_up() -> None:
    text = page([shown(COLLAB)], "sv")
    _, found, standing = under("De tre pelarna", text).split("<caption>")
    for counts in (found, standing):
        rows = re.findall("<tr role=.row.>(.*?)</tr>", counts)[1:]
        assert [re.findall("<th[^>]*>(.*?)</th>", row)[0] for row in rows] == [
            pillar.sv for pillar in Pillar
        ]
        for row in rows:
            *parts, total = map(int, re.findall("<td[^>]*>(.*?)</td>", row))
            assert sum(parts) == total


def test_a_rule_that_nobody_here_knows_stands_under_an_unknown_pillar() -> None:
    report = attrs.evolve(check(COLLAB, at=DAY), held=("OWN001",))
    assert "OWN001" in under("Okänd pelare", page([("a", report)], "sv"))
    assert "<th scope=" in page([("a", report)], "sv").partition("Okänd pelare")[0]


# --- silence -----------------------------------------------------------------------------------


def test_what_waits_for_a_day_is_named() -> None:
    report = attrs.evolve(check(COLLAB), not_judged=())
    text = page([("a", report)], "sv")
    assert under("Väntar på en dag", text).endswith(f"<p>{', '.join(report.not_run)}</p>")
    assert "Kan inte bedömas" not in text
    assert "Väntar på en dag</h3>" not in page([("a", check(COLLAB, at=DAY))], "sv")


def test_what_could_not_be_judged_says_what_it_lacks() -> None:
    lacking = (
        NotJudged(code="FOC001", subject="<a>", lacked="time_box.starts"),
        NotJudged(code="FOC001", subject="b", lacked="time_box.starts"),
        NotJudged(code="MET001", lacked="meetings"),
        NotJudged(code="MET002", lacked="meetings"),
    )
    report = attrs.evolve(check(COLLAB, at=DAY), not_judged=lacking)
    own = under("Cannot be judged", page([("a", report)], "en"))
    assert own.count("<caption>") == 2
    assert "the document: meetings</th>" in own
    assert ">MET001, MET002</td>" in own
    assert "<p>&lt;a&gt;: time box – starts</p><p>b: " in own


def test_only_what_is_lacking_for_some_or_for_all_has_a_table() -> None:
    for subject in (None, "a"):
        lacking = (NotJudged(code="FOC001", subject=subject, lacked="meetings"),)
        report = attrs.evolve(check(COLLAB, at=DAY), not_judged=lacking)
        own = under("Kan inte bedömas", page([("a", report)], "sv"))
        assert own.count("<caption>") == 1


def test_the_rules_that_the_profile_leaves_out_are_named() -> None:
    leaving = check(Collaboration(name="S", profile="riskzon1997"))
    own = under("Not in the profile", page([("fil", leaving)], "en"))
    assert "<p>FOC001, " in own
    assert "leaves these rules out" not in page([("fil", check(Collaboration(name="S")))], "en")


# --- pictures ----------------------------------------------------------------------------------


def test_a_picture_has_a_heading_and_stands_in_words_below() -> None:
    collab = attrs.evolve(COLLAB, bodies=(SEATED,))
    own = page([shown(collab)], "sv").partition(">Bilder</h3>")[2]
    names = ['<h4 id="d1-focus">Fokusområden över tid: S</h4>', '<h4 id="d1-seats">Vem sitter var']
    assert [own.count(name) for name in names] == [1, 1]
    assert own.count("<svg ") == own.count("Bilden i ord") == 2
    assert "<li>1 Styrgruppen (styrgrupp): Ingen aktör angiven, 1 plats, leder.</li>" in own
    assert (
        "<li>Barnfattigdom: start inte angiven, slut inte angivet; inga steg införda.</li>" in own
    )


def test_what_the_document_has_no_data_for_has_no_picture() -> None:
    for bodies in ((), (GROUP,)):
        text = page([shown(Collaboration(name="S", bodies=bodies))], "sv")
        assert "<svg" not in text
        assert "Bilder</h3>" not in text


def test_the_limit_in_the_picture_is_that_of_the_profile_that_was_used() -> None:
    own = attrs.evolve(COMMON, name="hagby", parameters=Parameters(focus_area_limit=7))
    assert "Gräns: 7." in page([shown(COLLAB, profile=own)])
    unknown = attrs.evolve(shown(COLLAB, profile=own), profile=None)
    assert "Gräns:" not in page([unknown])
    assert "Gräns: 4." in page([shown(attrs.evolve(COLLAB, profile="sundbyberg"))])


# --- what it rests on --------------------------------------------------------------------------


def test_the_stamp_is_told_in_full() -> None:
    one = shown(COLLAB)
    stamp = one.report.stamp
    own = under("Vad granskningen vilar på", page([one], "sv"))
    told = re.findall("<dd>(.*?)</dd>", own)
    law = stamp.law_known_to
    assert law is not None
    assert told == [
        "a",
        "S",
        "2015-03-01",
        "common",
        stamp.catalogue,
        law.isoformat(),
        stamp.digest,
    ]


def test_what_is_not_known_is_not_told_but_for_the_day() -> None:
    own = under(
        "What the check rests on", page([("a", attrs.evolve(Report(), stamp=Stamp()))], "en")
    )
    assert re.findall("<dd>(.*?)</dd>", own) == ["a", "no day given"]
