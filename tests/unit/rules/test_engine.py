"""How one rule is asked: what it was not shown, it has not judged."""

from datetime import date

import attrs

from samverkan_core.checking import check
from samverkan_core.model.collaboration import Collaboration, SetAside
from samverkan_core.model.focus_area import FocusArea, Ground, GroundKind
from samverkan_core.values.ids import FocusAreaId
from samverkan_core.values.kept import JsonObject

GROUND = Ground(kind=GroundKind.LOCAL_NEED)
AREA = FocusArea(id=FocusAreaId("skolnärvaro"), name="Skolnärvaro", grounds=(GROUND,))
WHOLE = Collaboration(name="Fokus", focus_areas=(AREA,))
ASIDE = SetAside(pointer="/focus_areas/1", value=JsonObject((("id", "barnfattigdom"),)))


def test_a_rule_that_reads_what_was_set_aside_has_not_judged_all() -> None:
    with_aside = attrs.evolve(WHOLE, set_aside=(ASIDE,))
    assert "FOC002" in check(WHOLE, at=date(2015, 3, 1)).held
    report = check(with_aside, at=date(2015, 3, 1))
    assert "FOC002" not in report.held
    assert ("FOC002", None, "/focus_areas/1") in {
        (missing.code, missing.subject, missing.lacked) for missing in report.not_judged
    }


def test_a_rule_that_reads_nothing_of_it_is_not_concerned() -> None:
    codes = {
        missing.code
        for missing in check(attrs.evolve(WHOLE, set_aside=(ASIDE,))).not_judged
        if missing.lacked == ASIDE.pointer
    }
    assert codes
    assert not codes & {"ROL003", "TGT002", "COL001"}
