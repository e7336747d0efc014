"""How right are the hits? Draw some to read, take the readers' codes back, and measure precision and recall."""

from framing.validation.coding import read_coding
from framing.validation.corrected import corrected_rates
from framing.validation.sampling import sample_hits
from framing.validation.validate import validate

__all__ = ["corrected_rates", "read_coding", "sample_hits", "validate"]
