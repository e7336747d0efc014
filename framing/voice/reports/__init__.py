"""Reporting words of a sentence, with what each reports and of whom."""

from framing.voice.reports.found import reports, signals
from framing.voice.reports.verdicts import verdict

__all__ = ["reports", "signals", "verdict"]
