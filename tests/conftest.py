"""What holds for all tests."""

from collections.abc import Iterator

import pytest
from hypothesis import settings

settings.register_profile("any machine", deadline=None)  # how long one example takes is up to the machine and what else it does
settings.load_profile("any machine")


@pytest.fixture(autouse=True, scope="session")
def _wide_terminal() -> Iterator[None]:
    """Tables are printed as wide as in no terminal, whatever terminal the tests are started in."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("COLUMNS", "160")
        yield
