"""The check of every constructor: what could be shown to nobody is refused, and nothing else."""

import datetime as dt
import enum
from typing import Annotated, Any

import attrs
import pendulum
import pytest
from hypothesis import given
from hypothesis import strategies as st

from samverkan_core.errors import InvalidValue, SamverkanError
from samverkan_core.model.anatomy import Thing, classes
from samverkan_core.testing.anything import things
from samverkan_core.values.ages import AgeBand
from samverkan_core.values.checked import checked
from samverkan_core.values.constraints import AtLeastOne, Between, Form
from samverkan_core.values.kept import NOTHING, JsonObject
from samverkan_core.values.labels import Labelled


class Colour(Labelled):
    """A set of codes."""

    RED = ("red", "röd", "red")


class Other(enum.Enum):
    """Another set, with the same code."""

    RED = "red"


@attrs.frozen(kw_only=True, field_transformer=checked)
class Sample:
    """A thing with a member of each kind."""

    text: str = "t"
    maybe: str | None = None
    number: int = 0
    bounded: Annotated[int, Between(1, 3)] = 1
    formed: Annotated[str, Form("[a-z]+", "abc")] = "abc"
    truth: bool = False
    day: dt.date = dt.date(2015, 3, 1)
    colour: Colour = Colour.RED
    ages: AgeBand | None = None
    many: tuple[str, ...] = ()
    some: Annotated[tuple[Colour, ...], AtLeastOne()] | None = None
    few: tuple[Annotated[int, Between(1, 3)], ...] = ()
    kept: JsonObject = NOTHING


def refused(**members: Any) -> str:
    """Give the words with which a member is refused."""
    with pytest.raises(InvalidValue) as caught:
        Sample(**members)
    assert isinstance(caught.value, SamverkanError)
    assert isinstance(caught.value, ValueError)
    assert caught.value.__cause__ is None
    assert caught.value.__context__ is None
    return str(caught.value)


AGES = AgeBand(from_age=0, to_age=5)


@pytest.mark.parametrize(
    ("member", "value"),
    [
        ("text", "\u00a0"),
        ("text", "å\u2028"),
        ("maybe", None),
        ("maybe", " x "),
        ("number", -(10**30)),
        ("bounded", 3),
        ("formed", "z"),
        ("truth", True),
        ("day", dt.date.max),
        ("colour", Colour.RED),
        ("ages", AGES),
        ("many", ("a", "a")),
        ("some", (Colour.RED,)),
        ("few", (1, 3)),
        ("kept", JsonObject((("x-a", None),))),
        ("kept", JsonObject((("kept", None), ("set_aside", None)))),
    ],
    ids=repr,
)
def test_what_can_be_shown_is_taken_as_it_is(member: str, value: Any) -> None:
    members: dict[str, Any] = {member: value}
    taken = getattr(Sample(**members), member)
    assert taken == value
    assert type(taken) is type(value)


@pytest.mark.parametrize(
    ("members", "message"),
    [
        ({"text": None}, "Sample.text must be text that is not blank, not a NoneType"),
        ({"text": 7}, "Sample.text must be text that is not blank, not an int"),
        ({"text": ""}, "Sample.text must be text that is not blank, not blank"),
        ({"text": " \t\x00"}, "Sample.text must be text that is not blank, not blank"),
        ({"text": "a\ud800"}, "Sample.text must be text that UTF-8 can hold, not a str"),
        ({"text": b"x"}, "Sample.text must be text that is not blank, not a bytes"),
        ({"maybe": ""}, "Sample.maybe must be text that is not blank, not blank"),
        ({"number": True}, "Sample.number must be a whole number, not a bool"),
        ({"number": 1.0}, "Sample.number must be a whole number, not a float"),
        ({"number": "7"}, "Sample.number must be a whole number, not a str"),
        ({"bounded": 0}, "Sample.bounded must be within bounds (1–3), not an int"),
        ({"bounded": 4}, "Sample.bounded must be within bounds (1–3), not an int"),
        ({"bounded": True}, "Sample.bounded must be a whole number, not a bool"),
        ({"formed": "abc1"}, "Sample.formed must be within bounds (abc), not a str"),
        ({"truth": 0}, "Sample.truth must be True or False, not an int"),
        ({"truth": None}, "Sample.truth must be True or False, not a NoneType"),
        ({"truth": "false"}, "Sample.truth must be True or False, not a str"),
        ({"day": "2015-03-01"}, "Sample.day must be a day (datetime.date), not a str"),
        (
            {"day": dt.datetime(2015, 3, 1, tzinfo=dt.UTC)},
            "Sample.day must be a day (datetime.date), not a datetime",
        ),
        ({"colour": "red"}, "Sample.colour must be a member of Colour, not a str"),
        ({"colour": Other.RED}, "Sample.colour must be a member of Colour, not an Other"),
        ({"ages": {}}, "Sample.ages must be AgeBand, not a dict"),
        ({"many": "abc"}, "Sample.many must be a tuple, not a str"),
        ({"many": {"a"}}, "Sample.many must be a tuple, not a set"),
        ({"many": None}, "Sample.many must be a tuple, not a NoneType"),
        ({"many": ("a", "")}, "Sample.many must be text that is not blank, not blank"),
        ({"some": ()}, "Sample.some must be a tuple with something in it, or None, not a tuple"),
        ({"few": (1, 4)}, "Sample.few must be within bounds (1–3), not an int"),
        ({"kept": {}}, "Sample.kept must be a JsonObject, not a dict"),
        ({"kept": None}, "Sample.kept must be a JsonObject, not a NoneType"),
        (
            {"kept": JsonObject((("text", None),))},
            "Sample.kept must be members that the class does not have itself, not a JsonObject",
        ),
    ],
    ids=repr,
)
def test_what_can_be_shown_to_nobody_is_refused(members: dict[str, Any], message: str) -> None:
    assert refused(**members) == message


def test_a_list_becomes_a_tuple_and_a_librarys_date_a_day() -> None:
    names = ["a", "b"]
    sample = Sample(many=names, some=[Colour.RED], day=pendulum.date(2015, 3, 1))  # type: ignore[arg-type]
    names.append("c")
    assert (sample.many, sample.some) == (("a", "b"), (Colour.RED,))
    assert type(sample.day) is dt.date


@given(text=st.text(min_size=6))
def test_a_refusal_does_not_show_the_value(text: str) -> None:
    secret = f"hemligt {text}"
    for members in ({"number": secret}, {"colour": secret}, {"formed": secret}, {"many": secret}):
        assert "hemligt" not in refused(**members)


def test_members_are_given_by_name() -> None:
    with pytest.raises(TypeError):
        Sample("t")  # type: ignore[call-arg]


@pytest.mark.parametrize("cls", classes(), ids=lambda cls: cls.__name__)
@given(data=st.data())
def test_every_member_of_every_class_is_checked(cls: type[Thing], data: st.DataObject) -> None:
    thing: Any = data.draw(things(cls))
    for field in attrs.fields(cls):
        for wrong in (object(), b"", dt.datetime(2015, 3, 1, tzinfo=dt.UTC)):
            with pytest.raises(InvalidValue, match=f"{cls.__name__}.{field.name} must be"):
                attrs.evolve(thing, **{field.name: wrong})
