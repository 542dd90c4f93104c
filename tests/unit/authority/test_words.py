"""Decisions in words: what a jurist and a board's secretary read, in Swedish and in English."""

import datetime as dt
import re
import string
from typing import Any, TypeVar

import attrs
import pytest

from samverkan_core.authority.decide import may
from samverkan_core.authority.phrases import appointment, basis, document, mandate, period, scope
from samverkan_core.authority.proof import Decision, Holding, Link, Proof, Root, RootKind
from samverkan_core.authority.question import Caveat, Question, Refusal, RefusalCode
from samverkan_core.authority.reasons import REASONS, Words
from samverkan_core.errors import UnknownLanguage
from samverkan_core.model.appointment import AppointmentKind
from samverkan_core.model.common import Resolution
from samverkan_core.model.document import DocumentKind
from samverkan_core.model.mandate import Basis, BasisKind, MandateKind, Power, Scope
from samverkan_core.model.role import RoleKind
from samverkan_core.values.ages import AgeBand
from samverkan_core.values.labels import LANGUAGES, Lang
from samverkan_core.values.source import Source, SourceKind
from samverkan_core.values.time import PartialDate, Period

from .worlds import WORLDS

T = TypeVar("T")


def make(cls: type[T], **members: Any) -> T:
    """Make a thing of the model out of plain texts."""
    return cls(**members)


DAY = dt.date(2026, 3, 1)
YEAR = Period(first_day=dt.date(2026, 1, 1), last_day=dt.date(2026, 12, 31))
OPEN = Period(first_day=dt.date(2024, 1, 1))
KL = Source(kind=SourceKind.LAW, ref="6 kap. 38 §", title="kommunallagen (2017:725)")
QUESTION = Question(who="p-1", power=Power.DECIDE, on=make(Scope, matters=("ärende-7",)), at=DAY)

ORDER = make(Basis, kind=BasisKind.GOVERNING_DOCUMENT, document="do-sn", line="4.2")
RULES = make(Basis, kind=BasisKind.GOVERNING_DOCUMENT, document="regl-sn", line="5 §")
BY_BOARD = make(
    Resolution,
    body="SN",
    day=PartialDate(when="2025-12-11"),
    paragraph="98",
    registry_number="SN 2025/144",
    summary="Delegationsordning för Anna Ek",
)
BY_COUNCIL = make(Resolution, body="KF", day=PartialDate(when="2022-11-28"), paragraph="131")

HOLDING = Holding(
    appointment="anst-1",
    kind=AppointmentKind.EMPLOYED,
    office="eh-barn",
    role_kind=RoleKind.EMPLOYEE,
    period=OPEN,
    appointed_by="SN",
)
LINKS = (
    Link(
        mandate="d-3",
        kind=MandateKind.DELEGATION,
        holder="eh-barn",
        powers=(Power.DECIDE,),
        scope=make(Scope, matters=("ärende-7", "ärende-8"), ages=AgeBand(from_age=13, to_age=18)),
        period=YEAR,
        revoked_from=dt.date(2026, 10, 1),
        granted_by="fc-soc",
        may_delegate=False,
        basis=make(
            Basis, kind=BasisKind.POLITICAL_DECISION, resolution=make(Resolution, paragraph="4")
        ),
    ),
    Link(
        mandate="d-2",
        kind=MandateKind.DELEGATION,
        holder="fc-soc",
        powers=(Power.PREPARE, Power.DECIDE),
        scope=None,
        period=YEAR,
        revoked_from=None,
        granted_by="SN",
        may_delegate=True,
        basis=ORDER,
        document_kind=DocumentKind.DELEGATION_ORDER,
        decided_by=(BY_BOARD,),
    ),
    Link(
        mandate="u-1",
        kind=MandateKind.ASSIGNMENT,
        holder="SN",
        powers=(Power.DECIDE,),
        scope=None,
        period=Period(first_day=dt.date(2023, 1, 1)),
        revoked_from=None,
        granted_by="KF",
        may_delegate=True,
        basis=RULES,
        document_kind=DocumentKind.RULES_OF_PROCEDURE,
        decided_by=(BY_COUNCIL,),
    ),
)
PROOF = Proof(
    question=QUESTION,
    holding=HOLDING,
    links=LINKS,
    root=Root(kind=RootKind.COUNCIL_RULES, rests_on="regl-sn"),
)

SWEDISH = """\
Ja. p-1 får besluta. Frågan gäller ärendet ärende-7 den 2026-03-01.
Behörigheten följer av:
1. p-1 har rollen eh-barn (anställd) genom anställningen anst-1, från och med 2024-01-01 \
tills vidare. Utsedd av SN.
2. Delegationen d-3 ger eh-barn rätt att besluta i fråga om ärendena ärende-7 och ärende-8 och \
åldrarna 13–18 år, från och med 2026-01-01 till och med 2026-12-31. Den är vidaredelegerad av \
fc-soc med stöd av delegationen d-2. Den är återkallad från och med 2026-10-01. \
Grund: beslut § 4.
3. Delegationen d-2 ger fc-soc rätt att bereda och besluta, från och med 2026-01-01 till och med \
2026-12-31. Den är delegerad av SN med stöd av uppdraget u-1. Den får delegeras vidare. Grund: \
punkt 4.2 i delegationsordningen do-sn, enligt beslut av SN 2025-12-11 § 98, dnr SN 2025/144.
4. Uppdraget u-1 ger SN rätt att besluta, från och med 2023-01-01 tills vidare. Det är givet av \
KF. Det får delegeras vidare.
5. Rättslig grund: fullmäktiges reglemente – 5 § i reglementet regl-sn, enligt beslut av KF \
2022-11-28 § 131.
Underlag för bedömning, inte rättsligt besked."""

ENGLISH = """\
Yes. p-1 may decide. The question is about the matter ärende-7 on 2026-03-01.
The power follows from:
1. p-1 holds the office eh-barn (employee) by the employment anst-1, from 2024-01-01 until further \
notice. Appointed by SN.
2. The delegation d-3 gives eh-barn the right to decide in respect of the matters ärende-7 and \
ärende-8 and the ages 13–18, from 2026-01-01 to 2026-12-31 inclusive. It was sub-delegated by \
fc-soc from the delegation d-2. It is revoked from 2026-10-01. Ground: decision § 4.
3. The delegation d-2 gives fc-soc the right to prepare and decide, from 2026-01-01 to 2026-12-31 \
inclusive. It was delegated by SN from the assignment u-1. It may be delegated on. Ground: item \
4.2 of the delegation order do-sn, adopted by decision of SN 2025-12-11 § 98, dnr SN 2025/144.
4. The assignment u-1 gives SN the right to decide, from 2023-01-01 until further notice. It was \
given by KF. It may be delegated on.
5. Legal ground: the council's rules of procedure – 5 § of the rules of procedure regl-sn, adopted \
by decision of KF 2022-11-28 § 131.
Material for an assessment, not a legal ruling."""

CLOSINGS = {
    "sv": "Underlag för bedömning, inte rättsligt besked.",
    "en": "Material for an assessment, not a legal ruling.",
}


def yes(**members: Any) -> Decision:
    """Make a yes that rests on the chain above."""
    return Decision(**{"question": QUESTION, "allowed": True, "proof": PROOF, **members})


def no(*codes: RefusalCode, **members: Any) -> Decision:
    """Make a no for some reasons, each of which lies in a thing of its own."""
    refusals = tuple(Refusal(code=code, about=f"led-{code.rank}") for code in codes)
    return Decision(**{"question": QUESTION, "allowed": False, "refusals": refusals, **members})


def link(position: int = 0, **members: Any) -> Proof:
    """Give the proof above with one mandate told in another way."""
    links = list(LINKS)
    links[position] = attrs.evolve(links[position], **members)
    return attrs.evolve(PROOF, links=tuple(links))


# --- yes -------------------------------------------------------------------------------------


@pytest.mark.parametrize(("lang", "expected"), [("sv", SWEDISH), ("en", ENGLISH)])
def test_a_yes_tells_the_whole_chain(lang: Lang, expected: str) -> None:
    assert yes().text(lang) == expected
    without_answer = expected.split(". ", 2)[2]
    assert PROOF.text(lang) == without_answer


def test_swedish_is_what_is_read_where_nobody_says() -> None:
    assert yes().text() == SWEDISH
    assert PROOF.text() == PROOF.text("sv")


def test_a_language_without_texts_is_refused() -> None:
    for speak in (yes().text, PROOF.text, no(RefusalCode.EXPIRED).text, yes().to_dict):
        with pytest.raises(UnknownLanguage):
            speak("fi")  # type: ignore[arg-type]  # that is what is tried


@pytest.mark.parametrize(
    ("conditions", "together", "sv", "en"),
    [
        (
            ("högst 50 000 kronor.",),
            (),
            "Ja, under förutsättning att detta är uppfyllt: högst 50 000 kronor. p-1 får besluta.",
            "Yes, provided that this is fulfilled: högst 50 000 kronor. p-1 may decide.",
        ),
        (
            ("högst 50 000 kronor", " längst sex månader. "),
            (),
            (
                "Ja, under förutsättning att allt detta är uppfyllt: högst 50 000 kronor; "
                "längst sex månader. p-1 får besluta."
            ),
            (
                "Yes, provided that all this is fulfilled: högst 50 000 kronor; längst sex "
                "månader. p-1 may decide."
            ),
        ),
        (
            (),
            ("BUN", "KS"),
            "Ja, under förutsättning att det sker tillsammans med BUN och KS. p-1 får besluta.",
            "Yes, provided that it takes place together with BUN and KS. p-1 may decide.",
        ),
        (
            ("högst en månad",),
            ("BUN",),
            (
                "Ja, under förutsättning att det sker tillsammans med BUN och att detta är "
                "uppfyllt: högst en månad. p-1 får besluta."
            ),
            (
                "Yes, provided that it takes place together with BUN and that this is fulfilled: "
                "högst en månad. p-1 may decide."
            ),
        ),
    ],
)
def test_what_a_yes_depends_on_comes_first(
    conditions: tuple[str, ...], together: tuple[str, ...], sv: str, en: str
) -> None:
    decision = yes(conditions=conditions, together_with=together)
    assert decision.text("sv").startswith(sv)
    assert decision.text("en").startswith(en)


def test_pure_execution_is_said_first() -> None:
    execution = yes(proof=Proof(question=QUESTION))
    assert execution.text().splitlines() == [
        (
            "Ren verkställighet: åtgärden kräver ingen delegation. Ja, p-1 får utföra den inom "
            "sina egna uppgifter. "
            "Frågan gäller ärendet ärende-7 den 2026-03-01."
        ),
        CLOSINGS["sv"],
    ]
    assert execution.text("en").startswith("Pure execution: the measure needs no delegation. Yes, ")
    assert Proof(question=QUESTION).text().startswith("Ren verkställighet: ")
    assert "Ren verkställighet" not in yes().text()


def test_a_body_acts_without_an_appointment() -> None:
    text = yes(proof=attrs.evolve(PROOF, holding=None)).text()
    assert "1. Delegationen d-3 ger eh-barn rätt" in text
    assert "anst-1" not in text


def test_a_substitute_is_called_so() -> None:
    standing_in = attrs.evolve(HOLDING, standing_in_for="anst-0")
    proof = attrs.evolve(link(0, as_substitute=True), holding=standing_in)
    assert (
        "Går in som ersättare för den ordinarie (anst-0), som inte är i tjänst.\n" in proof.text()
    )
    assert "Stands in for the ordinary holder (anst-0), who is not in service." in proof.text("en")
    assert "ger eh-barn (ersättare) rätt att besluta" in proof.text()
    assert "gives eh-barn (substitute) the right to decide" in proof.text("en")


def test_an_office_that_is_no_role_is_not_called_one() -> None:
    seat = attrs.evolve(HOLDING, office="SN-AU", role_kind=None, kind=AppointmentKind.ELECTED)
    proof = attrs.evolve(PROOF, holding=seat)
    assert "1. p-1 är knuten till SN-AU genom valet anst-1" in proof.text()
    assert "1. p-1 belongs to SN-AU by the election anst-1" in proof.text("en")


def test_an_urgent_mandate_says_that_it_is_one() -> None:
    assert "Den gäller endast brådskande ärenden." in link(urgent_only=True).text()
    assert "It holds in urgent matters only." in link(urgent_only=True).text("en")
    assert "brådskande" not in PROOF.text()


def test_swedish_words_bend_after_the_word_for_the_mandate() -> None:
    told: dict[str, Any] = {
        "revoked_from": dt.date(2026, 10, 1),
        "urgent_only": True,
        "may_delegate": True,
    }
    neuter = link(kind=MandateKind.ASSIGNMENT, **told).text().splitlines()[3]
    assert neuter.startswith("2. Uppdraget d-3 ger ")
    for said in ("Det är vidaredelegerat av", "Det är återkallat", "Det gäller", "Det får"):
        assert said in neuter
    common = link(kind=None, **told).text().splitlines()[3]
    assert common.startswith("2. Behörigheten d-3 ger ")
    for said in ("Den är vidaredelegerad av", "Den är återkallad", "Den gäller", "Den får"):
        assert said in common


def test_only_what_rests_on_a_delegation_is_sub_delegated() -> None:
    text = link(1, kind=MandateKind.BY_LAW).text()
    assert "vidaredelegera" not in text
    assert "Den är delegerad av fc-soc med stöd av den lagstadgade behörigheten d-2." in text


def test_what_nobody_has_stated_is_left_out() -> None:
    bare: dict[str, Any] = {
        "granted_by": None,
        "basis": None,
        "revoked_from": None,
        "may_delegate": False,
    }
    proof = attrs.evolve(link(2, **bare), root=None)
    assert proof.text().splitlines()[-2] == (
        "4. Uppdraget u-1 ger SN rätt att besluta, från och med 2023-01-01 tills vidare."
    )
    nobody = link(0, **bare).text().splitlines()[3]
    assert nobody.endswith("Den är vidaredelegerad med stöd av delegationen d-2.")


@pytest.mark.parametrize(
    ("root", "own", "sv", "en"),
    [
        (
            Root(kind=RootKind.LAW, provision=KL),
            make(Basis, kind=BasisKind.LAW, provision=KL),
            "lag – 6 kap. 38 § kommunallagen (2017:725).",
            "law – 6 kap. 38 § kommunallagen (SFS 2017:725).",
        ),
        (
            Root(kind=RootKind.LAW, provision=KL),
            None,
            "lag – 6 kap. 38 § kommunallagen (2017:725).",
            "law – 6 kap. 38 § kommunallagen (SFS 2017:725).",
        ),
        (
            Root(kind=RootKind.OWN_DECISION, rests_on="SN"),
            make(Basis, kind=BasisKind.POLITICAL_DECISION, resolution=BY_BOARD),
            "beslut av eget organ – beslut av SN 2025-12-11 § 98, dnr SN 2025/144.",
            (
                "a decision of its own governing body – decision of SN 2025-12-11 § 98, "
                "dnr SN 2025/144."
            ),
        ),
        (
            Root(kind=RootKind.AGREEMENT, rests_on="avt-1"),
            RULES,
            (
                "överenskommelse – 5 § i reglementet regl-sn, enligt beslut av KF 2022-11-28 § "
                "131; avt-1."
            ),
            (
                "agreement – 5 § of the rules of procedure regl-sn, adopted by decision of KF "
                "2022-11-28 § 131; avt-1."
            ),
        ),
        (
            Root(kind=RootKind.STATE_ORDER),
            None,
            "myndighetens arbetsordning.",
            "the authority's order of work.",
        ),
    ],
)
def test_the_chain_ends_in_its_ground(root: Root, own: Basis | None, sv: str, en: str) -> None:
    proof = attrs.evolve(link(2, basis=own), root=root)
    assert f"\n5. Rättslig grund: {sv}\n" in proof.text("sv")
    assert f"\n5. Legal ground: {en}\n" in proof.text("en")


def test_a_ground_without_mandates_is_told_too() -> None:
    alone = Proof(question=QUESTION, root=Root(kind=RootKind.LAW, provision=KL))
    assert "1. Rättslig grund: lag – 6 kap. 38 § kommunallagen (2017:725)." in alone.text()
    assert "verkställighet" not in alone.text()


def test_to_agree_is_said_to_be_no_decision() -> None:
    proof = attrs.evolve(PROOF, question=attrs.evolve(QUESTION, power=Power.AGREE))
    assert "Att enas är en gemensam hållning utan rättsverkan; " in proof.text()
    assert "To agree is a joint position without legal effect; " in proof.text("en")
    assert "rättsverkan" not in PROOF.text()


def test_caveats_say_that_nobody_has_read_the_law() -> None:
    code = RefusalCode.DELEGATION_PROHIBITED
    unread = (Caveat(code=code, about="ärende-7", rests_on=KL),)
    decision = yes(proof=attrs.evolve(PROOF, caveats=unread))
    assert decision.text().splitlines()[-3:] == [
        "Förbehåll:",
        (
            "1. Hindret ”Delegeringsförbud” (ärende-7) kan följa av 6 kap. 38 § kommunallagen "
            "(2017:725), men det är inte säkert att någon i projektet har läst lagtexten i den "
            "lydelse som gäller den dagen. Den som ansvarar för beslutet läser den."
        ),
        CLOSINGS["sv"],
    ]
    assert "“May not be delegated by law” (ärende-7) may follow from" in decision.text("en")
    assert "not certain that anybody in the project has read the statute" in decision.text("en")
    assert "Förbehåll" not in yes().text()


def test_a_ground_in_law_that_nobody_has_read_is_a_caveat() -> None:
    unread = Caveat(code=RefusalCode.NO_LEGAL_ROOT, about="u-1", rests_on=KL)
    proof = attrs.evolve(PROOF, caveats=(unread,))
    assert (
        "1. u-1 vilar på 6 kap. 38 § kommunallagen (2017:725), men det är inte säkert att någon "
    ) in proof.text()
    assert "1. u-1 rests on 6 kap. 38 § kommunallagen (SFS 2017:725), but " in proof.text("en")


# --- no --------------------------------------------------------------------------------------


def test_a_no_names_every_reason_and_who_may_instead() -> None:
    refusals = (
        Refusal(code=RefusalCode.REVOKED, about="d-3"),
        Refusal(code=RefusalCode.DELEGATION_PROHIBITED, about="ärende-7", rests_on=KL),
    )
    decision = no(refusals=refusals, instead=("SN", "p-2"))
    assert decision.text().splitlines() == [
        "Nej. p-1 får inte besluta. Frågan gäller ärendet ärende-7 den 2026-03-01.",
        "Detta står i vägen:",
        (
            "1. Återkallad (d-3). d-3 har återkallats och gäller inte den 2026-03-01. Åtgärd: Den "
            "som återkallade d-3 handlar själv eller fattar ett nytt beslut."
        ),
        (
            "2. Delegeringsförbud (ärende-7). Beslutanderätten får inte delegeras så här: ärendet "
            "är undantaget från delegation, eller så ska flera delegater besluta gemensamt. "
            "Lagrum: 6 kap. 38 § kommunallagen (2017:725). Åtgärd: Nämnden beslutar själv; ska "
            "flera besluta gemensamt delegerar nämnden i stället till ett utskott eller till var "
            "och en för sig."
        ),
        "I stället får SN och p-2 besluta.",
        CLOSINGS["sv"],
    ]
    english = decision.text("en")
    assert (
        "\n1. Revoked (d-3). d-3 has been revoked and does not hold on 2026-03-01. Rem" in english
    )
    assert " Provision: 6 kap. 38 § kommunallagen (SFS 2017:725). Remedy: The board " in english
    assert "\nInstead SN and p-2 may decide.\n" in english


def test_a_no_says_when_nobody_may_instead() -> None:
    expired = no(RefusalCode.EXPIRED)
    assert "\nUnderlaget visar ingen som får besluta i stället.\n" in expired.text()
    assert "\nThe document shows nobody who may decide instead.\n" in expired.text("en")


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("code", RefusalCode)
def test_each_reason_is_told_with_its_thing_and_its_remedy(code: RefusalCode, lang: Lang) -> None:
    text = no(code).text(lang)
    said = (
        REASONS[code]
        .words(lang)
        .filled(
            about=f"led-{code.rank}", who="p-1", at="2026-03-01", power=Power.DECIDE.label(lang)
        )
    )
    assert f"1. {code.label(lang)} (led-{code.rank}). {said.message} " in text
    assert said.remedy in text
    assert text.endswith(CLOSINGS[lang])
    assert "{" not in text


def test_a_no_of_all_reasons_numbers_them() -> None:
    lines = no(*RefusalCode).text().splitlines()
    assert [line.split(". ")[0] for line in lines[2:-2]] == list(map(str, range(1, 25)))


# --- the table -------------------------------------------------------------------------------

NAMES = {"about", "who", "at", "power"}


def names(text: str) -> set[str]:
    """Give the data that a text asks for."""
    return {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}


def test_every_reason_has_its_words_in_the_order_of_the_set() -> None:
    assert list(REASONS) == list(RefusalCode)


@pytest.mark.parametrize("code", RefusalCode)
def test_the_words_are_sentences_that_use_known_data(code: RefusalCode) -> None:
    for words in (REASONS[code].sv, REASONS[code].en):
        for text in (words.message, words.remedy):
            assert text.endswith(".")
            assert not text.endswith("..")
            assert "  " not in text
            assert names(text) <= NAMES
        assert 4 <= len(words.message.split()) <= 30
        assert 4 <= len(words.remedy.split()) <= 30
    assert names(REASONS[code].sv.message) == names(REASONS[code].en.message)
    assert names(REASONS[code].sv.remedy) == names(REASONS[code].en.remedy)


def test_no_two_reasons_say_the_same() -> None:
    for lang in LANGUAGES:
        assert len({REASONS[code].words(lang).message for code in RefusalCode}) == len(RefusalCode)


def test_a_mandate_is_never_called_mandat_in_swedish() -> None:
    every = [yes(conditions=("x",)).text(), no(*RefusalCode).text()]
    every += [mandate(kind).label("sv") for kind in (*MandateKind, None)]
    assert not [text for text in every if re.search("mandat", text, re.IGNORECASE)]


def test_words_can_be_filled_once_only() -> None:
    words = Words(message="{about}.", remedy="{who}.").filled(about="{who}", who="p")
    assert words == Words(message="{who}.", remedy="p.")


# --- phrases ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("held", "sv", "en"),
    [
        (YEAR, "från och med 2026-01-01 till och med 2026-12-31", "from 2026-01-01 to 2026-12-31 "),
        (OPEN, "från och med 2024-01-01 tills vidare", "from 2024-01-01 until further notice"),
        (Period(last_day=DAY), "till och med 2026-03-01", "to 2026-03-01 inclusive"),
        (Period(), "tills vidare", "until further notice"),
    ],
)
def test_both_days_of_a_period_are_included(held: Period, sv: str, en: str) -> None:
    assert period(held, "sv") == sv
    assert period(held, "en").startswith(en)


@pytest.mark.parametrize(
    ("held", "sv", "en"),
    [
        (None, "", ""),
        (Scope(), "", ""),
        (make(Scope, focus_areas=("f",)), "fokusområdet f", "the focus area f"),
        (make(Scope, focus_areas=("f", "g")), "fokusområdena f och g", "the focus areas f and g"),
        (make(Scope, bodies=("b", "c", "d")), "organen b, c och d", "the bodies b, c and d"),
        (
            make(Scope, bodies=("b",), actors=("a",), matters=("m", "n")),
            "organet b, aktören a och ärendena m och n",
            "the body b, the actor a and the matters m and n",
        ),
        (
            make(Scope, actors=("a", "b"), ages=AgeBand(from_age=6, to_age=12)),
            "aktörerna a och b och åldrarna 6–12 år",
            "the actors a and b and the ages 6–12",
        ),
    ],
)
def test_a_scope_is_named_by_its_dimensions(held: Scope | None, sv: str, en: str) -> None:
    assert scope(held, "sv") == sv
    assert scope(held, "en") == en


def test_a_question_about_everything_says_so() -> None:
    everything = attrs.evolve(QUESTION, on=Scope())
    assert "Frågan gäller den 2026-03-01 och är ställd utan avgränsning.\n" in (
        no(question=everything).text()
    )
    assert "is asked without any limit.\n" in no(question=everything).text("en")


@pytest.mark.parametrize(
    ("line", "cited"),
    [
        ("4", "punkt 4 i "),
        ("4.2.1", "punkt 4.2.1 i "),
        ("A:3", "A:3 i "),
        ("5 §", "5 § i "),
        ("§ 5", "§ 5 i "),
        (None, ""),
    ],
)
def test_a_line_is_called_item_where_it_is_a_number(line: str | None, cited: str) -> None:
    held = attrs.evolve(ORDER, line=line)
    told = basis(held, DocumentKind.DELEGATION_ORDER, (), "sv")
    assert told == f"{cited}delegationsordningen do-sn"


def test_all_that_a_ground_states_is_told() -> None:
    held = attrs.evolve(ORDER, resolution=BY_COUNCIL, provision=KL)
    assert basis(held, None, (BY_BOARD, BY_COUNCIL), "sv") == (
        "punkt 4.2 i det styrande dokumentet do-sn, enligt beslut av SN 2025-12-11 § 98, dnr SN "
        "2025/144 och beslut av KF 2022-11-28 § 131; beslut av KF 2022-11-28 § 131; "
        "6 kap. 38 § kommunallagen (2017:725)"
    )
    assert basis(make(Basis, kind=BasisKind.AGREEMENT), None, (), "sv") == ""


def test_every_kind_has_its_word_in_both_languages() -> None:
    for kind in (*DocumentKind, None):
        assert document(kind, "sv")[0].islower()
        assert document(kind, "en").startswith("the ")
    assert document(DocumentKind.OTHER, "en") == "the governing document"
    for footing in (*AppointmentKind, None):
        assert appointment(footing, "sv") != appointment(footing, "en")
    assert appointment(None, "sv") == "förordnandet"


# --- with documents --------------------------------------------------------------------------


@pytest.mark.parametrize("name", WORLDS)
def test_names_of_a_document_never_stand_in_words(name: str) -> None:
    world = WORLDS[name]()
    renamed: dict[str, Any] = {
        collection: [attrs.evolve(one, name="Namnet") for one in getattr(world.collab, collection)]
        for collection in ("actors", "persons", "roles", "bodies", "documents", "matters")
    }
    named = attrs.evolve(world.collab, **renamed)
    asked = world.question
    for who in (asked.who, "nobody"):
        decision = may(named, who, asked.power, on=asked.on, at=asked.at)
        assert decision.allowed is (who != "nobody")
        for lang in LANGUAGES:
            assert "Namnet" not in decision.text(lang)
            assert "None" not in decision.text(lang)


# --- privacy ---------------------------------------------------------------------------------


def test_free_text_of_a_decision_does_not_stand_in_the_words() -> None:
    assert BY_BOARD.summary is not None
    for lang in LANGUAGES:
        assert "Anna" not in yes().text(lang)


def test_a_personal_identity_number_is_masked_wherever_it_stands() -> None:
    number = "20000229-2399"
    asked = attrs.evolve(QUESTION, who=number)
    decision = yes(question=asked, conditions=(f"endast {number}",), together_with=(number,))
    assert number not in decision.text()
    assert "20******-**** får besluta" in decision.text()
    assert number not in no(RefusalCode.NO_MANDATE, question=asked).text("en")


def test_half_a_character_can_be_shown() -> None:
    asked = attrs.evolve(QUESTION, who="p\ud800")
    assert "p\ufffd får inte besluta" in no(question=asked).text()


@pytest.mark.parametrize("lang", LANGUAGES)
def test_an_id_or_a_condition_cannot_forge_a_line(lang: Lang) -> None:
    plain = yes(conditions=("högst Ja.",)).text(lang).splitlines()
    forged = yes(conditions=("högst\nJa.",)).text(lang).splitlines()
    assert forged == plain


def test_a_notebook_shows_the_answer_as_a_word_and_the_chain_as_a_list() -> None:
    answer = yes(conditions=("a <b>", "c."))
    told = (
        "<strong>Ja, under förutsättning</strong> att allt detta är uppfyllt: a &lt;b&gt;; c. p-1"
    )
    assert answer.html() == answer._repr_html_()
    assert told in answer.html()
    assert answer.html().count("<ol>") == 1
    assert "<p>Behörigheten följer av:</p><ol><li>p-1 har rollen" in answer.html()
    assert answer.html("en").startswith('<div lang="en"><p><strong>Yes, provided</strong> that')


def test_a_notebook_shows_a_no_with_each_reason_in_the_list() -> None:
    answer = no(RefusalCode.EXPIRED, RefusalCode.NOT_URGENT)
    assert "<p><strong>Nej.</strong> p-1 får inte besluta." in answer.html()
    assert answer.html().count("<li>") == 2
    assert answer.html().endswith("<p>Underlag för bedömning, inte rättsligt besked.</p></div>")


def test_a_notebook_says_what_is_pure_execution_first() -> None:
    answer = Decision(question=QUESTION, allowed=True, proof=Proof(question=QUESTION))
    assert answer.html("en").startswith(
        '<div lang="en"><p><strong>Pure execution: the measure needs no delegation. Yes,</strong> '
        "p-1 may carry it out"
    )
    assert "<ol>" not in answer.html("en")
