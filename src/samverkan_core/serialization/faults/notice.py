"""How the notice of a fault is made, and the words for what a JSON value is."""

from samverkan_core.findings.finding import Force, Notice, Pillar, Severity, Texts
from samverkan_core.values.labels import Labelled

__all__ = ["JsonType", "fault"]


class JsonType(Labelled):
    """What a value in a JSON text is."""

    OBJECT = ("object", "ett objekt", "an object")
    ARRAY = ("array", "en lista", "a list")
    STRING = ("string", "en text", "a text")
    INTEGER = ("integer", "ett heltal", "a whole number")
    NUMBER = ("number", "ett tal som inte är skrivet som heltal", "a number not written as whole")
    BOOLEAN = ("boolean", "true eller false", "true or false")
    NULL = ("null", "null", "null")
    FOREIGN = ("foreign", "något som JSON inte har", "something that JSON does not have")


def fault(
    code: str,
    *,
    sv: tuple[str, str, str],
    en: tuple[str, str, str],
    severity: Severity = Severity.ERROR,
    words: tuple[tuple[str, type[Labelled]], ...] = (),
) -> Notice:
    """Make the notice of a fault; each language's texts are message, why and remedy."""
    return Notice(
        code=code,
        severity=severity,
        pillar=Pillar.FORMAT,
        force=Force.FORMAT,
        sv=Texts(message=sv[0], why=sv[1], remedy=sv[2]),
        en=Texts(message=en[0], why=en[1], remedy=en[2]),
        words=words,
    )
