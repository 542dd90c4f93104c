"""How each rule is broken in a lawful world, and how it is only just not: one module a family."""
