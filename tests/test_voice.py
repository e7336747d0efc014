"""Passages: the whole of split_voices."""

import gc
import itertools
import json
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st
from research_data import real

from framing import tables
from framing.corpus import Corpus
from framing.voice import split_voices
from framing.voice.cues import adjectives, nouns, verbs
from framing.voice.lists import lists
from framing.voice.spans import confidence

SENTENCES = [
    "“It was savage,” Ida Holm said.",
    "Berg said the raid was “a plain fraud” and void.",
    "The army’s “humane” convoy left.",
    "“We waited. Nobody came,” she added.",
    "According to Berg, the pact isn’t void.",
    "The rain went on.",
]


def passages(text, title=""):
    return split_voices(Corpus.from_records([{"article_id": "1", "outlet": "A", "title": title, "text": text}]))


def tiles(found, part, text):
    rows = found.table.filter(part=part)
    assert "".join(text[start:end] for start, end in rows.select("start", "end").iter_rows()) == text
    assert (rows["end"] > rows["start"]).all()


@given(st.text(max_size=120), st.text(alphabet="Aab Berg said “”\"'’.,:\n-", max_size=120))
def test_passages_tile_title_and_text(title, text):
    """Passages cover title and text without gap or overlap, whatever they are; an empty part has none."""
    found = passages(text, title)
    tiles(found, "title", title)
    tiles(found, "text", text)


LISTED = [*verbs(), *nouns(), *adjectives(), *(word for words in lists("words.toml")["classes"].values() for word in words)]


@given(st.lists(st.lists(st.sampled_from([*LISTED, "Berg", "“it”", ",", ":", "–", "2019"]), min_size=1, max_size=6), max_size=9))
def test_any_words_of_the_lists_are_read(lines):
    """Words of the lists, alone or in any order, are a text like any other; so is every word of them as a sentence."""
    text = "\n".join(" ".join(line).capitalize() for line in lines)
    tiles(passages(text), "text", text)


def test_every_listed_word_alone():
    """A heading may be one word, whichever it is."""
    text = "\n".join(word.capitalize() for word in LISTED)
    tiles(passages(text), "text", text)


SAID = st.sampled_from(["It was savage", "We left Zell at dawn and nobody came", "no ‘truce’ at all", "the workers’ rights", "a storm"])
NAMES = st.sampled_from(["Ida Holm", "Mr. Berg", "the mayor", "Officials in Zell", "she"])
FORMS = st.sampled_from(
    [
        "“{said},” {name} said. ",
        "{name} said the raid was “{said}” and void. ",
        "The army’s “{said}” convoy left. ",
        "“{said}. The ‘{said}’ of Zell has gone,” {name} added. ",
        "“{said}.”\n",
        "“{said} — {said}\n\n“{said}, ” says {name}.\n",
        "According to {name}, the pact (“{said}”) isn’t void.\n\n",
        "‘{said}’ in the ’90s, {name} asked.\n",
    ]
)


@given(st.lists(st.tuples(FORMS, SAID, NAMES), min_size=1, max_size=6))
def test_straight_and_curly_marks_give_the_same_voices(chosen):
    """A text in straight marks is read as the same text in curly ones: paired, nested, left open, and beside apostrophes."""
    text = "".join(form.format(said=said, name=name) for form, said, name in chosen)
    straight = text.translate(str.maketrans("“”‘’", "\"\"''"))
    columns = ("start", "end", "voice", "speaker", "rule")
    curly_rows, straight_rows = (passages(written).table.select(columns).rows() for written in (text, straight))
    assert curly_rows == straight_rows


@given(st.lists(st.tuples(FORMS, SAID, NAMES), min_size=1, max_size=6), st.sampled_from([(" ", "\u00a0"), (" ", "\u202f"), ("\n", "\r\n")]))
def test_white_space_of_every_kind_gives_the_same_voices(chosen, spaces):
    """A text with hard spaces, or with the line breaks of another system, is read as the same text without."""
    text = "".join(form.format(said=said, name=name) for form, said, name in chosen)
    columns = ("voice", "speaker", "rule")
    plain, other = (passages(written).table for written in (text, text.replace(*spaces)))
    assert plain.select(columns).rows() == other.select(columns).rows()
    for start, end, mention in other.select("speaker_start", "speaker_end", "speaker_mention").drop_nulls().iter_rows():
        assert text.replace(*spaces)[start:end] == mention


PARAGRAPHS = [
    "“It was savage and plainly unlawful,” Ida Holm said.",
    "Berg said the raid was “a plain fraud” and void.",
    "The army’s “humane” convoy left Zell.",
    "According to Ruiz, “nothing at all” was left.",
]


@given(st.lists(st.sampled_from(PARAGRAPHS), min_size=2, max_size=5), st.data())
def test_a_lost_mark_changes_no_voice_beyond_its_paragraph(paragraphs, data):
    """Deleting a mark leaves the voices of every other paragraph as they were."""
    number = data.draw(st.integers(0, len(paragraphs) - 1))
    at = data.draw(st.sampled_from([place for place, char in enumerate(paragraphs[number]) if char in "“”"]))
    lost = [*paragraphs[:number], paragraphs[number][:at] + paragraphs[number][at + 1 :], *paragraphs[number + 1 :]]
    whole, broken = (voices_by_paragraph(written) for written in (paragraphs, lost))
    others = [other for other in range(len(paragraphs)) if other != number]
    assert [whole[other] for other in others] == [broken[other] for other in others]
    assert all({row[2] for row in found} - {"own"} for found in whole)


def voices_by_paragraph(paragraphs):
    """Place within its paragraph and voice of every passage."""
    rows = passages("\n".join(paragraphs)).table.filter(part="text").select("start", "end", "voice").rows()
    found, at = [], 0
    for paragraph in paragraphs:
        end = at + len(paragraph)
        found.append([(start - at, min(stop, end) - at, voice) for start, stop, voice in rows if at <= start < end])
        at = end + 1
    return found


def test_articles_do_not_know_each_other():
    """An article's rows are the same alone and among others."""
    records = [{"article_id": str(n), "outlet": "A", "text": text} for n, text in enumerate(SENTENCES)]
    together = split_voices(Corpus.from_records(records)).table
    alone = [split_voices(Corpus.from_records([record])).table for record in records]
    assert together.rows() == [row for table in alone for row in table.rows()]


def test_empty_corpus():
    """No articles, no passages, no speakers."""
    found = split_voices(Corpus(tables.empty("articles")))
    assert (found.table.height, found.speakers().height) == (0, 0)


@pytest.mark.parametrize("collects", [True, False])
def test_reading_leaves_the_collector_as_it_was_and_nothing_for_it(collects):
    """Whether the garbage collector is on or off stays as it was, and reading leaves no cycles that would wait for it."""
    corpus = Corpus.from_records([{"article_id": "1", "outlet": "A", "title": "Raid lawful: Berg", "text": " ".join(SENTENCES)}])
    split_voices(corpus)
    gc.collect()
    (gc.enable if collects else gc.disable)()
    try:
        split_voices(corpus)
        assert gc.isenabled() is collects
        gc.disable()
        assert gc.collect() == 0
    finally:
        gc.enable()


def test_many_new_words_are_counted_as_old_and_what_a_program_froze_stays_frozen():
    """Reading many words for the first time leaves none of them to the collector's next walk, and thaws nothing."""

    def unmet(prefix):
        return Corpus.from_records([{"article_id": "1", "outlet": "A", "text": " ".join(f"{prefix}{number}" for number in range(6000))}])

    split_voices(unmet("one"))
    assert gc.get_count()[0] < 1000
    gc.freeze()
    try:
        frozen = gc.get_freeze_count()
        split_voices(unmet("two"))
        assert gc.get_freeze_count() > 0.9 * frozen
    finally:
        gc.unfreeze()


def test_unknown_engine():
    """An engine that is not there is refused, with those that are."""
    with pytest.raises(ValueError, match=r"Unknown engine 'oracle'; expected one of \['rules', 'spacy'\]"):
        split_voices(Corpus(tables.empty("articles")), engine="oracle")


def test_a_string_is_no_corpus():
    """Text handed in bare is refused with what is expected."""
    with pytest.raises(TypeError, match=r"takes Corpus, not str; call read_corpus\(path\) first"):
        split_voices("Berg said so.")


def test_where_keeps_a_voice():
    """Passages are selected by voice; a misspelled voice raises."""
    found = passages("Berg said the raid failed.")
    assert found.where(voice="indirect").table["speaker"].to_list() == ["Berg"]
    with pytest.raises(ValueError, match="Unknown voice 'quoted'"):
        found.where(voice="quoted")


def test_speakers_counts_words():
    """Speakers are listed with their aliases and their words, direct and indirect."""
    row = passages("“We leave now,” Anna Koval said. Koval said the talks had failed.").speakers().row(0, named=True)
    assert (row["speaker"], row["aliases"], row["direct"], row["indirect"]) == ("Anna Koval", ["Anna Koval", "Koval"], 3, 4)


def test_notebook_view_escapes_text():
    """Article text cannot become markup in a notebook."""
    shown = passages("“<script>alert(1)</script> went off,” Berg <b>said.")._repr_html_()
    assert "<script>" not in shown
    assert "&lt;script&gt;" in shown
    assert "dashed" in shown


def test_notebook_view_shows_text_as_printed():
    """Signs that turn the reading direction or control a screen are named, and two prices in dollars are no formula."""
    shown = passages("Berg said $5 and $10 \u202eevil\u202c \x1b[31m.", "A \u2066title")._repr_html_()
    assert not set("\u202e\u202c\u2066\x1b") & set(shown)
    assert "[U+202E]evil[U+202C]" in shown
    assert shown.startswith('<div class="tex2jax_ignore mathjax_ignore">')


def test_confidence_is_a_probability():
    """Every rule has a reliability between 0 and 1, listed or not."""
    assert 0.5 < confidence("direct", "parenthetical") <= 1
    assert 0 < confidence("indirect", "a rule nobody wrote") < 1


HOSTILE = {
    "one line": "Berg said the raid was bad and Ruiz denied it, but ",
    "marks": '"a" ',
    "opening marks": '"a, ',
    "apostrophes": "s' 'x ",
    "tags": "“a b c d” he said. ",
    "control": "\x00\x01\x02 ",
    "right to left": "שלום עולם ",
    "no letters": "123 456, ",
    "names": "Aa Bb ",
    "cues": "said ",
    "stops": ". ",
    "newlines": "\n",
    "left open": "“a ",
    "never opened": "a” ",
    "in disorder": "“a \"b ”c ' ",
    "low marks": "„a «b ",
    "lost marks": '"I came, I saw, Holm said so ',
    "one family": "Ab Holm met Cd Holm. ",
    "pronouns": "Anna Koval met Ida Holm. “Yes,” she said. ",
    "transcript": "“HOLM: a b c.”\n",
    "announced": "Holm reports:\n“a b c d e.”\n",
    "groups": "It rained. They said it had failed. ",
    "named things": "Officers called it “Operation Iron Scourge” and began. ",
    "turns": "HOLM: It is late. We go. ",
    "relative clauses": "a man who saw it who led it said ",
}


def crowd(many):
    """A text that names as many persons, each once, and after each an office that nobody holds."""
    letters = itertools.islice(itertools.product("abcdefgh", repeat=5), many)
    return " ".join(f"Ida K{''.join(five)}ov left. The bishop said it failed." for five in letters)


@pytest.mark.parametrize("kind", [*HOSTILE, "crowd"])
def test_time_is_linear_in_hostile_text(kind):
    """Eight times the text takes about eight times as long, three times over at most, and never raises."""

    def fastest(times):
        text, took = HOSTILE[kind] * times if kind in HOSTILE else crowd(times), []
        for _ in range(2):  # the first run reads the word lists; a busy machine seldom delays both
            began = time.process_time()
            found = passages(text)
            took.append(time.process_time() - began)
        tiles(found, "text", text)
        return min(took)

    short = fastest(500)
    assert fastest(4000) < 3 * 8 * max(short, 0.01)


def test_a_megabyte_on_one_line():
    """A sentence of a megabyte is read in time that four quarters of it take, three times over at most."""
    whole = "said Berg and the mayor, " * 40000
    took = []
    for text in (whole[: len(whole) // 4], whole):
        began = time.process_time()
        assert len(passages(text)) > 0
        took.append(time.process_time() - began)
    assert took[1] < 3 * 4 * took[0]


def test_worked_cases():
    """Of the worked cases at least 98 % have an accepted voice and 97 % the right speaker."""
    cases = json.loads(real("../voice/cases.json").read_text(encoding="utf-8"))["cases"]
    corpus = Corpus.from_records([{"article_id": case["id"], "outlet": "A", "text": case["text"]} for case in cases])
    table = split_voices(corpus).table.filter(part="text")
    voice, speaker, hits, spoken = 0, 0, 0, 0
    for case in cases:
        rows = list(table.filter(article_id=case["id"]).iter_rows(named=True))
        for hit in case["hits"]:
            row = next(row for row in rows if row["start"] <= hit["start"] < row["end"])
            hits += 1
            voice += row["voice"] in hit["accept"]
            if hit["speaker"] and hit["voice"] != "own":
                spoken += 1
                speaker += hit["speaker"].split()[-1].lower() in f"{row['speaker']} {row['speaker_mention']}".lower()
    assert voice >= 0.98 * hits
    assert speaker >= 0.97 * spoken
