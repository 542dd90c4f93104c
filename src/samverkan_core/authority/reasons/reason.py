"""What is said of one reason for a no: what stands in the way, what mends it, and who acts."""

import attrs

from samverkan_core.values.labels import Lang, language

__all__ = ["Reason", "Words"]


@attrs.frozen(kw_only=True)
class Words:
    """What is said of a reason in one language.

    Braces hold `{about}`, the thing in which the reason lies; `{who}`, who would act; `{at}`, the
    day; and `{power}`, what they would do.
    """

    #: What stands in the way.
    message: str
    #: What would mend it, and who acts.
    remedy: str

    def filled(self, **data: str) -> "Words":
        """Put the facts of one question into the words."""
        return Words(
            message=self.message.format_map(data),
            remedy=self.remedy.format_map(data),
        )


@attrs.frozen(kw_only=True)
class Reason:
    """What is said of a reason for a no (hinder)."""

    #: The Swedish words.
    sv: Words
    #: The English words.
    en: Words

    def words(self, lang: Lang) -> Words:
        """Give the words in one language."""
        return self.sv if language(lang) == "sv" else self.en
