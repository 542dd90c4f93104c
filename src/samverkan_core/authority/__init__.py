"""Who may decide this, on that day, and why: questions about mandates, answered with proof."""
