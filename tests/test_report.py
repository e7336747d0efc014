"""The report page: every number leads to its sentences, article text is only ever text, and nothing is fetched."""

import datetime
import html.parser
import itertools
import re
import time

import polars as pl
import pytest
from figure_tables import FRAMES, OUTLETS, choices, contrasts, rates, voices

from framing import plots, report, tables
from framing.report import written

VOID = {"meta", "br"}


class Reader(html.parser.HTMLParser):
    """Reads a page as a browser would: its tags, ids, links and text; complains about tags that do not close."""

    def __init__(self, page: str) -> None:
        super().__init__(convert_charrefs=True)
        self.tags, self.ids, self.links, self.words, self.open, self.faults = [], [], [], [], [], []
        self.feed(page)
        self.text = "".join(self.words)

    def handle_starttag(self, tag, attrs):
        """Note a tag, its id and its links."""
        given = dict(attrs)
        self.tags.append((tag, given))
        self.ids += [given["id"]] if "id" in given else []
        self.links += [given[name] for name in ("href", "xlink:href", "src", "action") if name in given]
        self.open += [] if tag in VOID else [tag]

    def handle_endtag(self, tag):
        """Note a tag that closes another than the last opened."""
        if not self.open or self.open.pop() != tag:
            self.faults.append((tag, self.getpos()))

    def handle_startendtag(self, tag, attrs):
        """Note a tag that closes itself, as in SVG."""
        self.handle_starttag(tag, attrs)
        if tag not in VOID:
            self.open.pop()

    def handle_data(self, data):
        """Note text, but no style."""
        if not self.open or self.open[-1] != "style":
            self.words.append(data)


def hit(**given) -> dict:
    """A hit in its sentence."""
    plain = dict.fromkeys(tables.TABLES["hits"])
    plain |= {
        "article_id": "t-1",
        "outlet": OUTLETS[0],
        "event": "storm",
        "part": "text",
        "voice": "own",
        "negated": False,
        "distanced": False,
    }
    plain |= {"frame": "aggression", "term": "raid", "surface": "raid", "left": "It was a ", "right": " on the harbour."}
    return plain | {"published": datetime.date(2022, 3, 1)} | given


def hits(*rows: dict) -> pl.DataFrame:
    """A hits table with sentences, of the rows given or of one hit for every cell of the tables."""
    if not rows:
        keys = [(row["outlet"], {"frame": row["frame"]}) for row in rates().iter_rows(named=True) if row["value"]]
        keys += [
            (row["outlet"], {"frame": None, "choice": row["choice"], "name": row["name"]})
            for row in choices().iter_rows(named=True)
            if row["count"]
        ]
        rows = tuple(hit(outlet=outlet, **key) for outlet, key in keys)
    return pl.DataFrame(list(rows), schema_overrides=dict(tables.schema("hits")), infer_schema_length=None)


def finished() -> dict[str, pl.DataFrame]:
    """Every table of a page."""
    return {
        "rates": rates(0.4),
        "rates_all_voices": rates(),
        "voices": voices(),
        "contrasts": contrasts(),
        "choices": choices(),
        "hits": hits(),
    }


def page(**given) -> report.Page:
    """A page with every part."""
    return report.Page(**{"title": "Harbour week", "tables": finished()} | given)


def test_checks_are_counted_and_told():
    """The page says how often nothing was called something, how many pairs may change places, and how often another choice agrees."""
    shuffled = {"rounds": 20, "tests": 200, "nominal": 0.05, "p_below": 0.02, "low": 0.0, "high": 0.04, "any_q_below": 0.0}
    shuffled |= {"interval_misses": 0.01, "token_below": 0.31}
    bounds = [("a", 1.0, 0.5, 1.5), ("b", 2.0, 1.4, 2.0), ("c", 5.0, 4.0, 6.0), ("d", float("nan"), float("nan"), float("nan"))]
    run = [(1.5, True), (2.5, True), (0.9, False), (float("nan"), False)]
    named = [dict(zip(("outlet", "rate", "fewest", "most"), row, strict=True)) for row in bounds]
    given = {
        "placebo": pl.DataFrame([{"shuffle": "halves"} | shuffled, {"shuffle": "outlets"} | shuffled | {"p_below": float("nan")}]),
        "voice_bounds": pl.DataFrame([row | {"frame": "threat"} for row in named]),
        "robustness": pl.DataFrame([{"frame": "<b>", "a": "A", "b": "B", "ratio": ratio, "clear": clear} for ratio, clear in run]),
    }
    text = " ".join(Reader(report.render(page(tables=given))).text.split())
    assert "dealt to two sides at random, 20 timesWhere nothing can differ, 2 % of 200 tests called a difference significant" in text
    assert "1 % of the intervals missed “no difference”" in text
    assert "independent would have called 31 % significant" in text
    assert "20 timesNothing to compare in any round." in text
    assert "Of 3 pairs of groups with different rates of a frame, 1 could change places." in text
    assert "<b>, A against B, the contrast with the smallest p: other voices, parts and counts and, of all" in text
    assert "Of 3 ratios, from 0.90 to 2.5, 2 lie above 1; 2 have an interval that excludes 1." in text


def test_page_is_well_formed():
    """Every tag closes, no id stands twice, and every link inside the page has its target."""
    figure = report.Figure("rates", "Rates", plots.svg(plots.plot_rates(report.linked(rates(0.4))), prefix="f-"))
    read = Reader(report.render(page(figures=[figure], notes=["One."], provenance={"seed": 0, "inputs": [{"path": "a"}]})))
    assert not read.faults
    assert not read.open
    assert len(read.ids) == len(set(read.ids))
    assert {link[1:] for link in read.links if link.startswith("#")} <= set(read.ids)


def test_page_fetches_nothing_and_runs_nothing():
    """The page holds no script and no address outside itself, and its policy forbids both."""
    document = report.render(page())
    read = Reader(document)
    assert not {tag for tag, _ in read.tags} & {"script", "link", "iframe", "object", "embed", "img", "base", "form"}
    assert all(link.startswith("#") for link in read.links)
    assert "default-src 'none'" in document
    assert not re.search(r"@import|url\(", document)


def test_same_page_same_bytes():
    """The same page gives the same document."""
    assert report.render(page()) == report.render(page())


@pytest.mark.parametrize("absent", [[], ["rates"], ["rates_all_voices"], ["hits"], ["contrasts", "choices"], list(finished())])
def test_parts_may_be_absent(absent):
    """A page without some tables leaves out their parts and still holds together."""
    document = report.render(page(tables={name: table for name, table in finished().items() if name not in absent}))
    read = Reader(document)
    assert not read.faults
    assert {link[1:] for link in read.links} <= set(read.ids)
    for name in {"rates", "contrasts", "choices"} & set(absent):
        assert name not in read.ids


def test_empty_corpus():
    """Tables without rows make a page that says what there is: nothing."""
    bare = {name: table.clear() for name, table in finished().items()}
    read = Reader(report.render(page(tables=bare)))
    assert not read.faults
    assert "Reading dropped nothing" in read.text


def test_every_number_leads_to_its_sentences():
    """Each rate and each share that is not 0 links to the sentences of its outlet and frame, or outlet and name."""
    read = Reader(report.render(page()))
    for row in finished()["rates"].filter(pl.col("value") > 0).iter_rows(named=True):
        place = report.anchor(row["outlet"], row["frame"])
        assert f"#{place}" in read.links
        assert place in read.ids
    for row in choices().filter(pl.col("count") > 0).iter_rows(named=True):
        assert f"#{report.anchor(row['outlet'], row['choice'], row['name'])}" in read.links


def test_a_side_of_a_contrast_without_sentences_of_its_own_leads_nowhere():
    """All others together, and outlets where the groups are outlets by part: no link to a place that is not there."""
    rest = contrasts().with_columns(b=pl.lit("(rest)"))
    parted = {name: finished()[name].with_columns(part=pl.lit("text")) for name in ("rates", "rates_all_voices", "hits")}
    for given in ({"tables": finished() | {"contrasts": rest}}, {"tables": parted | {"contrasts": contrasts()}, "by": ["outlet", "part"]}):
        read = Reader(report.render(page(**given)))
        assert {link[1:] for link in read.links if link.startswith("#")} <= set(read.ids)
    assert any("contrasts" in each for each in read.ids)


def test_tables_that_are_none_are_refused_by_name():
    """A page says which table lacks which column, `linked` what it needs, `render` what it takes."""
    for name in ("rates", "rates_all_voices", "contrasts", "choices"):
        with pytest.raises(ValueError, match=f"Unknown column of the table '{name}': 'low'; expected one of"):
            page(tables={name: finished()[name].drop("low")})
    with pytest.raises(ValueError, match=r"Unknown column 'count'; expected one of \['outlet', 'frame'\]"):
        report.linked(rates().select("outlet", "frame"))
    with pytest.raises(TypeError, match=r"render\(\) takes Page, not dict"):
        report.render({})


def test_marks_link_to_the_same_places():
    """`linked` gives a row with hits the address of its sentences, and a row without hits none."""
    table = report.linked(rates())
    for row in table.iter_rows(named=True):
        assert row["link"] == (f"#{report.anchor(row['outlet'], row['frame'])}" if row["value"] else None)
    assert report.linked(voices())["link"][0] in (None, f"#{report.anchor(OUTLETS[0])}")
    assert report.linked(rates().clear()).height == 0


def test_anchors_do_not_meet():
    """Names that differ only in signs get addresses of their own, made of plain letters."""
    places = [
        report.anchor(*keys) for keys in [("A", "b c"), ("A b", "c"), ("A-b", "c"), ("A", "b", "c"), ("Å", "b"), ("Ä", "b"), ('"><x', "y")]
    ]
    assert len(set(places)) == len(places)
    assert all(re.fullmatch("[a-z0-9-]+", place) for place in places)


def test_own_and_all_voices_stand_side_by_side():
    """In one row stand the rate in the voice asked for and the rate of all voices."""
    own, whole = rates(0.4), rates()
    text = " ".join(Reader(report.render(page(tables={"rates": own, "rates_all_voices": whole}))).text.split())
    mine, every = own.row(0, named=True), whole.row(0, named=True)
    sides = [f"{row['value']:.0f} 1,800 {written.rate(row['rate'])} {written.interval(row['low'], row['high'])}" for row in (mine, every)]
    row = re.sub(
        r"\s+",
        " ",
        re.search(r"<th scope=\"row\">.*?</tr>", report.render(page(tables={"rates": own, "rates_all_voices": whole})), re.S)[0],
    )
    assert " ".join(Reader(re.sub("</t[dh]>", " ", row)).text.split()) == f"{OUTLETS[0]} 6 {sides[0]} {sides[1]}"
    assert "what a plain count would report" in text


HOSTILE = [
    "</script><script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "{{ 7 * 7 }}{% raw %}",
    "$\\frac{1}{2}$ _under_ ^2",
    "'\"><b>bold</b>&amp;&lt;",
    "<!-- --> ]]> </style></details>",
    "javascript:alert(1)",
]


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_shows_as_text(text):
    """Markup, templates and mathematics in any column show letter by letter and become nothing."""
    names = {"article_id": text, "outlet": text, "event": text, "left": text, "surface": text, "right": text, "speaker": text, "cue": text}
    evil = {
        "hits": hits(hit(**names, frame=text, target=text, hedge=text, chain=text)),
        "rates": rates().with_columns(outlet=pl.lit(text), frame=pl.lit(text)),
        "choices": choices().with_columns(choice=pl.lit(text)),
        "contrasts": contrasts().with_columns(a=pl.lit(text), frame=pl.lit(text)),
        "voices": voices().with_columns(outlet=pl.lit(text)),
    }
    given = {"title": text, "notes": [text], "facts": {text: text}, "provenance": {text: [text]}, "definitions": {text: text}}
    read, plain = Reader(report.render(page(tables=evil, **given))), Reader(report.render(page()))
    assert not read.faults
    assert {tag for tag, _ in read.tags} <= {tag for tag, _ in plain.tags} | {"dl", "dt", "dd", "ul", "li", "div", "br"}
    assert read.text.count(text) >= 12
    assert not [name for _, given in read.tags for name in given if name.startswith("on")]


def test_controls_are_named():
    """Control characters and overrides of direction show as their names, and lone surrogates can be written."""
    row = hit(left="a\u202egnorw\x00\x1b[2J\u2066 ", surface="b\x08", right=" \u0627\u0644 c\nd")
    document = report.render(page(tables={"hits": hits(row)}, title="x\ud800y"))
    assert "a[U+202E]gnorw[U+0000][U+001B][2J[U+2066]" in document
    assert "b[U+0008]" in document
    assert "\u0627\u0644" in document
    assert "x[U+D800]y" in document
    document.encode("utf-8")


def test_article_text_cannot_turn_the_page_around():
    """Names and sentences stand isolated, so that text written from right to left turns nothing beside it."""
    document = report.render(page(tables={"hits": hits(hit(left="\u05d0\u05d1 "))}))
    assert "<bdi>\u05d0\u05d1 <mark>raid</mark>" in document


def test_sentence_says_whose_words():
    """Beside a sentence stand its voice, speaker, cue, day, event, article, and whether it is denied or held at a distance."""
    row = hit(
        voice="indirect", speaker="Ada Holm", cue="denied", negated=True, distanced=True, hedge="future", target="the fleet", part="title"
    )
    text = " ".join(Reader(report.render(page(tables={"hits": hits(row)}))).text.split())
    told = "It was a raid on the harbour. indirect speech Ada Holm · “denied” · denied · held at a distance · hedged (future)"
    assert f"{told} · of the fleet · 2022-03-01 · storm · t-1 · headline" in text


def test_long_lists_are_cut_and_told():
    """Of each voice only so many sentences are shown; how many more there are is said, and where they stand."""
    rows = [hit(left=f"{number} own ") for number in range(9)] + [hit(left=f"{number} direct ", voice="direct") for number in range(2)]
    document = report.render(page(tables={"hits": hits(*rows)}, sentences=3))
    assert document.count("<mark>") == 5
    assert "6 more in tables/hits.csv." in document
    assert "11: 9 own voice, 2 direct quotation" in " ".join(Reader(document).text.split())


def test_hits_need_their_sentences():
    """Hits without the sentence around them are refused by the missing column."""
    with pytest.raises(ValueError, match="Unknown column of the hits with their sentences 'left'"):
        report.render(page(tables={"hits": hits().drop("left")}))


def test_groups_of_two_columns():
    """Groups of several columns are joined, and lead to the sentences of just that group."""
    table = rates().with_columns(event=pl.lit("storm"))
    document = report.render(page(tables={"rates": table, "hits": hits()}, by=["outlet", "event"]))
    assert f'href="#{report.anchor(OUTLETS[0] + " · storm", "aggression")}"' in document
    assert f'id="{report.anchor(OUTLETS[0] + " · storm", "aggression")}"' in document


def test_all_voices_alone():
    """A page that reads all voices shows one reading, not the same one twice."""
    document = report.render(page(voice="all", tables={"rates": rates()}))
    assert document.count("<th>rate</th>") == 1
    assert "whoever says them" in document


@pytest.mark.parametrize("kind", ["rates", "voices", "choices", "contrasts"])
def test_captions_say_how_to_read(kind):
    """Every caption says what a mark is, what the interval is, and that articles are the unit of chance."""
    figure = report.Figure(kind, "A figure", "<svg></svg>")
    text = " ".join(Reader(report.render(page(figures=[figure], level=0.9))).text.split())
    caption = text[text.index("Figure 1. A figure") :][:1600]
    assert "90 % interval" in caption
    assert "articles are drawn anew" in caption or "articles drawn anew" in caption
    assert "A point" in caption or "A bar" in caption


def test_reading_is_told_once():
    """The second figure of a kind refers to the caption of the first."""
    figures = [report.Figure(kind, kind, "<svg></svg>") for kind in ("voices", "choices", "choices")]
    text = " ".join(Reader(report.render(page(tables={}, figures=figures))).text.split())
    assert text.count("One thing can be named in several ways") == 1
    assert "To be read as Figure 2." in text


def test_folded_figure():
    """A folded figure shows its title and opens on request."""
    read = Reader(report.render(page(tables={}, figures=[report.Figure("rates", "Later", "<svg></svg>", folded=True)])))
    assert not read.faults
    assert "Figure 1. Later" in read.text
    assert "details" in {tag for tag, _ in read.tags}


def told(**given) -> str:
    """All words of a page, on one line."""
    return " ".join(Reader(report.render(page(**given))).text.split())


def test_contrasts_say_what_ratio_and_p_are():
    """The page names the half hit and the permutation test, counts the contrasts with a p, and marks a side without a hit."""
    table = contrasts().with_columns(rate_b=pl.when(pl.col("b") == OUTLETS[2]).then(0.0).otherwise("rate_b"))
    text = told(tables={"contrasts": table}, figures=[report.Figure("contrasts", "Contrasts", "<svg></svg>")])
    assert text.count("half a hit is added to each side") == 2
    assert "as when one side never used a term" not in text
    assert "An arrow at the edge says that the line goes on beyond the axis." in text
    assert "how often swapping the articles’ labels within each event would give a difference at least as large" in text
    assert f"the {table.height} contrasts that have a p" in text
    assert text.count(" †") >= table.filter((pl.col("rate_b") == 0) & (pl.col("rate_a") > 0)).height


def test_comparisons_over_all_articles():
    """Without strata neither heading nor text speaks of what happens within events."""
    given = {"tables": {"contrasts": contrasts()}, "figures": [report.Figure("contrasts", "Contrasts", "<svg></svg>")]}
    assert told(**given).count("only within each event that both report") == 2
    free = told(within=None, **given)
    assert free.count("over all their articles at once") == 2
    assert "within" not in free
    assert "same events" not in free


@pytest.mark.parametrize("kind", ["rates", "voices", "choices", "contrasts", "speakers"])
def test_groups_that_are_no_outlets(kind):
    """Where groups are not outlets, no caption speaks of the outlet's own voice or of what a group chose."""
    kept = {name: table.rename({"outlet": "event"}) for name, table in finished().items() if name not in ("contrasts", "hits")}
    text = told(tables=kept, by="event", figures=[report.Figure(kind, "A figure", "<svg></svg>")])
    text = text.replace("How news outlets", "").replace("no verdict on any outlet", "").replace("whether an outlet", "")
    assert "outlet" not in text
    assert "the event chose" not in text
    assert "an event" not in text
    assert "in the articles’ own voice" in text


def test_denied_uses_are_counted():
    """Beside the rates stands how many of the hits of that voice are denied or held at a distance; naming choices do not count."""
    rows = [
        hit(negated=True),
        hit(distanced=True),
        hit(),
        hit(voice="direct", negated=True),
        hit(frame=None, choice="a", name="b", negated=True),
    ]
    given = {"rates": rates(), "hits": hits(*rows)}
    assert "Of the 3 hits counted here in the outlet’s own voice, 1 is denied (“no …”, “was not …”) and 1 held at a distance" in told(
        tables=given
    )
    assert "Of the 4 hits counted here, 2 are denied" in told(tables=given, voice="all")
    assert "hits counted here" not in told(tables={"rates": rates()})


def test_intervals_are_named_for_what_they_are():
    """Captions say how a value of 0 comes by an upper end, and what an interval of shares is."""
    text = told(figures=[report.Figure(kind, kind, "<svg></svg>") for kind in ("rates", "choices")], level=0.9)
    assert "the highest rate at which so many articles would still have no hit in 5 % of cases" in text
    assert "interval of the share. It is Wilson’s interval, for as many independent uses" in text
    assert "fewer than two articles name the thing" in text


def test_one_is_no_plural():
    """One pair and one contrast are counted in the singular."""
    text = told(tables={"contrasts": contrasts().filter(pl.col("frame") == "defence").head(1)})
    assert "defence 1 pair " in text
    assert "the 1 contrast that has a p" in text


def test_very_many_rows_are_cut_and_said():
    """Of two hundred outlets forty are shown in each table, and forty pairs a frame; the page says where the rest stand."""
    names = pl.DataFrame({"outlet": [f"Paper {i:03}" for i in range(200)], "more": range(200)})
    grown = {}
    for name, amount in (("rates", "exposure"), ("voices", "count"), ("choices", "count")):
        mine = finished()[name].filter(pl.col("outlet") == OUTLETS[0])
        grown[name] = names.join(mine.drop("outlet"), how="cross").with_columns(pl.col(amount) + pl.col("more")).drop("more")
    pairs = pl.DataFrame(list(itertools.combinations(names["outlet"], 2)), schema=["a", "b"], orient="row").with_row_index("place")
    one = contrasts().filter(pl.col("frame") == "defence").head(1).drop("a", "b", "p")
    grown["contrasts"] = pairs.join(one, how="cross").with_columns(p=1 - pl.col("place") / pairs.height)
    start = time.perf_counter()
    text = told(tables=grown)
    assert time.perf_counter() - start < 10
    assert text.count("Shown are 40 of 200 groups") == 3
    assert "the other 19,860 stand in tables/contrasts.csv" in text
    assert "19,900 pairs" in text
    assert "Paper 199" in text
    assert "Paper 010" not in text


def test_a_definition_shows_columns_as_code():
    """What a lexicon sets between backticks is set as code, and nothing in it becomes markup."""
    shown = report.render(page(definitions={FRAMES[0]: "See `target`, and `<img src=x>`.", "action": "As in `voice`."}))
    assert "See <code>target</code>, and <code>&lt;img src=x&gt;</code>." in shown
    assert "As in <code>voice</code>." in shown


def test_what_nobody_names_is_folded():
    """A choice without a naming has no heading and no table of its own, but its names stand below the others."""
    silent = pl.col("choice") == "people"
    table = choices().with_columns(pl.when(silent).then(0.0).otherwise("count").alias("count"))
    shown = report.render(page(tables={"choices": table}))
    assert "<h3>action</h3>" in shown
    assert "<h3>people</h3>" not in shown
    text = told(tables={"choices": table})
    assert "Never named 1 thing for which the lexicon has names" in text
    assert "peoplerefugees, civilians" in text


def test_choices_tell_their_articles():
    """Beside how often a thing was named stands in how many articles."""
    table = choices().filter(pl.col("choice") == "people").with_columns(naming_articles=3)
    assert "namedin articlesrefugeescivilians" in told(tables={"choices": table})
    total = table.filter(pl.col("outlet") == OUTLETS[0])["count"].sum()
    assert re.search(rf"{OUTLETS[0]}{total:.0f}3\d+ %", told(tables={"choices": table}))


def test_warnings_stand_with_the_notes():
    """What the program warned of has a heading of its own; without notes the page says only what is true."""
    text = told(warnings=["3 rows rest on few articles"])
    assert "What the program warned of 3 rows rest on few articles" in text
    assert "Reading dropped nothing" in text
    assert "Contrasts use only what both sides of a pair report" in text
    assert "What the program warned of" not in told(notes=["One."])
    assert "Contrasts use only" not in told(within=None)


def test_figures_on_a_narrow_screen():
    """A figure scrolls with a word on it, and its note stands in the page as text that can be read."""
    figure = report.Figure("rates", "Rates", "<svg></svg>", told="Point: rate.")
    document = report.render(page(tables={}, figures=[figure]))
    assert "Scroll the figure sideways" in document
    assert "In the figure: Point: rate." in " ".join(Reader(document).text.split())


def test_no_verdict():
    """The page says that it gives no verdict on any outlet."""
    assert "It gives no verdict on any outlet" in Reader(report.render(page())).text


@pytest.mark.parametrize(
    "svg",
    [
        "<p>no figure</p>",
        "<svg><script>1</script></svg>",
        "<svg onload=1></svg>",
        "<svg><foreignObject/></svg>",
        '<svg><a href="javascript:1"/></svg>',
    ],
)
def test_figures_that_are_not_ours_are_refused(svg):
    """What is no plain drawing never enters the page."""
    with pytest.raises(ValueError, match="is no plain <svg> element; make it with plots"):
        report.Figure("rates", "Rates", svg)


@pytest.mark.parametrize(
    ("given", "told"),
    [({"voice": "whisper"}, "Unknown voice 'whisper'"), ({"tables": {"rate": rates()}}, "Unknown table of the page 'rate'")],
)
def test_unknown_names_are_refused(given, told):
    """A misspelled voice or table is refused with the list of what there is."""
    with pytest.raises(ValueError, match=f"{told}; expected one of"):
        page(**given)


def test_unknown_kind_of_figure():
    """A figure of an unknown kind is refused with the list of kinds."""
    with pytest.raises(ValueError, match="Unknown kind of figure 'pie'; expected one of"):
        report.Figure("pie", "Pie", "<svg></svg>")


def test_frames_carry_their_definition():
    """What a frame means stands beside its name."""
    assert "Force is called unjust." in report.render(page(definitions={FRAMES[0]: "Force is called unjust."}))
