"""What members of a document are called."""

import pytest

from samverkan_core.model.anatomy import classes
from samverkan_core.model.called import called
from samverkan_core.model.lists_sv import LISTS_SV
from samverkan_core.model.members_sv import MEMBERS_SV
from samverkan_core.values.labels import LANGUAGES, Lang
from samverkan_core.values.shape import members

NAMES = sorted({name for cls in classes() for name, _ in members(cls)})


@pytest.mark.parametrize("name", NAMES)
def test_every_member_has_a_word_in_both_languages(name: str) -> None:
    assert called(name) in {LISTS_SV.get(name), MEMBERS_SV.get(name)}
    assert called(name, "en") == name.replace("_", " ")


@pytest.mark.parametrize(
    ("member", "sv", "en"),
    [
        ("seats.on_behalf_of", "platser – för aktören", "seats – on behalf of"),
        (
            "meetings.hours_in_meeting, meetings.hours_outside",
            "möten – arbetstimmar på mötet, möten – arbetstimmar mellan mötena",
            "meetings – hours in meeting, meetings – hours outside",
        ),
        ("/focus_areas/3", "/focus_areas/3", "/focus_areas/3"),
    ],
)
def test_a_member_within_another_is_called_by_both(member: str, sv: str, en: str) -> None:
    assert (called(member), called(member, "en")) == (sv, en)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_pointer_is_left_as_it_is(lang: Lang) -> None:
    assert called("/concern_reports/0", lang) == "/concern_reports/0"
