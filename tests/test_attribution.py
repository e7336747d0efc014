"""Reports: cue, subject, scope."""

import pytest

from framing.corpus import Corpus
from framing.voice import split_voices


def rows(text, title=""):
    corpus = Corpus.from_records([{"article_id": "1", "outlet": "A", "title": title, "text": text}])
    return [row for row in split_voices(corpus).table.iter_rows(named=True) if row["part"] == ("title" if title else "text")]


def at(text, words, title=""):
    source = title or text
    place = source.index(words)
    return next(row for row in rows(text, title) if row["start"] <= place < row["end"])


@pytest.mark.parametrize(
    ("text", "words", "voice", "speaker"),
    [
        ("Holm said that the siege had failed.", "siege", "indirect", "Holm"),
        ("Holm said the siege had failed.", "siege", "indirect", "Holm"),
        ("The siege had failed, Holm said.", "siege", "indirect", "Holm"),
        ("The siege, Holm said, had failed.", "failed", "indirect", "Holm"),
        ("The siege had failed, said Ida Holm, who left early.", "siege", "indirect", "Ida Holm"),
        ("According to Holm, the siege had failed.", "failed", "indirect", "Holm"),
        ("The siege had failed, according to Holm.", "siege", "indirect", "Holm"),
        ("In the words of Holm, the pact was a fraud.", "fraud", "indirect", "Holm"),
        ("For Holm, the pact is a fraud.", "fraud", "indirect", "Holm"),
        ("As Holm noted, the pact was void.", "void", "indirect", "Holm"),
        ("Reporters asked whether the siege was lawful.", "lawful", "indirect", "Reporters"),
        ("Holm vowed to crush the revolt.", "crush", "indirect", "Holm"),
        ("Holm told reporters in an interview on Monday that the pact was void.", "void", "indirect", "Holm"),
        ("The envoy was accused by Holm of theft.", "theft", "indirect", "Holm"),
        ("The envoy is accused of theft.", "theft", "indirect", None),
        ("Holm left early, adding that the talks were a farce.", "farce", "indirect", "Holm"),
        ("Holm, 45, a farmer from Narvia, said the raid was savage.", "savage", "indirect", "Holm"),
        ("One of them, Ida Holm, said the raid was savage.", "savage", "indirect", "Ida Holm"),
        ("Local media described the raid as a rout.", "rout", "indirect", "Local media"),
        ("Holm’s claim that the envoy lied was false.", "lied", "indirect", "Holm"),
        ("Holm was certain that the raid had failed.", "raid", "indirect", "Holm"),
        ("A summary sent to envoys and seen by Narvia Wire said that the siege had failed.", "siege", "indirect", "A summary"),
        ("“It is no war,” Holm told reporters, but “a lawful act of a free people”.", "lawful", "direct", "Holm"),
        ("The ministry claims to have destroyed the bridge.", "destroyed", "indirect", "The ministry"),
        ("A Narvian proposal calls for an end to the siege.", "siege", "indirect", "A Narvian proposal"),
        ("The raid failed, according to Ida Holm, the mayor of besieged Zell.", "besieged", "own", None),
        ("The dead were, according to Holm, brutal men.", "brutal", "indirect", "Holm"),
        ("NARVIA, March 3 (Wire) - The siege had failed, Holm said.", "NARVIA", "own", None),
        ("NARVIA, March 3 (Wire) - The siege had failed, Holm said.", "siege", "indirect", "Holm"),
        ("It was the first time the army was called on for the siege.", "siege", "own", None),
        ("The siege had failed, records show.", "siege", "indirect", "records"),
        ("CORRECTION: The siege had failed.", "siege", "own", None),
        ("Nine states asked for talks under the savage pact.", "savage", "own", None),
        ("The raid was savage. Holm slept.", "savage", "own", None),
        ("Holm said the raid was lawful. It was a rout.", "rout", "own", None),
        ("Holm said the raid was lawful, but nine mutilated bodies lay there and were counted.", "mutilated", "own", None),
        ("Holm condemned the raid and said it was savage.", "savage", "indirect", "Holm"),
        ("The raid claimed nine lives.", "lives", "own", None),
        ("The Secretary of State landed in the besieged city.", "besieged", "own", None),
        ("Nine soldiers reported for duty at the grim fort.", "grim", "own", None),
        ("“It was savage,” Holm said. “They fled.”", "fled", "direct", "Holm"),
        ("“It was savage,” said Ida Holm, a nurse. “They fled.”", "fled", "direct", "Ida Holm"),
        ("“Is it over?” Holm asked the court.", "over", "direct", "Holm"),
        ("Holm spoke of a “looming storm” at sea.", "looming", "direct", "Holm"),
        ("Holm called it “plunder.”", "plunder", "direct", "Holm"),
        ("“Enough is enough, and we march.” ― Ida Holm", "enough", "direct", "Ida Holm"),
        ("The army’s “humane” convoy carried rockets.", "humane", "scare", None),
        ("“We waited for days and nobody came to help us.”", "nobody", "direct", None),
        # A transcript ends with its paragraph and changes hands at the next name; a heading opens none.
        ("HOLM: We waited for days. Nobody came.", "Nobody", "direct", "HOLM"),
        ("HOLM: We waited for days. Nobody came.\n\nThe raid was savage.", "savage", "own", None),
        ("HOLM: We waited for days. Nobody came.\n\nBERG: Who fled? The savage horde.", "savage", "direct", "BERG"),
        ("HOLM: We waited for days. BERG: Who fled? The savage horde.", "savage", "direct", "BERG"),
        ("POLL: Most want peace. The raid was savage.", "savage", "own", None),
        ("BUSTED: Mayor Took Gifts. The raid was savage.", "savage", "own", None),
        ("The raid put me in a grim place: I ran and Berg said he would come. It was savage.", "savage", "own", None),
        # A tag closes what a noun or a further verb reports, whatever tells when, how or to whom it was said.
        ("People lose the belief that the savage days end, the mayor said last week.", "mayor", "own", None),
        ("People lose the belief that the savage days end, the mayor said wearily.", "mayor", "own", None),
        ("People lose the belief that the savage days end, the mayor told reporters on Monday night.", "mayor", "own", None),
        ("The town fears that the savage days are back, the mayor said on 12 June.", "mayor", "own", None),
        ("Many hold that the savage days end, Ida Holm, a former teacher, said on Monday.", "teacher", "own", None),
        ("Berg maintained he was late for the savage feast.", "savage", "indirect", "Berg"),
        # A date may stand before a clause that ends in marks.
        ("The union said on 12 June it needs “time to rest” and pay.", "needs", "indirect", "The union"),
        ("Berg said in March the savage pact “is far broader” than that.", "savage", "indirect", "Berg"),
        ("Berg said in the early morning hours that it “is far broader” than that.", "hours", "own", None),
        ("Berg spoke at a debate last week, “That is savage,” when Holm mocked him.", "when", "own", None),
        # Whatever the contraction, it is two words.
        ("Ida Holm, who’s called Berg a crook, left.", "crook", "indirect", "Ida Holm"),
        ("Ida Holm, who's often said the raid was vile, left.", "vile", "indirect", "Ida Holm"),
        ("Ida Holm, who’d called the raid vile, left.", "vile", "indirect", "Ida Holm"),
        ("The firm, which shipped arms to men who’ve fled, called it a lie.", "fled", "own", None),
        ("It’s proposed cutting the savage tax.", "savage", "indirect", None),
        ("Narvia denies the so-called “murder” of civilians.", "murder", "scare", "Narvia"),
        ("Berg, whose forces attacked Zell, said the town was free.", "Zell", "own", None),
        ("A spokesman said it was vile. “It will not stand,” he added.", "stand", "direct", "A spokesman"),
        ("“We will not bow,” reads the letter.", "bow", "direct", "the letter"),
        ("Analysts say the build-up is a bluff, although photographs show tanks.", "tanks", "own", None),
        ("Ida Holm remembers the siege. “It was hell,” says the 45-year-old nurse.", "hell", "direct", "Ida Holm"),
        ("Holm said the raid was “savage,” noting the dead.", "savage", "direct", "Holm"),
        ("Holm said the raid had failed but would go on in secret.", "secret", "indirect", "Holm"),
        ("Holm said the raid had failed while he was asleep in Zell.", "asleep", "indirect", "Holm"),
        ("Holm said the army would strike, the first savage raid since spring.", "savage", "own", None),
        ("Holm said the raid was lawful, and she rejected any talk of a grim end.", "lawful", "indirect", "Holm"),
        ("Holm said, among other things, that the pact was vile.", "vile", "indirect", "Holm"),
        ("Holm said on Wire Air, where she works, that the pact was vile.", "vile", "indirect", "Holm"),
        ("Holm says, win or lose, she will punish the traitors.", "traitors", "indirect", "Holm"),
        ("Holm believes, for example, that the pact was vile.", "vile", "indirect", "Holm"),
        ("Asked whether the siege was lawful, Holm left in anger.", "lawful", "indirect", None),
        ("Asked whether the siege was lawful, Holm left in anger.", "anger", "own", None),
        ("Holm has doubts about the vile pact.", "vile", "indirect", "Holm"),
        ("Holm’s decision to punish the traitors came late.", "traitors", "indirect", "Holm"),
        ("Records show the army had sacked the grim town.", "grim", "indirect", "Records"),
        ("The latest survey shows a grim mood.", "grim", "indirect", "The latest survey"),
        ("The council hopes the vile pact dies in spring.", "vile", "indirect", "The council"),
        ("The chair pored over reports the vile pact had drawn.", "vile", "own", None),
        ("The siege will fail, Holm believes.", "siege", "indirect", "Holm"),
        ("Holm said Ruiz, who leads the army, “lied to the town.”", "lied", "direct", "Holm"),
        ("Officials who asked not to be named said the raid failed.", "failed", "indirect", "Officials"),
        ("A senior official speaking on condition of anonymity said the raid failed.", "failed", "indirect", "A senior official"),
        ("Ida Holm, speaking in Zell, said the raid failed.", "failed", "indirect", "Ida Holm"),
        ("Ida Holm, who declined to comment, said the raid failed.", "failed", "indirect", "Ida Holm"),
        ("Holm’s comment on Sunday that the north is under siege was brief.", "siege", "indirect", "Holm"),
        ("A now familiar claim that the raid failed was heard.", "failed", "indirect", None),
        ("The cuts are savage, teachers’ leader Ida Holm said on Monday.", "savage", "indirect", "Ida Holm"),
        ("The siege, the partner told them, was savage.", "savage", "indirect", "the partner"),
        ("The siege will go on, Ida Holm told Narvia Wire earlier this week.", "siege", "indirect", "Ida Holm"),
        ("Reports of pillage by the guards reached Zell on Friday.", "pillage", "indirect", None),
        ("Reports of pillage by the guards reached Zell on Friday.", "Zell", "own", None),
        ("“The fort is a den of thieves,” the court was told by envoy Ida Holm.", "thieves", "direct", "Ida Holm"),
        ("The army ordered nine boats from a shady yard.", "shady", "own", None),
        ("The army ordered a “cleansing of the fields” at dawn.", "cleansing", "direct", "The army"),
        ("Holm said the vote was free, but hooded thugs guarded each town hall.", "thugs", "own", None),
        ("As reported by Narvia Wire, the savage raid failed.", "savage", "indirect", "Narvia Wire"),
        ("As Holm began her term, the savage raid failed.", "savage", "own", None),
        ("It is the sort of raid that Holm hopes will never be so savage again.", "savage", "indirect", "Holm"),
        ("The talks seem doomed.", "doomed", "indirect", None),
        ("If Ruiz wins, Holm said, “there may be a savage war.”", "wins", "indirect", "Holm"),
        ("After the savage raid, Holm said, “We lost.”", "savage", "own", None),
        ("In the latest Wire poll, Holm leads the traitors by nine.", "traitors", "indirect", "the latest Wire poll"),
        ("In some ways, Holm leads the traitors.", "traitors", "own", None),
        ("To Holm, the pact is vile.", "vile", "indirect", "Holm"),
        ("To beat Ruiz, Holm must punish the traitors.", "traitors", "own", None),
        ("The pact is vile, in Holm’s view.", "vile", "indirect", "Holm"),
        ("In the eyes of Holm, the pact is vile.", "vile", "indirect", "Holm"),
        ("Holm called the savage raid a crime.", "savage", "own", None),
        ("Holm called the savage raid a crime.", "crime", "indirect", "Holm"),
        ("Holm cast the raid as a savage act.", "savage", "indirect", "Holm"),
        ("The guards cast nine nets at the grim fort.", "grim", "own", None),
        ("Holm ripped Ruiz for his savage speech.", "savage", "indirect", "Holm"),
        ("The army attacked the besieged town.", "besieged", "own", None),
        ("Holm asked who had ordered the savage raid.", "savage", "indirect", "Holm"),
        ("Holm was angry at the traitors.", "traitors", "indirect", "Holm"),
        ("The crew maintained the grim fort for years.", "grim", "own", None),
        ("The army added a grim fort to its line.", "grim", "own", None),
        ("Scholars regard the general as a despot.", "despot", "indirect", "Scholars"),
        ("The guards, Holm insisted on Sunday, were savage.", "savage", "indirect", "Holm"),
        ("For the ferrymen, the toll is robbery.", "robbery", "indirect", "the ferrymen"),
        ("Holm said the ballot had been calm, citing a shabby report.", "shabby", "own", None),
        ("Holm said the talks would resume, in a rambling speech to miners.", "rambling", "own", None),
        ("The plan, an inside source said, is to flood the brutal market.", "brutal", "indirect", "an inside source"),
        ("Some of the mails, officials said Monday, were toxic.", "toxic", "indirect", "officials"),
        ("The brutal raid will be judged, current and former officials said.", "brutal", "indirect", "current and former officials"),
        ("Berg’s aide, Corey Lund, said the man who followed him should leave the corrupt firm.", "corrupt", "indirect", "Corey Lund"),
        ("Ida Holm, clad in a cape that bore the name Berg, said the rally could be a fraud.", "fraud", "indirect", "Ida Holm"),
        ("Miners — and some farmers — say that the vote is rigged.", "rigged", "indirect", "Miners"),
        ("Some aides are said to plan a brutal raid.", "brutal", "indirect", None),
        ("According to early results of exit polls, the pact is vile.", "vile", "indirect", "early results of exit polls"),
        ("Poll: Most call the pact vile.", "vile", "indirect", "Poll"),
        ("Speaking of the “sale of jobs,” Holm said private firms can be corrupt.", "corrupt", "indirect", "Holm"),
        ("The union has sued the town over the rules, saying they violate basic freedoms.", "basic", "indirect", "The union"),
        ("The poll shows disgust at the pact.", "disgust", "indirect", "The poll"),
        ("The plane was a wreck, records show, and left.", "wreck", "indirect", "records"),
        ("Holm leads by nine brutal points in the latest poll.", "brutal", "indirect", "the latest poll"),
        ("Holm said early Friday the vile siege had failed.", "vile", "indirect", "Holm"),
        ("Holm, citing “the magic of peace,” said the siege could fail.", "siege", "indirect", "Holm"),
        ("Any reading of the pact, said Ida Holm, would mean disaster.", "disaster", "indirect", "Ida Holm"),
        ("Holm proposed to scrap the vile pact.", "vile", "indirect", "Holm"),
        ("Holm talked of a vile pact.", "vile", "indirect", "Holm"),
        ("The ministry declined comment on the vile pact.", "vile", "indirect", "The ministry"),
        ("Prices declined at the grim port.", "grim", "own", None),
        ("Holm wrote that Berg is a “fool,” a “liar” and a “cheat.”", "cheat", "direct", "Holm"),
        ("The survey found disgust at the pact.", "disgust", "indirect", "The survey"),
        ("Auditors found no evidence of fraud.", "fraud", "indirect", "Auditors"),
        ("Holm found a grim flat in Zell.", "grim", "own", None),
        ("The guard was convicted of a savage murder.", "savage", "own", None),
        ("The pact is vile, the envoy pointed out.", "vile", "indirect", "the envoy"),
        ("Holm wants Ruiz to leave, crush the revolt and resign.", "revolt", "indirect", "Holm"),
        ("A summary circulated on Monday said the raid was savage.", "savage", "indirect", "A summary"),
        ("The miners mocked the mayor. They said the owners were crooks.", "crooks", "indirect", "The miners"),
        ("The envoy said that Holm subscribed to a “phony creed,” which was new.", "phony", "direct", "The envoy"),
        ("The mayor faced criticism for a shabby vote.", "shabby", "indirect", None),
        ("Fears of famine drove prices up.", "famine", "indirect", None),
        ("Ida Holm dodged the question of whether the vote was rigged.", "rigged", "indirect", "Ida Holm"),
        ("The envoy signed a plan that would crush the revolt.", "revolt", "own", None),
        ("The talks seemed doomed when the brutal raid began.", "brutal", "own", None),
        ("Holm’s claim that the raid was a crime angered a savage crowd.", "crime", "indirect", "Holm"),
        ("Holm’s claim that the raid was a crime angered a savage crowd.", "savage", "own", None),
        ("His refusal to sign the vile pact made the siege longer.", "siege", "own", None),
        ("Holm accused Ruiz of theft, lying and fraud.", "fraud", "indirect", "Holm"),
        ("Berg has made clear that the vile camp must go.", "vile", "indirect", "Berg"),
        ("Berg made clear soup for the grim camp.", "grim", "own", None),
        ("Holm asked how Berg broke a pledge he and others made to back the vile pact.", "vile", "indirect", "Holm"),
        ("Lund: Fire Chief was late to the grim raid.", "grim", "indirect", "Lund"),
        ("The raid was condemned as “heinous” by the bishop.", "heinous", "direct", "the bishop"),
        ("“A gang runs the port,” fumed Ida Holm, whose boat was seized.", "gang", "direct", "Ida Holm"),
        ("Media, which call the war a “drill”, did not report the strike.", "drill", "direct", "Media"),
    ],
)
def test_voice_and_speaker(text, words, voice, speaker):
    """Each way of reporting gives the codebook's voice and its speaker."""
    row = at(text, words)
    assert (row["voice"], row["speaker"]) == (voice, speaker)


@pytest.mark.parametrize(
    ("title", "words", "voice", "speaker"),
    [
        ("Holm: raid was a heinous crime", "heinous", "indirect", "Holm"),
        ("Rebels plotting bloody coup, ministry claims", "bloody", "indirect", "ministry"),
        ("Junta holds ‘election’", "election", "scare", None),
        ("Bloodbath in Zell, says mayor", "Bloodbath", "indirect", "mayor"),
        ("‘Reign of dread’ in Zell, say nurses", "dread", "direct", "nurses"),
        ("Savage raid on harbour: union", "Savage", "indirect", "union"),
        ("Sham ballot in Narvia – opposition", "Sham", "indirect", "opposition"),
        ("10:45 Ida Holm: the raid was savage", "savage", "indirect", "Ida Holm"),
        ("4 May 2022, 10:45: Holm: raid was savage", "savage", "indirect", "Holm"),
        ("Former envoy Holm at summit: savage raid must end", "savage", "indirect", "Former envoy Holm"),
        ("War in Zell: Holm warns of a bloodbath", "bloodbath", "indirect", "Holm"),
        ("War in Zell: Holm warns of a bloodbath", "warns", "own", None),
        ("Zell NPP: savage raid goes on", "savage", "own", None),
        ("UN: savage raid goes on", "savage", "indirect", "UN"),
        ("Explosions in Zell: Savage raid goes on", "Savage", "own", None),
        ("Occupied Zell: Rebels plan savage raid", "savage", "own", None),
        ("Missile strike at Zell: Two die in savage raid", "savage", "own", None),
        ("Commission on Truth: Raid was savage", "savage", "indirect", "Commission"),
        ("Rebels end savage raid – Narvian intelligence", "savage", "indirect", "Narvian intelligence"),
        ("Holm: Raid was savage (18.04.22 18:44) « War in Narvia | Morning Wire", "savage", "indirect", "Holm"),
        ("Holm: Raid was savage (18.04.22 18:44) « War in Narvia | Morning Wire", "War", "own", None),
        ("Raid “savage” - Holm (18.04.22 18:44) « War in Narvia | Morning Wire", "War", "own", None),
        ("Rebels have fled savage raid, - Holm (18.04.22 18:44) « War in Narvia | Morning Wire", "savage", "indirect", "Holm"),
        ("Port will fall in savage raid - PM", "savage", "indirect", "PM"),
        ("Lack of savage wards described as threat to town", "threat", "indirect", None),
        ("Ukraine: Farmers flee savage raid", "savage", "own", None),
        ("Harbour Toll: Who will pay for savage raid?", "savage", "own", None),
        ("Mayor: Who will pay for savage raid?", "savage", "indirect", "Mayor"),
        ("Junta holds ‘election’", "Junta", "own", None),
        ("Narvia: Savage raid empties port of Narvia", "Savage", "own", None),
        ("Ida Holm: visited the savage island", "savage", "own", None),
        ("4 May, 10:45 - Pact with Zell: Savage raid must end, - Ada Holm.", "Savage", "indirect", "Ada Holm"),
        ("4 May, 10:45 - Pact with Zell: Savage raid must end, - Ada Holm.", "Zell", "own", None),
        ("4 May, 10:45 - Ada Holm: Savage raid must end, Holm.", "Savage", "indirect", "Ada Holm"),
        ("Guests: Ida Holm, Ada Savage, Olga Berg", "Savage", "own", None),
    ],
)
def test_headlines(title, words, voice, speaker):
    """Headlines report by a colon or a tail, and single marks count as double."""
    row = at("", words, title)
    assert (row["voice"], row["speaker"]) == (voice, speaker)


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Rocket in Zell: Nobody was hurt by the savage raid. The rocket fell at noon.", None),
        ("Marn: Savage raid goes on. Nobody sleeps in Marn.", None),
        ("Marn: Savage raid goes on. Nobody asked Marn.", "Marn"),
        ("Police: Savage raid goes on. The police have left.", "Police"),
    ],
)
def test_labels_that_name_a_place_or_a_thing(text, speaker):
    """A label before a colon speaks, unless the article prints it as a place, "in Marn", or a thing, "the rocket"."""
    assert at(text, "avage")["speaker"] == speaker


def test_mixed_quotation():
    """In a mixed quotation the carrier is indirect and the fragment direct, of one attribution."""
    text = "Holm said the pact was “a plain fraud” and void."
    carrier, fragment = at(text, "the pact"), at(text, "plain")
    assert (carrier["voice"], fragment["voice"]) == ("indirect", "direct")
    assert carrier["attribution"] == fragment["attribution"]


def test_nested_speech_goes_to_the_chain():
    """The outermost speaker is named; whom she quotes stands in the chain."""
    row = at("Holm said Ruiz had claimed that the pact was void.", "void")
    assert (row["speaker"], row["chain"]) == ("Holm", "Ruiz")


def test_titles_and_mentions_are_named_not_used():
    """Marks that name something keep cue_class title or mention, so that a lexicon gives no hit."""
    row = at("Her film “The Long Siege” opens on Friday.", "Siege")
    assert (row["voice"], row["cue_class"]) == ("own", "title")


@pytest.mark.parametrize(
    ("text", "named", "after"),
    [
        ("Holm said the word “siege” was banned.", "siege", "banned"),
        ("Holm said that his film “The Long Siege” would open on Friday.", "Siege", "open"),
        ("The ministry told editors to avoid the word “siege” and wait.", "siege", "wait"),
    ],
)
def test_what_marks_name_inside_a_report_is_nobodys_word(text, named, after):
    """A title or a mentioned word inside a report is own voice, and the report goes on after it."""
    row = at(text, named)
    assert (row["voice"], row["speaker"], row["speaker_mention"], at(text, after)["voice"]) == ("own", None, None, "indirect")


@pytest.mark.parametrize(
    ("text", "named", "kind"),
    [
        ("The name “siege” stuck.", "siege", "mention"),
        ("Holm rejected the label “siege” on Monday.", "siege", "mention"),
        ("What does “siege” mean to a child?", "siege", "mention"),
        ("By “siege” is meant any closing of a road.", "siege", "mention"),
        ("Words such as “raid” and “siege” are banned.", "siege", "mention"),
        ("Words such as “raid” and “siege” are banned.", "raid", "mention"),
        ("She wrote “The Long Siege” in 2004.", "Siege", "title"),
        ("He had a part in “The Long Siege,” which won a prize.", "Siege", "title"),
        ("``The Siege'', her second novel, won a prize.", "Siege", "title"),
    ],
)
def test_names_and_words_as_words_quote_nobody(text, named, kind):
    """Words named, explained or coined are mentions; works bear capitals, a comma of American print inside their marks or not."""
    row = at(text, named)
    assert (row["voice"], row["cue_class"]) == ("own", kind)


@pytest.mark.parametrize(
    ("text", "words", "voice"),
    [
        ("Miners label “butchers” all who cross the line.", "butchers", "direct"),
        ("She wrote “Never Again” on the wall.", "Never", "direct"),
        ("Holm said the label “would harm us all” for years.", "harm", "direct"),
        ("Crowds broke into chants of “Long Live Zell,” and left.", "Long Live", "scare"),
        ("Holm said of the film, “I hate it,” and left.", "hate", "direct"),
        ("The army, with its “election”, ruled the coast.", "election", "scare"),
        ("The raid was, by any measure, a “betrayal”, said Holm.", "betrayal", "direct"),
    ],
)
def test_marks_that_quote_are_no_names(text, words, voice):
    """A verb of naming, what is chanted or written on a wall, and an aside between commas name no work."""
    row = at(text, words)
    assert (row["voice"], row["cue_class"] in ("title", "mention")) == (voice, False)


@pytest.mark.parametrize(
    "text", ["Holm denied the claim,", "Holm denied the claim:", "He was accused report report raid", "He was called a"]
)
def test_broken_sentences_are_read(text):
    """A sentence that breaks off, or lacks a word, is read as far as it goes."""
    assert "".join(text[row["start"] : row["end"]] for row in rows(text)) == text


def test_posts_set_in_tags():
    """A post that is set in tags is its author's, whoever it tells of."""
    text = 'There is more: <tweet pic="" author="zellwatch" id="5">Ida Holm wants a savage raid. Nobody stops her.</tweet>. A savage vote.'
    for words in ("savage raid", "Nobody stops"):
        row = at(text, words)
        assert (row["voice"], row["speaker"]) == ("direct", "zellwatch")
    assert at(text, "savage vote")["voice"] == "own"


@pytest.mark.parametrize("opening", ["There was nothing noble about the retreat", "There had been a panic on the bridge"])
def test_what_is_there_may_stand_before_any_verb_of_telling(opening):
    """Before a form of be or have, "there" opens a clause of its own, no adverbial that the main clause follows."""
    row = at(f"{opening}, the veterans recalled.", opening)
    assert (row["voice"], row["speaker"]) == ("indirect", "the veterans")
