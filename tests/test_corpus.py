"""The corpus: any data frame in, one checked table out."""

import datetime
import json

import numpy as np
import pandas as pd
import polars as pl
import pyarrow as pa
import pytest
from hypothesis import given
from hypothesis import strategies as st

from framing import tables
from framing.corpus import Corpus
from framing.corpus.values import absent, day, label, words

DAY = datetime.date(2022, 2, 24)
ROW = {"article_id": "a", "outlet": "The Ford Herald", "event": "flood", "published": DAY, "title": "Rain", "text": "It rained."}


def corpus_of(**changes):
    return Corpus.from_records([ROW | changes])


def only(corpus):
    return corpus.articles.row(0, named=True)


@pytest.mark.parametrize("make", [pd.DataFrame, pl.DataFrame, pa.Table.from_pylist])
def test_any_data_frame_gives_the_same_table(make):
    """Promise: pandas, Polars and PyArrow give the same articles."""
    rows = [ROW, ROW | {"article_id": "b", "event": None, "text": "It rained – “again”.\r\n"}]
    assert Corpus.from_frame(make(rows)).articles.equals(Corpus.from_records(rows).articles)


def test_numbers_dates_and_categories_become_names_in_pandas():
    """Promise: ids as integers, outlets as categories and time stamps as dates are read for what they are."""
    frame = pd.DataFrame(
        {
            "article_id": [1, 2],
            "outlet": pd.Categorical(["Herald", "Post"]),
            "event": [7.0, np.nan],
            "published": pd.to_datetime(["2022-02-24 23:59", None]),
            "text": pd.array(["It rained.", None], dtype="string"),
        }
    )
    corpus = Corpus.from_frame(frame)
    assert corpus.articles["article_id"].to_list() == ["1", "2"]
    assert corpus.articles["event"].to_list() == ["7", None]
    assert corpus.articles["published"].to_list() == [DAY, None]
    assert corpus.articles["text"].to_list() == ["It rained.", ""]
    assert corpus.outlets == ["Herald", "Post"]


def test_numbers_dates_and_categories_become_names_in_polars():
    """Promise: the types of Polars are read for what they are."""
    frame = pl.DataFrame({"article_id": [1, 2], "outlet": ["Herald", "Post"], "event": [DAY, None], "text": ["x", None]}).with_columns(
        pl.col("outlet").cast(pl.Categorical), published=pl.lit(datetime.datetime(2022, 2, 24, 5))
    )
    corpus = Corpus.from_frame(frame)
    assert corpus.articles["event"].to_list() == ["2022-02-24", None]
    assert corpus.articles["published"].to_list() == [DAY, DAY]
    assert corpus.outlets == ["Herald", "Post"]


def test_numbers_dates_and_categories_become_names_in_arrow():
    """Promise: dictionary columns and time stamps of Arrow are read for what they are."""
    table = pa.table(
        {
            "article_id": pa.array([1, 2], pa.int16()),
            "outlet": pa.array(["Herald", "Post"]).dictionary_encode(),
            "published": pa.array([datetime.datetime(2022, 2, 24, 5), None], pa.timestamp("us", tz="UTC")),
            "text": pa.array(["x", None], pa.large_string()),
        }
    )
    corpus = Corpus.from_frame(table)
    assert corpus.articles["published"].to_list() == [DAY, None]
    assert corpus.articles["article_id"].to_list() == ["1", "2"]


@pytest.mark.parametrize("null", [None, float("nan"), pd.NA, pd.NaT, np.nan, np.datetime64("NaT")])
def test_every_kind_of_null_is_null(null):
    """Promise: the nulls of pandas and numpy are unknown values, not the words for them."""
    assert absent(null)
    assert label(null) is None
    assert words(null) == ""
    assert day(null) is None


@pytest.mark.parametrize("null", [None, "", "  ", float("nan")])
@pytest.mark.parametrize("column", ["article_id", "outlet"])
def test_an_article_without_id_or_outlet_is_told_with_its_place(column, null):
    """Promise: a missing id or outlet names the row and the column."""
    with pytest.raises(ValueError, match=rf"^record 2: {column} is .*; every article needs one$"):
        Corpus.from_records([ROW, ROW | {"article_id": "b", column: null}])


def test_null_ids_in_a_data_frame_are_told_with_their_row():
    """Promise: a null id in a data frame names its row."""
    with pytest.raises(ValueError, match=r"^row 2: article_id is None; every article needs one$"):
        Corpus.from_frame(pl.DataFrame([ROW, ROW | {"article_id": None}]))


def test_an_id_that_stands_twice_is_told_with_both_places():
    """Promise: a duplicate names the id and both rows, also when one is a number and the other a string."""
    with pytest.raises(ValueError, match=r"^record 3: article_id '1' already stands at record 1; ids must be unique"):
        Corpus.from_records([ROW | {"article_id": 1}, ROW, ROW | {"article_id": "1"}])


@pytest.mark.parametrize("column", ["article_id", "outlet", "text"])
def test_a_missing_column_says_how_to_name_ones_own(column):
    """Promise: the message names the column, lists those there are, and gives both spellings of the way out."""
    frame = pl.DataFrame([ROW]).rename({column: "mine"})
    with pytest.raises(ValueError, match=rf"missing column '{column}'; columns there: .*'mine'.*columns=.*'YOURS'.* --map {column}=YOURS"):
        Corpus.from_frame(frame)


def test_all_missing_columns_are_named_at_once():
    """Promise: nobody has to find missing columns one at a time."""
    with pytest.raises(ValueError, match="missing column 'article_id', 'outlet', 'text'"):
        Corpus.from_frame(pl.DataFrame({"a": [1]}))


@pytest.mark.parametrize("frame", [pd.DataFrame([[1, 2]], columns=["text"] * 2), pa.Table.from_arrays([pa.array([1])] * 2, ["text"] * 2)])
def test_a_column_that_stands_twice_is_told(frame):
    """Promise: of two columns with one name, none is taken in silence."""
    with pytest.raises(ValueError, match=r"a column stands twice: .*'text' 2 times"):
        Corpus.from_frame(frame)


def test_columns_are_renamed():
    """Promise: columns= reads ours out of theirs, and a column given away no longer stands for itself."""
    record = {"id": 1, "paper": "Herald", "title": "Rain falls", "date": "2022-02-24"}
    corpus = Corpus.from_records([record], columns={"article_id": "id", "outlet": "paper", "text": "title", "published": "date"})
    assert only(corpus) | {"url": None} == only(corpus)
    assert (only(corpus)["title"], only(corpus)["text"], only(corpus)["published"]) == ("", "Rain falls", DAY)


def test_one_column_may_fill_two():
    """Promise: a column named for two of ours fills both."""
    corpus = Corpus.from_records([{"url": "u1", "outlet": "Herald", "text": "x"}], columns={"article_id": "url", "url": "url"})
    assert (only(corpus)["article_id"], only(corpus)["url"]) == ("u1", "u1")


def test_articles_can_be_numbered():
    """Promise: '#' numbers the articles from 1, but only when asked."""
    records = [{"outlet": "Herald", "text": "x"}] * 3
    assert Corpus.from_records(records, columns={"article_id": "#"}).articles["article_id"].to_list() == ["1", "2", "3"]
    with pytest.raises(ValueError, match=r"missing column 'article_id'.*# numbers the articles"):
        Corpus.from_records(records)


def test_a_column_map_the_wrong_way_round_is_told():
    """Promise: a key that is none of our columns raises and lists ours."""
    with pytest.raises(ValueError, match=r"columns has the key 'body'; keys are our names, one of \['article_id'"):
        Corpus.from_records([ROW], columns={"body": "text"})


def test_a_column_given_away_is_told():
    """Promise: a column that fills another name is not told as missing where it stands, and how to have it twice is said."""
    frame = pl.DataFrame({"article_id": ["a"], "outlet": ["Post"], "text": ["x"]})
    told = (
        r"column 'outlet' fills 'text' and so no longer 'outlet'; columns=\{'outlet': 'outlet'\} or --map outlet=outlet lets it fill both"
    )
    with pytest.raises(ValueError, match=told):
        Corpus.from_frame(frame, columns={"text": "outlet"})
    with pytest.raises(ValueError, match=told):
        Corpus.from_records(frame.to_dicts(), columns={"text": "outlet"})
    assert Corpus.from_frame(frame, columns={"text": "outlet", "outlet": "outlet"}).articles["text"].to_list() == ["Post"]


@pytest.mark.parametrize("theirs", [3, None, ["body"]])
def test_a_column_map_holds_names(theirs):
    """Promise: what is no name is told as such."""
    with pytest.raises(TypeError, match=r"columns\['text'\] is .*; expected the name of one of your columns"):
        Corpus.from_records([{"article_id": 1, "outlet": "A", "text": "x"}], columns={"text": theirs})


def test_a_column_map_to_nothing_is_told():
    """Promise: a mapped column that the data lack raises, also for a column that may be missing."""
    with pytest.raises(ValueError, match="no column 'topc' to fill 'event' with; columns there"):
        Corpus.from_records([ROW], columns={"event": "topc"})
    with pytest.raises(TypeError, match="columns is 'body'; expected a mapping"):
        Corpus.from_records([ROW], columns="body")


@pytest.mark.parametrize("thing", ["a text", None, 3, {"a": 1}, pl.DataFrame([ROW]).lazy(), pl.Series([1])])
def test_what_is_no_data_frame_is_a_type_error(thing):
    """Promise: a string, a dict, a series or a lazy frame is refused with what is taken."""
    with pytest.raises(TypeError, match="from_frame takes a pandas, Polars or PyArrow data frame"):
        Corpus.from_frame(thing)


def test_what_is_no_record_is_a_type_error():
    """Promise: a dict or strings where dicts are expected are refused with the value."""
    with pytest.raises(TypeError, match="record 1 is 'article_id'; from_records takes an iterable of dicts"):
        Corpus.from_records(ROW)


@pytest.mark.parametrize("value", [["a", "b"], {"html": "x"}, 3, b"bytes", np.array(["a", "b"])])
def test_a_text_that_is_no_string_is_told(value):
    """Promise: a list of paragraphs is not printed into a text."""
    with pytest.raises(ValueError, match=r"record 1: text is .*expected a string"):
        corpus_of(text=value)


@pytest.mark.parametrize("value", [["a"], {"a": 1}, b"a", np.array([1, 2])])
def test_a_name_that_is_no_name_is_told(value):
    """Promise: a list is not printed into the name of an outlet."""
    with pytest.raises(ValueError, match=r"record 1: outlet is .*expected a string or a number"):
        corpus_of(outlet=value)


@pytest.mark.parametrize("column", ["article_id", "outlet", "title", "text", "event"])
def test_half_a_surrogate_pair_is_told(column):
    """Promise: what cannot be stored as Unicode is told with its offset, not replaced."""
    with pytest.raises(ValueError, match=rf"record 1: {column} holds '\\ud800' at offset 1, half of a surrogate pair"):
        corpus_of(**{column: "a\ud800"})


@pytest.mark.parametrize(
    "frame", [pl.DataFrame(), pd.DataFrame(), pa.table({}), pl.DataFrame([ROW]).clear(), pd.DataFrame(columns=list(ROW))]
)
def test_an_empty_frame_is_an_empty_corpus(frame):
    """Promise: no rows, no error, all columns, nothing to tell."""
    corpus = Corpus.from_frame(frame)
    assert corpus.articles.equals(tables.empty("articles"))
    assert (len(corpus), corpus.outlets, corpus.events, dict(corpus.notes)) == (0, [], [], {})
    assert repr(corpus) == "Corpus(0 articles, 0 outlets, 0 events)"
    assert Corpus.from_records([]).articles.equals(corpus.articles)


@pytest.mark.parametrize("make", [pl.DataFrame.to_arrow, lambda frame: frame])
def test_a_date_of_no_calendar_names_the_column(make):
    """Promise: a date that Python has no year for is told with its column."""
    far = pl.DataFrame({"article_id": ["1"], "outlet": ["A"], "text": ["x"], "published": [10**7]})
    with pytest.raises(ValueError, match="'published' holds a date outside the years 1 to 9999"):
        Corpus.from_frame(make(far.with_columns(pl.col("published").cast(pl.Int32).cast(pl.Date))))


def test_an_empty_frame_still_needs_its_columns():
    """Promise: a frame with columns and no rows is checked for ours."""
    with pytest.raises(ValueError, match="missing column 'outlet', 'text'"):
        Corpus.from_frame(pd.DataFrame(columns=["article_id"]))


def test_what_is_odd_is_counted_and_kept():
    """Promise: empty texts, repeated texts, unreadable dates, missing events and unknown columns are told, nothing dropped."""
    records = [
        ROW,
        ROW | {"article_id": "b", "published": "04/03/2022", "mood": "grim"},
        ROW | {"article_id": "c", "text": " \n", "title": "Sun"},
        ROW | {"article_id": "d", "text": None, "title": None, "event": ""},
        ROW | {"article_id": "e", "text": "", "title": "", "published": ""},
        ROW | {"article_id": "f", "text": "", "title": "Sun"},
    ]
    corpus = Corpus.from_records(records)
    assert len(corpus) == len(records)
    assert json.loads(json.dumps(corpus.notes)) == {
        "without_event": 1,
        "empty_articles": 2,
        "empty_article_ids": ["d", "e"],
        "empty_texts": 2,
        "repeated_texts": 2,
        "repeated_text_ids": [["a", "b"], ["c", "f"]],
        "unreadable_dates": 1,
        "unreadable_date_values": ["04/03/2022"],
        "ignored_columns": ["mood"],
    }


def test_names_typed_in_two_ways_are_told():
    """Promise: outlets and events that differ in case or white space alone are named, for they are counted apart."""
    spelled = [("The Gull", "talks"), ("the  gull ", "Talks"), ("Gull", "raid"), ("Ford Post", None)]
    corpus = Corpus.from_records([ROW | {"article_id": n, "outlet": outlet, "event": event} for n, (outlet, event) in enumerate(spelled)])
    assert corpus.notes["alike_outlets"] == [["The Gull", "the  gull "]]
    assert corpus.notes["alike_events"] == [["Talks", "talks"]]
    assert len(corpus.outlets) == 4


@pytest.mark.parametrize(
    ("names", "alike"),
    [
        (["Ford Post", "Ford-Post", "FordPost"], [["Ford Post", "Ford-Post", "FordPost"]]),
        (["El Pais", "El Pa\u00eds", "El Pai\u0301s"], [["El Pais", "El Pai\u0301s", "El Pa\u00eds"]]),
        (["The Gull", "The\u00a0Gull.", "Gull"], [["The Gull", "The\u00a0Gull."]]),
        (["Sport+", "Sport", "\u0915\u093f", "\u0915\u0941", "—", "…"], None),
    ],
)
def test_names_that_are_spelled_alike_are_told(names, alike):
    """Promise: hyphens, full stops, accents and the ways to write them do not hide that an outlet is counted apart from itself."""
    corpus = Corpus.from_records([ROW | {"article_id": n, "outlet": name} for n, name in enumerate(names)])
    assert corpus.notes.get("alike_outlets") == alike


@pytest.mark.parametrize("text", ["<p>Rain.</p>", "It<br/>rained.", '<a href="x">Rain</a>', "Rain&nbsp;fell.", "Ana&#8217;s", "a &amp; b"])
def test_texts_with_markup_are_told(text):
    """Promise: tags and entities stay as published, and are told, for their letters count as words."""
    corpus = Corpus.from_records([ROW | {"text": text}])
    assert corpus.notes["texts_with_markup"] == 1
    assert corpus.articles["text"][0] == text


def test_html_is_read_as_a_browser_shows_it_where_asked():
    """Promise: with html=True marks stand as characters, blocks are paragraphs, scripts are gone; other texts stay as they are."""
    page = "<h1>Port</h1><p>&ldquo;A raid,&rdquo; she <a href='x'>said</a>.<br/>Rain.</p>\n<script>if (a<b) war()</script><p>R&amp;D</p>"
    texts = [page, "a < b and <3 AT&T\n\n", "<p>War.</p>", ""]
    rows = [ROW | {"article_id": n, "title": "<b>Raid</b> &amp; rain", "text": text} for n, text in enumerate(texts)]
    for corpus in (Corpus.from_records(rows, html=True), Corpus.from_frame(pl.DataFrame(rows), html=True)):
        read = ["Port\n\n“A raid,” she said.\nRain.\n\nR&D", "a < b and <3 AT&T\n\n", "War.", ""]
        assert corpus.articles["text"].to_list() == read
        assert corpus.articles["title"].unique().to_list() == ["Raid & rain"]
        assert "texts_with_markup" not in corpus.notes
    assert Corpus.from_records(rows).articles["text"].to_list() == texts
    with pytest.raises(TypeError, match="html"):
        Corpus.from_records(rows, html="yes")


def test_events_that_are_called_missing_are_told():
    """Promise: what R, pandas or a person writes for no event is named, for its articles are compared as on one event."""
    events = ["NA", "n/a ", "nan", "-", "talks", "Nana", None, ""]
    corpus = Corpus.from_records([ROW | {"article_id": n, "event": event} for n, event in enumerate(events)])
    assert corpus.notes["events_called_missing"] == ["-", "NA", "n/a ", "nan"]
    assert corpus.notes["without_event"] == 2
    assert "events_called_missing" not in corpus_of(event="talks").notes


@pytest.mark.parametrize("text", ["a < b and c > d", "if a<b then c>d", "AT&T; R&D", "I <3 rain", "<", "x & y;"])
def test_signs_of_their_own_are_no_markup(text):
    """Promise: a sign of a formula or a name is not taken for a tag or an entity."""
    assert "texts_with_markup" not in Corpus.from_records([ROW | {"text": text}]).notes


def test_notes_list_the_first_few_only():
    """Promise: a thousand bad dates and repeats do not fill a manifest."""
    corpus = Corpus.from_records([ROW | {"article_id": n, "published": f"day {n}", "title": "", "text": ""} for n in range(100)])
    assert corpus.notes["unreadable_dates"] == corpus.notes["empty_articles"] == 100
    assert len(corpus.notes["unreadable_date_values"]) == len(corpus.notes["empty_article_ids"]) == 10


READABLE = [
    "2022-02-24",
    "20220224",
    "2022/02/24",
    "2022.02.24",
    "2022-2-24",
    "2022/2/24",
    "2022-02-24T05:00:00Z",
    "24-Feb-2022",
    "24. February 2022",
    "Thursday, 24th of February 2022",
    "2022-02-24 05:00",
    "2022-02-24T23:59:59.123+02:00",
    " 2022-02-24\n",
    "24 Feb 2022",
    "24 February 2022",
    "24th February, 2022",
    "Feb 24, 2022",
    "Feb. 24, 2022",
    "February 24 2022",
    "Thursday, February 24, 2022",
    "Thu, 24 Feb 2022 05:00:00 GMT",
    datetime.datetime(2022, 2, 24, 5),
    np.datetime64("2022-02-24"),
    pd.Timestamp("2022-02-24 05:00"),
    20220224,
    20220224.0,
]


@pytest.mark.parametrize("value", READABLE)
def test_a_date_in_an_unambiguous_form_is_read(value):
    """Promise: ISO forms and days with the month in letters give their day."""
    assert day(value) == DAY


@pytest.mark.parametrize(
    "value",
    [
        "04/03/2022",
        "32.02.2022",
        "2022",
        "2022-02",
        "2022-W08",
        "2022-02-30",
        "2022-02-24x",
        "24 Fob 2022",
        "24-Feb-22",
        "24-Feb 2022",
        "2022-2-",
        "2022/2-24",
        "202222",
        "2022224",
        "Ma 3, 2022",
        "yesterday",
        1645678800,
        "0000-01-01",
    ],
)
def test_a_date_that_may_mean_two_days_or_none_is_null(value):
    """Promise: nothing is guessed, and what was not read is told."""
    assert day(value) is None
    assert corpus_of(published=value).notes["unreadable_dates"] == 1


@pytest.mark.parametrize(
    ("values", "days", "order"),
    [
        (["04.03.2022", "24.02.2022"], ["2022-03-04", "2022-02-24"], ["day.month.year"]),
        (["3/4/2022, 05:30", "12/31/2022 6:00"], ["2022-03-04", "2022-12-31"], ["month/day/year"]),
        (["04-03-2022", "2022-02-24", "31-02-2022"], ["2022-03-04", "2022-02-24", None], ["day-month-year"]),
        (["04/03/2022", "24.02.2022"], [None, "2022-02-24"], ["day.month.year"]),
        (["04/03/2022", "24/02/2022", "02/24/2022"], [None, None, None], None),
        (["04.03.2022", "05.03.2022"], [None, None], None),
        (["13/13/2022", "04/03/2022"], [None, None], None),
    ],
)
def test_dates_in_numbers_are_read_where_the_data_tell_the_order(values, days, order):
    """Promise: one date that can be read one way alone tells the order of all with its mark; two that disagree tell none."""
    assert day("24.02.2022") is None
    corpus = Corpus.from_records([ROW | {"article_id": n, "published": value} for n, value in enumerate(values)])
    assert [None if found is None else str(found) for found in corpus.articles["published"]] == days
    assert corpus.notes.get("date_order") == order
    assert corpus.notes.get("unreadable_dates", 0) == days.count(None)


def test_dates_in_numbers_are_read_over_many_rows():
    """Promise: a date at the end of a long file tells the order of those before it."""
    records = [ROW | {"article_id": n, "published": "04.03.2022"} for n in range(6000)] + [ROW | {"published": "24.02.2022"}]
    published = Corpus.from_records(records).articles["published"]
    assert published.null_count() == 0
    assert published.n_unique() == 2


def test_where_keeps_the_articles_asked_for():
    """Promise: where selects by value, list and null, and a misspelling raises instead of finding nothing."""
    corpus = Corpus.from_records([ROW, ROW | {"article_id": "b", "outlet": "Post", "event": None}])
    assert corpus.where(outlet="Post").articles["article_id"].to_list() == ["b"]
    assert len(corpus.where(outlet=["Post", "The Ford Herald"])) == 2
    assert corpus.where(event=None).articles["article_id"].to_list() == ["b"]
    with pytest.raises(ValueError, match="Unknown outlet 'Pots'; expected one of"):
        corpus.where(outlet="Pots")
    with pytest.raises(ValueError, match="Unknown column 'outlets'"):
        corpus.where(outlets="Post")


def test_a_table_that_is_no_articles_table_is_refused():
    """Promise: Corpus itself checks its table."""
    articles = Corpus.from_records([ROW]).articles
    with pytest.raises(ValueError, match="lacks the column 'text'"):
        Corpus(articles.drop("text"))
    with pytest.raises(ValueError, match="article_id 'a' stands more than once"):
        Corpus(pl.concat([articles, articles]))
    with pytest.raises(ValueError, match="1 articles lack 'outlet'"):
        Corpus(articles.with_columns(outlet=pl.lit(None, dtype=pl.String)))


@given(st.text(), st.text())
def test_text_comes_out_as_it_went_in(title, text):
    """Promise: no character of a title or text is altered, through any kind of frame."""
    row = ROW | {"title": title, "text": text}
    for make in (pd.DataFrame, pl.DataFrame, pa.Table.from_pylist):
        read = only(Corpus.from_frame(make([row])))
        assert (read["title"], read["text"]) == (title, text)


def test_a_long_corpus_keeps_its_order():
    """Promise: articles come out in the order they went in, over the chunks they are gathered in."""
    corpus = Corpus.from_records(ROW | {"article_id": n} for n in range(12_345))
    assert corpus.articles["article_id"].to_list() == [str(n) for n in range(12_345)]
