"""Does the comparison hold? What it finds where nothing can differ, under other choices, and if the voices were read wrongly.

>>> from framing import checks
>>> checks.placebo      # false positives of the user's own corpus
<function placebo at ...>
>>> checks.robustness   # one contrast under every reasonable specification
<function robustness at ...>
>>> checks.voice_bounds # rates if doubtful voices went the other way
<function voice_bounds at ...>
"""

from framing.checks.placebo import placebo
from framing.checks.robustness import robustness
from framing.rates import voice_bounds

__all__ = ["placebo", "robustness", "voice_bounds"]
