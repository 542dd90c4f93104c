"""What a member holds, read off its annotation."""

import datetime as dt
from typing import Annotated, Any, NewType, Optional, cast

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from samverkan_core.model.anatomy import classes
from samverkan_core.model.mandate import Mandate, Power, Scope
from samverkan_core.values.constraints import AtLeastOne, Between, Form
from samverkan_core.values.ids import BodyId, MandateId
from samverkan_core.values.kept import JsonObject
from samverkan_core.values.shape import BESIDE, Shape, members, shape_of

SHORT = Between(0, 9)
CODE = Form("[a-z]", "a")
ONE = AtLeastOne()
OwnId = NewType("OwnId", BodyId)


@pytest.mark.parametrize(
    ("annotation", "shape"),
    [
        (str, Shape(base=str)),
        (dt.date | None, Shape(base=dt.date, optional=True)),
        (Optional[int], Shape(base=int, optional=True)),  # noqa: UP045 - written the old way
        (tuple[int, ...], Shape(base=int, many=True)),
        (tuple[int, ...] | None, Shape(base=int, many=True, optional=True)),
        (BodyId, Shape(base=str, id_kind=BodyId)),
        (OwnId, Shape(base=str, id_kind=cast("Any", OwnId))),
        (tuple[BodyId, ...], Shape(base=str, id_kind=BodyId, many=True)),
        (Annotated[int, SHORT], Shape(base=int, bounds=(SHORT,))),
        (Annotated[int, SHORT] | None, Shape(base=int, bounds=(SHORT,), optional=True)),
        (tuple[Annotated[str, CODE], ...], Shape(base=str, bounds=(CODE,), many=True)),
        (
            Annotated[tuple[Annotated[str, CODE], ...], ONE] | None,
            Shape(base=str, bounds=(CODE,), list_bounds=(ONE,), many=True, optional=True),
        ),
        (Annotated[BodyId, CODE], Shape(base=str, id_kind=BodyId, bounds=(CODE,))),
        (Annotated[int, SHORT, Between(2, 3)], Shape(base=int, bounds=(SHORT, Between(2, 3)))),
        (JsonObject, Shape(base=JsonObject)),
    ],
    ids=str,
)
def test_a_shape_is_read_off_an_annotation(annotation: Any, shape: Shape) -> None:
    assert shape_of(annotation) == shape


def test_a_member_holds_one_kind_of_thing() -> None:
    with pytest.raises(ValueError, match="too many values"):
        shape_of(int | str)


def test_members_stand_in_declared_order() -> None:
    shapes = dict(members(Mandate))
    assert list(shapes)[:3] == ["id", "kind", "powers"]
    assert list(shapes) == [field.name for field in attrs.fields(Mandate)]
    assert shapes["id"] == Shape(base=str, id_kind=MandateId)
    assert shapes["powers"] == Shape(base=Power, many=True, list_bounds=(ONE,))
    assert shapes["scope"] == Shape(base=Scope, optional=True)


@pytest.mark.parametrize("cls", classes(), ids=lambda cls: cls.__name__)
def test_every_member_of_the_model_has_a_shape(cls: type[Any]) -> None:
    found: Any = cls
    for name, shape in members(found):
        assert isinstance(shape.base, type), name
        assert not (shape.many and name == "kept")
    assert BESIDE & dict(members(found)).keys() >= {"kept"}


BASES: tuple[Any, ...] = (str, int, bool, dt.date, Power, Scope)


@given(
    base=st.sampled_from(BASES), many=st.booleans(), optional=st.booleans(), bounded=st.booleans()
)
def test_a_shape_has_the_parts_that_the_annotation_was_made_of(
    base: Any, many: bool, optional: bool, bounded: bool
) -> None:
    annotation: Any = Annotated[base, SHORT] if bounded else base
    annotation = tuple[annotation, ...] if many else annotation
    shape = shape_of(annotation | None if optional else annotation)
    assert (shape.base, shape.many, shape.optional) == (base, many, optional)
    assert shape.bounds == ((SHORT,) if bounded else ())
    assert (shape.id_kind, shape.list_bounds) == (None, ())
