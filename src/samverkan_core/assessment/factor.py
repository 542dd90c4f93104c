"""What a factor is: something that favours a collaboration or spoils it, and what speaks to it."""

import attrs

from samverkan_core.values.labels import Labelled, Lang, language
from samverkan_core.values.source import Source

__all__ = ["Factor", "FactorGroup", "FactorTexts"]


class FactorGroup(Labelled):
    """Who has named a factor, and whether it is to be had or to be avoided."""

    SUNDBYBERG = (
        "sundbyberg",
        "Framgångsfaktorer i Fokus barn och unga (Sundbyberg)",
        "Success factors of Fokus barn och unga (Sundbyberg)",
    )
    PITFALLS = (
        "pitfalls",
        "Fallgropar i Fokus barn och unga (Sundbyberg)",
        "Pitfalls of Fokus barn och unga (Sundbyberg)",
    )
    TSI = (
        "tsi",
        "Framgångsfaktorer för tidiga och samordnade insatser (TSI)",
        "Success factors of early and coordinated interventions (TSI)",
    )


@attrs.frozen
class FactorTexts:
    """What a factor is called in one language, and the question to talk about."""

    #: Its name, in our own words.
    name: str
    #: What those in the collaboration ask themselves.
    question: str


@attrs.frozen(kw_only=True)
class Factor:
    """A success factor (framgångsfaktor) or a pitfall (fallgrop).

    It is no rule: whether a collaboration has it is for people to say. The rules that speak to it
    say what the document shows.
    """

    #: The row or the number that it is named by.
    id: str
    #: Who has named it, and whether it is to be had or to be avoided.
    group: FactorGroup
    #: The Swedish texts.
    sv: FactorTexts
    #: The English texts.
    en: FactorTexts
    #: Where it can be looked up.
    sources: tuple[Source, ...]
    #: Codes of the rules that speak to it; none where no rule can.
    rules: tuple[str, ...] = ()

    def texts(self, lang: Lang = "sv") -> FactorTexts:
        """Give the texts in one language."""
        return self.sv if language(lang) == "sv" else self.en
