"""Quotation marks to spans."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from framing.voice.naming import named
from framing.voice.quotations import quotations


def quoted(text):
    return [text[found.start : found.end] for found in quotations(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("‘It was a rout,’ Berg said.", ["‘It was a rout,’"]),
        ("The 6'2\" guard left.", []),
        ('Berg spoke of a "looming storm.”', ['"looming storm.”']),
        ("The workers' rights in the '90s weren't 'good', he said.", ["'good'"]),
        ("”We marched all night.” ― Ida Holm", ["”We marched all night.”"]),
        ("„Das ist gut“, sagte er. »Nein«, sagte sie.", ["„Das ist gut“", "»Nein«"]),
        ("''We are ready,'' she said.", ["''We are ready,''"]),
        ("“She told me ‘never’ and left,” he said.", ["“She told me ‘never’ and left,”"]),
        ("«Nous partons», dit-il.", ["«Nous partons»"]),
        ("", []),
        ("No marks here.", []),
    ],
)
def test_marks_pair_by_place_and_shape(text, expected):
    """Every style of mark is paired; apostrophes, decades and inches are none."""
    assert quoted(text) == expected


def test_paragraph_resumes_a_quotation_left_open():
    """A paragraph that opens with a mark after one left open goes on with the same speaker."""
    first, second = quotations("“We left at dawn.\n\n“We came back at night,” Holm said.")
    assert (first.closed, second.resumed) == (False, True)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('"We left, Berg said. He smiled.', ['"We left,']),
        ('We left," Berg said. He smiled.', ['We left,"']),
        ('Berg said, We left."', ['We left."']),
    ],
)
def test_a_lost_mark_is_made_good_by_the_tag(text, expected):
    """A quotation with one mark lost ends or begins where "X said" stands."""
    assert quoted(text) == expected


@given(
    st.lists(st.sampled_from(["“We left,” Berg said.", "Holm spoke of “a storm” at sea.", "“Is it?” Ruiz asked."]), min_size=2, max_size=4),
    st.data(),
)
def test_a_lost_mark_changes_nothing_beyond_its_paragraph(paragraphs, data):
    """Deleting a mark leaves the quotations of every other paragraph as they were."""
    text = "\n".join([*paragraphs, "The rain went on."])
    at = data.draw(st.sampled_from([number for number, char in enumerate(text) if char in "“”"]))
    end = text.index("\n", at)
    begin = text.rfind("\n", 0, at) + 1
    lost = text[:at] + text[at + 1 :]
    kept = [q for q in quoted(text) if not begin <= text.index(q) < end]
    beyond = [q for q in quotations(lost) if q.start >= end - 1 or q.end <= begin]
    assert len(beyond) == len([q for q in quotations(text) if q.start >= end or q.end <= begin])
    assert len(kept) <= len(quotations(text))


@given(st.text(alphabet="ab “”\"'‘’«».,\n", max_size=60))
def test_quotations_stand_in_order_without_overlap(text):
    """Whatever the text, spans are ordered, disjoint and inside it."""
    spans = [(found.start, found.end) for found in quotations(text)]
    assert all(0 <= start < end <= len(text) for start, end in spans)
    assert all(first[1] <= second[0] for first, second in itertools.pairwise(spans))


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Her film “The Long Winter” opens on Friday.", "title"),
        ("The bill bans the word “siege” from school books.", "mention"),
        ("She sang on “Morning With Holm” again.", "title"),
        ("They watched the “Harbour” show.", "title"),
        ("Holm called it “Plain Murder” twice.", None),
        ("He spoke of “a storm” at sea.", None),
    ],
)
def test_names_in_marks_quote_nobody(text, kind):
    """Titles of works and mentioned words are told from quotations."""
    assert named(text, quotations(text)[0]) == kind
