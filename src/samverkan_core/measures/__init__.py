"""Published arithmetic: numbers in, numbers out; each measure names where it was published."""
