"""Rules about target groups: that there is one, in which situation, and with the parents."""

from collections.abc import Iterator

from samverkan_core.findings.finding import Force, Pillar, Severity, Texts
from samverkan_core.indexing import ITSELF, View
from samverkan_core.reference.seeds import seed
from samverkan_core.rules.rule import Asked, Breach, Outcome, rule

__all__ = ["conditions_missing", "no_target_group", "parents_left_out"]


@rule(
    "TGT001",
    Severity.ERROR,
    Pillar.STRUCTURE,
    Force.SEED,
    reads=(ITSELF, "target_groups"),
    sources=seed("SB-23"),
    sv=Texts(
        message="Dokumentet anger ingen målgrupp för samverkan.",
        why=(
            "Utan målgrupp går det inte att säga vilka barn och unga arbetet är till för, vilka "
            "aktörer som behövs eller om insatserna når fram."
        ),
        remedy=(
            "Styrgruppen beskriver vilka barn och unga arbetet gäller; den som förvaltar "
            "dokumentet för in dem i target_groups."
        ),
    ),
    en=Texts(
        message="The document states no target group for the collaboration.",
        why=(
            "Without a target group nobody can say which children and young people the work is "
            "for, which actors it needs or whether it reaches anyone."
        ),
        remedy=(
            "The steering group describes which children and young people the work concerns; "
            "whoever keeps the document enters them in target_groups."
        ),
    ),
)
def no_target_group(view: View, _: Asked) -> Iterator[Outcome]:
    """Ask whether the collaboration says for whom it is there."""
    if not view.holds("target_groups"):
        yield Breach("")


@rule(
    "TGT003",
    Severity.ERROR,
    Pillar.STRUCTURE,
    Force.SEED,
    reads=("target_groups",),
    sources=seed("SB-04"),
    sv=Texts(
        message=(
            "Målgruppen {target_group} anger inte om barnen far illa eller riskerar att fara illa."
        ),
        why=(
            "Den som redan far illa behöver andra insatser än den som riskerar det. Målgruppen "
            "ska visa om arbetet gäller båda."
        ),
        remedy=(
            "Styrgruppen enas om vilken situation arbetet gäller, den ena eller båda; den som "
            "förvaltar dokumentet för in svaret i conditions."
        ),
    ),
    en=Texts(
        message=(
            "Target group {target_group} does not say whether the children come to harm or are at "
            "risk of it."
        ),
        why=(
            "A child who already comes to harm needs other support than one at risk. The target "
            "group is to show whether the work concerns both."
        ),
        remedy=(
            "The steering group agrees on whether the work concerns one of the two or both; "
            "whoever keeps the document enters the answer in conditions."
        ),
    ),
)
def conditions_missing(view: View, _: Asked) -> Iterator[Outcome]:
    """Ask each target group in what situation its children are."""
    for group in view.target_groups:
        if not group.conditions:
            yield Breach(view.place(group), group.id, target_group=group.id)


@rule(
    "TGT004",
    Severity.WARNING,
    Pillar.STRUCTURE,
    Force.SEED,
    reads=("target_groups",),
    sources=seed("SB-05"),
    sv=Texts(
        message="Målgruppen {target_group} omfattar inte barnens föräldrar.",
        why=(
            "Ett barns situation ändras sällan utan föräldrarna. Räknas de till målgruppen kan "
            "stöd ges också till dem."
        ),
        remedy=(
            "Styrgruppen prövar om föräldrarna ska höra till målgruppen; ska de det anger den som "
            "förvaltar dokumentet includes_parents."
        ),
    ),
    en=Texts(
        message="Target group {target_group} does not include the children's parents.",
        why=(
            "A child's situation seldom changes without the parents. Where they belong to the "
            "target group, support can be given to them too."
        ),
        remedy=(
            "The steering group considers whether the parents are to belong to the target group; "
            "if so, whoever keeps the document states includes_parents."
        ),
    ),
)
def parents_left_out(view: View, _: Asked) -> Iterator[Outcome]:
    """Ask each target group whether the parents belong to it."""
    for group in view.target_groups:
        if not group.includes_parents:
            yield Breach(view.place(group), group.id, target_group=group.id)
