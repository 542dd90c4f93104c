"""What can be read off a collaboration as a whole: coverage, paths, lists. No verdicts."""
