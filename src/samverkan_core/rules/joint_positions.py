"""Rules about joint positions: tried by each member at home, and decided by each principal."""

from collections.abc import Iterator

from samverkan_core.findings.finding import Force, Pillar, Severity, Texts
from samverkan_core.indexing import ITSELF, View
from samverkan_core.model.joint_position import JointPosition, MemberTest
from samverkan_core.reference.seeds import seed
from samverkan_core.rules.rule import Asked, Breach, Outcome, Unjudged, rule
from samverkan_core.values.labels import Labelled

__all__ = ["member_test_incomplete", "no_unresolved", "not_decided"]


class Answer(Labelled):
    """The questions that a member can answer no to (row SB-42)."""

    POSSIBLE = ("possible", "möjligt", "possible")
    TIMELY = ("timely", "rätt i tiden", "timely")
    LINKED = ("linked", "kopplat till de egna styrdokumenten", "tied to own governing documents")


class Question(Labelled):
    """The four questions of a member's test (chefens prövning, row SB-42)."""

    MEANING = ("meaning", "vad det betyder i den egna verksamheten", "what it means at home")
    POSSIBLE = ("possible", "om det är möjligt", "whether it is possible")
    TIMELY = ("timely", "om det är rätt i tiden", "whether it is timely")
    LINKED = (
        "linked",
        "om det är kopplat till de egna styrdokumenten",
        "whether it is tied to own governing documents",
    )


@rule(
    "POS001",
    Severity.ERROR,
    Pillar.STEERING,
    Force.SEED,
    reads=("joint_positions",),
    sources=seed("SB-42"),
    words=(("answers", Answer),),
    sv=Texts(
        message=(
            "Ledamoten {member} har svarat nej på frågan om ställningstagandet {position} är "
            "{answers}, och hindret är inte löst."
        ),
        why=(
            "Ett ställningstagande är förankrat först när varje chef kan stå för det i sin egen "
            "verksamhet. Ett nej som blir liggande märks när arbetet ska börja."
        ),
        remedy=(
            "Styrgruppen tar upp frågan igen och löser det som hindrar, eller ändrar "
            "ställningstagandet; den som förvaltar dokumentet för in lösningen i resolved."
        ),
    ),
    en=Texts(
        message=(
            "{member} has said no to whether joint position {position} is {answers}, and the no is "
            "not resolved."
        ),
        why=(
            "A joint position is anchored when each chief can stand for it in the own "
            "organisation. A no that is left lying shows when the work is to begin."
        ),
        remedy=(
            "The steering group takes the question up again and resolves what hinders, or changes "
            "its mind; whoever keeps the document enters the solution in resolved."
        ),
    ),
)
def no_unresolved(view: View, _: Asked) -> Iterator[Outcome]:
    """Ask of each member's test whether it holds a no that nobody has resolved."""
    for position in view.joint_positions:
        if not position.tests:
            yield Unjudged(position.id, "tests")
        for place, test in enumerate(position.tests):
            answers = tuple(one.code for one in Answer if getattr(test, one.code) is False)
            if answers and test.resolved is None:
                data = {"member": test.member, "position": position.id}
                where = view.place(position, "tests", place)
                yield Breach(where, position.id, answers=answers, **data)


@rule(
    "POS002",
    Severity.WARNING,
    Pillar.STEERING,
    Force.PROPOSAL,
    reads=("joint_positions", ITSELF),
    sources=seed("SB-40"),
    sv=Texts(
        message="Ställningstagandet {position} är inte antaget av {principals}.",
        why=(
            "Att styrgruppen enas binder ingen. Varje huvudman beslutar för egen del, och en "
            "huvudmans beslut gäller inte för en annan."
        ),
        remedy=(
            "Ledamoten från den huvudman som ännu inte har beslutat tar frågan till beslut där; "
            "den som förvaltar dokumentet för in beslutet i decisions."
        ),
    ),
    en=Texts(
        message="Joint position {position} has not been adopted by {principals}.",
        why=(
            "That a steering group agrees binds nobody. Each principal decides for its own part, "
            "and a decision of one of them does not hold for another."
        ),
        remedy=(
            "The member from each principal that is missing brings the question to a decision "
            "there; whoever keeps the document enters the decision in decisions."
        ),
    ),
)
def not_decided(view: View, _: Asked) -> Iterator[Outcome]:
    """Ask of each joint position which of the principals concerned have not adopted it."""
    for position in view.joint_positions:
        concerned = position.concerns or view.collaboration.principals
        adopted = {one.principal for one in position.decisions if not one.rejected}
        lacking = tuple(one for one in dict.fromkeys(concerned) if one not in adopted)
        if not concerned:
            yield Unjudged(position.id, "concerns")
        elif lacking:
            where = view.place(position)
            yield Breach(where, position.id, position=position.id, principals=lacking)


@rule(
    "POS003",
    Severity.ERROR,
    Pillar.STEERING,
    Force.SEED,
    reads=("joint_positions", "bodies"),
    sources=seed("SB-42"),
    words=(("missing", Question),),
    sv=Texts(
        message=(
            "I fråga om ställningstagandet {position} har ledamoten {member} inte prövat {missing}."
        ),
        why=(
            "Chefen prövar i den egna organisationen vad ett gemensamt ställningstagande kräver. "
            "Annars riskerar styrgruppen att enas om något som inte går att genomföra."
        ),
        remedy=(
            "Ledamoten prövar frågan i sin egen organisation och svarar styrgruppen; den som "
            "förvaltar dokumentet för in svaret i tests."
        ),
    ),
    en=Texts(
        message="{member} has not tried {missing} for joint position {position}.",
        why=(
            "A chief tries at home what a joint position asks for. Where that is not done the "
            "steering group agrees on something that nobody knows can be carried out."
        ),
        remedy=(
            "The member tries the question in the own organisation and answers the steering group; "
            "whoever keeps the document enters the answer in tests."
        ),
    ),
)
def member_test_incomplete(view: View, _: Asked) -> Iterator[Outcome]:
    """Ask each member of the body for an answer to all four questions."""
    for position in view.joint_positions:
        for place, test in enumerate(position.tests):
            missing = tuple(part.code for part in Question if not _answers(test, part))
            if missing:
                where = view.place(position, "tests", place)
                yield _breach(where, position, test.member, missing)
        yield from _without_test(view, position)


def _answers(test: MemberTest, part: Question) -> bool:
    """Tell whether a member has answered a question; documents that are named answer the last."""
    named = part is Question.LINKED and test.documents
    return bool(named) or getattr(test, part.code) is not None


def _without_test(view: View, position: JointPosition) -> Iterator[Outcome]:
    """Tell which members of the body have not tried a joint position at all."""
    body = view.bodies.get(position.body)
    # A member has answered by the role that sits there, or by the actor for which it does.
    members = {
        tuple(str(id_) for id_ in (seat.role, seat.on_behalf_of) if id_ is not None): None
        for seat in (body.seats if body is not None else ())
    }
    known = tuple(member for member in members if member)
    if not known and not position.tests:
        yield Unjudged(position.id, "tests")
    tried = {str(test.member) for test in position.tests}
    for member in known:
        if tried.isdisjoint(member):
            everything = tuple(part.code for part in Question)
            yield _breach(view.place(position), position, member[0], everything)


def _breach(where: str, position: JointPosition, member: str, missing: tuple[str, ...]) -> Breach:
    data = {"member": member, "position": position.id}
    return Breach(where, position.id, missing=missing, **data)
