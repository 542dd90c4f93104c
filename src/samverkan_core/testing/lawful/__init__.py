"""Lawful worlds: collaborations that no rule has anything to say about, one module a concept."""
