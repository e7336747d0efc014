"""Coders and scorers against one another."""

from framing.agreement.agreement import agreement

__all__ = ["agreement"]
