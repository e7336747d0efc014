"""Warnings that point at the caller's line, however deep inside the package their reason is found."""

import inspect
import traceback
import warnings
from pathlib import Path

HOUSE = Path(__file__).parent


def warn(message: str | Warning) -> None:
    """Give a `UserWarning` with the line that called into this package; Python shows it once a line."""
    files = [frame.f_code.co_filename for frame, _ in traceback.walk_stack(inspect.currentframe())]
    ours = [depth for depth, file in enumerate(files) if HOUSE in Path(file).parents]
    warnings.warn(message, stacklevel=ours[-1] + 2)
