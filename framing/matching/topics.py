"""Whether an article is about what an entry asks for: how dense the phrases are that tell a topic."""

import numpy as np

from framing.matching.index import NO_TOPIC, Index
from framing.matching.letters import Bools, Ints
from framing.matching.places import FIRST, LABEL, TEXT
from framing.matching.words import Laid, Words

PER = 1000


def counts_of(laid: Laid, words: Words) -> Ints:
    """Words of each text."""
    counts: Ints = np.diff(np.searchsorted(words.starts, laid.starts))
    return counts


def on_topic(places: Ints, counts: Ints, articles: Ints, index: Index) -> Bools:
    """Tell for each place whether it is an entry's, or of its context, and the article about what the entry asks for.

    Parameters
    ----------
    places
        Every place in some texts, a row each.
    counts, articles
        By text, its words and the number of its article. Phrases of a topic that begin at one word count as one.
    """
    topics = len(index.per_1000)
    named, article = np.unique(articles, return_inverse=True)
    topic, phrase = index.topic[places[:, LABEL]], places[:, LABEL] >= len(index.entries)
    of = article[places[:, TEXT]] * topics + topic  # a number for article and topic
    telling = np.flatnonzero(phrase & (topic != NO_TOPIC))
    _, once = np.unique(of[telling] * (counts.sum() + 1) + places[telling, FIRST], return_index=True)
    told = np.bincount(of[telling[once]], minlength=len(named) * topics).reshape(-1, topics)
    words = np.bincount(article, counts, len(named))
    about = (told > 0) & (told * PER >= index.per_1000 * words[:, None])
    fit: Bools = (topic == NO_TOPIC) | ~phrase & about.ravel()[np.maximum(of, 0)]
    return fit
