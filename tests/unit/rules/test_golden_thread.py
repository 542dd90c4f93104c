"""GOV004 and GOV005: where plans lead back to, and what the documents on top say of children."""

from collections.abc import Callable, Iterable
from functools import partial
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from samverkan_core.findings.finding import Finding, Severity
from samverkan_core.findings.report import NotJudged
from samverkan_core.model.collaboration import Collaboration
from samverkan_core.model.document import DocumentKind, GoverningDocument
from samverkan_core.rules.engine import Judgement
from samverkan_core.rules.golden_thread import convention_left_out, thread_broken
from samverkan_core.rules.rule import Rule
from samverkan_core.values.ids import DocumentId

Ask = Callable[..., Judgement]

#: Kinds by which something else is carried out.
PLANS = (
    DocumentKind.OPERATIONAL_PLAN,
    DocumentKind.ACTION_PLAN,
    DocumentKind.IMPLEMENTATION_PLAN,
    DocumentKind.ROUTINE,
)
#: Kinds in which a thread may begin.
TOPS = tuple(kind for kind in DocumentKind if kind not in PLANS)

each_top = pytest.mark.parametrize("kind", TOPS, ids=lambda kind: kind.code)


def document(
    kind: DocumentKind, id_: str, *above: str, refers: bool | None = None
) -> GoverningDocument:
    known: dict[str, Any] = {"id": id_, "name": "Ett dokument", "derives_from": above}
    return GoverningDocument(**known, kind=kind, refers_to_child_convention=refers)


yearly = partial(document, DocumentKind.OPERATIONAL_PLAN)
action = partial(document, DocumentKind.ACTION_PLAN)
policy = partial(document, DocumentKind.POLICY)
comprehensive = partial(document, DocumentKind.COMPREHENSIVE_PLAN)


def collaboration(*documents: GoverningDocument) -> Collaboration:
    return Collaboration(name="Hagby", documents=documents)


def subjects(judgement: Judgement) -> list[str | None]:
    return [finding.subject for finding in judgement.findings]


def only(judgement: Judgement) -> Finding:
    """Give the one finding of a judgement that left nothing unjudged."""
    assert not judgement.not_judged
    (finding,) = judgement.findings
    return finding


@pytest.mark.parametrize("rule", [thread_broken, convention_left_out])
def test_without_any_document(ask: Ask, rule: Rule) -> None:
    assert ask(rule, collaboration()).not_judged == (NotJudged(code=rule.code, lacked="documents"),)


class TestThread:
    """GOV004."""

    def test_a_plan_that_derives_from_nothing(self, ask: Ask) -> None:
        made = collaboration(policy("barnpolicy"), yearly("vp-2015"))

        finding = only(ask(thread_broken, made))

        assert (finding.pointer, finding.subject) == ("/documents/1", "vp-2015")
        assert finding.data == (("plan", "vp-2015"),)
        assert finding.severity is Severity.WARNING
        assert finding.message("sv") == (
            "Den röda tråden är bruten: verksamhetsplanen vp-2015 utgår inte från något "
            "överordnat styrande dokument."
        )
        assert finding.message("en") == (
            "The golden thread is broken: operational plan vp-2015 derives from no superior "
            "governing document."
        )

    @each_top
    def test_where_a_thread_may_begin(self, ask: Ask, kind: DocumentKind) -> None:
        made = collaboration(yearly("vp", "hp"), action("hp", "högst"), document(kind, "högst"))

        assert ask(thread_broken, made).held

    @pytest.mark.parametrize("kind", PLANS, ids=lambda kind: kind.code)
    def test_what_carries_out_something_else_is_not_on_top(
        self, ask: Ask, kind: DocumentKind
    ) -> None:
        made = collaboration(yearly("vp", "plan"), document(kind, "plan"))

        assert "vp" in subjects(ask(thread_broken, made))

    def test_a_thread_goes_through_documents_of_any_kind(self, ask: Ask) -> None:
        made = collaboration(
            comprehensive("öp"),
            policy("policy", "öp"),
            yearly("förra-vp", "policy"),
            yearly("vp", "förra-vp"),
        )

        assert ask(thread_broken, made).held

    def test_only_operational_plans_are_asked(self, ask: Ask) -> None:
        assert ask(thread_broken, collaboration(action("hp"), policy("p", "hp"))).held

    @pytest.mark.parametrize("above", [("öp", "okänd"), ("okänd", "öp"), ("vp", "öp")])
    def test_one_thread_to_the_top_is_enough(self, ask: Ask, above: tuple[str, ...]) -> None:
        assert ask(thread_broken, collaboration(yearly("vp", *above), comprehensive("öp"))).held

    @pytest.mark.parametrize(
        "documents",
        [
            (yearly("vp", "okänd"),),
            (yearly("vp", "hp", "lös"), action("lös"), action("hp", "okänd")),
            (yearly("vp", "policy"), policy("policy", "okänd")),
            (yearly("vp", "vp"),),
            (yearly("vp", "hp"), action("hp", "vp")),
            (yearly("vp", "hp"), action("hp", "gp"), action("gp", "hp")),
            (yearly("vp", "hp"), action("hp", "hp")),
        ],
        ids=["unknown", "branch", "policy", "itself", "back", "circle above", "above itself"],
    )
    def test_a_thread_that_gets_lost_cannot_be_judged(
        self, ask: Ask, documents: tuple[GoverningDocument, ...]
    ) -> None:
        judgement = ask(thread_broken, collaboration(*documents))

        assert not judgement.findings
        assert judgement.not_judged == (
            NotJudged(code="GOV004", subject="vp", lacked="derives_from"),
        )

    def test_threads_that_meet_again_go_in_no_circle(self, ask: Ask) -> None:
        made = collaboration(
            yearly("vp", "hp-1", "hp-2"), action("hp-1", "hp"), action("hp-2", "hp"), action("hp")
        )

        assert only(ask(thread_broken, made)).subject == "vp"

    def test_of_two_with_one_id_a_thread_leads_to_the_first(self, ask: Ask) -> None:
        plan, first, second = yearly("vp", "samma"), policy("samma"), action("samma")

        assert ask(thread_broken, collaboration(plan, first, second)).held
        assert only(ask(thread_broken, collaboration(plan, second, first))).subject == "vp"

    def test_each_plan_is_told_in_the_order_of_the_document(self, ask: Ask) -> None:
        made = collaboration(yearly("c"), yearly("a"), yearly("b", "öp"), comprehensive("öp"))

        judgement = ask(thread_broken, made)

        assert subjects(judgement) == ["c", "a"]
        assert [finding.pointer for finding in judgement.findings] == [
            "/documents/0",
            "/documents/1",
        ]

    def test_one_id_twice_is_told_of_each(self, ask: Ask) -> None:
        judgement = ask(thread_broken, collaboration(yearly("vp"), yearly("vp")))

        assert [finding.pointer for finding in judgement.findings] == [
            "/documents/0",
            "/documents/1",
        ]


class TestConvention:
    """GOV005."""

    def test_a_comprehensive_plan_without_it(self, ask: Ask) -> None:
        made = collaboration(action("hp", refers=False), comprehensive("öp", refers=False))

        finding = only(ask(convention_left_out, made))

        assert (finding.pointer, finding.subject) == (
            "/documents/1/refers_to_child_convention",
            "öp",
        )
        assert finding.data == (("document", "öp"),)
        assert finding.severity is Severity.WARNING
        assert finding.message("sv") == (
            "Det överordnade styrande dokumentet öp hänvisar inte till barnkonventionen."
        )
        assert finding.message("en") == (
            "Superior governing document öp does not refer to the convention on the rights of the "
            "child."
        )

    @each_top
    def test_documents_that_are_followed_are_asked(self, ask: Ask, kind: DocumentKind) -> None:
        top = document(kind, "högst", refers=False)

        assert only(ask(convention_left_out, collaboration(top, action("hp", "högst")))).data == (
            ("document", "högst"),
        )

    @each_top
    def test_of_those_that_nothing_follows_only_the_comprehensive_plan_is(
        self, ask: Ask, kind: DocumentKind
    ) -> None:
        judgement = ask(convention_left_out, collaboration(document(kind, "högst", refers=False)))

        assert judgement.held == (kind is not DocumentKind.COMPREHENSIVE_PLAN)

    @pytest.mark.parametrize(
        "documents",
        [
            (policy("p", refers=True), action("hp", "p", refers=False)),
            (policy("p", "öp", refers=False), comprehensive("öp", refers=True), action("hp", "p")),
            (action("hp", refers=False), yearly("vp", "hp")),
            (comprehensive("öp", "okänd", refers=False),),
            (comprehensive("öp", "öp", refers=False),),
        ],
        ids=["it refers", "not on top", "a plan", "lost above", "itself"],
    )
    def test_who_need_not_refer_to_it(
        self, ask: Ask, documents: tuple[GoverningDocument, ...]
    ) -> None:
        assert ask(convention_left_out, collaboration(*documents)).held

    def test_what_is_not_said(self, ask: Ask) -> None:
        made = collaboration(comprehensive("öp"), policy("p"), action("hp", "p"))

        judgement = ask(convention_left_out, made)

        assert not judgement.findings
        assert judgement.not_judged == tuple(
            NotJudged(code="GOV005", subject=id_, lacked="refers_to_child_convention")
            for id_ in ("öp", "p")
        )

    def test_each_document_is_told_in_the_order_of_the_document(self, ask: Ask) -> None:
        made = collaboration(
            policy("c", refers=False),
            comprehensive("a", refers=False),
            policy("b", refers=True),
            action("hp", "b", "c"),
        )

        assert subjects(ask(convention_left_out, made)) == ["c", "a"]

    def test_one_id_twice_is_told_of_each(self, ask: Ask) -> None:
        twice = comprehensive("öp", refers=False)
        judgement = ask(convention_left_out, collaboration(twice, attrs.evolve(twice)))

        assert [finding.pointer for finding in judgement.findings] == [
            f"/documents/{at}/refers_to_child_convention" for at in (0, 1)
        ]


# --- laws --------------------------------------------------------------------------------------

IDS = "abcdef"
kinds = st.sampled_from((*PLANS, DocumentKind.POLICY))


@st.composite
def threads(draw: st.DrawFn, *, lost: bool) -> tuple[GoverningDocument, ...]:
    """Draw documents that derive from later ones; or, lost, from any and from one unknown."""
    ids = IDS[: draw(st.integers(1, len(IDS)))]
    above = [[*ids, "okänd"] if lost else [*ids[at:]] for at in range(1, len(ids) + 1)]
    said = st.none() | st.booleans()
    return tuple(
        document(draw(kinds), id_, *draw(some_of(others)), refers=draw(said))
        for id_, others in zip(ids, above, strict=True)
    )


def some_of(ids: list[str]) -> st.SearchStrategy[list[str]]:
    return st.lists(st.sampled_from(ids), max_size=3, unique=True) if ids else st.just([])


def reached(documents: Iterable[GoverningDocument]) -> dict[str, set[str]]:
    """Give the ids to which each document leads in one step or more, unknown ones too."""
    steps: dict[str, set[str]] = {one.id: {*one.derives_from} for one in documents}
    for _ in IDS:
        for ids in steps.values():
            ids |= {far for id_ in ids for far in steps.get(id_, ())}
    return steps


def on_top(documents: Iterable[GoverningDocument]) -> set[str]:
    return {one.id for one in documents if not one.derives_from and one.kind in TOPS}


def operational(documents: Iterable[GoverningDocument]) -> list[str]:
    return [one.id for one in documents if one.kind is DocumentKind.OPERATIONAL_PLAN]


@given(documents=threads(lost=False))
def test_a_plan_is_told_if_nothing_on_top_can_be_reached_from_it(
    ask: Ask, documents: tuple[GoverningDocument, ...]
) -> None:
    far, tops = reached(documents), on_top(documents)
    judgement = ask(thread_broken, collaboration(*documents))
    assert not judgement.not_judged
    assert subjects(judgement) == [id_ for id_ in operational(documents) if not far[id_] & tops]


@given(documents=threads(lost=True))
def test_a_thread_is_lost_where_it_comes_to_nothing_or_goes_in_a_circle(
    ask: Ask, documents: tuple[GoverningDocument, ...]
) -> None:
    far, tops = reached(documents), on_top(documents)
    lost = {"okänd", *(id_ for id_, ids in far.items() if id_ in ids)}
    low = [id_ for id_ in operational(documents) if not far[id_] & tops]
    judgement = ask(thread_broken, collaboration(*documents))
    assert subjects(judgement) == [id_ for id_ in low if not far[id_] & lost]
    assert [missing.subject for missing in judgement.not_judged] == [
        id_ for id_ in low if far[id_] & lost
    ]


@given(documents=threads(lost=True))
def test_documents_below_the_top_may_say_of_the_convention_what_they_like(
    ask: Ask, documents: tuple[GoverningDocument, ...]
) -> None:
    tops = on_top(documents)
    turned = tuple(
        one
        if one.id in tops
        else attrs.evolve(one, refers_to_child_convention=not one.refers_to_child_convention)
        for one in documents
    )
    before, after = (ask(convention_left_out, collaboration(*some)) for some in (documents, turned))
    assert before == after


@given(documents=threads(lost=False))
def test_every_document_on_top_that_is_followed_is_heard(
    ask: Ask, documents: tuple[GoverningDocument, ...]
) -> None:
    followed = {id_ for one in documents for id_ in one.derives_from} & on_top(documents)
    judgement = ask(convention_left_out, collaboration(*documents))
    spoken_of = {*subjects(judgement), *(missing.subject for missing in judgement.not_judged)}
    refers = {one.id for one in documents if one.refers_to_child_convention}
    assert spoken_of == followed - refers


@given(documents=threads(lost=True), data=st.data())
def test_the_order_of_the_document_means_nothing(
    ask: Ask, documents: tuple[GoverningDocument, ...], data: st.DataObject
) -> None:
    turned = data.draw(st.permutations(documents))
    for rule in (thread_broken, convention_left_out):
        before, after = (ask(rule, collaboration(*some)) for some in (documents, turned))
        assert {*subjects(before)} == {*subjects(after)}
        assert {*before.not_judged} == {*after.not_judged}


@given(documents=threads(lost=True))
def test_a_plan_that_is_tied_to_a_document_on_top_is_mended(
    ask: Ask, documents: tuple[GoverningDocument, ...]
) -> None:
    tied = tuple(
        attrs.evolve(one, derives_from=(*one.derives_from, DocumentId("öp")))
        if one.kind is DocumentKind.OPERATIONAL_PLAN
        else one
        for one in documents
    )
    assert ask(thread_broken, collaboration(*tied, comprehensive("öp"))).held


@given(documents=threads(lost=True))
def test_where_every_document_refers_to_the_convention_none_is_told(
    ask: Ask, documents: tuple[GoverningDocument, ...]
) -> None:
    referring = (attrs.evolve(one, refers_to_child_convention=True) for one in documents)
    assert ask(convention_left_out, collaboration(*referring)).held
