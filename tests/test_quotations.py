"""Quotation marks to spans."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from framing.voice.marks import named, quotations


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
        ("Il parle d’« une paix », dit-elle.", ["« une paix »"]),
        ("‚Ja‘, sagte er. ›Nein‹, sagte sie.", ["‚Ja‘", "›Nein‹"]),
        ("“The so-called “truce line” of May has gone,” he said.", ["“The so-called “truce line” of May has gone,”"]),
        ('"The "truce line" has gone," he said.', ['"The "truce line" has gone,"']),
        ('"We go," he said. "It is over. "Berg left the "hall" at noon.', ['"We go,"', '"It is over. "', '"hall"']),
        ('"He stood 6\'2" tall," she said.', ['"He stood 6\'2" tall,"']),
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
        ('"We left early, as he had, read it aloud. "No," Berg said.', ['"We left early, as he had, read it aloud.', '"No,"']),
        ('"We left early, said trader Ida Holm at the quay.', ['"We left early,']),
        ('"We left early, said one nurse at the quay.', ['"We left early,']),
        ('"We left early, said residents of Zell.', ['"We left early,']),
        ('"We are spent! cried Ida Holm of Zell.', ['"We are spent!']),
        ('They spoke of "a plain fraud in the north on Monday.', ['"a plain fraud']),
        ('The law bans talk of siege engines" in schools.', ['siege engines"']),
        ('Ruiz argues that only rain can help. It will not come."', ['that only rain can help. It will not come."']),
        ('"It is over," Holm said on Monday. We go home," she added.', ['"It is over,"', 'We go home,"']),
    ],
)
def test_a_lost_mark_is_made_good_by_the_tag(text, expected):
    """A quotation with one mark lost ends or begins where "X said" stands."""
    assert quoted(text) == expected


PARAGRAPHS = [
    "“We left,” Berg said.",
    "Holm spoke of “a storm” at sea. “It came,” she said, “at night.”",
    "“Is it?” Ruiz asked.",
    "“We waited. Nobody came.”",
    'The "so-called “truce” of Zell" held.',
]


@given(st.lists(st.sampled_from(PARAGRAPHS), min_size=2, max_size=5), st.data())
def test_a_lost_mark_changes_nothing_beyond_its_paragraph(paragraphs, data):
    """Deleting a mark leaves the quotations of every other paragraph exactly where they were."""
    number = data.draw(st.integers(0, len(paragraphs) - 1))
    at = data.draw(st.sampled_from([place for place, char in enumerate(paragraphs[number]) if char in '“”"']))
    lost = [*paragraphs[:number], paragraphs[number][:at] + paragraphs[number][at + 1 :], *paragraphs[number + 1 :]]
    whole, broken = (by_paragraph(written) for written in (paragraphs, lost))
    assert all(whole)
    for other in set(range(len(paragraphs))) - {number}:
        assert whole[other] == broken[other]


def by_paragraph(paragraphs):
    """Place of every quotation within its paragraph."""
    found = quotations("\n".join(paragraphs))
    places, at = [], 0
    for paragraph in paragraphs:
        end = at + len(paragraph)
        places.append([(quotation.start - at, quotation.end - at) for quotation in found if at <= quotation.start < end])
        assert all(quotation.end <= end for quotation in found if at <= quotation.start < end)
        at = end + 1
    return places


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
        ("Operation “Thaw” began before sunrise.", "title"),
        ("Holm called it “Plain Murder” twice.", None),
        ("Holm branded it the “Plain Murder Act” twice.", None),
        ("He spoke of “a storm” at sea.", None),
        ("Union Derides Pay Offer As ‘Plain Robbery’", None),
        ("Holm Sings in Film ‘The Long Winter’", "title"),
    ],
)
def test_names_in_marks_quote_nobody(text, kind):
    """Titles of works and mentioned words are told from quotations."""
    assert named(text, quotations(text)[0]) == kind
