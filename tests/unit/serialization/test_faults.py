"""Each fault by its code: the text that produces it, its place and its words in both languages."""

import json
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samverkan_core.checking import explain
from samverkan_core.findings.finding import Force, Notice, Pillar, Severity
from samverkan_core.findings.report import Report
from samverkan_core.model.actor import ActorKind
from samverkan_core.model.collaboration import Collaboration
from samverkan_core.serialization.decisions import loads_decision
from samverkan_core.serialization.fault import shown
from samverkan_core.serialization.faults import FAULTS, JsonType
from samverkan_core.serialization.limits import Limits
from samverkan_core.serialization.load import LoadError, read
from samverkan_core.serialization.reports import loads_report
from samverkan_core.values.labels import LANGUAGES, Lang
from samverkan_core.values.shape import members
from samverkan_core.values.text import made_whole

NARROW = Limits(text=500, depth=6, objects=9, string=60, number=20)


def doc(*members: str) -> str:
    """Write a document of a version and a name, and what else is given."""
    return "{" + ",".join(('"samverkan":"1.0"', '"name":"Samverkan"', *members)) + "}"


def actor(*members: str) -> str:
    """Write a document with one actor, of a name and what else is given."""
    return doc('"actors":[{' + ",".join(('"name":"Skolan"', *members)) + "}]")


#: Code, text, pointer, message in Swedish, message in English.
CASES = [
    (
        "JSN001",
        b'{"name":"\xff"}',
        "",
        "Filen är inte UTF-8: byte 9 går inte att läsa.",
        "The file is not UTF-8: byte 9 cannot be read.",
    ),
    (
        "JSN002",
        "\ufeff" + doc(),
        "",
        "Filen börjar med ett byteordningsmärke (BOM).",
        "The file begins with a byte order mark (BOM).",
    ),
    (
        "JSN003",
        '{\n"name" "x"}',
        "",
        "Filen är inte JSON: den bryter mot formen på rad 2, kolumn 8.",
        "The file is not JSON: it breaks the form at line 2, column 8.",
    ),
    (
        "JSN004",
        doc() + "\n ]",
        "",
        "Efter dokumentets slut står mer text på rad 2, kolumn 2.",
        "More text follows the end of the document at line 2, column 2.",
    ),
    (
        "JSN005",
        doc('"x-a":{"b":1,"b":2}'),
        "/x-a/b",
        "Fältet ”b” står mer än en gång i samma objekt.",
        "The member ”b” stands more than once in one object.",
    ),
    (
        "JSN006",
        doc('"x-a":[1,NaN]'),
        "/x-a/1",
        "Talet NaN är inget ändligt tal.",
        "The number NaN is not finite.",
    ),
    (
        "JSN007",
        doc(r'"x-a":"\ud83d"'),
        "/x-a",
        "Texten innehåller ett halvt tecken (ett ensamt surrogat).",
        "The text holds half a character (a lone surrogate).",
    ),
    (
        "LIM001",
        doc('"x-a":"' + 50 * "0123456789" + '"'),
        "",
        "Filen är större än 500 byte, och så stora filer läses inte.",
        "The file is larger than 500 bytes, which is the most that is read.",
    ),
    (
        "LIM002",
        doc('"x-a":[[[[[[]]]]]]'),
        "/x-a/0/0/0/0/0",
        "Värdena är nästlade djupare än 6 nivåer.",
        "The values are nested deeper than 6 levels.",
    ),
    (
        "LIM003",
        doc('"x-a":[[],[],[],[],[],[],[],[]]'),
        "",
        "Dokumentet har fler än 9 objekt och listor.",
        "The document has more than 9 objects and lists.",
    ),
    (
        "LIM004",
        doc('"x-a":"' + 61 * "a" + '"'),
        "/x-a",
        "Texten har 61 byte; högst 60 läses.",
        "The text has 61 bytes; at most 60 are read.",
    ),
    (
        "LIM005",
        doc('"x-a":' + 21 * "7"),
        "/x-a",
        "Talet har 21 tecken; högst 20 läses.",
        "The number has 21 characters; at most 20 are read.",
    ),
    (
        "MEM001",
        actor('"id":"a"', '"kind":"school"', '"kontribution":1'),
        "/actors/0/kontribution",
        (
            "Fältet ”kontribution” är okänt här; det behålls oläst. "
            "Här finns bland andra contribution."
        ),
        (
            "The member ”kontribution” is not known here; it is kept unread. "
            "Among those known: contribution."
        ),
    ),
    (
        "TYP001",
        doc('"illustrative":"false"'),
        "/illustrative",
        "Här står en text; det ska vara true eller false.",
        "Here stands a text; it must be true or false.",
    ),
    (
        "TYP002",
        actor('"kind":"school"'),
        "/actors/0",
        "Fältet id saknas.",
        "The member id is missing.",
    ),
    (
        "TYP003",
        actor('"id":"a"', '"kind":"skool"'),
        "/actors/0/kind",
        "Koden ”skool” finns inte; bland dem som finns: school.",
        "There is no code ”skool”; among those that there are: school.",
    ),
    ("TYP004", doc('"purpose":" \\t"'), "/purpose", "Texten är tom.", "The text is blank."),
    (
        "TYP005",
        actor('"id":"a"', '"kind":"school"', '"period":{"first_day":"2015-02-29"}'),
        "/actors/0/period/first_day",
        "”2015-02-29” är ingen dag; skriv ÅÅÅÅ-MM-DD, och dagen ska finnas.",
        "”2015-02-29” is no day; write YYYY-MM-DD, and the day must exist.",
    ),
    (
        "TYP006",
        doc('"lifecycle":[{"stage":"project","day":"2015-13"}]'),
        "/lifecycle/0/day",
        "”2015-13” är varken år, månad eller dag; skriv ÅÅÅÅ, ÅÅÅÅ-MM eller ÅÅÅÅ-MM-DD.",
        "”2015-13” is neither year, month nor day; write YYYY, YYYY-MM or YYYY-MM-DD.",
    ),
    (
        "TYP007",
        doc('"bodies":[{"id":"b","name":"B","kind":"board","seats":[{"count":1001}]}]'),
        "/bodies/0/seats/0/count",
        "1001 godtas inte här; det som godtas: 1–1000.",
        "1001 is not accepted here; what is accepted: 1–1000.",
    ),
    (
        "VER001",
        '{"name":"Samverkan"}',
        "",
        "Dokumentet anger inte sin formatversion i fältet samverkan.",
        "The document does not state its format version in the member samverkan.",
    ),
    (
        "VER002",
        '{"samverkan":"2.0","name":"Samverkan"}',
        "/samverkan",
        "Dokumentet har formatversion 2.0; den här versionen av biblioteket läser 1.0.",
        "The document has format version 2.0; this version of the library reads 1.0.",
    ),
    (
        "VER003",
        '{"samverkan":"1.12","name":"Samverkan"}',
        "/samverkan",
        "Dokumentet har formatversion 1.12, nyare än 1.0; det nya behålls oläst.",
        "The document has format version 1.12, newer than 1.0; the new is kept unread.",
    ),
    (
        "PRI001",
        doc('"purpose":"ring 20000229-2399 om Kim"'),
        "/purpose",
        "Här står ett personnummer eller samordningsnummer: 20******-****.",
        "Here stands a personal identity number or coordination number: 20******-****.",
    ),
]
#: Faults that need more than a text to come about; each has a test of its own below.
OTHERS = {"MEM002", "MEM003", "ASI001", "PRO002", "REP001", "DEC001"}
#: Faults of tables, tested where tables are read.
OF_TABLES = {fault.code for fault in FAULTS if fault.code.startswith("TAB")}
#: Faults of workbooks, tested where workbooks are read.
OF_WORKBOOKS = {fault.code for fault in FAULTS if fault.code.startswith("WBK")}


@pytest.mark.parametrize(
    ("code", "data", "pointer", "sv", "en"), CASES, ids=[case[0] for case in CASES]
)
def test_a_text_produces_exactly_this_fault(
    code: str, data: bytes | str, pointer: str, sv: str, en: str
) -> None:
    limits = NARROW if code.startswith("LIM") else Limits()
    (finding,) = read(data, limits=limits).report
    assert (finding.code, finding.pointer) == (code, pointer)
    assert finding.message() == sv
    assert finding.message("en") == en


def test_a_member_that_is_refused() -> None:
    loaded = read(doc('"purpos":1'), unknown="reject")
    (finding,) = loaded.report
    assert (finding.code, finding.pointer) == ("MEM002", "/purpos")
    assert finding.message() == "Fältet ”purpos” är okänt här. Här finns bland andra purpose."
    assert (
        finding.message("en")
        == "The member ”purpos” is not known here. Among those known: purpose."
    )
    assert loaded.value is None


def test_a_member_that_is_dropped() -> None:
    (finding,) = read(doc('"purpos":1'), unknown="drop").report
    assert (finding.code, finding.pointer) == ("MEM003", "/purpos")
    assert finding.message() == (
        "Fältet ”purpos” är okänt här och har utelämnats. Här finns bland andra purpose."
    )
    assert finding.message("en") == (
        "The member ”purpos” is not known here and was left out. Among those known: purpose."
    )


def test_a_thing_that_is_set_aside() -> None:
    aside, why = read(actor('"kind":"school"'), faulty="set_aside").report
    assert (aside.code, aside.pointer) == ("ASI001", "/actors/0")
    assert (
        aside.message() == "Det som står här gick inte att läsa och har lagts åt sidan oförändrat."
    )
    assert aside.message("en") == "What stands here could not be read and was set aside unchanged."
    assert why.code == "TYP002"


def test_a_text_that_is_no_report() -> None:
    with pytest.raises(LoadError) as caught:
        loads_report("{}")
    (finding,) = caught.value.report
    assert (finding.code, finding.pointer) == ("REP001", "")
    assert finding.message() == "Texten är ingen rapport av version 1.0 från det här biblioteket."
    assert finding.message("en") == "The text is no report of version 1.0 from this library."


def test_a_text_that_is_no_decision() -> None:
    with pytest.raises(LoadError) as caught:
        loads_decision("{}")
    (finding,) = caught.value.report
    assert (finding.code, finding.pointer) == ("DEC001", "")
    assert finding.message() == (
        "Texten är varken ett svar eller ett bevis i version 1.0 från det här biblioteket."
    )
    assert finding.message("en") == (
        "The text is no decision and no proof of version 1.0 from this library."
    )


def test_each_fault_has_its_case() -> None:
    tested = {case[0] for case in CASES} | OTHERS | OF_TABLES | OF_WORKBOOKS
    assert tested == {fault.code for fault in FAULTS} | {"PRI001"}


def test_several_faults_in_one_document_are_all_reported() -> None:
    text = doc(
        '"name":"igen"',
        '"illustrative":1',
        '"purpose":""',
        '"profil":"common"',
        '"actors":[{"id":"a","name":"A","kind":"x"},7,{"id":"b"}]',
        r'"x-a":["\udc00",{"b":"19730288-9931"}]',
        '"lifecycle":[{"stage":"project","day":{"when":"x","about":"y"},"decision":{"day":[]}}]',
    )
    loaded = read(text)
    assert loaded.value is None
    assert [(finding.pointer, finding.code) for finding in loaded.report] == [
        ("/actors/0/kind", "TYP003"),
        ("/actors/1", "TYP001"),
        ("/actors/2", "TYP002"),
        ("/actors/2", "TYP002"),
        ("/illustrative", "TYP001"),
        ("/lifecycle/0/day/about", "TYP001"),
        ("/lifecycle/0/day/when", "TYP006"),
        ("/lifecycle/0/decision/day", "TYP001"),
        ("/name", "JSN005"),
        ("/profil", "MEM001"),
        ("/purpose", "TYP004"),
        ("/x-a/0", "JSN007"),
        ("/x-a/1/b", "PRI001"),
    ]


#: Members that are each wrong by themselves -> what is found then.
WRONG = {
    '"purpose":" "': ("/purpose", "TYP004"),
    '"illustrative":"no"': ("/illustrative", "TYP001"),
    '"principals":[1]': ("/principals/0", "TYP001"),
    '"actors":[{"id":"a","name":"A","kind":"x"}]': ("/actors/0/kind", "TYP003"),
    '"persons":[{}]': ("/persons/0", "TYP002"),
    '"lifecycle":[{"stage":"project","day":"x"}]': ("/lifecycle/0/day", "TYP006"),
    '"bodies":[{"id":"b","name":"B","kind":"board","seats":[{"count":0}]}]': (
        "/bodies/0/seats/0/count",
        "TYP007",
    ),
    '"political_assignment":{"recorded_on":"2015"}': (
        "/political_assignment/recorded_on",
        "TYP005",
    ),
    '"purpos":1': ("/purpos", "MEM001"),
    '"x-a":{"b":1,"b":2}': ("/x-a/b", "JSN005"),
    r'"x-b":"\ud800"': ("/x-b", "JSN007"),
    '"method":"om 20000229-2399"': ("/method", "PRI001"),
}


@given(chosen=st.sets(st.sampled_from(tuple(WRONG))))
def test_each_fault_is_told_whichever_others_there_are(chosen: set[str]) -> None:
    loaded = read(doc(*sorted(chosen)))
    told = [(finding.pointer, finding.code) for finding in loaded.report]
    assert sorted(told) == sorted(WRONG[member] for member in chosen)
    assert (loaded.value is None) == bool(chosen - {'"purpos":1'})


@given(code=st.text(max_size=8) | st.sampled_from([kind.code for kind in ActorKind]))
def test_a_code_is_known_or_told(code: str) -> None:
    told = read(actor('"id":"a"', f'"kind":{json.dumps(code)}')).report
    expected = [] if ActorKind.of(code) else [("/actors/0/kind", "TYP003")]
    assert [(finding.pointer, finding.code) for finding in told] == expected


@given(text=st.text(st.characters(exclude_categories=()), max_size=60))
def test_a_quotation_is_short_whole_and_nobodys_number(text: str) -> None:
    quoted = shown(f"{text} 20000229-2399")
    assert len(quoted) <= 43
    assert "20000229-2399" not in quoted
    quoted.encode()
    assert shown(text[:9]) == f"”{made_whole(text[:9])}”"


@given(
    name=st.sampled_from([name for name, _ in members(Collaboration) if len(name) > 5]),
    at=st.integers(1, 5),
)
def test_a_member_that_lacks_a_letter_is_told_with_the_one_that_was_meant(
    name: str, at: int
) -> None:
    (finding,) = read(doc(f'"{name[:at] + name[at + 1 :]}":null')).report
    if name not in {"set_aside", "samverkan"}:
        known = dict(finding.data)["known"]
        assert isinstance(known, tuple)
        assert name in known


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize(
    ("written", "found"),
    [
        ("{}", JsonType.OBJECT),
        ('{"a":1,"a":1}', JsonType.OBJECT),
        ("[]", JsonType.ARRAY),
        ('"7"', JsonType.STRING),
        ("7", JsonType.INTEGER),
        ("1.0", JsonType.NUMBER),
        ("true", JsonType.BOOLEAN),
    ],
)
def test_a_wrong_type_is_named_in_words(written: str, found: JsonType, lang: Lang) -> None:
    asked = "purpose" if found is JsonType.BOOLEAN else "illustrative"
    (finding,) = read(doc(f'"{asked}":{written}')).report.by_code("TYP001")
    assert dict(finding.data)["found"] == found.code
    assert found.label(lang) in finding.message(lang)


def test_null_in_a_list_is_named_too() -> None:
    (finding,) = read(doc('"principals":[null]')).report
    assert finding.message("en") == "Here stands null; it must be a text."
    assert finding.pointer == "/principals/0"


# --- their words -----------------------------------------------------------------------------

every_fault = pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: fault.code)


def test_codes_stand_in_order_and_once() -> None:
    codes = [fault.code for fault in FAULTS]
    assert codes == sorted(set(codes))


@every_fault
def test_a_fault_is_about_the_format(fault: Notice) -> None:
    assert re.fullmatch("[A-Z]{3}[0-9]{3}", fault.code)
    assert (fault.pillar, fault.force) == (Pillar.FORMAT, Force.FORMAT)


@every_fault
def test_texts_are_short_sentences(fault: Notice) -> None:
    for texts in (fault.sv, fault.en):
        for text in (texts.message, texts.why, texts.remedy):
            assert text.endswith(".")
            assert len(text.split()) <= 25


@every_fault
def test_both_languages_speak_of_the_same_data(fault: Notice) -> None:
    def named(text: str) -> set[str]:
        return set(re.findall("{([a-z]+)}", text))

    assert named(fault.sv.message) == named(fault.en.message)


@every_fault
def test_what_leaves_a_value_is_no_error(fault: Notice) -> None:
    of_tables = {"TAB001", "TAB002", "TAB006", "TAB009"}
    of_workbooks = {"WBK007", "WBK010", "WBK011", "WBK012", "WBK013"}
    leaves = fault.code in {"MEM001", "MEM003", "VER003", "ASI001", *of_tables, *of_workbooks}
    assert (fault.severity is not Severity.ERROR) == leaves


@every_fault
def test_explain_knows_the_code(fault: Notice) -> None:
    assert explain(fault.code).startswith(f"{fault.code} · ")
    assert fault.sv.remedy in explain(fault.code)
    assert fault.en.remedy in explain(fault.code, "en")


# --- what faults may not say -----------------------------------------------------------------

NUMBER = "20000229-2399"


@pytest.mark.parametrize(
    "text",
    [
        doc(f'"{NUMBER}":1'),
        doc(f'"{NUMBER}":"{NUMBER}"'),
        doc(f'"{NUMBER}":1,"{NUMBER}":2'),
        doc(f'"x-a":{{"{NUMBER}":[NaN]}}'),
        doc(f'"x-a":{{"{NUMBER}":"\\ud800"}}'),
        actor('"id":"a"', f'"kind":"{NUMBER}"'),
        actor('"id":"a"', '"kind":"school"', f'"period":{{"first_day":"{NUMBER}"}}'),
        doc(f'"profil":"{NUMBER}"'),
    ],
)
def test_no_fault_spreads_a_personal_number(text: str) -> None:
    loaded = read(text)
    assert loaded.value is None
    assert "PRI001" in {finding.code for finding in loaded.report}
    for said in (repr(loaded), str(LoadError(loaded.report)), _everything(loaded.report)):
        assert NUMBER not in said


@pytest.mark.parametrize(
    "text",
    [
        doc(r'"\ud800":1'),
        doc(r'"\ud800":{"a":NaN}'),
        doc(r'"\ud800":1,"\ud800":2'),
        actor('"id":"a"', r'"kind":"\ud800"'),
        actor('"id":"a"', '"kind":"school"', r'"period":{"first_day":"\udfff"}'),
        doc(r'"lifecycle":[{"stage":"project","day":"20\udfff"}]'),
    ],
)
def test_a_fault_can_be_written_though_the_text_cannot(text: str) -> None:
    loaded = read(text)
    assert loaded.value is None
    assert _everything(loaded.report).encode()


def test_a_long_text_is_quoted_short() -> None:
    (finding,) = read(actor('"id":"a"', f'"kind":"{500 * "å"}"')).report
    assert f"”{40 * 'å'}…”" in finding.message()
    assert len(finding.message()) < 400


def _everything(report: Report) -> str:
    return json.dumps([report.to_dict("sv"), report.to_dict("en")], ensure_ascii=False)
