"""Warnings point at the line of whoever called, not at one of ours."""

import warnings

import pytest

from framing import Corpus, checks, choices, contrasts, keyness, rates, read_lexicon, score, split_voices
from framing.choices import naming_distance, voice_shares

ARTICLES = [{"article_id": n, "outlet": "AB"[n % 2], "event": "e" if n else None, "text": f"The brutal invasion {n}."} for n in range(6)]
PASSAGES = split_voices(Corpus.from_records(ARTICLES))
SCORES = score(PASSAGES, read_lexicon("conflict"))
CALLS = {
    "rates": lambda: rates(SCORES, n_boot=20),
    "rates of events": lambda: rates(SCORES, within="event", n_boot=20),
    "contrasts": lambda: contrasts(SCORES, n_boot=20),
    "choices": lambda: choices(SCORES, n_boot=20),
    "voice_shares": lambda: voice_shares(SCORES, n_boot=20),
    "naming_distance": lambda: naming_distance(SCORES, n_boot=20),
    "keyness": lambda: keyness(PASSAGES, a="A", within="event", n_boot=20),
    "placebo": lambda: checks.placebo(SCORES, rounds=2, n_boot=20),
    "placebo of words": lambda: checks.placebo(PASSAGES, rounds=2, n_boot=20),
    "robustness": lambda: checks.robustness(SCORES, frame="aggression", a="A", b="B", n_boot=20),
    "score": lambda: score(PASSAGES, read_lexicon({"nothing": ["--"]})),
}


@pytest.mark.parametrize("name", CALLS)
def test_a_warning_points_at_the_caller(name):
    """Whatever station warns, and however deep inside, the line shown is that of the call."""
    with warnings.catch_warnings(record=True) as told:
        warnings.simplefilter("always")
        CALLS[name]()
    assert told
    assert {(each.filename, each.category) for each in told} == {(__file__, UserWarning)}
    assert {each.lineno for each in told} == {CALLS[name].__code__.co_firstlineno}
