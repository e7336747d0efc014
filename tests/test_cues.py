"""The lexicon of reporting words."""

import pytest

from framing.voice.cues import BASE, ING, PART, PAST, S, adjectives, nouns, speaking, verbs, word
from framing.voice.forms import inflected, irregular_verbs
from framing.voice.lists import lists


def lemmas():
    return {cue.lemma + " " + cue.particle for cue, _, phrasal in verbs().values() for cue in [*([cue] if cue else []), *phrasal.values()]}


def test_the_lexicon_is_large_enough():
    """At least 300 verbs, and nouns and adjectives besides."""
    assert len(lemmas()) >= 300
    assert len(nouns()) > 60
    assert len(adjectives()) > 40


@pytest.mark.parametrize(
    ("lemma", "forms"),
    [
        ("say", ["say", "says", "said", "said", "saying"]),
        ("deny", ["deny", "denies", "denied", "denied", "denying"]),
        ("admit", ["admit", "admits", "admitted", "admitted", "admitting"]),
        ("write", ["write", "writes", "wrote", "written", "writing"]),
        ("stress", ["stress", "stresses", "stressed", "stressed", "stressing"]),
        ("argue", ["argue", "argues", "argued", "argued", "arguing"]),
    ],
)
def test_verbs_are_inflected_by_rule(lemma, forms):
    """Spelling rules and the irregular forms give base, third person, past, participle and gerund."""
    irregular, doubling = irregular_verbs()
    assert [form for form, _ in inflected(lemma, irregular, doubling)] == forms
    assert [bit for _, bit in inflected(lemma, irregular, doubling)] == [BASE, S, PAST, PART, ING]


@pytest.mark.parametrize(("form", "kind", "commitment"), [("admitted", "factive", 1), ("said", "neutral", 0), ("claims", "distancing", -1)])
def test_class_and_commitment(form, kind, commitment):
    """A cue's class sets how far the outlet commits itself by choosing it."""
    cue = word(form).verb
    assert (cue.cue_class, cue.commitment) == (kind, commitment)


@pytest.mark.parametrize(
    ("form", "rule", "kind"),
    [
        ("called", "np", "label"),
        ("called", "passive", "label"),
        ("called", "for", "directive"),
        ("described", "np", "label"),
        ("described", "wh", "neutral"),
        ("challenged", "npto", "directive"),
        ("challenged", "that", "negative"),
        ("suspects", "of", "label"),
        ("suspects", "that", "cognitive"),
        ("repeated", "np", "neutral"),
    ],
)
def test_what_a_verb_does_hangs_on_its_complement(form, rule, kind):
    """To call somebody a thief labels, to call for a raid directs; how a verb says what it says is the same with all complements."""
    assert word(form).verb.classed(rule)[0] == kind


def test_phrasal_verbs_wait_for_their_particle():
    """The form "pointed" alone reports nothing; "pointed out" does."""
    assert "out" in word("pointed").phrasal


def test_speaking_knows_verbs_of_saying_only():
    """Thinking and labelling are not speaking."""
    assert speaking(["Berg", "said"])
    assert not speaking(["Berg", "thought", "labelled"])


def test_curly_apostrophes_are_straight_to_the_lexicon():
    """A word is looked up alike with either apostrophe."""
    assert word("didn’t").tags == word("didn't").tags


@pytest.mark.parametrize("name", ["cues.toml", "people.toml", "stance.toml", "words.toml"])
def test_no_list_says_a_word_twice(name):
    """Every word stands once in a list, every lemma once in a row; past and participle of a verb may be alike."""
    groups = {group: kinds for group, kinds in lists(name).items() if isinstance(kinds, dict) and group != "irregular"}
    held = {f"{group}.{kind}": words for group, kinds in groups.items() for kind, words in kinds.items() if isinstance(words, list)}
    twice = {place: words for place, words in held.items() if isinstance(words[0], str) and len(set(words)) < len(words)}
    rows = [row for words in held.values() for row in words if isinstance(row, list) and len(set(row[1:])) < len(row[1:])]
    assert (twice, rows) == ({}, [])
