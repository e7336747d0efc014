"""Voice bounds: what a rate becomes when doubtful voices are read the other way, counted by hand."""

import pytest
from simulate import scores_from

from framing.rates import rates, voice_bounds


def small():
    """One outlet, 1,000 words own and 1,000 direct; five hits of different confidence."""
    rows = [{"article_id": "p", "outlet": "o", "voice": voice, "exposure": 1000.0} for voice in ("own", "direct")]
    confidence = [("own", 0.9), ("own", 0.6), ("direct", 0.7), ("direct", 0.5), ("direct", 1.0)]
    hits = [{"article_id": "p", "frame": "x", "voice": voice, "confidence": c} for voice, c in confidence]
    return scores_from(rows, hits, frames=("x", "never"))


def test_readings_by_hand():
    """Own: 2 as read; .9 + .6 + .3 + .5 + 0 weighted; 1 without the doubtful one, 4 with the two doubtful quotations."""
    row = voice_bounds(small()).row(0, named=True)
    assert (row["rate"], row["fewest"], row["most"]) == (2, 1, 4)
    assert row["weighted"] == pytest.approx(2.3)
    assert (row["exposure"], row["doubtful"]) == (1000, 0.6)


def test_the_rate_is_that_of_rates():
    """Read as given, it is the rate of the narrowed scores."""
    assert voice_bounds(small())["rate"].to_list() == rates(small().where(voice="own"))["rate"].to_list()


def test_several_voices_and_a_stricter_doubt():
    """Own and direct together hold every hit; with doubt below .95 only the certain one is left."""
    row = voice_bounds(small(), voice=["own", "direct"], doubtful=0.95).row(0, named=True)
    assert (row["rate"], row["fewest"], row["most"], row["doubtful"]) == (2.5, 0.5, 2.5, 0.8)


def test_a_frame_never_found_keeps_its_row():
    """Zeros, and no share of doubt."""
    row = voice_bounds(small()).row(1, named=True)
    assert [row[name] for name in ("rate", "weighted", "fewest", "most")] == [0, 0, 0, 0]
    assert row["doubtful"] != row["doubtful"]


def test_an_unknown_confidence_is_certainty():
    """A scorer without confidences has bounds equal to its rate."""
    scores = scores_from([{"article_id": "p", "outlet": "o", "exposure": 500.0}], [{"article_id": "p", "frame": "x"}])
    row = voice_bounds(scores).row(0, named=True)
    assert row["rate"] == row["weighted"] == row["fewest"] == row["most"] == 2


def test_unknown_names_are_refused():
    """A misspelled voice raises; grouping by voice makes no sense here."""
    with pytest.raises(ValueError, match="Unknown voice 'owned'; expected one of"):
        voice_bounds(small(), voice="owned")
    with pytest.raises(ValueError, match="No voice is named; expected one or more of"):
        voice_bounds(small(), voice=[])
    with pytest.raises(ValueError, match="group by other columns than 'voice'"):
        voice_bounds(small(), by=["outlet", "voice"])


def test_empty_corpus_gives_an_empty_table():
    """No articles, no rows."""
    assert voice_bounds(scores_from([])).is_empty()


def test_a_confidence_beyond_one_is_refused():
    """Doubt is told by a confidence from 0 to 1."""
    with pytest.raises(ValueError, match="doubtful is 3; expected a confidence from 0 to 1"):
        voice_bounds(small(), doubtful=3)
