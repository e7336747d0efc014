"""What is wrong with a lexicon: each kind of finding on a lexicon made to have it."""

import polars as pl
import pytest
from articles import passages_of

from framing import Corpus, score
from framing.lexicon import check_lexicon, read_lexicon, shipped
from framing.lexicon_check import MEANING, check, check_examples, check_in_corpus


def found(table, kind):
    """List term and detail of the findings of one kind."""
    return table.filter(pl.col("finding") == kind).select("term", "detail").rows()


def choice(**names):
    """Make a lexicon of one choice with a definition."""
    return read_lexicon({"choice": {"action": {"definition": "d", "names": {name: {"terms": terms} for name, terms in names.items()}}}})


@pytest.mark.parametrize(
    ("terms", "kind", "detail"),
    [
        (["war", "war"], "duplicate", "'war' is found by 'war'"),
        (["cease-fire", "cease{ ,}fire"], "duplicate", "'cease fire' is found by 'cease-fire'"),
        (["invad*", "invader"], "swallowed", "'invader' is found by 'invad*'"),
        (["invader", "invad*"], "swallowed", "'invader' is found by 'invad*'"),
        (["special {military,limited} operation*", "special military operations"], "swallowed", "is found by"),
        (["caf\u00e9", "cafe\u0301"], "duplicate", "is found by 'caf\u00e9'"),
        (["caf?", "cafe\u0301"], "swallowed", "is found by 'caf?'"),
        (["inva\u00adsion", "invasion"], "duplicate", "'invasion' is found by"),
        (["shells", {"term": "shell", "stem": True}], "swallowed", "'shells' is found by 'shell'"),
        ([{"term": "shell*", "stem": True}, {"term": "shell*", "stem": True}], "duplicate", "'shell*' is found by 'shell*'"),
        ([{"term": "shelling", "stem": True}, {"term": "shell", "stem": True}], "duplicate", "'shell' is found by 'shelling'"),
        ([{"term": "violent attack", "stem": True}, "violently attacked"], "swallowed", "is found by 'violent attack'"),
        ([{"term": "fire", "not_before": ["engine"]}, "fire"], "swallowed", "'fire' is found by 'fire'"),
        (["fire", {"term": "fire", "not_before": ["engine"]}], "swallowed", "'fire' is found by 'fire' with another not_before"),
        (["fire*", {"term": "fires", "weight": 1}], "swallowed", "'fires' is found by 'fire*'"),
        ([{"term": "fire", "case": True}, "fire"], "swallowed", "'fire' is found by 'fire' with another case"),
        (["{fire,fires}", {"term": "fire", "weight": 2}], "duplicate", "'fire' is found by '{fire,fires}'"),
        ([{"term": "US", "case": True}, "us"], "swallowed", "'US' is found by 'us'"),
    ],
)
def test_what_adds_nothing_is_found(terms, kind, detail):
    """An entry whose every text another entry finds is reported once."""
    rows = found(check_lexicon(read_lexicon({"f": terms})), kind)
    assert len(rows) == 1
    assert detail in rows[0][1]


@pytest.mark.parametrize(
    "terms",
    [
        ["war", "the war"],
        ["war", "warm*"],
        [{"term": "war*", "not_before": ["crime"]}, "war"],
        [{"term": "US", "case": True}, {"term": "Us", "case": True}],
        ["war?", "war"],
        [{"term": "shell", "stem": True}, "shellfish"],
        [{"term": "shell*", "stem": True}, {"term": "shelled", "stem": True}],
        ["shell*", {"term": "shell", "stem": True}],
        ["*", "--"],
        ["fire*", {"term": "fires", "weight": 2}],
        [{"term": "* war", "target": "A"}, {"term": "Berg's war", "target": "Berg"}],
        [{"term": "fire", "weight": 2, "stem": True}, "fires"],
    ],
)
def test_what_adds_something_is_left_alone(terms):
    """A longer phrase, a wider context or another way of comparing is no duplicate."""
    kinds = check_lexicon(read_lexicon({"f": terms}))["finding"].to_list()
    assert not {"duplicate", "swallowed"} & set(kinds)


def test_rival_names_clash():
    """A phrase that two names of one choice share is reported; the same phrase in another choice is not."""
    rows = found(check_lexicon(choice(war=["war"], conflict=["w{a,o}r"])), "clash")
    assert rows == [("w{a,o}r", "'war' is found by 'war' of 'war'")]


def test_entries_that_can_never_match():
    """Marks alone, wildcards alone and empty alternatives are no patterns for a text."""
    table = check_lexicon(read_lexicon({"f": [":)", "*", "{war,}", {"term": "peace", "only_near": ["?"]}, "\u00ad"]}))
    assert [term for term, _ in found(table, "never")] == [":)", "*", "{war,}", "peace", "\u00ad"]


def test_regular_expressions_are_told():
    """Who writes a regular expression is told that its marks stand for themselves; marks of names are no expression."""
    terms = ["invad(ed|es)", "peace.*deal", "[Ww]ar", r"\bwar\b", "{war,peace}", "at&t", "c++", "U.S.", "who?", "$ billion"]
    table = check_lexicon(read_lexicon({"f": [*terms, {"term": "war", "not_before": ["(on|of)"]}]}))
    assert [term for term, _ in found(table, "expression")] == [*terms[:4], "war"]


def test_groups_without_content():
    """A frame without entries, a choice without rivals, missing definitions and notes are told."""
    lexicon = read_lexicon({"frame": {"f": {"label": "F"}}, "choice": {"c": {"names": {"n": ["x"]}}}})
    assert check_lexicon(lexicon)["finding"].to_list() == ["empty", "no rival", "no definition", "no definition", "no note"]


@pytest.mark.parametrize("name", shipped())
def test_shipped_lexicons_pass(name):
    """The lexicons that come with the package have no finding of their own."""
    assert check(read_lexicon(name)).rows() == []


def test_the_empty_lexicon_and_the_empty_corpus():
    """Nothing is wrong with nothing."""
    assert check(read_lexicon({})).is_empty()
    assert check_in_corpus(read_lexicon({}), passages_of([])).is_empty()
    assert check_in_corpus(read_lexicon({"f": ["war"]}), passages_of([])).is_empty()
    assert check_in_corpus(read_lexicon({}), passages_of(["War."])).is_empty()


def test_failing_examples_are_found():
    """An example without a hit, and a counterexample with one, are reported with their sentence."""
    entry = {"term": "threat", "example": "Many threats.", "counterexample": "A threat of rain."}
    table = check_examples(read_lexicon({"fear": [entry]}))
    assert table.select("finding", "evidence").rows() == [
        ("example fails", ["Many threats."]),
        ("counterexample fails", ["A threat of rain."]),
    ]


def test_an_example_is_taken_to_be_on_its_topic():
    """One sentence is too little to say what an article is about."""
    entry = {"term": "threat", "topic": "war", "example": "A threat.", "counterexample": "Another threat."}
    table = check_examples(read_lexicon({"topic": {"war": {"words": ["army"]}}, "frame": {"fear": {"terms": [entry]}}}))
    assert table["finding"].to_list() == ["counterexample fails"]


LEXICON = {"fear": ["threat*", "menace"], "hope": ["peace", "truce", "dawn"]}
TEXTS = ["A threat stands against peace. A threat of war and truce."] * 4 + ["The dawn was red. A dawn again."] * 6


def test_dead_dominant_and_one_outlets_entries():
    """A corpus tells which entries it never has, which carry a frame, and which are one outlet's."""
    table = check_in_corpus(read_lexicon(LEXICON), passages_of([*TEXTS[:4], "Calm.", *TEXTS[4:]], ("The Gull", "The Tern")))
    assert found(table, "dead") == [("menace", "no hit in the corpus")]
    assert found(table, "dominant") == [("dawn", "12 of 20 hits of hope"), ("threat*", "8 of 8 hits of fear")]
    assert table.filter(pl.col("finding") == "dominant")["count"].to_list() == [0.6, 1.0]
    one = check_in_corpus(read_lexicon(LEXICON), passages_of([TEXTS[0], TEXTS[5]] * 5, ("The Gull", "The Tern")))
    assert ("dawn", "all 10 hits in The Tern") in found(one, "one outlet")


def test_ambiguous_entries_come_with_sentences():
    """An entry that stands alone where others stand together is reported with sentences to judge by."""
    table = check_in_corpus(read_lexicon(LEXICON), passages_of(TEXTS)).filter(pl.col("finding") == "ambiguous")
    assert table["term"].to_list() == ["dawn"]
    assert table["evidence"][0].to_list() == ["The dawn was red.", "The dawn was red.", "A dawn again."]


def test_once_alone_is_no_pattern():
    """Where nearly all hits have company, one without is chance; three are told."""
    lexicon = read_lexicon({"fear": ["storm", "dread", "gloom"]})
    company = ["A storm of dread and gloom."] * 5 + ["Dread and gloom."] * 40
    for alone, terms in ((["A storm."], []), (["A storm."] * 3, ["storm"])):
        table = check_in_corpus(lexicon, passages_of([*company, *alone])).filter(pl.col("finding") == "ambiguous")
        assert table["term"].to_list() == terms


def test_candidates_come_with_sentences_that_hold_them():
    """A sentence with a longer word around the candidate is none with the candidate; possessives and words that join are none."""
    texts = ["Really, an invader and orally, tally. The tally of it. The ally's ups."] * 3 + [
        "An invader, an ally. It stood up in the ally’s hut."
    ] * 6
    table = check_in_corpus(read_lexicon({"fear": ["invader", "allies", "ups"]}), passages_of(texts)).filter(finding="candidate")
    assert table.filter(term="ally")["evidence"][0].to_list() == ["An invader, an ally."] * 2
    assert not {"ally's", "ally’s", "up"} & set(table["term"])


def test_coverage_counts_articles():
    """Coverage is the share of articles that a frame reaches."""
    table = check_in_corpus(read_lexicon(LEXICON), passages_of(TEXTS)).filter(pl.col("finding") == "coverage")
    assert dict(table.select("frame", "count").iter_rows()) == {"fear": 0.4, "hope": 1.0}
    assert table["detail"][0] == "in 4 of 10 articles, 93.02 per 1,000 words, 1 of 2 entries found"


def test_candidates_share_stems_and_sentences():
    """Words with the stem of an entry, or in the sentences of a frame, are offered; entries and names are not."""
    texts = ["An invader that loomed near Alba."] * 6 + ["They were invading a quiet field with rain."] * 20
    table = check_in_corpus(read_lexicon({"fear": ["invader"]}), passages_of(texts))
    details = dict(found(table, "candidate"))
    assert details["invading"] == "has the stem of 'invader'"
    assert "times as frequent in sentences of fear" in details["loomed"]
    assert not {"Alba", "alba", "invader", "rain"} & set(details)


def test_candidates_are_words_of_content_in_several_articles():
    """Of what stands beside a frame, words of content come, the surest first; not one article's habit, nor words that join others."""
    loud = "What had loomed was a grim invader, after which it sank."
    texts = [loud] * 8 + ["The grim sea rose. Rain fell on a quiet field, and rain."] * 20 + ["The odd, odd, odd, odd invader."]
    table = check_in_corpus(read_lexicon({"fear": ["invader"]}), passages_of(texts)).filter(pl.col("finding") == "candidate")
    assert table["term"].to_list() == ["loomed", "sank"]
    assert table["count"].to_list() == [8, 8]
    assert table["detail"].str.contains(r"times as frequent in sentences of fear as elsewhere \(z [2-9]\.\d\), in 8 articles").all()


def test_words_of_saying_are_no_candidates():
    """Who tells of an invader says nothing of him; a verb that judges what is told, and one that seldom reports, are offered."""
    texts = [
        "Holm said the invader loomed.",
        "Holm denied that the invader wept.",
        "Holm told of the invader, who could tell no rain from sun.",
    ]
    calm = "The sea was calm, and fog came in over a quiet field of rain. " * 30
    table = check_in_corpus(read_lexicon({"fear": ["invader"]}), passages_of([*texts * 9, calm, calm, calm]))
    offered = set(table.filter(finding="candidate")["term"])
    assert {"loomed", "denied", "wept", "tell"} <= offered
    assert not {"said", "told"} & offered


def test_every_finding_is_explained():
    """Each kind of finding has a meaning, from the lexicon or from the corpus."""
    table = check(read_lexicon(LEXICON), passages_of(TEXTS))
    assert set(table["finding"]) <= set(MEANING)


def test_a_card_tells_why_and_where():
    """The card of a term has its reason, its hits by outlet and voice, and its precision once judged."""
    lexicon = read_lexicon({"fear": [{"term": "threat{,s}", "note": "danger"}]})
    scores = score(passages_of(["A threat. “Threats,” Ann Lee said.", "Calm."], ("The Gull", "The Tern")), lexicon)
    coded = pl.DataFrame({"term": ["threat{,s}"] * 10 + ["war"], "correct": [True] * 8 + [False] * 3})
    card = lexicon.describe("threats", scores, coded)
    assert card.entries["note"].item() == "danger"
    assert card.hits.select("outlet", "voice", "hits", "value", "articles").rows() == [
        ("The Gull", "own", 1, 1.0, 1),
        ("The Gull", "direct", 1, 1.0, 1),
    ]
    # Wilson's interval for 8 of 10, as in Newcombe (1998), Statistics in Medicine 17, 857-872, by its formula.
    assert card.precision.rows()[0] == pytest.approx((10, 8, 0.8, 0.4901625, 0.9433178), abs=1e-6)
    assert "danger" in str(card)
    assert lexicon.digest[:12] in str(card)


def test_a_card_of_an_unknown_term_names_the_nearest():
    """A term that is in no entry raises, with what it may have meant."""
    with pytest.raises(ValueError, match=r"No entry of 'lexicon' stands for 'zzz'; none is near"):
        read_lexicon({"fear": ["threat"]}).describe("zzz")
    with pytest.raises(ValueError, match=r"No entry of 'lexicon' stands for 'thraet'; the nearest are \['threat'\]"):
        read_lexicon({"fear": ["threat"]}).describe("thraet")


def test_a_card_is_one_line_a_thing_told():
    """Line breaks and control characters in names, notes and outlets do not break a card, printed or shown by a notebook."""
    odd = {"fear": {"label": "Fear", "terms": ["calm"]}}
    names = {"the\nname": [{"term": "threat", "note": "one\ntwo \x1b[31m\u202e"}]}
    lexicon = read_lexicon({"frame": odd, "choice": {"the\nreferent": {"names": names}}})
    card = lexicon.describe("threat", score(passages_of(["A threat."], ("The\r\nGull",)), lexicon))
    assert "threat  (the referent: the name)\n  note: one two [U+001B][31m[U+202E]\n" in str(card)
    assert "The Gull" in str(card)
    assert repr(card) == str(card)


@pytest.mark.parametrize(("term", "finds"), [("shelling", True), ("shell", True), ("shellfish", False), ("US", True), ("us", False)])
def test_a_card_is_of_the_entries_that_find_the_term(term, finds):
    """Stem and case count for the card as they do in a text."""
    lexicon = read_lexicon({"fear": [{"term": "shell", "stem": True}, {"term": "US", "case": True}]})
    if finds:
        assert len(lexicon.describe(term).entries) == 1
        return
    with pytest.raises(ValueError, match=f"No entry of 'lexicon' stands for '{term}'"):
        lexicon.describe(term)


def test_hits_not_judged_are_no_errors():
    """A null among the judgements is a hit nobody has judged, not a wrong one; words for yes and no are refused, not guessed at."""
    lexicon = read_lexicon({"fear": ["threat"]})
    coded = pl.DataFrame({"term": ["threat"] * 3, "correct": [True, None, False]})
    assert lexicon.describe("threat", coded=coded).precision.row(0)[:3] == (2, 1, 0.5)
    with pytest.raises(ValueError, match="A judgement in the column 'correct' is 'no'; expected true, false, or null"):
        lexicon.describe("threat", coded=pl.DataFrame({"term": ["threat"], "correct": ["no"]}))
    with pytest.raises(TypeError, match="term is 3; expected a term as text"):
        lexicon.describe(3)


def test_a_card_needs_judgements_by_term():
    """Coded hits without the columns of a judgement are refused."""
    with pytest.raises(ValueError, match="Coded hits lack the column 'correct'"):
        read_lexicon({"fear": ["threat"]}).describe("threat", coded=pl.DataFrame({"term": ["threat"]}))


def test_an_unjudged_entry_has_no_precision():
    """Without a judgement, precision is nan, not 0."""
    card = read_lexicon({"fear": ["threat"]}).describe("threat", coded=pl.DataFrame({"term": ["war"], "correct": [True]}))
    assert card.precision["judged"].item() == 0
    assert card.precision["precision"].is_nan().all()


def test_a_name_and_a_corpus_are_refused():
    """What must be read or split first is said so, instead of an attribute that is missing."""
    with pytest.raises(TypeError, match=r"check_lexicon\(\) takes Lexicon, not str; call read_lexicon\(source\) first"):
        check("conflict")
    with pytest.raises(TypeError, match=r"check_in_corpus\(\) takes Passages, not Corpus; call split_voices\(corpus\) first"):
        check(read_lexicon({"fear": ["threat"]}), Corpus.from_records([]))
