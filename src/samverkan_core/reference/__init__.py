"""Dated facts of the outside world."""
