"""Words of a corpus that a lexicon may lack: with the stem of an entry, or in the sentences of a frame."""

import itertools
from collections.abc import Iterator
from typing import Any

import numpy as np

from framing.keyness.measures import log_odds
from framing.lexicon import Entry, expand
from framing.lexicon_check.study import LEAST, Study, finding_at
from framing.voice.cues import function_words

FEWEST_ARTICLES = 3
"""Articles a candidate must stand in."""
SURE = 2.0
"""Standard errors by which a candidate's log-odds must be above nought."""
REPORTING = 0.3
"""Share of its uses beyond which a word is one of saying: *say* behind *not*, or in what is quoted, reports nothing."""
MOST = 10
"""Candidates told of a frame."""


def same_stem(study: Study) -> Iterator[dict[str, Any]]:
    """Words of the corpus with the stem of an entry of one word, in no entry and no hit."""
    from nltk.stem.snowball import EnglishStemmer

    if not study.lexicon.language.startswith("en"):
        return
    stem = EnglishStemmer().stem
    stems: dict[str, Entry] = {}
    for entry in study.lexicon.entries:
        for phrase in expand(entry.term):
            if phrase.isalpha() and entry.frame:
                stems.setdefault(stem(phrase.casefold()), entry)
    for word, count in study.counts[None].words.most_common():
        near = stems.get(stem(word)) if count >= LEAST and _is_new(word, study) else None
        if near:
            place = {"frame": near.frame, "term": word}
            yield finding_at("candidate", place, f"has the stem of {near.term!r}", count, study.examples(word))


def same_sentences(study: Study) -> Iterator[dict[str, Any]]:
    """Words that stand in the sentences of a frame more often than in others, those most surely so first."""
    found = [candidate for frame in study.lexicon.frames for candidate in _of_frame(study, frame)]
    for z, frame, word in sorted(found, key=lambda candidate: -candidate[0]):
        here, every = study.counts[frame], study.counts[None]
        rest = every.words.total() - here.words.total()
        ratio = (here.words[word] / here.words.total()) / ((every.words[word] - here.words[word] + 0.5) / (rest + 0.5))
        detail = f"{ratio:.0f} times as frequent in sentences of {frame} as elsewhere (z {z:.1f}), in {here.articles[word]} articles"
        yield finding_at("candidate", {"frame": frame, "term": word}, detail, here.words[word], study.examples(word, frame))


def _of_frame(study: Study, frame: str) -> list[tuple[float, str, str]]:
    """The surest candidates of a frame: z, frame and word.

    z is that of the log-odds with the prior of `keyness`; it ranks, it does not test: the words of a sentence are not independent.
    """
    every, near = study.counts[None], study.counts[frame]
    words = list(every.words)
    whole, here = (np.array([counts.words[word] for word in words], np.float64) for counts in (every, near))
    _, z = log_odds(here, whole - here, whole / max(study.passages.corpus.articles.height, 1))
    usable = (
        (z[place], frame, words[place])
        for place in np.argsort(-z, kind="stable").tolist()
        if z[place] > SURE and near.articles[words[place]] >= FEWEST_ARTICLES and _is_candidate(words[place], study)
    )
    return list(itertools.islice(usable, MOST))


def _is_candidate(word: str, study: Study) -> bool:
    """Whether a word is new to the lexicon and does not only tell that somebody speaks."""
    return _is_new(word, study) and study.reporting[word] <= REPORTING * study.counts[None].words[word]


def _is_new(word: str, study: Study) -> bool:
    """Whether a word is new to the lexicon and one of content: it does not join others, and is no possessive of a word counted without."""
    joins = study.lexicon.language.startswith("en") and word in function_words()
    return word.isalpha() and word not in study.known and not joins
