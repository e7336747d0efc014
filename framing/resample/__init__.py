"""Chance in one place: which articles are drawn together, and the interval read from the draws."""
