"""What hypothesis calls while it is being imported, so that `from_type` knows the model.

`import hypothesis` is also run by people who only have this package installed. So nothing is
imported here that they would wait for: not the model, not the strategies, no calendar. A class
registered in the public way has to be imported first, which takes half as long again as hypothesis
itself; hypothesis' own extras are instead asked by the name of their package when a type comes up
that nothing is registered for. This module asks for the same, and registers in the public way
should a later hypothesis no longer offer it. A strategy that somebody registers for a class of the
model goes first either way.
"""

__all__ = ["register"]


def register() -> None:
    """Let `hypothesis.strategies.from_type` draw every class of the model."""
    from hypothesis.strategies._internal import types

    by_package = getattr(types, "_global_extra_lookup", None)
    if by_package is None:
        _register_each()
    else:
        by_package["samverkan_core"] = _strategy_for


def _strategy_for(thing: object) -> object:
    """Give the strategy for a class of the model; None for any other type."""
    if not str(getattr(thing, "__module__", "")).startswith("samverkan_core."):
        return None
    from samverkan_core.model.anatomy import classes
    from samverkan_core.testing.anything import things

    return next((things(cls) for cls in classes() if cls is thing), None)


def _register_each() -> None:
    from hypothesis.strategies import SearchStrategy, register_type_strategy

    from samverkan_core.model.anatomy import classes

    def drawn(cls: type) -> SearchStrategy[object]:
        from samverkan_core.testing.anything import things

        return things(cls)

    for cls in classes():
        register_type_strategy(cls, drawn)
