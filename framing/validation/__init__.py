"""How right are the hits? Draw some to read, take the readers' codes back, and measure precision and recall."""

from framing.validation.coding import read_coding
from framing.validation.notebook import code
from framing.validation.sampling import sample_hits
from framing.validation.sheets import read_sheet, write_sheet
from framing.validation.status import judged, validated
from framing.validation.validate import validate

__all__ = ["code", "judged", "read_coding", "read_sheet", "sample_hits", "validate", "validated", "write_sheet"]
