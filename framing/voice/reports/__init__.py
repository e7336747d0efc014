"""Reporting words of a sentence, with what each reports and of whom."""

from framing.voice.reports.found import reports, signals

__all__ = ["reports", "signals"]
