"""Texts with their voices and their place, and what a classifier makes of both. All sentences are invented."""

import copy

import numpy as np
import polars as pl
import pytest

from framing import ClassifierScorer, Corpus, score, split_voices
from framing.classifier import LoadedWords, Reading, evaluate, readings
from framing.classifier.units import units
from framing.classifier.voices import VoiceFeatures
from framing.lexicon import read_lexicon

MINE = {"terror": ["brutal*", "savage*"], "peace": ["truce"]}
ARTICLES = [
    {
        "article_id": "1",
        "outlet": "The Gull",
        "title": "A brutal raid",
        "text": "It rained. Berg called it “a brutal, savage raid”. A truce? It was not brutal.",
    },
    {"article_id": "2", "outlet": "Ford Post", "title": "", "text": "The mayor met the council. They spoke of a truce."},
    {"article_id": "3", "outlet": "Ford Post", "title": "", "text": ""},
]


@pytest.fixture(scope="module")
def passages():
    return split_voices(Corpus.from_records(ARTICLES))


def row(transformer, text):
    """What the transformer sees of one text, by the name of the column."""
    values = transformer.transform([text]).toarray()[0]
    return {name: float(value) for name, value in zip(transformer.names(), values, strict=True) if value}


def quoted(outlet: str) -> list[dict]:
    """Articles in which the same sentence is a quotation that goes on, or the outlet's own; only its surroundings tell."""
    said, own = "“It was late. They came at night. We ran,” Berg said.", "It was late. They came at night. We ran on."
    return [{"article_id": f"{outlet}{n}", "outlet": outlet, "text": said if n % 2 else own} for n in range(12)]


@pytest.mark.parametrize("unit", ["passages", "sentences", "articles"])
def test_a_reading_is_what_the_unit_reads(passages, unit):
    """Readings are the units, in their order, and their pieces tile them; so they do for a selection of voices."""
    for chosen in (passages, passages.where(voice="own"), passages.where(outlet="Ford Post")):
        found = readings(chosen, unit)
        assert found == units(chosen, unit)["content"].to_list()
        for text in found:
            assert "".join(text[piece.start : piece.end] for piece in text.pieces) == text.replace("\n", "")
            assert sum(piece.tokens for piece in text.pieces) > 0


def test_a_reading_knows_its_voices_and_its_place(passages):
    """A sentence of an article brings speaker and voice, its number, how far in it begins, and whether it is the title."""
    title, first, second, *_ = readings(passages)
    assert (title.place.headline, first.place.headline) == (1, 0)
    assert [text.place.sentence for text in (first, second)] == [0, 1]
    assert second.place.relative == pytest.approx(len("It rained. ") / len(ARTICLES[0]["text"]))
    assert [(piece.voice, piece.speaker) for piece in second.pieces if piece.voice == "direct"] == [("direct", "Berg")]
    assert np.isnan(readings(passages, "articles")[0].place.sentence)


def test_places_may_be_those_that_readers_labelled(passages):
    """A table of places gives the text of each, cut where it says; one across two sentences has the voices of both."""
    start = ARTICLES[0]["text"].index("Berg")
    places = pl.DataFrame({"article_id": ["1", "2"], "part": ["text", "text"], "start": [start + 5, 0], "end": [start + 60, 10]})
    first, second = readings(passages, places)
    assert (first, second) == (ARTICLES[0]["text"][start + 5 : start + 60], "The mayor ")
    assert {piece.voice for piece in first.pieces} == {"own", "indirect", "direct"}
    with pytest.raises(ValueError, match=r"The places lack the columns \['end'\]"):
        readings(passages, places.drop("end"))
    with pytest.raises(ValueError, match="The passages have no article '9'"):
        readings(passages, places.with_columns(article_id=pl.lit("9")))
    with pytest.raises(ValueError, match="Unknown unit 'pages'"):
        readings(passages, "pages")


def test_a_reading_is_a_string_like_any_other(passages):
    """It equals its words, and can be copied with all that it knows."""
    text = readings(passages)[2]
    twin = copy.deepcopy(text)
    assert isinstance(text, str)
    assert (twin, twin.pieces, twin.place) == (str(text), text.pieces, text.place)
    assert Reading("plain").pieces == ()


def test_features_count_hits_by_voice(passages):
    """Hits of a frame in own voice and in others' are columns apart; denied and reported ones are shares of the hits."""
    from framing.classifier.voices import kept

    transformer = VoiceFeatures(kept([read_lexicon(MINE)])).fit(["a truce"])
    _, _, said, asked, denied = readings(passages)[:5]
    found = row(transformer, said)
    assert found["lexicon/terror (others)"] == pytest.approx(np.log1p(2) / np.log1p(7))
    assert "lexicon/terror (own)" not in found
    assert (found["hits attributed"], found["own"], found["direct"]) == (1, pytest.approx(2 / 7), pytest.approx(4 / 7))
    assert row(transformer, asked)["lexicon/peace (own)"] == pytest.approx(np.log1p(1) / np.log1p(2))
    assert row(transformer, denied)["hits negated"] == 1
    assert transformer.transform(["", "..."]).toarray()[:, :-4].sum() == 0


def test_a_place_that_is_not_known_counts_as_the_mean(passages):
    """A plain string has the voices it holds itself and the mean place of the training texts; without any, nothing is made of it."""
    texts = readings(passages)
    transformer = VoiceFeatures([]).fit(texts)
    known = np.array([text.place.relative for text in texts])
    assert row(transformer, "It “rained”.")["relative"] == pytest.approx(known.mean())
    assert row(transformer, str(texts[2]))["direct"] == row(transformer, texts[2])["direct"] > 0
    assert set(row(VoiceFeatures([]).fit(["It rained."]), "It rained.")) == {"own"}


def test_what_only_the_article_tells_is_learned():
    """Two sentences of the same words, one within a quotation that began before: told apart as readings, not as strings."""
    articles = [each for outlet in ("The Gull", "Ford Post", "Lund News", "The Tarn") for each in quoted(outlet)]
    texts = [text for text in readings(split_voices(Corpus.from_records(articles))) if text.strip() == "They came at night."]
    labels = ["said" if n % 2 else "own" for n in range(len(texts))]
    outlets = [each["outlet"] for each in articles]
    scorer = ClassifierScorer.named("features", lexicons=[])
    assert evaluate(scorer, texts, labels, outlets, random_split=False).macro_f1 == 1
    assert evaluate(scorer, list(map(str, texts)), labels, outlets, random_split=False).macro_f1 < 0.7


def test_a_scorer_reads_voice_and_place_of_passages(tmp_path):
    """Scoring passages gives the pipeline the voices of the articles; saved and loaded it does the same, with its own lexicons."""
    articles = [each for outlet in ("The Gull", "Ford Post") for each in quoted(outlet)]
    passages = split_voices(Corpus.from_records(articles))
    texts = readings(passages)
    voices = passages.table.filter(pl.col("tokens") > 0).group_by("article_id", "sentence", maintain_order=True).first()["voice"]
    labels = ["said" if voice == "direct" else "own" for voice in voices]
    lexicon = tmp_path / "mine.toml"
    lexicon.write_text('[lexicon]\nname = "mine"\nversion = "1"\nlanguage = "en"\n[frame.night]\nterms = ["night"]\n', encoding="utf-8")
    scorer = ClassifierScorer.named("features", frames=["said"], lexicons=[lexicon]).fit(texts, labels, [text[:1] for text in texts])
    found = score(passages, scorer)
    assert found.hits["sentence"].to_list() == [0, 1, 2] * 12
    assert set(found.hits["voice"]) == {"direct"}
    scorer.save(tmp_path / "model.skops")
    lexicon.unlink()
    again = ClassifierScorer.load(tmp_path / "model.skops")
    assert score(passages, again).hits.equals(found.hits)
    assert score(passages, again).exposure.equals(found.exposure)
    assert score(split_voices(Corpus.from_records(ARTICLES[2:])), again).hits.height == 0


def test_labels_several_a_text_and_doubt_take_readings_too(passages):
    """Several labels a text are learned from readings, and a band of doubt leaves the same units out of hits and exposure."""
    texts = readings(passages) * 6
    table = pl.DataFrame({"long": [int(len(text) > 20) for text in texts], "raid": [int("raid" in text) for text in texts]})
    several = ClassifierScorer.named("features").fit(texts, table)
    assert several.predict(texts).shape == (len(texts), 2)
    torn = ["raid" in text or (text.startswith("They spoke") and n > 20) for n, text in enumerate(texts)]
    doubting = ClassifierScorer.named("features", abstain=0.9).fit(texts, torn)
    found = score(passages, doubting)
    assert found.hits.height == found.exposure["exposure"].sum() < len(readings(passages))


def test_lexicons_for_another_pipeline_are_refused():
    """A pipeline without lexicons takes none; one lexicon is no list of them; an unknown one is named."""
    with pytest.raises(ValueError, match="The classifier 'tfidf' reads no lexicons; 'features' does"):
        ClassifierScorer.named("tfidf", lexicons=["doubt"])
    with pytest.raises(TypeError, match="lexicons is 'doubt'; expected a list of names, files or lexicons"):
        ClassifierScorer.named("features", lexicons="doubt")
    with pytest.raises(ValueError, match="Unknown lexicon 'dout'"):
        ClassifierScorer.named("features", lexicons=["dout"])


def test_words_can_be_judged_beside_it():
    """A finder of loaded words takes the pipeline for its sentences."""
    texts = [f"the brutal raid hit {place}" for place in "abcdefghijkl"] + [f"talks in {place} went on" for place in "abcdefghijkl"]
    found = LoadedWords(sentences="features").fit(texts, [["brutal"]] * 12 + [[]] * 12, [str(n % 4) for n in range(24)])
    assert [mark.word for mark in found.predict(["a brutal day"])[0]] == ["brutal"]
