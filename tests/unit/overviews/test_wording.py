"""Where words to be avoided stand in what people have written."""

from typing import Any

import attrs
import pytest
from hypothesis import given

from samverkan_core.errors import InvalidValue
from samverkan_core.findings.pointer import tokens
from samverkan_core.model.collaboration import Collaboration
from samverkan_core.model.focus_area import TargetGroup
from samverkan_core.overviews.wording import AvoidedWord, worded
from samverkan_core.serialization.write import to_plain
from samverkan_core.testing.strategies import collaborations
from samverkan_core.values.ids import TargetGroupId
from samverkan_core.values.kept import JsonObject
from samverkan_core.values.source import Source, SourceKind

AVOIDED = AvoidedWord("problembarn", "barn i behov av stöd")


def group(name: str, *synonyms: str, id_: str = "unga") -> TargetGroup:
    return TargetGroup(id=TargetGroupId(id_), name=name, synonyms=synonyms)


def places(collab: Collaboration, *words: AvoidedWord) -> list[str]:
    return [found.pointer for found in worded(collab, words or (AVOIDED,))]


def test_a_word_is_found_in_names_and_lists_whatever_its_capitals() -> None:
    groups = (group("Stöd till PROBLEMBARN!", "unga", "ett problembarn"),)
    made = Collaboration(name="Hagby", purpose="Färre problembarn.", target_groups=groups)

    assert places(made) == ["/purpose", "/target_groups/0/name", "/target_groups/0/synonyms/1"]
    assert worded(made, (AVOIDED,))[0].word is AVOIDED


@pytest.mark.parametrize("text", ["problembarnen", "storproblembarn", "problem barn", "barn"])
def test_another_word_is_another_word(text: str) -> None:
    assert places(Collaboration(name=text)) == []


def test_a_phrase_is_found_whatever_its_spaces() -> None:
    made = Collaboration(name="Hagby", method="Vi lagar det som  är trasigt.")
    assert places(made, AvoidedWord("laga"), AvoidedWord("Det som är trasigt")) == ["/method"]


def test_ids_sources_and_what_others_wrote_are_left_alone() -> None:
    source = Source(kind=SourceKind.PUBLICATION, ref="s. 3", title="Om problembarn")
    made = Collaboration(
        name="Hagby",
        target_groups=(group("Unga", id_="problembarn"),),
        sources=(source,),
        kept=JsonObject((("x-ord", "problembarn"),)),
    )
    assert places(made) == []


@pytest.mark.parametrize("blank", ["", " \t"])
def test_a_blank_word_is_misuse(blank: str) -> None:
    with pytest.raises(InvalidValue, match="blank"):
        AvoidedWord(blank)


@given(collab=collaborations())
def test_every_place_leads_to_a_text_and_an_unused_word_to_none(collab: Collaboration) -> None:
    named = attrs.evolve(collab, name="problembarn")
    for found in worded(named, (AVOIDED,)):
        value: Any = to_plain(named)
        for step in tokens(found.pointer):
            value = value[int(step)] if isinstance(value, list) else value[step]
        assert isinstance(value, str)
    assert "/name" in places(named)
    assert worded(collab, ()) == ()
