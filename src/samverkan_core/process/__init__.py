"""The seven pedagogical steps as tables. Knows no actor."""
