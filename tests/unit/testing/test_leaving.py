"""What goes with an office that is over: its mandates, and what was delegated from them."""

from datetime import date

from samverkan_core.model.collaboration import Collaboration
from samverkan_core.model.mandate import Mandate, MandateKind, Power
from samverkan_core.testing.breaks.leaving import let_go
from samverkan_core.values.ids import HolderId, MandateId
from samverkan_core.values.time import Period


def given(id_: str, by: str, to: str, parent: str | None = None, *, instead: str = "") -> Mandate:
    return Mandate(
        id=MandateId(id_),
        kind=MandateKind.DELEGATION,
        powers=(Power.DECIDE,),
        period=Period(first_day=date(2020, 1, 1)),
        granted_by=HolderId(by),
        granted_to=(HolderId(to),),
        substitutes=(HolderId(instead),) if instead else (),
        parent=MandateId(parent) if parent else None,
    )


CHAIN = (
    given("från-enhetschefen", "enhetschef", "handläggare", "från-chefen"),
    given("från-chefen", "förvaltningschef", "enhetschef", "från-nämnden"),
    given("från-nämnden", "nämnd", "förvaltningschef"),
    given("annat", "nämnd", "kurator", instead="förvaltningschef"),
)
COLLAB = Collaboration(name="Hagby", mandates=CHAIN)


def left(*gone: str) -> list[str]:
    return [mandate.id for mandate in let_go(COLLAB, *gone).mandates]


def test_what_was_delegated_from_it_goes_too() -> None:
    assert left("förvaltningschef") == ["annat"]
    assert left("enhetschef") == ["från-nämnden", "annat"]


def test_what_it_has_given_goes_too() -> None:
    assert left("nämnd") == []


def test_who_only_steps_in_is_taken_out_and_the_mandate_stays() -> None:
    (kept,) = let_go(COLLAB, "förvaltningschef").mandates
    assert kept == given("annat", "nämnd", "kurator")


def test_whom_no_mandate_names_takes_nothing_along() -> None:
    assert let_go(COLLAB, "rektor") == COLLAB
