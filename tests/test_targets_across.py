"""Whom a term describes beyond its own clause: subjects that are clauses or far away, and what the sentence before is about."""

import pytest
from test_targets import target


@pytest.mark.parametrize(
    ("marked", "wanted"),
    [
        ("The vet insists the levy is being [callous].", "the levy"),
        ("The drought may yet prove a [calamity].", "The drought"),
        ("The levy is fast becoming a [farce].", "The levy"),
        ("The levy is no better than a [tax].", "The levy"),
        ("Trams across the north were in [chaos] for a day.", "Trams"),
        ("The talks were thrown into [disarray].", "The talks"),
        ("The strike threw the talks into [disarray].", None),
        ("There is [chaos] in the north.", None),
        ("The merger, growers now admit, was [shambolic].", "The merger"),
        ("The merger was, to borrow the phrase of the critic, Eva Sandu, a “[robbery]”.", "The merger"),
        ("The merger, in the words of the critic, Eva Sandu, was [shambolic].", "The merger"),
        ("What the bank has done to widows is nothing less than [theft].", "the bank"),
        ("“What the bank did to widows,” said Holm, “is [theft].”", "the bank"),
        ("What the bank did not say is [shameful].", None),
        ("What the bank has built is a [monstrosity].", None),
        ("What happened at the mill was a [massacre].", None),
        ("That the bank kept the money is [shameful].", "the bank"),
        ("The way the bank treated widows was [shabby].", "the bank"),
        ("The fact is that the levy is [shameful].", "the levy"),
        ("Has Tavria become a [farce]?", "Tavria"),
        ("Could the levy be a [swindle]?", "the levy"),
        ("Has Holm called the vote a [sham]?", "the vote"),
    ],
)
def test_subjects_of_copulas(marked, wanted):
    """A predicate is said of its subject, however it is joined and however far away; of a clause, of whoever acts in it."""
    assert target(marked) == wanted


@pytest.mark.parametrize(
    ("marked", "wanted"),
    [
        ("Orvane rejected allegations that it had [bribed] clerks.", "Orvane"),
        ("The bank disputes reports that it is [corrupt].", "The bank"),
        ("The bank told the inquiry it had never [cheated] anybody.", "The bank"),
        ("The bank’s own lawyers acknowledged that it [cheated] widows.", "The bank"),
        ("A spokesman for Orvane denied it had been [negligent].", "Orvane"),
        ("The bank denied that inspectors had [cheated] anybody.", "inspectors"),
        ("The bank denied that it was [unfair] to ask.", None),
        ("Holm denied that it had been [murder].", None),
        ("Lawyers for the guards denied that they had [tortured] anybody.", "the guards"),
        ("Orvane stopped short of admitting [lying] to widows.", "Orvane"),
        ("Two wardens are suspected of [sadistic] treatment of boys.", "Two wardens"),
        ("Never had Ida Holm been party to a [deception].", "Ida Holm"),
        ("The siege ended on Sunday. Its [cruelty] will be remembered.", "The siege"),
        ("Orvane shut its last mine. Its [greed] knows no end.", "Orvane"),
        ("Holm came at noon. Its [cruelty] will be remembered.", None),
        ("The council has closed the bridge. It is a [callous] way to treat us.", "The council"),
        ("The bridge was closed by the council. It was a [cowardly] thing to do.", "the council"),
        ("The bridge was closed. It was a [cowardly] thing to do.", None),
    ],
)
def test_what_bodies_tell_of_themselves_and_did_before(marked, wanted):
    """Who denies or confesses speaks of himself, for himself or for others; "its" and "a way to" look to the sentence before."""
    assert target(marked) == wanted


@pytest.mark.parametrize(
    ("marked", "wanted"),
    [
        ("The duke had thrown a [childish] tantrum.", "The duke"),
        ("The rebels sent in a [ruthless] demand.", "The rebels"),
        ("Holm said the rebels had come with [reckless] demands.", "the rebels"),
        ("Ida Holm put out a [dishonest] statement.", "Ida Holm"),
        ("Ida Holm launched into a [hysterical] rant.", "Ida Holm"),
        ("Nine died in a [raid] on the mill.", None),
        ("Then came a [brutal] raid.", "the raid"),
        ("The pamphlet rails against teachers as [parasites].", "teachers"),
        ("The sermon lashed out at migrants as [heretics].", "migrants"),
        ("The pamphlet rails against teachers and [parasites].", None),
        ("A self-styled “[liberator]”, one Maxim Dree, was jailed.", "Maxim Dree"),
    ],
)
def test_light_verbs_and_verbs_of_railing(marked, wanted):
    """Who throws a tantrum or comes with a demand does it; at whom somebody rails is called what "as" joins."""
    assert target(marked) == wanted


@pytest.mark.parametrize(
    ("marked", "wanted"),
    [
        ("“You are looking at a [corrupt] little clique,” Price said of the board.", "the board"),
        ("“You are looking at a [corrupt] little clique,” Price said.", "the little clique"),
        ("“We are faced with a [cartel],” she said of the landlords.", "the landlords"),
        ("“The bank is a [cartel],” she said of the landlords.", "The bank"),
        ("Of the new curator Vance wrote: “A more [shameless] crook never lived.”", "the new curator"),
        ("“No less than a [betrayal],” Uma Kett said of the treaty.", "the treaty"),
        ("“[Undemocratic] from the first line to the last,” was the verdict of the guild on the decree.", "the decree"),
        ("“A [betrayal],” was Uma Kett’s verdict on the treaty.", "the treaty"),
        ("“A [betrayal],” was Uma Kett’s answer.", None),
        ("Asked about the levy, Ewa Lisik laughed. “[Theft], pure and simple,” she said.", "the levy"),
        ("Ewa Lisik laughed. “[Theft], pure and simple,” she said.", None),
        ("She stood up as the owner was led in. “[Butcher]!” she shouted.", "the owner"),
        ("He posted a reply to his critics. “[Vultures], the lot of you,” it read.", "his critics"),
        ("She turned to the bailiffs. “[Cowards], the lot of you,” she said.", "the bailiffs"),
        ("She turned to the bailiffs. “[Cowards] never win,” she said.", None),
    ],
)
def test_words_in_marks_without_a_subject(marked, wanted):
    """What words in marks are said of is told behind them, before them, or in the sentence before, if at all."""
    assert target(marked) == wanted


@pytest.mark.parametrize(
    ("marked", "wanted"),
    [
        ("On Sunday Ruth Calder won a fifth term. The premier’s [belligerent] tone has alarmed us.", "Ruth Calder"),
        ("On Sunday Ruth Calder won a term from Ivo Toll. The premier’s [belligerent] tone has alarmed us.", "The premier"),
        ("On Sunday Ruth Calder won a fifth term. A premier’s [arrogance] is costly.", "A premier"),
        ("Orvane shut its last mine in May. The company’s [greed] is to blame.", "Orvane"),
        ("Holm shut the last mine in May. The company’s [greed] is to blame.", "The company"),
        ("‘[Spineless]’: ex-captain Doyle rounds on cricket board", "cricket board"),
        ("‘[Shameful]’: nurses condemn board", "board"),
        ("‘[Shameful]’: Doyle quits as captain", None),
        ("Judge says banker was [ruthless] fraudster", "banker"),
    ],
)
def test_descriptions_of_who_was_named_and_headlines(marked, wanted):
    """An office or a kind of body stands for the one that the sentence before is about; in headlines, whom words in marks assail."""
    assert target(marked) == wanted
