"""Near copies are found with the share that they have, and nothing else is."""

import numpy
import polars as pl
import pytest

from framing import Corpus, read_corpus, read_lexicon, score, split_voices, tables
from framing.cli.compare import shared
from framing.copies import near_copies, rewordings
from framing.copies.changes import changes

WORDS = [
    f"{start}{end}" for start in ("bar", "cor", "fen", "gul", "hol", "lum", "mar", "nor") for end in ("a", "bo", "din", "esk", "ilo", "uth")
]


def text(seed, words=300):
    return " ".join(numpy.random.default_rng(seed).choice(WORDS, words))


def corpus(*texts, outlets=()):
    rows = [
        {"article_id": str(number), "outlet": outlet, "text": each}
        for number, (each, outlet) in enumerate(zip(texts, outlets or "A" * len(texts), strict=True))
    ]
    return Corpus.from_records(rows)


def test_a_report_printed_twice_in_part():
    """Its share is that of the runs of eight words of the shorter text, counted by hand."""
    wire, own = text(1), text(2)
    found = near_copies(corpus(text(3), wire, own, f"{own[:400]} {wire.title()} ", outlets="ABCD"))
    tables.check(found, "near_copies")
    assert found.drop("share").rows() == [("3", "D", "1", "B")], "capitals make no difference"
    assert found["share"].item() == 1
    words = wire.split()
    half = near_copies(corpus(wire, " ".join(words[:200]) + " " + text(4, 100)))
    assert half["share"].item() == pytest.approx((200 - 7) / (300 - 7))


def test_each_of_many_copies_is_told_once():
    """Every later copy is paired with the earlier article that it shares most with."""
    wire = text(1)
    found = near_copies(corpus(wire, f"{wire} {text(2, 50)}", text(3), wire, outlets="ABAB"))
    assert found.select("article_id", "earlier_id", "share").rows() == [("1", "0", 1.0), ("3", "0", 1.0)]
    assert shared(found).startswith("near copies: 2 articles print much of an earlier one, 2 in another outlet")
    assert shared(found[:1]).startswith("near copies: 1 article prints much of an earlier one, 1 in")


def test_two_who_share_a_third():
    """A pair is found though both have some words of an article before them."""
    first, wire = text(1), text(2)
    found = near_copies(corpus(first, f"{first[:300]} {wire}", f"{first[:300]} {wire} {text(3, 20)}"))
    assert found.select("article_id", "earlier_id").rows() == [("2", "1")]


def test_reports_of_one_event_are_no_copies():
    """A quotation that two reports have, and a line that all have, make none."""
    line = text(0, 20)
    assert near_copies(corpus(*(f"{text(seed)} {line}" for seed in range(1, 40)))).is_empty()


def test_the_reworked_report_of_the_teaching_corpus():
    """The three desks that rework the report of the agency are found, and no other pair."""
    found = near_copies(read_corpus("corpora/baltic-2022"))
    assert found.select("outlet", "earlier_outlet").rows() == [
        (outlet, "Amber Wire") for outlet in ("Eastway Tribune", "Volna Novosti International", "Nordhavn Daily")
    ]


def test_the_share_asked_for():
    """A higher one leaves pairs out; a lower one takes them in."""
    wire = text(1).split()
    pair = corpus(" ".join(wire), " ".join(wire[:120]) + " " + text(2, 180))
    assert [near_copies(pair, share=share).height for share in (0.2, 0.38, 0.5, 1)] == [1, 1, 0, 0]


@pytest.mark.parametrize("texts", [[], [""], ["", " "], ["one two three"] * 3, ["\u202e\x00" * 50] * 2, ["12 " * 400] * 2])
def test_hardly_any_words(texts):
    """Texts without a run of eight words have no copies; one word over and over may have."""
    assert near_copies(corpus(*texts)).height in (0, 1)


@pytest.mark.parametrize("share", [0, -1, 1.01, float("nan"), True])
def test_no_share(share):
    """A share is above 0 and at most 1."""
    with pytest.raises((ValueError, TypeError), match="share"):
        near_copies(corpus(text(1)), share=share)


def test_no_corpus():
    """A list of texts is no corpus."""
    with pytest.raises(TypeError, match="near_copies"):
        near_copies([text(1)])


SAID = "The bloc moved in on Friday, officials said. Berg called the step “defensive” and a first."


@pytest.mark.parametrize(
    ("earlier", "later", "changed"),
    [
        (SAID, SAID, []),
        (SAID, SAID.upper().replace(",", " -"), []),
        (SAID, SAID.replace("“", '"').replace("”", '"').replace(" ", "\n"), []),
        (SAID, SAID.replace("bloc", "alliance"), [("bloc", "alliance")]),
        (SAID, SAID.replace(", officials said", ""), [("officials said", "")]),
        (SAID, SAID.replace("moved", "never moved"), [("", "never")]),
        (SAID, SAID.replace("“defensive”", "defensive"), [("“defensive”", "defensive")]),
        (SAID, SAID.replace("officials said", "officials claimed"), [("said", "claimed")]),
        (SAID, "", [(SAID[:-1], "")]),
        ("", "", []),
    ],
)
def test_changes(earlier, later, changed):
    """Words and marks make a change; capitals, the shape of marks, spaces and commas do not."""
    found = [(earlier[change.earlier_start : change.earlier_end], later[change.start : change.end]) for change in changes(later, earlier)]
    assert found == changed


@pytest.mark.parametrize("seed", range(20))
def test_changes_give_the_other_text(seed):
    """Putting the earlier words in the place of the later ones gives the earlier text."""
    chance = numpy.random.default_rng(seed)
    earlier, later = (" ".join(chance.choice(WORDS[:12], 40)) for _ in range(2))
    built, last = "", 0
    for change in changes(later, earlier):
        built += later[last : change.start] + f" {earlier[change.earlier_start : change.earlier_end]} "
        last = change.end
    assert (built + later[last:]).split() == earlier.split()


def test_terms_beside_a_change():
    """Scores tell which terms stand in what was changed; around it stand whole words."""
    wire = f"{text(1, 60)}. The bloc went to war on Friday and Berg called it late. {text(2, 60)}"
    source = corpus(wire, wire.replace("went to war", "began a special military operation"), outlets="AB")
    found = rewordings(score(split_voices(source), read_lexicon("conflict")))
    assert found.select("earlier_surface", "surface", "earlier_labels", "labels").rows() == [
        ("went to war", "began a special military operation", "action: war", "action: special military operation; euphemism")
    ]
    row = found.row(0, named=True)
    assert row["left"].startswith(" ")
    assert row["left"].endswith("The bloc ")
    assert row["right"].startswith(" on Friday and Berg called it late.")
    assert rewordings(source).drop("left", "right").rows() == found.drop("left", "right", "labels", "earlier_labels").rows()


def test_pairs_that_are_not_there():
    """Pairs need both columns and articles of the corpus."""
    source = corpus(text(1))
    with pytest.raises(ValueError, match="column of pairs 'earlier_id'"):
        rewordings(source, pl.DataFrame({"article_id": ["0"]}))
    with pytest.raises(ValueError, match="article_id of a pair '7'"):
        rewordings(source, pl.DataFrame({"article_id": ["0"], "earlier_id": ["7"]}))
    tables.check(rewordings(source), "rewordings")
