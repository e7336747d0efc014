"""The page on validation: its steps run and give what it says."""

import doctest
from pathlib import Path

PAGE = Path(__file__).parents[1] / "docs" / "validation.md"


def test_the_steps_of_the_page_run():
    """Every step of docs/validation.md runs in order and gives the numbers printed there."""
    done = doctest.testfile(str(PAGE), module_relative=False, optionflags=doctest.NORMALIZE_WHITESPACE)
    assert done.attempted > 15
    assert done.failed == 0
