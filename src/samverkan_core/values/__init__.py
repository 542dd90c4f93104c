"""Small values that any floor may use: ids, text, days, ages, sources, kept members."""
