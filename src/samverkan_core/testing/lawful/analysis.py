"""How a lawful collaboration sees the work as a whole: its situation, context and driver."""

from collections.abc import Sequence
from typing import Any

from samverkan_core.model.analysis import Analysis, Driver, StanceSign
from samverkan_core.model.meeting import AgreedStep, ContextMarking
from samverkan_core.testing.lawful.hand import Hand
from samverkan_core.values.ids import HolderId, IndicatorId, RoleId

__all__ = ["analysis", "driven", "whole"]

_SITUATIONS = ("Fler barn stannar hemma från skolan.", "Verksamheterna möter samma familjer.")
_CONTEXTS = ("Staden växer fort.", "Regionen bygger om första linjen.")
_PATTERNS = ("Frånvaron ökar efter varje lov.", "Föräldrar hör av sig sent.")
_WORKS = ("Frukostklubben samlar många.", "Skolans ringrunda når hem samma dag.")
_WHY = ("Barn ska få hjälp som hänger ihop.", "Skillnaderna i uppväxtvillkor ska minska.")
_OUTCOMES = ("Familjer möter en väg in.", "Stödet kommer före problemen.")
_STEPS = ("Styrgruppen ser över fokusområdena.", "Parterna skriver under överenskommelsen.")
_DRIVERS = ("Uppväxtvillkoren är olika i olika delar av kommunen.", "Kommunen växer fort.")
_SIGNS = ("Frågor möts med nyfikenhet.", "Vi börjar med det som fungerar.")


def analysis(hand: Hand) -> Analysis:
    """Draw an analysis under all its headings."""
    return Analysis(
        situation=hand.text(_SITUATIONS),
        context=hand.text(_CONTEXTS),
        patterns=hand.text(_PATTERNS),
        **hand.perhaps(what_works=lambda: hand.text(_WORKS), kept=(6, hand.kept)),
    )


def whole(hand: Hand, offices: Sequence[RoleId]) -> dict[str, Any]:
    """Draw why the work is done and what comes next, and perhaps an analysis."""
    return {
        "context": ContextMarking(
            purpose=hand.text(_WHY), intended_outcome=hand.text(_OUTCOMES), **hand.kept_too()
        ),
        "next_steps": (_step(hand, offices),),
        **hand.perhaps(
            analysis=(4, lambda: analysis(hand)), stance_signs=(4, lambda: _signs(hand))
        ),
    }


def _step(hand: Hand, offices: Sequence[RoleId]) -> AgreedStep:
    more = hand.perhaps(
        owner=lambda: HolderId(hand.one(offices)),
        by=lambda: hand.since(hand.at),
        kept=(3, hand.kept),
    )
    return AgreedStep(what=hand.text(_STEPS), **more)


def driven(hand: Hand, indicators: Sequence[IndicatorId]) -> dict[str, Any]:
    """Draw what drives the collaboration and signs of its stance, both followed by indicators."""
    more = hand.perhaps(rationale=lambda: hand.text(_DRIVERS), kept=(4, hand.kept))
    chosen = hand.one(indicators)
    return {
        "driver": Driver(indicators=(chosen,), **more),
        "stance_signs": _signs(hand, chosen),
    }


def _signs(hand: Hand, indicator: IndicatorId | None = None) -> tuple[StanceSign, ...]:
    return (StanceSign(what=hand.text(_SIGNS), indicator=indicator, **hand.kept_too()),)
