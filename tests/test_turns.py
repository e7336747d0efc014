"""Where a sentence turns from what was said to what is so, and to what the speaker did."""

import pytest
from test_constructions import heard
from test_targets import target


@pytest.mark.parametrize(
    ("text", "words", "voice", "speaker"),
    [
        ("Officials say the road is safe, yet lorries plunge into the murderous gorge.", "murderous", "own", None),
        ("Holm said the mill was sound, but workers sweat in a deadly heat.", "deadly", "own", None),
        ("Police said the city was calm, though looting mobs roamed the docks.", "looting", "own", None),
        ("The envoy said the truce stood, but ragged columns of men poured west.", "ragged", "own", None),
        ("The bank said it would lend, but only to crooked firms.", "crooked", "indirect", "The bank"),
        ("Holm said the men were brave, but reckless to a fault.", "reckless", "indirect", "Holm"),
        ("Holm said she was glad, while admitting cruel errors were made.", "cruel", "indirect", "Holm"),
    ],
)
def test_but_before_a_clause(text, words, voice, speaker):
    """Behind "but" a plural with any plain verb, and a participle before a plural, open a clause of the outlet's."""
    assert heard(text, words) == (voice, speaker)


@pytest.mark.parametrize(
    ("text", "words", "voice", "speaker"),
    [
        ("Mayor Ida Holm said the dam would hold and then deserted the drowned town.", "deserted", "own", None),
        ("Holm promised mercy and then butchered the prisoners.", "butchered", "own", None),
        ("Holm vowed to stay and promptly betrayed his men.", "betrayed", "own", None),
        ("Holm warned of rain and insulted the crowd.", "insulted", "own", None),
        ("Holm said the men had robbed the mill and then torched it.", "torched", "indirect", "Holm"),
        ("Holm said the town would be robbed and then razed by the army.", "razed", "indirect", "Holm"),
        ("Holm said the army would rob and plunder the town.", "plunder", "indirect", "Holm"),
    ],
)
def test_deeds_behind_a_report(text, words, voice, speaker):
    """A past behind "and" that no verb of the report can be joined to is what the speaker did."""
    assert heard(text, words) == (voice, speaker)


@pytest.mark.parametrize(
    ("text", "words", "voice"),
    [
        ("The ministry has no plans to raze the camp.", "raze", "own"),
        ("There was no talk of treason at the dinner.", "treason", "own"),
        ("The ministry has plans to raze the camp.", "raze", "indirect"),
        ("The mayor said there were no plans to raze the camp.", "raze", "indirect"),
    ],
)
def test_plans_that_there_are_not(text, words, voice):
    """That there are no plans and no talk of a thing is told by the outlet, unless somebody else says so."""
    assert heard(text, words)[0] == voice


@pytest.mark.parametrize(
    ("marked", "wanted"),
    [
        ("[Cheating] brokers roamed the docks.", "the brokers"),
        ("Though [looting] mobs still held the docks, he left.", "the mobs"),
        ("The mayor said calm was back, although [marauding] gangs held the docks.", "the gangs"),
        ("The men kept [looting] shops.", "The men"),
        ("[Looting] shops was their aim.", None),
        ("Mayor Ida Holm said the dam would hold and then [deserted] the town.", "Mayor Ida Holm"),
        ("The army would have robbed and [plundered] the town.", "The army"),
        ("The mayor could see the flood and [abandoned] the town.", "The mayor"),
    ],
)
def test_participles_before_a_plural_and_joined_deeds(marked, wanted):
    """A participle before a plural whose verb follows describes the plural; a past behind "would" is joined to the verb before."""
    assert target(marked) == wanted


@pytest.mark.parametrize(
    ("marked", "wanted"),
    [
        ("Fans screamed “[cheat]” at the referee.", "the referee"),
        ("The senator left, shouting “[traitors]!” at the judges.", "the judges"),
        ("The trial, Ida Holm believes, was a [sham].", "The trial"),
        ("The strike, Bo Lindt knows, is a [gamble].", "The strike"),
        ("They met in Zell, the [brutal] regime’s capital.", "the regime"),
        ("Lake not [toxic], mayor insists", "Lake"),
        ("The heirs were told by the notary that the will was a [forgery].", "the will"),
        ("The men drank before [looting] the mill.", "The men"),
        ("After [humiliating] the envoy, Velmark closed its port.", "Velmark"),
        ("Instead of [crushing] the strike, the firm paid.", "the firm"),
        ("The firm counted the cost of [crushing] the strike.", None),
        ("The minister’s [cold] heart was his undoing.", "The minister"),
    ],
)
def test_described_across_other_words(marked, wanted):
    """At whom words are shouted, whose part of a name, which subject over an insertion, and whose deed a form in -ing is."""
    assert target(marked) == wanted


def test_lectured_by_somebody():
    """A clause that tells of the agent of a passive is nobody's report."""
    assert heard("The town was lectured by a neighbour that had plundered its lakes.", "plundered")[0] == "own"
    assert heard("The town was told by a neighbour that he had plundered its lakes.", "plundered") == ("indirect", "a neighbour")


@pytest.mark.parametrize(
    ("marked", "wanted"),
    [
        ("Her brother’s [cowardice] cost them the farm.", "Her brother"),
        ("The firm’s [greed] cost it the contract.", "The firm"),
        ("Tram strike ‘[heartless]’, says Orl mayor", "Tram strike"),
        ("Monday ‘[referendum]’, says Orl mayor", None),
    ],
)
def test_verbs_behind_a_quality_and_headlines_in_marks(marked, wanted):
    """What stands before a pronoun is a verb, and marks around a predicate in a headline change nothing."""
    assert target(marked) == wanted


def test_according_to_a_document_that_a_participle_describes():
    """A participle behind a source belongs to it, also where the report goes on behind."""
    assert heard("The porters, according to a memo leaked on Sunday, had been bullied.", "bullied") == ("indirect", "a memo")
    assert heard("The mine, according to two men briefed on the talks, is a trap.", "trap") == ("indirect", "two men")


@pytest.mark.parametrize(
    ("text", "words", "voice", "speaker"),
    [
        (
            "The bakers have admitted that it watered the milk, and inspectors have said that its owner is a crook.",
            "crook",
            "indirect",
            "inspectors",
        ),
        (
            "The bakers have admitted that it watered the milk, and inspectors have proved that he is a crook.",
            "crook",
            "indirect",
            "inspectors",
        ),
        (
            "The guild says the deal is fair, and most of its members have told me that it is cruel.",
            "cruel",
            "indirect",
            "most of its members",
        ),
        (
            "The guild says the deal is fair, and clerks from two mills have accused it of greed.",
            "greed",
            "indirect",
            "clerks from two mills",
        ),
        ("Holm said that the dyke would hold, and it has been described by surveyors as a sham.", "sham", "indirect", "surveyors"),
        (
            "The army says that rebels fired first, and village nurses say that it butchered them.",
            "butchered",
            "indirect",
            "village nurses",
        ),
        ("The guild says the ship leaked, and on Friday divers confirmed that its owners were greedy.", "greedy", "indirect", "divers"),
        ("The guild says the ship leaked, and Bo Renz is calling its owners greedy.", "greedy", "indirect", "Bo Renz"),
        ("The guild says the ship leaked, and pollsters report that buyers think it greedy.", "greedy", "indirect", "pollsters"),
        ("The guild says the firm lied, and buyers have suffered from its greed.", "greed", "indirect", "The guild"),
        ("The guild said the firm lied, and clerks had complained that it was greedy.", "greedy", "indirect", "The guild"),
        ("The guild says the firm lied, and buyers have decided that it is greedy.", "greedy", "indirect", "The guild"),
    ],
)
def test_second_report_with_a_subject_of_its_own(text, words, voice, speaker):
    """Behind a comma and "and" whoever has said or now says something reports; what the first speaker knows of others stays his."""
    assert heard(text, words) == (voice, speaker)


@pytest.mark.parametrize(
    ("text", "words", "voice"),
    [
        ("The ministry says the wells are clean, even as children near them die of a vile fever.", "vile", "own"),
        ("The ministry insists the wells are clean, even as vile foam rolls down the hill.", "vile", "own"),
        ("The ministry says the wells are clean even as families drink filthy water.", "filthy", "own"),
        ("The ministry says the wells are clean, even though nurses treat a vile fever.", "vile", "own"),
        ("The ministry says the wells are clean, but many still drink filthy water.", "filthy", "own"),
        ("The firm says it treats drivers well, but Holm sleeps in a van after brutal shifts.", "brutal", "own"),
        ("The firm says it treats drivers well, but men and women sleep in vans after brutal shifts.", "brutal", "own"),
        ("The firm said it would pay, even as a last, shameful resort.", "shameful", "indirect"),
        ("The firm said that some men were tired, but others in a savage mood.", "savage", "indirect"),
    ],
)
def test_even_as_and_but_before_plain_verbs(text, words, voice):
    """Behind "even as" a clause, and behind "but" before a bare plural or a name with its verb, tells what is so."""
    assert heard(text, words)[0] == voice


@pytest.mark.parametrize(
    ("text", "words", "voice", "speaker"),
    [
        ("The guild said the ship leaked, but according to its owners the guild is dishonest.", "dishonest", "indirect", "its owners"),
        ("The ship sank, but according to its owners, the guild is dishonest.", "dishonest", "indirect", "its owners"),
        ("The ship sank and its crew was dishonest, but according to Renz, nobody died.", "dishonest", "own", None),
        ("The crew was dishonest and, according to Renz, drunk.", "dishonest", "indirect", "Renz"),
    ],
)
def test_according_to_somebody_behind_but(text, words, voice, speaker):
    """Behind a comma and its conjunction "according to" tells whose the clause behind it is, not the one before."""
    assert heard(text, words) == (voice, speaker)
