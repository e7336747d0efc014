"""Negation, distance, hedge and target of a term."""

from pathlib import Path
from unittest import mock

import numpy as np
import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st
from polars.testing import assert_frame_equal

from framing import tables
from framing.corpus import Corpus
from framing.ingest import read_corpus
from framing.text import tokens
from framing.voice import split_voices
from framing.voice.stance import kinds, read_stance
from framing.voice.stance.targets import WAYS
from framing.voice.stance.vocabulary import Vocabulary
from framing.voice.units import PIECE

BALTIC = Path(__file__).parent.parent / "corpora" / "baltic-2022"
SCHEMA = tables.schema("hits")


def one_article(text):
    return split_voices(Corpus.from_records([{"article_id": "1", "outlet": "A", "text": text}]))


def stance(text, term):
    passages = one_article(text)
    start = text.index(term)
    return read_stance(hits(passages, [("1", start, start + len(term))]), passages).row(0, named=True)


def hits(passages, places):
    """Stretches of the texts as hits: article, start, end."""
    rows = passages.table.filter(part="text").partition_by("article_id", as_dict=True)
    held = {article: list(table.iter_rows(named=True)) for (article,), table in rows.items()}
    found = []
    for article, start, end in places:
        row = next(row for row in held[article] if row["start"] <= start < row["end"])
        found.append({name: row.get(name) for name in SCHEMA} | {"start": start, "end": end, "weight": 1.0})
    return pl.DataFrame(found, schema=SCHEMA)


@pytest.fixture(scope="module")
def every_word():
    """The words of some articles as hits, which tries the reading more widely than any lexicon, and their passages."""
    corpus = read_corpus(BALTIC)
    passages = split_voices(Corpus(corpus.articles.head(12)))
    places = [
        (article, *place) for article, text in passages.corpus.articles.select("article_id", "text").iter_rows() for place in tokens(text)
    ]
    return hits(passages, places), passages


@pytest.mark.parametrize(
    ("text", "term", "negated"),
    [
        ("Neither a saint nor a traitor, Holm spent the war at home.", "traitor", True),
        ("Not only a thief but a bully, Holm ran the docks.", "bully", False),
        ("Not only a thief but a bully, Holm ran the docks.", "thief", False),
        ("It was not an invasion, Holm said.", "invasion", True),
        ("Holm denied that the army had slaughtered anyone.", "slaughtered", True),
        ("Holm refused to call the raid an invasion.", "invasion", True),
        ("Inspectors found no evidence of genocide.", "genocide", True),
        ("They stopped short of war.", "war", True),
        ("Holm stopped short of calling the marshal a dictator.", "dictator", True),
        ("It was not only an invasion.", "invasion", False),
        ("Holm dismissed the petition as a stunt.", "stunt", False),
        ("It was nothing but an invasion.", "invasion", False),
        ("It was not a drill but an invasion.", "invasion", False),
        ("Holm did not condemn the invasion.", "invasion", False),
        ("“Is this not genocide?” Holm asked.", "genocide", False),
        ("It was an unprovoked attack.", "unprovoked", False),
        ("The raids are not aimed at Narvia, Holm said.", "Narvia", False),
        ("Holm said that no civilians were in danger.", "civilians", False),
        ("They are not civilians, Holm said.", "civilians", True),
        ("Inspectors found no evidence of mercenaries.", "mercenaries", True),
        ("The presence of mercenaries was denied.", "mercenaries", True),
        ("Holm denied that any such fighters had come.", "fighters", True),
        ("Holm denied that the army had come and accused Narvia of aggression.", "aggression", False),
        ("The army threatened nobody.", "threatened", True),
        ("Narvia was left with no choice by years of aggression.", "aggression", False),
        ("Holm said the men were “guests, not thugs”.", "thugs", True),
        ("Holm called the marchers “patriots, never traitors”.", "traitors", True),
        ("It was anything but a triumph.", "triumph", True),
        ("Holm refused to describe the raid as an invasion.", "invasion", True),
        ("The premier ruled out a purge.", "purge", True),
        ("It would be wrong to speak of a rout, Holm said.", "rout", True),
        ("Holm told the radio, without giving details, that the rebels were butchers.", "butchers", False),
        ("Because nobody checked the valves, the plant had become a powder keg.", "powder keg", False),
        ("“We will not bow to blackmail,” Holm said.", "blackmail", False),
        ("Although I did not like him, he was a hero.", "hero", False),
        ("If they do not leave, there will be a slaughter.", "slaughter", False),
        ("There will be no slaughter if they leave.", "slaughter", True),
        ("Two envoys, who were not allowed to be named, said the guards had turned to looting.", "looting", False),
        ("Neither the police nor the army fired on the crowd.", "fired", True),
        ("It is not true that the guards tortured prisoners.", "tortured", True),
        ("Holm refused to condemn the massacre.", "massacre", False),
        ("Holm refused to describe the law as repressive.", "repressive", True),
        ("Holm refused to call the blaze arson.", "arson", True),
        ("Holm did not call the rebels thugs.", "thugs", True),
        ("Holm disputed that the march had been a riot.", "riot", True),
        ("Holm denied that guards had used excessive force.", "excessive force", True),
        ("The report failed to prove fraud.", "fraud", True),
        ("The court cleared the mayor of corruption.", "corruption", True),
        ("Auditors found nothing sinister.", "sinister", True),
        ("The army did not stop bombing the port.", "bombing", False),
        ("The minister did not deny having lied.", "lied", False),
        ("No one can deny that the siege is a crime.", "crime", False),
        ("Far from being a hero, the marshal was a coward.", "coward", False),
        ("The mayor did not attend, calling the vigil a stunt.", "stunt", False),
        ("It was not the first time that the firm had cheated.", "cheated", False),
        ("“They are not poor, they are thieves,” Holm said.", "thieves", False),
        ("The tax is not so much a levy as a swindle.", "swindle", False),
        ("It is no secret that the mayor is corrupt.", "corrupt", False),
        ("The ministry dismissed the biased report.", "biased", False),
        ("They had found neither weapons nor extremists.", "extremists", True),
        ("It ended without any of the violence that was feared.", "violence", True),
        ("The party is not, its leader says, racist.", "racist", True),
        ("Holm refused to apologise for calling Marr a thief.", "thief", False),
        ("Holm never retracted the claim that Marr was a thief.", "thief", False),
        ("Holm refused to say that Marr was a thief.", "thief", True),
        ("The board did nothing, a judge wrote in a damning verdict.", "damning", False),
        ("“Nobody lied,” Holm said, “and nobody cheated.”", "cheated", True),
        ("There was no raid, only a hoax, Holm said.", "hoax", False),
        ("It was not, only weeks ago, a ruin.", "ruin", True),
        ("The mayor is not without courage.", "courage", False),
        ("Holm refused to say whether the sale was a swindle.", "swindle", False),
        ("Holm said it was fair and denied any cover-up.", "cover-up", True),
        ("The board could not have been more callous.", "callous", False),
        ("Thugs or not, they left after years of looting.", "looting", False),
        ("Holm said he had no regrets, a brazen line from a man on trial.", "brazen", False),
        ("Holm was no saint, no hero and no liar.", "liar", True),
        ("Holm was not a thief, a liar or a thug.", "thug", True),
        ("The dredging, said two pilots who asked not to be named, was negligent.", "negligent", False),
        ("The plan, never published, is cruel.", "cruel", False),
        ("The plan was never, in any sense, cruel.", "cruel", True),
        ("A vote without rivals is a sham.", "sham", False),
        ("The plan with no costs in it is a sham.", "sham", False),
        ("They left without calling it a sham.", "sham", True),
        ("Holm said that nobody had come and that the delay was criminal.", "criminal", False),
        ("Holm did not say that the law was bad and that the mayor was a fool.", "fool", True),
        ("Nobody knew how corrupt the guild was.", "corrupt", False),
        ("Nobody is more ruthless than Holm.", "ruthless", False),
        ("Nobody in the hall was ruthless.", "ruthless", True),
        ("The army denies having tortured anyone.", "tortured", True),
        ("That the nuns were cruel nobody now denies.", "cruel", False),
        ("Never mind that the stadium is ugly.", "ugly", False),
        ("Few would call the mayor a saint.", "saint", True),
        ("Hardly anyone thinks the mayor a tyrant.", "tyrant", True),
        ("The claim that the mayor is a thug is false.", "thug", True),
        ("To call the levy theft is nonsense, Holm said.", "theft", True),
        ("The mayor ridiculed the claim that the levy was theft.", "theft", True),
        ("Holm has yet to call the raid a massacre.", "massacre", True),
        ("Teams have yet to reach the site of the massacre.", "massacre", False),
        ("The party has yet another scandal on its hands.", "scandal", False),
        ("There is little to suggest that the fire was arson.", "arson", True),
        ("It is untrue that the club cheated.", "cheated", True),
        ("Investigators have not ruled out sabotage.", "sabotage", False),
        ("Officials brushed off suggestions that the cull was cruel.", "cruel", True),
        ("It would be a mistake to see the riot as mindless.", "mindless", True),
        ("Holm is no stranger to scandal.", "scandal", False),
        ("There can be no excuse for such cruelty.", "cruelty", False),
        ("The judge did not rule that the raid was a crime.", "crime", True),
        ("The panel stopped just short of calling it a swindle.", "swindle", True),
        ("It was nothing short of a swindle.", "swindle", False),
        ("Holm never paid and accused the bank of theft.", "theft", False),
        ("Holm did not come and looted the port.", "looted", False),
        ("The raid was not cruel and unjust.", "unjust", True),
        ("Holm was not called a liar and accused of treason.", "treason", True),
        ("The officers, whom she did not name, were cowards.", "cowards", False),
        ("The party, whose leader was never charged, is corrupt.", "corrupt", False),
        ("The canal is no longer the open sewer it was.", "sewer", True),
        ("Few thought the mayor a tyrant.", "tyrant", True),
        ("The claim that the mayor is a tyrant was debunked.", "tyrant", True),
        ("Never has a mayor been so cruel.", "cruel", False),
        ("“I have never seen such a cruel mayor,” Holm said.", "cruel", False),
        ("The mayor was never cruel.", "cruel", True),
        ("Nobody has been held for the vile raids.", "vile", False),
        ("Holm is not, he insists, a thug.", "thug", True),
        ("The room was marked by an absence of malice.", "malice", True),
        ("“I refuse to call the men traitors,” Holm said.", "traitors", True),
        ("Nowhere does the audit call the bank crooked.", "crooked", True),
        ("“The bank has never lied,” Holm said, adding that the audit was a smear.", "smear", False),
        ("Holm never smiled as he told the jury that the cell was filthy.", "filthy", False),
        ("Holm had shown no remorse and had left the town terrified.", "terrified", False),
        ("There is no proof that the raid, which began in May, was a crime.", "crime", True),
        ("There is no proof, Holm said, that the raid was a crime.", "crime", True),
        ("The audit failed to show that the bank, at any point, had cheated.", "cheated", True),
        ("The bank, which had never paid a fine, was crooked.", "crooked", False),
        ("The raid was not, a spokesman said, shameful.", "shameful", True),
        ("Holm said that Marr denied deliberately starving the guests.", "starving", True),
        ("The mayor denied charges of deliberate and organised theft, Berg said.", "theft", True),
        ("The mayor poured scorn on the idea that the vote was a sham.", "sham", True),
        ("The union scoffed at claims that the strike was blackmail.", "blackmail", True),
        ("It is a lie that the guards were drunk.", "drunk", True),
        ("It is nonsense, Holm said, that the guards were drunk.", "drunk", True),
        ("It is unfair to describe the mayor as a tyrant.", "tyrant", True),
        ("The mayor avoided calling the raid a massacre.", "massacre", True),
        ("The report avoids describing the deaths as butchery.", "butchery", True),
        ("The paper never portrays him as a tyrant.", "tyrant", True),
        ("We have no plans to plunder the forest.", "plunder", True),
        ("The police found no sign of a thug.", "thug", True),
        ("The police found a sign of a thug.", "thug", False),
        ("The guards refused to torture anyone, Holm said.", "torture", True),
        ("The guards failed to prevent the massacre.", "massacre", False),
        ("At no time did the guards torture prisoners.", "torture", True),
        ("The vote was not free of fraud.", "fraud", False),
        ("The mayor left instead of ending the siege.", "siege", False),
        ("The judge cleared the mayor of any blame for the looting.", "looting", False),
        ("The mayor did not know that the bank was corrupt.", "corrupt", False),
        ("The mayor was not afraid to call the raid a massacre.", "massacre", False),
        ("Holm asked why nobody had said that the vote was a sham.", "sham", False),
        ("The men who did not pay said the fine was a swindle.", "swindle", False),
        ("The vote that nobody wanted was a sham.", "sham", False),
        ("“No, the plan was a swindle,” Holm said.", "swindle", False),
        ("The bank has never been more corrupt.", "corrupt", False),
        ("The court was denied records of the massacre.", "massacre", False),
        ("A lack of rain turned the march into a massacre.", "massacre", False),
        ("The ministry dismissed criticism of the brutal raid.", "brutal", False),
        ("Holm repeated false claims that the vote was rigged.", "rigged", True),
        ("Contrary to claims that the guards were drunk, it was quiet.", "drunk", True),
        ("The council denied fraud, waste and cruelty.", "cruelty", True),
        ("It ended without theft, arson or violence.", "violence", True),
        ("The raid was by no means a massacre.", "massacre", True),
        ("The mayor failed to deny that the vote was a sham.", "sham", False),
        ("It is hard to deny that the vote was a sham.", "sham", False),
        ("Few would dispute that the vote was a sham.", "sham", False),
        ("Had Holm not left, the vote would have been a sham.", "sham", False),
        ("The test is in clear breach of rules on violence.", "violence", False),
        ("The guild has no money, so it began to loot shops.", "loot", False),
        ("Holm did not open the port, as an attack was near.", "attack", False),
        ("Holm will not leave even if there is violence.", "violence", False),
        ("The marchers stood there chanting “no war”.", "chanting", False),
        ("Those who did not want to be named said it was a sham.", "sham", False),
        ("It is not a theft — or a swindle.", "swindle", True),
        ("It was no ordinary scandal.", "scandal", False),
        ("The mayor is not yet a tyrant.", "tyrant", True),
        ("These aren’t the only charges of betrayal.", "betrayal", False),
        ("The ban does not help us — it could provoke violence.", "violence", False),
        ("The letters cannot prove it and are too weak for a criminal trial.", "criminal", False),
        ("Holm was not sure if the guards were drunk.", "drunk", False),
        ("Holm never imagined that the vote would be so brutal.", "brutal", False),
        ("The clerk did not say what the brutal raid had cost.", "brutal", False),
        ("Holm declined to comment on a debate over terrorism.", "terrorism", False),
        ("The club has to beat its old enemy No. 1.", "enemy", False),
        ("The mayor did not become a tyrant.", "tyrant", True),
        ("Nobody on its board had taken bribes.", "bribes", True),
        ("The town cannot afford another massacre.", "massacre", False),
        ("Owners reject the council’s brutal plan.", "brutal", False),
        ("It would be unfair, the judge said, to brand the sale a sham.", "sham", True),
        ("He was never a hard man, still less a monster.", "monster", True),
        ("The mayor was in no way a tyrant.", "tyrant", True),
        ("The deal did not involve deliberate and organised theft.", "theft", True),
        ("It is wrong to call the vote, which began in May, a sham.", "sham", True),
        ("Holm called the claim that the vote was a sham a lie.", "sham", True),
        ("The bank’s refusal to pay was called perverse.", "perverse", False),
        ("The board’s failure to sabotage it was noted.", "sabotage", True),
        ("Berg cited a failure to invade.", "invade", True),
        ("The tax is nothing more than a sham.", "sham", False),
        ("It is no more a sham than the tax.", "sham", True),
        ("It is hard to see the quota as anything but a sop.", "sop", False),
        ("The council would not comment on claims that its guards had looted shops.", "looted", False),
        ("Police have not named the alleged fraudster.", "fraudster", False),
        ("The mayor had never described the refugees as vermin.", "vermin", True),
        ("The mayor has never been as brutal.", "brutal", False),
        ("No government has been so brutal.", "brutal", False),
        ("It would be an exaggeration to call the reshuffle a purge.", "purge", True),
        ("Ministers resisted calls to label the killings genocide.", "genocide", True),
        ("The mayor resisted calls to end the massacre.", "massacre", False),
        ("The claim of theft was soon disproved.", "theft", True),
        ("She rejects the label “extremist”.", "extremist", True),
        ("The mayor, no friend of the press, has left.", "friend", True),
        ("Police do not believe the fire was the work of terrorists.", "terrorists", True),
        ("of terrorists not seen", "terrorists", False),
        ("The plan will not stop the looting, and no plan would end looting.", "looting", False),
        ("The mayor has no plan that would prevent riots.", "riots", False),
        ("The guards were not able to avoid bloodshed.", "bloodshed", False),
        ("The guards said nothing about corruption.", "corruption", False),
        ("The march was not about revenge.", "revenge", True),
        ("There were no rumours about treason.", "treason", True),
        ("The mayor did not resign over fraud in the port.", "fraud", False),
        ("The mayor does nothing to help in the fight against corruption.", "corruption", False),
        ("The school did not open due to threats.", "threats", False),
        ("The closure was not due to negligence.", "negligence", True),
        ("The diver did not want to be named for fear of reprisals.", "reprisals", False),
        ("The marshal has paid no price for plundering the forest.", "plundering", False),
        ("The mayor has yet to atone for brutal raids.", "brutal", False),
        ("The board failed to understand that the tax was theft.", "theft", False),
        ("Instead of fighting against corruption, the mayor slept.", "corruption", False),
        ("We cannot protect our children if the mill goes on.", "our children", False),
        ("“It is clear we never tried,” Tom Hale, a baker and the head of the guild, raged at dusk.", "raged", False),
        ("He has no interest in maps of fires across the West.", "the West", False),
        ("These are not our children.", "our children", True),
    ],
)
def test_negation(text, term, negated):
    """A term is denied where its own proposition is, and nowhere else."""
    assert stance(text, term)["negated"] is negated


@pytest.mark.parametrize(
    ("text", "term", "distanced"),
    [
        ("The town’s self-appointed saviour, Ida Holm, has fled.", "saviour", True),
        ("The colonel came as a liberator, or so the leaflets claimed.", "liberator", True),
        ("The vote was a triumph – or so the ministry says.", "triumph", True),
        ("The raid lasted a week or so and was a triumph.", "triumph", False),
        ("The raid lasted a week or so and was a triumph.", "raid", False),
        ("The so-called liberation left ruins.", "liberation", True),
        ("The self-styled prophet left ruins.", "self-styled prophet", True),
        ("The army’s “humane” convoy left.", "humane", True),
        ("The army continues what it calls a peace mission.", "peace mission", True),
        ("Ministry officials claim that a plot failed.", "plot", True),
        ("Ministry officials claim that Holm left before the massacre.", "massacre", False),
        ("Ministry officials claim that the refugees moved the fence.", "refugees", False),
        ("Ministry officials claim that the farmers were thugs.", "thugs", True),
        ("The envoy is accused of treason.", "treason", True),
        ("They plan a trial of captive fighters.", "fighters", False),
        ("The envoy is accused of being a thug.", "thug", True),
        ("Holm said it was treason.", "treason", False),
        ("What the ministry calls a drill has become a war.", "war", False),
        ("What the ministry calls a drill has become a war.", "drill", True),
        ("What the ministry calls a drill, the villagers know as a siege.", "siege", False),
        ("What it calls a brutal, unprovoked war goes on.", "war", True),
        ("What Holm saw was a massacre.", "massacre", False),
        ("She knew what they saw during the massacre.", "massacre", False),
        ("The general is regarded as a tyrant.", "tyrant", False),
        ("Those hit by the “purge” will be paid, the ministry said.", "purge", True),
        ("The raid was “barbaric”, Ida Holm said.", "barbaric", False),
        ("The army began what its spokesmen like to call a rescue.", "rescue", True),
        ("He ended what he described on Monday as an attempted coup.", "coup", True),
        ("What the authority calls managed retreat has emptied a vile camp.", "retreat", True),
        ("What the authority calls managed retreat has emptied a vile camp.", "vile", False),
        ("Bo Grett, soi-disant saviour of the lake, has left.", "saviour", True),
        ("The clerk is said to be furious.", "furious", False),
        ("Drivers have been warned of chaos next week.", "chaos", False),
        ("It has to be said that the clerk is a crook.", "crook", False),
        ("The clerk stands accused of theft.", "theft", True),
        ("Holm said that the clerk was charged with theft.", "theft", True),
        ("The clerk was held on suspicion of theft.", "theft", True),
        ("The clerk was held on the day of the massacre.", "massacre", False),
        ("Holm accused the clerk of theft.", "theft", False),
        ("“It is alleged that the clerk bullied nurses,” Holm said.", "bullied", True),
        ("The firm apologised for what it said was a blunder.", "blunder", True),
        ("What the firm said was a blunder.", "blunder", False),
        ("It was a blunder, if it can be called that.", "blunder", True),
        ("The raid was a blunder, if the mayor calls early.", "blunder", False),
        ("The alleged and widely filmed massacre shocked the town.", "massacre", True),
        ("The so-called experts are cowards.", "cowards", False),
        ("Police questioned the suspected traitor.", "traitor", True),
        ("Police suspected treason.", "treason", False),
        ("The aide has been charged with smuggling and theft.", "theft", True),
        ("The duke, accused in a new book of treachery, has sued.", "treachery", True),
        ("Last week Marr, the mayor, accused him of treachery.", "treachery", False),
        ("The clerk has been under investigation for theft since May.", "theft", True),
        ("The rebels claimed to have liberated the town.", "liberated", True),
        ("Guards charged with protecting the forest plundered it.", "plundered", False),
        ("The clerk, whom Holm accused of greed, has left.", "greed", False),
        ("The clerk, who was accused of greed, has left.", "greed", True),
        ("The clerk is not accused of theft.", "theft", False),
    ],
)
def test_distance(text, term, distanced):
    """So-called, what X calls, scare marks and distancing cues hold a term at a distance."""
    assert stance(text, term)["distanced"] is distanced


@pytest.mark.parametrize(
    ("text", "term", "hedge"),
    [
        ("“Was it an invasion?” Holm asked.", "invasion", "question"),
        ("Reporters asked whether it was a crime.", "crime", "question"),
        ("If war breaks out, we leave.", "war", "conditional"),
        ("There will be a slaughter.", "slaughter", "future"),
        ("It may be a massacre.", "massacre", "modal"),
        ("It was a massacre.", "massacre", None),
        ("Holm spoke in May, in a rambling speech.", "rambling", None),
        ("They can send their thugs.", "thugs", None),
        ("Asked by Holm whether the raid was a crime, Brandt left.", "crime", "question"),
        ("The mayor, who will stay, said the raid was shameful.", "shameful", None),
        ("The will of the people was that the raid was shameful.", "shameful", None),
        ("Maybe the raid was shameful.", "shameful", "modal"),
        ("Unless the raid was shameful, the mayor stays.", "shameful", "conditional"),
        ("If the mayor leaves, the refugees will stay.", "refugees", None),
        ("Reporters asked whether Holm knew of the massacre.", "massacre", None),
        ("Holm could end the brutal war.", "brutal", None),
        ("Holm would become a tyrant.", "tyrant", "modal"),
        ("Holm may be jailed over fraud.", "fraud", None),
        ("“If she wins, it may rain,” Holm told a rowdy crowd.", "rowdy", None),
        ("The brutal raid: why did it happen?", "brutal", None),
        ("It may be a “brutal” raid.", "brutal", "modal"),
        ("Holm will spend $9 million on looting.", "looting", "future"),
        ("The “liberation” may be a brutal raid.", "brutal", "modal"),
        ("Winter will be harsh due to looting.", "looting", None),
        ("Reporters asked whether it was about greed.", "greed", "question"),
        ("Holm warned about possible looting.", "looting", "modal"),
        ("Holm, if anything, gave a shameful speech.", "shameful", None),
        ("Holm gave a shameful speech and told guests, “Can it be?”", "shameful", None),
        ("Holm left the question open, whether to loot the town.", "loot", "question"),
        ("Holm named them as potential tyrants.", "tyrants", "modal"),
        ("Was it a shameful “mistake”?", "shameful", "question"),
        ("Was it a “shameful” mistake?", "shameful", "question"),
        ("The clerks, whether thieves or fools, made shameful errors.", "shameful", None),
        ("Leave as soon as possible after shameful errors.", "shameful", None),
        ("Town will be fed « Massacre | Herald", "Massacre", None),
        ("People are coming to the town with ghastly stories.", "ghastly", None),
        ("The minister spoke of the imminent massacre.", "massacre", "future"),
    ],
)
def test_hedge(text, term, hedge):
    """Questions, conditions, the future and modals hedge a term."""
    assert stance(text, term)["hedge"] == hedge


@pytest.mark.parametrize(
    ("text", "term", "target"),
    [
        ("Narvia’s aggression shocked Ostland.", "aggression", "Narvia"),
        ("The attack on Ostland by Narvia was long.", "attack", "Narvia"),
        ("The aggression against Ostland continued.", "aggression", None),
        ("Holm said the strike was a war crime.", "war crime", "the strike"),
        ("The rebels had committed atrocities.", "atrocities", "the rebels"),
        ("Holm called the raid a rout.", "rout", "the raid"),
        ("The general was accused by Holm of theft.", "theft", "the general"),
        ("The army slaughtered them.", "slaughtered", "the army"),
        ("The brutal raid went on.", "brutal", "the raid"),
        ("“We are not terrorists,” the rebel said.", "terrorists", "the rebel"),
        ("Nine mutilated bodies lay there.", "mutilated", None),
        ("New bases boost NARV’s aggressive stance.", "aggressive", "NARV"),
        ("They will answer aggression anywhere on the coast.", "aggression", None),
        ("In spring 35 people were killed there.", "killed", None),
        ("Holm announced what he called a “special operation”.", "special operation", None),
        ("Holm accused Narvia of using the war.", "war", None),
        ("Holm accused Narvia of waging a brutal war.", "war", "Narvia"),
        ("Holm described the risk of a wider war as low.", "war", None),
        ("What had begun was an invasion.", "invasion", None),
        ("“The fund,” Holm told savers, “has acted like a casino for years.”", "casino", "the fund"),
        ("They marched past the hated colonel’s villa.", "hated", "the colonel"),
        ("The army’s “humane” convoy left.", "humane", "the convoy"),
        ("Narvian aggression emptied the coast.", "aggression", "Narvian"),
        ("Holm repeated her accusation of fraud against the port authority.", "fraud", "the port authority"),
        ("The levy was described by traders as robbery.", "robbery", "the levy"),
        ("Traders denounced the levy as robbery.", "robbery", "the levy"),
        ("Holm calls embargo ‘barbaric’", "barbaric", "embargo"),
        ("The decree, Holm said, was a disgrace.", "disgrace", "the decree"),
        ("Holm said the ministers were leeches who had bled the ports.", "bled", "the ministers"),
        ("Holm had met Major Ilo Brandt, who butchered prisoners.", "butchered", "Major Ilo Brandt"),
        ("She wrote to the senate, which has long been a rubber stamp.", "rubber stamp", "the senate"),
        ("The guards had come at night and behaved like savages.", "savages", "the guards"),
        ("The talks were nothing but a charade.", "charade", "the talks"),
        ("The mayor, that coward, watched from a balcony.", "coward", "the mayor"),
        ("Was the sale a swindle? Nobody knew.", "swindle", "the sale"),
        ("The treaty was, in the words of Holm, a sell-out.", "sell-out", "the treaty"),
        ("The loans of the nineties were plunder, Holm said.", "plunder", "the loans"),
        ("Narvia has no plans to invade its neighbour.", "invade", "Narvia"),
        ("Holm said greedy landlords had doubled the rents.", "greedy", "the landlords"),
        ("Holm urged the senate to crush the uprising.", "crush", "the senate"),
        ("Holm had called the refugees parasites.", "parasites", "the refugees"),
        ("The bill was labelled “draconian” by lawyers.", "draconian", "the bill"),
        ("Brutal crackdown empties squares", "Brutal", "the crackdown"),
        ("The report says the mayor ran a crime ring.", "crime ring", "the mayor"),
        ("Nine butchered men lay by the gate.", "butchered", None),
        ("The verdict is not only unjust, it is a disgrace.", "disgrace", "the verdict"),
    ],
)
def test_target(text, term, target):
    """The target is the agent or the bearer, never the victim; null where nobody is named."""
    found = stance(text, term)["target"]
    assert (found or "").lower() == (target or "").lower()


def test_no_hits_give_no_rows():
    """A hits table without rows comes back without rows."""
    passages = split_voices(Corpus(tables.empty("articles")))
    assert read_stance(tables.empty("hits"), passages).height == 0


def test_no_way_to_a_target_is_closed_that_leads_to_one(every_word):
    """Asking every way for every word finds no target that was not found where the words around it left a way open."""
    found, passages = every_word
    with mock.patch("framing.voice.stance.reading.ways", lambda around: np.ones((len(around.first), len(WAYS)), bool)):
        wanted = read_stance(found, passages)
    read = read_stance(found, passages)
    assert read["target"].drop_nulls().len() > 1_000
    assert_frame_equal(read, wanted)


def test_a_hit_is_read_alike_alone_and_among_others(every_word):
    """Neither the hits around a hit, nor their order, nor where a batch ends changes what is read of it."""
    found, passages = every_word
    read = read_stance(found, passages)
    shuffled = np.random.default_rng(1).permutation(found.height)
    assert_frame_equal(read_stance(found[shuffled], passages), read[shuffled])
    with mock.patch("framing.voice.stance.reading.BATCH", 7):
        assert_frame_equal(read_stance(found[:100], passages), read[:100])
    for row in range(0, 400, 20):
        assert_frame_equal(read_stance(found[row], passages), read[row])


@given(st.text(alphabet="ab é.,-'’\u0301\u00a0\u2003\u3000 12%…\n\x1c\U0001f600\ud800"))
def test_words_are_cut_alike_by_stretch_and_in_one_run(text):
    """Cutting a text at its blanks, and then what stands between them, gives the words that one run over it gives."""
    cut = Vocabulary().cut(text)
    assert list(zip(cut.start.tolist(), cut.end.tolist(), strict=True)) == [match.span() for match in PIECE.finditer(text)]


def test_words_are_forgotten_when_they_are_too_many(every_word):
    """A vocabulary that has grown too large is begun anew, and the reading stays the same."""
    found, passages = every_word
    read = read_stance(found[:500], passages)
    with mock.patch("framing.voice.stance.vocabulary.MOST", 1), mock.patch("framing.voice.stance.reading.BATCH", 50):
        assert_frame_equal(read_stance(found[:500], passages), read)


def test_only_the_words_near_a_term_are_read():
    """A negator hundreds of words before a term, in a sentence without end, denies nothing, and the reading does not fail."""
    assert not stance("It was not " + "very " * 200 + "wise, a raid.", "raid")["negated"]


def test_a_term_without_a_word_is_read():
    """A hit on a gap between words has no target and is not denied."""
    read = stance("It ended . ", " . ")
    assert (read["negated"], read["target"]) == (False, None)


def test_hits_of_other_passages_are_refused():
    """Hits in sentences that the passages do not have raise and are named."""
    text = "Holm left. The raid went on."
    found = hits(one_article(text), [("1", 15, 19)])
    with pytest.raises(ValueError, match="no passage holds sentence 1 of '1'"):
        read_stance(found, one_article("Holm left."))


def test_a_kind_without_a_bit_is_refused():
    """Kinds of words share one integer: every kind has a bit of its own there, and one too many is told."""
    assert np.array(list(kinds.KIND.values()), np.int64).sum() == 2 ** len(kinds.KIND) - 1
    with pytest.raises(ValueError, match="there are 64 kinds of words, and a signed integer of 64 bits has room for 63"):
        kinds._bits([f"kind{number}" for number in range(64)])


def test_a_verb_of_claiming_holds_nothing_at_a_distance():
    """Who claims a thing takes it; "the claimed victory" holds it at a distance."""
    assert not stance("Squatters claimed the derelict mill.", "derelict")["distanced"]
    assert stance("The claimed triumph was none.", "triumph")["distanced"]
