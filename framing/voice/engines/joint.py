"""The engine "spacy": the rules and a parser together, without training."""

import functools
import tomllib
from collections.abc import Mapping
from importlib import resources
from typing import Any

import numpy as np

from framing.voice.engines.batches import Parses
from framing.voice.engines.near import taken
from framing.voice.engines.parsed_signs import aligned, path_of
from framing.voice.engines.words import CODES, Array, Words

NONE = "none"


class Joint:
    """How often words were attributed for which rules and parser said the same pair of things (``agreement.toml``).

    The rules say by which report, if any, a word is held. The parser says by which relation it hangs below a word that
    can report. Where both point to a report the share is near 1, where neither does near 0, where they differ between.
    """

    parser = True
    cut = 0.42
    """Share from which a word is attributed: what maximised token F1 on the training part of PolNeAR."""

    def probabilities(self, words: Words, parses: Parses) -> Array:
        """Probability that each word is attributed; nan where the rules decide alone."""
        parse = parses.of()
        found = np.full(len(words), np.nan)
        kept = np.flatnonzero(words.open())
        path = path_of(aligned(words, parse)[kept], parse)
        relations = taken(parse.relation, path.under_cue)
        rules = words.of_span(lambda span: span.rule, "own")
        pairs = [(rules[row], relation) for row, relation in zip(kept.tolist(), relations.tolist(), strict=True)]
        found[kept] = [_share(rule, relation) for rule, relation in pairs]
        return found


@functools.cache
def _table() -> Mapping[str, Mapping[str, float]]:
    data: Mapping[str, Any] = tomllib.loads(resources.files("framing.voice.engines").joinpath("agreement.toml").read_text(encoding="utf-8"))
    rules: Mapping[str, Mapping[str, float]] = data["rules"]
    return rules


@functools.cache
def _relations() -> Mapping[int, str]:
    names = {name for row in _table().values() for name in row}
    return {0: NONE} | {CODES[name]: name for name in names}


@functools.cache
def _share(rule: str, relation: int) -> float:
    """Share of words attributed; of the rule as a whole for a rare pair, of reports at large for a rule never counted."""
    row = _table().get(rule, _table()["clause"])
    return row.get(_relations().get(relation, ""), row["all"])
