"""Places in a document: JSON pointers (RFC 6901) made of member names and positions."""

__all__ = ["order", "pointer", "tokens"]


def pointer(*steps: str | int) -> str:
    """Write the steps from the document to a place as one pointer.

    >>> pointer("focus_areas", 0, "a/b")
    '/focus_areas/0/a~1b'
    """
    return "".join(f"/{str(step).replace('~', '~0').replace('/', '~1')}" for step in steps)


def tokens(text: str) -> tuple[str, ...]:
    """Take a pointer apart into its steps."""
    steps = text.split("/")[1:]
    return tuple(step.replace("~1", "/").replace("~0", "~") for step in steps)


def order(text: str) -> tuple[tuple[bool, int, str], ...]:
    """Order pointers step by step, positions by number: 2 comes before 10."""
    return tuple(
        (False, int(step), "") if step.isascii() and step.isdigit() else (True, 0, step)
        for step in tokens(text)
    )
