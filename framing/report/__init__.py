"""Result tables to one self-contained page: figures, numbers side by side, and the sentences behind each of them.

>>> from framing import report
>>> page = report.Page("Harbour week", tables={}, notes=["2 empty articles were left out."])
>>> html = report.render(page)
"""

from framing.report.evidence import anchor, linked
from framing.report.page import Figure, Page, render

__all__ = ["Figure", "Page", "anchor", "linked", "render"]
