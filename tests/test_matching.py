"""Every place a term stands, with exact offsets, in the passage and voice that hold it."""

import sys
import time
from typing import Any
from unittest import mock

import numpy as np
import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from matching_reference import reference

from framing import tables
from framing.corpus import Corpus
from framing.lexicon import Choice, Entry, Frame, Lexicon, Topic, expand
from framing.matching import LexiconScorer
from framing.matching.batches import batches
from framing.matching.engines import engine, engine_for
from framing.matching.patterns import parse
from framing.matching.plan import plan
from framing.matching.standing import Standing
from framing.matching.words import lay, sizes_of
from framing.voice import Passages, split_voices

FRAMES = {name: Frame(name) for name in ("a", "b")}
CHOICES = {"act": Choice("Act", "", {"x": "X", "y": "Y"})}
TOPICS = {"war": Topic(("war", "war crime{,s}", "operation*")), "half": Topic(("e*", "i*", "e ss"), 500.0)}


def lexicon(*entries: Entry | str) -> Lexicon:
    """Make a lexicon of entries; a string is a term of frame a."""
    made = (Entry(entry, frame="a") if isinstance(entry, str) else entry for entry in entries)
    return Lexicon("test", frames=FRAMES, choices=CHOICES, entries=tuple(made), topics=TOPICS)


def passages(text: str, title: str = "") -> Passages:
    return split_voices(Corpus.from_records([{"article_id": "1", "outlet": "The Gull", "title": title, "text": text}]))


def found(text: str, *entries: Entry | str) -> list[str]:
    """Say what is found in a text, as printed."""
    return LexiconScorer(lexicon(*entries)).hits(passages(text))["surface"].to_list()


PLAIN = (
    "war War WAR crime crimes crime\u0301s e\u0301\u0327 o\ufe0f 🕊️ ẞ \u2019s ʼs Ǆ ﬀ ſ K ß ss SS İ i̇ ı é e\u0301 e \u00ad "
    "operation operations Operational opération operationoperation \u200d 👩\u200d🚀 🇺🇦 n't n’t don ' ’ ʼ "
    "- ‑ . , / U.S. Ω ω ς ŉ ﬁ 한 \u0345 a x"
)
PIECES = st.sampled_from([*PLAIN.split(), " ", " ", " ", " ", "\n", "\n\n", "\u00a0", ". "])
TEXTS = st.lists(PIECES, max_size=14).map("".join) | st.text(max_size=12)
LETTERS = st.sampled_from(
    ["war", "War", "crime", "operation", "opé", "ss", "ß", "i", "İ", "é", "e\u0301", "e", "*", "?", "don't", "n’t", "fi", "ω", "한", "a"]
)
WORDS = st.lists(LETTERS, min_size=1, max_size=2).map("".join)
TERMS = st.lists(WORDS | st.sampled_from(["U.S.", "{war,crime}", "{a,}x", "'war"]), min_size=1, max_size=3).map(" ".join) | st.builds(
    "-".join, st.lists(WORDS, min_size=2, max_size=2)
)
CONTEXT = st.lists(st.sampled_from(["war", "crime*", "e"]), max_size=1).map(tuple)
ENTRIES = (
    st.builds(Entry, TERMS, frame=st.sampled_from(["a", "b"]), case=st.booleans(), not_before=CONTEXT, not_after=CONTEXT)
    | st.builds(Entry, TERMS, frame=st.just("b"), topic=st.sampled_from(list(TOPICS)))
    | st.builds(Entry, TERMS, choice=st.just("act"), name=st.sampled_from(["x", "y"]))
    | st.builds(Entry, TERMS, frame=st.just("b"), stem=st.just(True))
)


@pytest.mark.filterwarnings("ignore:.*never found", "ignore:.*no entries")
@pytest.mark.parametrize("compiled", [False, True], ids=["arrays", "compiled"])
@settings(max_examples=200)
@given(text=TEXTS, entries=st.lists(ENTRIES, max_size=5).map(tuple))
def test_agrees_with_the_reference_on_any_text(compiled: bool, text: str, entries: tuple[Entry, ...]) -> None:
    """What is found in any text is what trying everything finds, with the same offsets."""
    with mock.patch("framing.matching.scorer.engine_for", return_value=engine(compiled)):
        hits = LexiconScorer(lexicon(*entries)).hits(passages(text))
    usable = tuple(e for e in entries if any(phrase.strip("*? -'") for phrase in expand(e.term)))
    assert sorted(hits.select("start", "end", "term").iter_rows()) == reference(text, usable, TOPICS)
    assert all(text[start:end] == surface for start, end, surface in hits.select("start", "end", "surface").iter_rows())


@settings(max_examples=200)
@given(texts=st.lists(TEXTS | st.text(max_size=40) | WORDS.map(lambda word: word * 9), max_size=4))
def test_both_engines_read_the_same_words(texts: list[str]) -> None:
    """Numpy and the compiled loops find the same words in any texts, and the same patterns stand there."""
    table = plan([(pattern, 0) for term in ("war", "war crime*", "a*", "é*", "*", "e ss", "don't") for pattern in parse(term)])
    read = []
    for using in (engine(False), engine(True)):
        column = pl.Series(texts, dtype=pl.String)
        laid = lay(column, sizes_of(column))
        words = using.read(laid)
        copied = [column.tolist() for column in words]
        stands = Standing().spans(laid, words, table, using.nominate(laid, words, table))
        read.append((copied, sorted(zip(*(column.tolist() for column in stands), strict=True))))
    assert read[0] == read[1]


def test_long_words_are_told_apart() -> None:
    """Words of more than eight letters that begin and end alike are different words, plain or not, in both engines."""
    text = "Bananananas, banananananas, bananananaß, an Übernationalität and bananananananananas."
    terms = ("bananananas", "bananananass", "übernational*", "banananananan*")
    for compiled in (False, True):
        with mock.patch("framing.matching.scorer.engine_for", return_value=engine(compiled)):
            assert found(text, *terms) == ["Bananananas", "bananananaß", "Übernationalität", "bananananananananas"]


def test_the_compiled_engine_is_kept_for_small_corpora_once_loaded() -> None:
    """Nobody waits for a compiler where numpy is through sooner; who has waited gets the faster engine."""
    compiled = engine(True)
    assert engine_for(0) is compiled
    with mock.patch.dict("sys.modules"):
        del sys.modules["framing.matching.compiled"]
        assert engine_for(0) is engine(False)


# --- words ---------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("term", "text", "surfaces"),
    [
        ("war", "War, anti-war and the war's warm warriors.", ["War", "war", "war"]),
        ("war*", "War, anti-war and the warm post-war.", ["War", "war", "warm", "war"]),
        ("wom?n", "Women and woman, womn and womaan.", ["Women", "woman"]),
        ("*gate", "Bridgegate, a gate, a gateway.", ["Bridgegate", "gate"]),
        ("{unprovoked,senseless} attack{,s}", "An unprovoked attack, senseless attacks.", ["unprovoked attack", "senseless attacks"]),
        ("U.S.", "The U.S. fleet left the U. S. and USS.", ["U.S."]),
        ("don't", "Don’t, don't, donʼt, dont.", ["Don’t", "don't", "donʼt"]),
        ("full-scale", "Full-scale, full scale, full‑scale, fullscale.", ["Full-scale", "full scale", "full‑scale"]),
        ("special military operation", "A special\nmilitary  operation; special\n\nmilitary operation.", ["special\nmilitary  operation"]),
        ("straße", "STRASSE, Straße.", ["STRASSE", "Straße"]),
        ("istanbul", "İstanbul, Istanbul.", ["Istanbul"]),
        ("İstanbul", "👩‍🚀 İstanbul i̇stanbul.", ["İstanbul", "i̇stanbul"]),
        ("café", "Cafe\u0301, café, cafe.", ["Cafe\u0301", "café"]),
        ("caf?", "Cafe\u0301, café, cafe.", ["Cafe\u0301", "café", "cafe"]),
        ("operation", "An opera\u00adtion.", ["opera\u00adtion"]),
        ("peace talk?", "Peace talks, peace 🕊 talks.", ["Peace talks"]),
        ("state * emergency", "A state of emergency, a state emergency.", ["state of emergency"]),
    ],
)
def test_words(term: str, text: str, surfaces: list[str]) -> None:
    """Whole words, in any case, whatever marks, accents and white space the page uses."""
    assert found(text, term) == surfaces


def test_case_counts_where_asked() -> None:
    """*US* with case is not *us*."""
    assert found("US tells us.", Entry("US", frame="a", case=True)) == ["US"]


def test_stem_finds_inflections() -> None:
    """A stem finds the inflected forms, word by word; with case, a capital must be one."""
    assert found("Shelling, shelled and a shelf.", Entry("shell", frame="a", stem=True)) == ["Shelling", "shelled"]
    assert found("War crimes and a warring criminal.", Entry("war crime", frame="a", stem=True)) == ["War crimes"]
    assert found("Lions and lions.", Entry("Lion", frame="a", stem=True, case=True)) == ["Lions"]
    gates = [Entry("*gate", frame="a", case=True, stem=stem) for stem in (True, False)]
    assert [found("Watergate and a floodgate.", gate) for gate in gates] == [["Watergate", "floodgate"]] * 2


def test_stem_needs_a_known_language() -> None:
    """A language without a stemmer is told with those there are."""
    strange = Lexicon("test", language="tlh", frames=FRAMES, entries=(Entry("war", frame="a", stem=True),))
    with pytest.raises(ValueError, match=r"No stemmer for language 'tlh'; expected one of \['ar'"):
        LexiconScorer(strange).hits(passages("War."))


def test_term_without_letters_is_told() -> None:
    """What can never be found is said, and hinders nothing."""
    with pytest.warns(UserWarning, match=r"1 terms without a letter or digit are never found: \['🕊'\]"):
        assert found("A 🕊 in the war.", "🕊", "war") == ["war"]


# --- context and overlap -----------------------------------------------------------------------------------------------


def test_context(monkeypatch: pytest.MonkeyPatch) -> None:
    """An entry keeps away from, or close to, the words it says."""
    text = "Defence ministry. A strong defence-ministry. Civil defence. The defence of the bridge. A defence."
    assert found(text, Entry("defence", frame="a", not_before=("ministr*",))) == ["defence", "defence", "defence"]
    assert found(text, Entry("defence", frame="a", not_after=("civil", "a"))) == ["Defence", "defence", "defence"]
    assert found(text, Entry("defence", frame="a", only_near=("bridge", "civil"))) == ["defence", "defence"]


def test_context_stands_beside_a_hit_as_words_of_a_phrase_do() -> None:
    """White space without a blank line, or a hyphen, parts a hit from what bars it; a comma, a slash or a blank line does not join them."""
    for between in (" ", "  ", "-", "\n", " \r\n", "\u00a0"):
        assert found(f"A threat{between}of rain.", Entry("threat", frame="a", not_before=("of  rain",))) == []
        assert found(f"Civil{between}defence.", Entry("defence", frame="a", not_after=("civil",))) == []
    for between in (", ", ",", "/", ". ", "'", " \u2013 ", "\n\n", " \u201c"):
        assert found(f"A threat{between}of rain.", Entry("threat", frame="a", not_before=("of rain",))) == ["threat"]
        assert found(f"Civil{between}defence.", Entry("defence", frame="a", not_after=("civil",))) == ["defence"]
    assert found("The war's end.", Entry("war", frame="a", not_before=("'s",))) == []
    assert found("A strong  defence\u00a0of the  big bridge.", Entry("defence", frame="a", only_near=("big bridge",))) == ["defence"]


def test_an_entry_of_a_topic_counts_where_the_article_is_about_it() -> None:
    """Five of a topic's words in 1,000 of title and text are enough, whichever passages are scored; phrases that begin together are one."""
    threat = LexiconScorer(lexicon(Entry("threat", frame="a", topic="war")))

    def hits(text: str, title: str = "", **only: Any) -> int:
        return threat.hits(passages(text, title).where(**only)).height

    filled = "“A threat,” he said. " + "So it was. " * 65  # 199 words
    assert hits(filled) == 0
    assert hits(filled, "War") == hits(filled, "War", voice="direct") == hits(f"{filled} War.", voice="direct") == 1
    assert hits(f"{filled} Two are war crimes.") == 0
    assert hits(f"{filled} War crimes, war.") == 1


def test_no_article_is_cut_between_batches(monkeypatch: pytest.MonkeyPatch) -> None:
    """The title that tells the topic is read together with its text, however small the batches are."""
    records = [{"article_id": str(n), "outlet": "Gull", "title": "War" * (n % 2), "text": "A threat."} for n in range(7)]
    read = split_voices(Corpus.from_records(records))
    monkeypatch.setattr("framing.matching.scorer.MOST_TEXTS", 3)
    monkeypatch.setattr("framing.matching.arrays.Arrays.batch_bytes", 1)
    monkeypatch.setattr("framing.matching.scorer.engine_for", lambda _: engine(False))
    hits = LexiconScorer(lexicon(Entry("threat", frame="a", topic="war"))).hits(read)
    assert hits["article_id"].to_list() == ["1", "3", "5"]


@given(sizes=st.lists(st.integers(0, 9), max_size=12), most=st.integers(1, 20), texts=st.integers(2, 6))
def test_batches_hold_every_article_once_and_are_bounded(sizes: list[int], most: int, texts: int) -> None:
    """Runs of texts follow one another; one is larger than it may be only if it is a single article."""
    articles = np.array([number * 3 // 5 for number in range(len(sizes))], np.int64)
    runs = list(batches(np.array(sizes, np.int64), articles, most, texts))
    assert [number for run in runs for number in range(run.start, run.stop)] == list(range(len(sizes)))
    for run in runs:
        alone = len(set(articles[run].tolist())) == 1
        assert alone or (sum(sizes[run]) <= most and run.stop - run.start <= texts)
    assert sum(len(set(articles[run].tolist())) for run in runs) == len(set(articles.tolist()))


def test_longest_in_a_frame() -> None:
    """Within a frame the longest term counts; another frame may share its words."""
    assert found("A war crime tribunal.", "war", "war crime", "crime tribunal", Entry("crime", frame="b")) == [
        "war",
        "crime",
        "crime tribunal",
    ]
    assert found("A war crime.", "war", "war crime", Entry("crime", frame="b")) == ["war crime", "crime"]


def test_names_exclude_one_another() -> None:
    """The longest of the rival names counts, and only it."""
    long = Entry("special military operation", choice="act", name="x")
    short = Entry("military operation", choice="act", name="y")
    hits = LexiconScorer(lexicon(short, long)).hits(passages("A special military operation, a military operation."))
    assert hits.select("choice", "name", "frame").rows() == [("act", "x", None), ("act", "y", None)]


def test_wrong_context_excludes_nothing() -> None:
    """A longer term in the wrong context leaves the shorter one its place."""
    assert found("War crimes tribunal.", "war", Entry("war crimes", frame="a", not_before=("tribunal",))) == ["War"]


# --- passages and voices -------------------------------------------------------------------------------------------------


def cut(text: str, *rows: dict) -> Passages:
    """Passages at given edges, so that no rule of voices is tested here."""
    whole = passages(text)
    first = whole.table.filter(pl.col("part") == "text")[0]
    made = [first.with_columns(pl.lit(value, first.schema[name]).alias(name) for name, value in row.items()) for row in rows]
    return Passages(pl.concat(made), whole.corpus)


def test_a_hit_takes_the_passage_it_begins_in() -> None:
    """A term over two passages stands in the voice of its first character; each hit in one sentence."""
    text = "The war crime tribunal."
    mixed = cut(text, {"end": 8, "voice": "direct", "speaker": "Ada Berg"}, {"start": 8, "end": len(text), "voice": "own"})
    hits = LexiconScorer(lexicon("war crime", Entry("tribunal", frame="b"))).hits(mixed)
    assert hits.select("surface", "voice", "speaker").rows() == [("war crime", "direct", "Ada Berg"), ("tribunal", "own", None)]


@pytest.mark.parametrize("cue_class", ["title", "mention"])
def test_words_that_are_named_give_no_hit(cue_class: str) -> None:
    """The title of a work, or a word spoken about, is not used."""
    text = "The film War opens the war."
    named = cut(text, {"end": 13, "cue_class": cue_class}, {"start": 13, "end": len(text)})
    assert LexiconScorer(lexicon("war")).hits(named)["start"].to_list() == [text.rindex("war")]


def test_selected_passages_give_their_hits_only() -> None:
    """Scoring a selection of passages selects among the hits, and changes none."""
    text = "War, war, war."
    table = cut(text, {"end": 5}, {"start": 5, "end": 10, "voice": "scare"}, {"start": 10, "end": len(text)})
    scorer = LexiconScorer(lexicon("war"))
    assert scorer.hits(table.where(voice="own")).equals(scorer.hits(table).filter(pl.col("voice") == "own"))


def test_what_lies_outside_a_selection_has_no_sentence() -> None:
    """A term outside the passages has none of its context near, whatever else is outside, and takes nobody's place."""
    text = "A raid. No war crime tribunal."
    table = cut(text, {"start": text.index("crime"), "end": len(text)})
    wide = Entry("war crime tribunal", frame="a", only_near=("raid",))
    assert LexiconScorer(lexicon(wide, "crime tribunal")).hits(table)["surface"].to_list() == ["crime tribunal"]


def test_hits_are_a_table_with_title_and_text() -> None:
    """Offsets count into the part the hit stands in; weight is the entry's."""
    hits = LexiconScorer(lexicon(Entry("war", frame="a", weight=0.5))).hits(passages("No war.", title="War"))
    tables.check(hits, "hits")
    assert hits.select("part", "start", "weight").rows() == [("title", 0, 0.5), ("text", 3, 0.5)]


def test_an_entry_that_names_an_actor_gives_the_target() -> None:
    """An actor named by the entry's own words is the target of its hits; other hits have what the sentence says."""
    named = Entry("Ostland's war", frame="a", target="Ostland")
    hits = LexiconScorer(lexicon(named, Entry("raid", frame="b"))).hits(passages("Ostland's war began with a raid by Westland."))
    assert hits.select("term", "target").rows() == [("Ostland's war", "Ostland"), ("raid", "Westland")]


def test_exposure_is_words() -> None:
    """Exposure sums the words of the passages; nothing is lost."""
    table = passages("Three short words. Two more.", title="A title")
    exposure = tables.check(LexiconScorer(lexicon("war")).exposure(table), "exposure")
    assert dict(exposure.select("part", "exposure").iter_rows()) == {"title": 2.0, "text": 5.0}


def test_empty() -> None:
    """No articles, no text or no terms: empty tables of the right columns."""
    nothing = split_voices(Corpus(tables.empty("articles")))
    for table, words in ((nothing, lexicon("war")), (passages(""), lexicon("war")), (passages("War."), lexicon())):
        assert tables.check(LexiconScorer(words).hits(table), "hits").height == 0
    assert tables.check(LexiconScorer(lexicon("war")).exposure(nothing), "exposure").height == 0


@pytest.mark.parametrize(
    "text",
    [
        "a" * 100_000,
        "a " * 20_000,
        "ab" * 20_000,
        "a\u0301" * 50_000,
        "'" * 20_000,
        " " * 100_000,
        "a-" * 20_000,
        "a" * 9 + "." * 20_000,
    ],
    ids=["word", "words", "pairs", "accents", "apostrophes", "blank", "hyphens", "stops"],
)
def test_hostile_text_takes_linear_time(text: str) -> None:
    """Nothing a text can hold makes matching slow or fail."""
    scorer = LexiconScorer(
        lexicon("a", "a a", "a* a* a*", "*a*b", Entry("a a a a", frame="b", not_after=("a",)), Entry("a", frame="b", stem=True))
    )
    article = Corpus.from_records([{"article_id": "1", "outlet": "The Gull", "text": text}])
    whole = cut("A.", {"end": len(text)}).table
    before = time.perf_counter()
    with mock.patch("framing.matching.scorer.read_stance", lambda found, _: found):
        scorer.hits(Passages(whole, article))
    assert time.perf_counter() - before < 20
