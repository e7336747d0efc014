"""Constructions of reporting in news prose: what stands between a source, its cue and what is reported."""

import pytest
from test_constructions import heard

from framing.corpus import Corpus
from framing.voice import split_voices


@pytest.mark.parametrize(
    ("text", "words", "voice", "speaker"),
    [
        ("Ida Holm warned on Tuesday of a massacre.", "massacre", "indirect", "Ida Holm"),
        ("Nurses complained again on Friday about vile wards.", "vile", "indirect", "Nurses"),
        ("The union called on Monday evening for the sacking of brutal guards.", "brutal", "indirect", "The union"),
        ("Police spoke in a short statement late on Sunday of a cowardly ambush.", "cowardly", "indirect", "Police"),
        ("Ministers insisted throughout the spring on savage cuts.", "savage", "indirect", "Ministers"),
        ("Ida Holm condemned on Friday the brutal raid.", "brutal", "indirect", "Ida Holm"),
        ("What Ida Holm described last week as a brutal clearance began at dawn.", "brutal", "indirect", "Ida Holm"),
        ("Ida Holm accused the ministry last week of looting the fund.", "looting", "indirect", "Ida Holm"),
        ("Ida Holm, accusing the ministry of looting the fund, left.", "looting", "indirect", "Ida Holm"),
        ("Ida Holm’s claim last spring that the bank was rotten went unread.", "rotten", "indirect", "Ida Holm"),
        ("The law passed in May describes squatters as leeches.", "leeches", "indirect", "The law"),
        ("Brawls that began in May may turn vile, police said.", "vile", "indirect", "police"),
        ("The chief of staff, April Renn, said the pact was a sham.", "sham", "indirect", "April Renn"),
        ("Ida Holm described the talks – all nine of them – as a sham.", "sham", "indirect", "Ida Holm"),
        ("Dane Corp was denounced by the nurse, who gave no name, as a sham.", "sham", "indirect", "the nurse"),
        ("Ida Holm told the crowd – a small one – that the raid was a crime.", "crime", "indirect", "Ida Holm"),
    ],
)
def test_circumstances(text, words, voice, speaker):
    """A date or an occasion between a cue and what it reports changes nothing."""
    assert heard(text, words) == (voice, speaker)


@pytest.mark.parametrize(
    ("text", "words", "voice", "speaker"),
    [
        ("The plan was dismissed on Monday as reckless nonsense by three judges.", "reckless", "indirect", "three judges"),
        ("The lawyer was dismissed as savage chairman of the board.", "savage", "own", None),
        ("The camp has been likened to a prison by doctors.", "prison", "indirect", "doctors"),
        ("The law was described in a scathing report as barbaric.", "barbaric", "indirect", "a scathing report"),
        ("The raid was condemned as barbaric in a statement issued by the bishops.", "barbaric", "indirect", "the bishops"),
        ("It was hailed as bold by nurses and denounced as an outrage by the police.", "outrage", "indirect", "the police"),
        ("The envoys are reported to have bullied their guards.", "bullied", "indirect", None),
        ("Ida Holm called him a fool, a liar and worse.", "liar", "indirect", "Ida Holm"),
        ("The guards were likened to vermin by the nurses.", "vermin", "indirect", "the nurses"),
        ("Branded a leech by the press, Ida Holm won.", "leech", "indirect", "the press"),
        ("Ida Holm rejected the charge as “vile”, yet she would not say why.", "vile", "direct", "Ida Holm"),
        ("A trader accused Halden of barbaric cruelty.", "barbaric", "indirect", "A trader"),
        ("A group called Savage Shore sued.", "Savage", "own", None),
        ("Claims that the army fled were dismissed by Ida Holm as vile.", "vile", "indirect", "Ida Holm"),
        ("One envoy, who had left, said the army lied.", "lied", "indirect", "One envoy"),
    ],
)
def test_passives(text, words, voice, speaker):
    """A passive gives its label to its agent, to the document it stands in, or to nobody known."""
    assert heard(text, words) == (voice, speaker)


@pytest.mark.parametrize(
    ("text", "words", "speaker"),
    [
        ("The man whose farm was burned said the guards were thugs.", "thugs", "The man"),
        ("The woman leading the march said the pact was a sham.", "sham", "The woman"),
        ("As the strike went on, Ida Holm spoke, telling nurses it was selfish.", "selfish", "Ida Holm"),
        ("Ida Holm spoke as the strike entered its second week, telling nurses it was selfish.", "selfish", "Ida Holm"),
        ("Nurses wept when Ida Holm left, saying the strike was selfish.", "selfish", "Ida Holm"),
        ("Guards heard fire. Vile gunmen had shelled the quarter, they said.", "Vile", "Guards"),
        ("Nurses were less guarded. The guards, they said, were brutal.", "brutal", "Nurses"),
        ("Experts advising the court warned that the plan was reckless.", "reckless", "Experts"),
        ("Ida Holm pointed to Zell - where nine huts burned - and said the guards were thugs.", "thugs", "Ida Holm"),
        ("The board was shown a memo that called the staff vermin.", "vermin", "a memo"),
        ("Ida Holm released a statement saying the pact was a sham.", "sham", "Ida Holm"),
        ("Ida Holm and her aides cheered the court’s decision not to punish the thugs.", "thugs", "the court"),
    ],
)
def test_sources(text, words, speaker):
    """Whoever governs the cue speaks, over clauses and asides that tell more of the source."""
    assert heard(text, words) == ("indirect", speaker)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Ida Holm, who has long condemned the vile raid, visited a savage coast.", "savage"),
        ("The raid, which nurses call a crime, ravaged a savage coast.", "savage"),
    ],
)
def test_relative_clauses_close(text, words):
    """What follows the comma that closes a relative clause is the outlet's."""
    assert heard(text, words) == ("own", None)


@pytest.mark.parametrize(
    ("text", "words", "voice", "speaker"),
    [
        ("The claim, by the envoy, that the guards were brutal angered Zell.", "brutal", "indirect", "the envoy"),
        ("The charge, first made by Ida Holm in March, that the board is rotten has stuck.", "rotten", "indirect", "Ida Holm"),
        ("The general repeated his charge: that the envoy was a spy.", "spy", "indirect", "The general"),
        ("The union’s message was that the pact was a sham.", "sham", "indirect", "The union"),
        ("The contention of Ida Holm that the pact was a sham drew laughs.", "sham", "indirect", "Ida Holm"),
        ("A complaint is that the board is rotten.", "rotten", "indirect", None),
        ("Two mills face accusations of fraud from former partners.", "fraud", "indirect", "former partners"),
        ("By the ministry’s own account, the raid was a rout.", "rout", "indirect", "the ministry"),
        ("Ida Holm has a house and money in her account.", "money", "own", None),
        ("The siege would end, Ida Holm promised, once the thugs had gone.", "thugs", "indirect", "Ida Holm"),
        ("Why had nobody stopped the slaughter, Ida Holm asked.", "slaughter", "indirect", "Ida Holm"),
        ("“It is a sham,” Ida Holm shot back.", "sham", "direct", "Ida Holm"),
        ("“It was hell,” said the head of the ward at a clinic in Zell, Ida Holm.", "hell", "direct", "Ida Holm"),
        ("Ida Holm called the raid a crime and threw a savage punch.", "savage", "own", None),
        ("The tax, which nurses call extortion, begins in June.", "extortion", "indirect", "nurses"),
        ("The law that nurses call a gag was passed by vile means.", "vile", "own", None),
        ("The man who nurses say started the fire was savage.", "savage", "own", None),
    ],
)
def test_nouns_views_and_tags(text, words, voice, speaker):
    """Claims, views and tags reach what they report and no further, and go to whoever makes them."""
    assert heard(text, words) == (voice, speaker)


def test_namesakes_are_told_apart_by_their_titles():
    """Of two people of one surname, a title that tells the sex names one."""
    text = "Tom Holm and his wife, Ida Holm, own a mill. Ida Holm said it was old. Mrs Holm said it was vile. Mr Holm said it was a sham."
    assert [heard(text, words)[1] for words in ("vile", "sham")] == ["Ida Holm", "Tom Holm"]


@pytest.mark.parametrize(
    ("text", "words", "voice", "speaker"),
    [
        ("The board said the firm had shown “callous disregard” for its crew.", "callous", "direct", "The board"),
        ("Whoever spreads vile rumours will be fined, the court said late on Friday.", "vile", "indirect", "the court"),
        ("The union rejected the offer and, in a letter, called it insulting.", "insulting", "indirect", "The union"),
        ("Ida Holm has accused the firm, which denies wrongdoing, of poisoning the lake.", "poisoning", "indirect", "Ida Holm"),
        ("The manifesto calls for an end to brutal raids.", "brutal", "indirect", "The manifesto"),
        ("Pressed by a judge on whether the raid was a crime, the envoy left.", "crime", "indirect", "a judge"),
        ("For the families of the drowned, the verdict was an insult.", "insult", "indirect", "the families of the drowned"),
        ("For the first time in years, it is a savage winter.", "savage", "own", None),
        ("Ida Holm described the south, where the poor are starving, as calm.", "starving", "own", None),
        ("Editors were warned never to use the word “famine”.", "famine", "own", None),
        ("President Ida Holm met bishops. The head of state said the raid was a crime.", "crime", "indirect", "Ida Holm"),
        ("Foreign Minister Ida Holm of Velmark left Zell. Velmark’s top diplomat called the pact vile.", "vile", "indirect", "Ida Holm"),
        ("Ferry owner Bent Holm wept. “It is a coffin,” the owner said.", "coffin", "direct", "Bent Holm"),
    ],
)
def test_sources_told_apart(text, words, voice, speaker):
    """Who governs a report is found behind dates, asides and descriptions; what the outlet tells beside it stays the outlet's."""
    assert heard(text, words) == (voice, speaker)


@pytest.mark.parametrize(
    ("text", "words", "speaker"),
    [
        ("Fire chief: council ‘gambled with lives’", "gambled", "Fire chief"),
        ("‘Robbed of our future’: fishermen rage at quota", "Robbed", "fishermen"),
    ],
)
def test_quotations_in_headings(text, words, speaker):
    """A heading that ends in marks is one, and names who speaks before or behind its colon."""
    assert heard(text, words) == ("direct", speaker)


@pytest.mark.parametrize(
    ("text", "words", "voice", "speaker"),
    [
        ("Far from being a triumph, says historian Ida Holm, the siege was a slaughter.", "slaughter", "indirect", "Ida Holm"),
        ("The board, say its critics, is rotten.", "rotten", "indirect", "its critics"),
        ("It has become, in the words of one nurse, a holy war.", "holy", "indirect", "one nurse"),
        ("The film was praised by critics for its wit and attacked by veterans as a smear.", "smear", "indirect", "veterans"),
        ("The board insists that it did, and calls the march “a circus”.", "circus", "direct", "The board"),
        ("A leaflet pushed through doors in Zell accuses the envoy of treachery.", "treachery", "indirect", "A leaflet"),
        ("In an open letter signed by nurses, the law is described as a gag.", "gag", "indirect", "an open letter"),
        ("The envoy’s office rejected as fanciful claims that he had bullied guards.", "bullied", "indirect", "The envoy’s office"),
        ("Thousands chanted “murderers” as a vile flag passed.", "murderers", "direct", "Thousands"),
        ("Thousands chanted “murderers” as a vile flag passed.", "vile", "own", None),
        ("He is, she says, a coward.", "coward", "indirect", None),
    ],
)
def test_tags_within_clauses(text, words, voice, speaker):
    """A tag or a view may break a clause anywhere; two passives have an agent each."""
    assert heard(text, words) == (voice, speaker)


def test_chains_name_nobody_twice():
    """Who reports what they themselves say is no chain."""
    corpus = Corpus.from_records([{"article_id": "1", "outlet": "A", "text": "Ida Holm has promised to crush what she terms leeches."}])
    assert set(split_voices(corpus).table["chain"]) == {None}


@pytest.mark.parametrize(
    ("text", "words", "voice", "speaker"),
    [
        ("But as Ida Holm called it a sham, the king hailed a vile pact in Zell.", "sham", "indirect", "Ida Holm"),
        ("But as Ida Holm called it a sham, a vile wind rose in Zell.", "vile", "own", None),
        ("Ida Holm blamed “certain cruel men,” a clear nod to the vile envoy.", "vile", "own", None),
        ("The board probing the Zell attacks has left a vile town.", "vile", "own", None),
        ("The nine states that a vile king holds are poor.", "vile", "own", None),
        ("Some GOP figures declared that the pact was a sham.", "sham", "indirect", "some GOP figures"),
        ("A band called Brutal Dawn played in Zell.", "Brutal", "own", None),
        ("The raid was not only vile, Ida Holm said, but also a crime.", "crime", "indirect", "Ida Holm"),
        ("Ida Holm, whose views on the vile pact have changed, left.", "vile", "indirect", "Ida Holm"),
        ("Ida Holm condemned the raid in a rambling speech to miners.", "rambling", "own", None),
        ("Ida Holm called the raid “a crime” at a chaotic rally.", "chaotic", "own", None),
        ("Ida Holm said the raid was “a crime” in a rambling speech.", "rambling", "own", None),
        ("Ida Holm condemned in a long speech the brutal raid.", "brutal", "indirect", "Ida Holm"),
        ("Ida Holm voiced alarm in a long letter that the law was cruel.", "cruel", "indirect", "Ida Holm"),
        ("Ida Holm branded the raid a crime after ghastly photographs appeared.", "ghastly", "own", None),
        ("Ida Holm denounced the raid as ragged survivors reached the coast.", "ragged", "own", None),
        ("Ida Holm denounced the raid as a crime planned by cowards.", "cowards", "indirect", "Ida Holm"),
        ("Ida Holm praised the pact before leaving the wretched camp.", "wretched", "own", None),
        ("Ida Holm accused the army of firing on crowds after cowards fled.", "cowards", "indirect", "Ida Holm"),
        ("Ida Holm vowed to stay after a savage mob burned the hall.", "savage", "own", None),
        ("The claim that talks failed because the envoys had left angered a vile crowd.", "vile", "own", None),
        ("Ida Holm’s claim that the envoys had lied and were cruel drew furious boos.", "furious", "own", None),
        ("The charge that the envoys had lied and were cruel drew boos.", "cruel", "indirect", None),
        ("A finding by a court in Zell that the raid was cruel drew boos.", "cruel", "indirect", "a court"),
        ("The raid was branded by Ida Holm a crime.", "crime", "indirect", "Ida Holm"),
        ("The raid was deemed by a court in Zell to be a crime.", "crime", "indirect", "a court"),
        ("Ida Holm said the truce was holding, despite ghastly photographs of the camp.", "ghastly", "own", None),
        ("Ida Holm said the truce, despite ghastly photographs, was holding.", "ghastly", "indirect", "Ida Holm"),
        ("Ida Holm said she was proud, despite having led a cruel raid.", "cruel", "indirect", "Ida Holm"),
        ("The pact was dead, Ida Holm said on Monday as cruel soldiers burned the hall.", "cruel", "own", None),
        ("Ida Holm was adamant the raid was a crime.", "crime", "indirect", "Ida Holm"),
        ("It is doubtful the cruel raid was planned.", "cruel", "own", None),
        ("Ida Holm took issue with the cruel law.", "cruel", "indirect", "Ida Holm"),
        ("The nurses raised the alarm over filthy wards.", "filthy", "indirect", "the nurses"),
        ("Ida Holm’s denial of fraud drew boos.", "fraud", "indirect", "Ida Holm"),
        ("A march past the cruel king took place with pomp.", "cruel", "own", None),
        ("The raid, described by Ida Holm as a crime, ended with a chaotic retreat.", "chaotic", "own", None),
        ("The king knew that the pact was dead, a minister in the cruel government of Zell said.", "cruel", "own", None),
        ("The deal (Ida Holm calls it “a sham”) was signed in chaotic scenes.", "chaotic", "own", None),
        ("Ida Holm called the deal (signed in May) a sham.", "sham", "indirect", "Ida Holm"),
    ],
)
def test_where_reports_end(text, words, voice, speaker):
    """A fronted clause ends at its comma, marks before an apposition, and a noun that could be a verb reports nothing."""
    voice_found, speaker_found = heard(text, words)
    assert (voice_found, (speaker_found or "").lower() or None) == (voice, speaker.lower() if speaker else None)


@pytest.mark.parametrize(
    ("text", "words", "voice", "speaker"),
    [
        ("“It is a sham,” the union’s lawyer, Ida Holm, told the court.", "lawyer", "own", None),
        ("Many in the vile camp believe the raid was a crime.", "crime", "indirect", "Many in the vile camp"),
        ("Rebels boasted of nine deaths, a toll the army called fantasy.", "fantasy", "indirect", "the army"),
        ("Ida Holm would neither confirm nor deny that the fund was a sham.", "sham", "indirect", "Ida Holm"),
        ("Pressed on the point, he conceded that the plan was a sham.", "sham", "indirect", None),
        ("Her charge that the raid was a crime shook Zell. Ida Holm has since left.", "crime", "indirect", "Ida Holm"),
        ("Officials say Bo Lindt, the man who took a savage risk, held two brutal licences.", "savage", "own", None),
        ("Officials say Bo Lindt, the man who took a savage risk, held two brutal licences.", "brutal", "indirect", "Officials"),
    ],
)
def test_descriptions(text, words, voice, speaker):
    """Who somebody is, told beside a report, is the outlet's; the report goes on behind it."""
    assert heard(text, words) == (voice, speaker)


def test_a_sentence_in_marks_is_no_scare_quote():
    """A short sentence alone between its marks is quoted, though nobody says whom."""
    assert heard("“We held the bridge,” Lind said.\n\nBeside her, Otto Kemp nodded.\n\n“The thugs ran.”", "thugs")[0] == "direct"


@pytest.mark.parametrize(
    ("text", "words", "voice", "speaker"),
    [
        ("Nurses insisted that the ward was safe; the board’s chair, Ida Holm, said it was a sham.", "sham", "indirect", "Ida Holm"),
        ("Guards denied the theft; the owner of the mine, in a note, called it a crime.", "crime", "indirect", "the owner of the mine"),
        ("Drivers say the firm lies, and the union accuses it of “fraud”.", "fraud", "direct", "the union"),
        ("The envoy was warned by his doctor, Ida Holm, of a vile end.", "vile", "indirect", "Ida Holm"),
        ("The board was accused by nurses, many of them in tears, of cruelty.", "cruelty", "indirect", "nurses"),
        ("Labelled a “thug” by a judge last month, Ida Holm wept.", "thug", "direct", "a judge"),
        ("“No surrender” was shouted by the crowd.", "surrender", "direct", "the crowd"),
        ("The “humane” raid was ordered by Ida Holm.", "humane", "scare", None),
        ("The paper’s owner, the Dane Group, said the raid was a crime.", "crime", "indirect", "the Dane Group"),
        ("Her rival, the savage critic of the king, said the raid was a crime.", "crime", "indirect", "Her rival"),
        ("To the joy of the crowd, it is a brutal finish.", "brutal", "own", None),
        ("To the people of Zell, it is a disgrace.", "disgrace", "indirect", "the people of Zell"),
        ("Ida Holm, the so-called “queen of the brutal trade in birds”, fled.", "brutal", "scare", None),
    ],
)
def test_who_governs_behind_a_break(text, words, voice, speaker):
    """A semicolon, an aside or another's clause between them does not give words to the wrong source."""
    assert heard(text, words) == (voice, speaker)


@pytest.mark.parametrize(
    ("text", "words", "voice", "speaker"),
    [
        ("Protesters shouted that Ida Holm was a thief.", "thief", "indirect", "Protesters"),
        ("The clerk queried whether the vote was rigged.", "rigged", "indirect", "The clerk"),
        ("The club shouted at a guard that day in a brutal brawl.", "brutal", "own", None),
        ("The weary guards jeered so that the brutal men left.", "brutal", "own", None),
        ("A decision that ended in carnage was praised.", "carnage", "own", None),
        ("Her claim that wounded men were shot was savage.", "shot", "indirect", None),
        ("Her claim that wounded men were shot was savage.", "savage", "own", None),
    ],
)
def test_clauses_with_that(text, words, voice, speaker):
    """Verbs for ways of speaking take a clause with "that"; a day, a result and a relative clause are none."""
    assert heard(text, words) == (voice, speaker)


@pytest.mark.parametrize(
    ("text", "words", "speaker"),
    [
        ("The report found that the ward was filthy. It added that nurses had been cruel.", "cruel", "The report"),
        ("The board met in Zell. It said the raid was a crime.", "crime", "The board"),
        ("The ship sank off Zell. It said the raid was a crime.", "crime", None),
        ("Ida Holm left the board in May. The 52-year-old called it a disgrace.", "disgrace", "Ida Holm"),
    ],
)
def test_bodies_and_ages(text, words, speaker):
    """What found something, or what the sentence before is about, is "it" if it can speak; an age describes a person."""
    assert heard(text, words) == ("indirect", speaker)


@pytest.mark.parametrize(
    ("text", "words", "voice", "speaker"),
    [
        ("Ida Holm called an election after the massacre.", "massacre", "own", None),
        ("The king called a vote on savage cuts.", "savage", "own", None),
        ("Drivers called the strike in Zell a disgrace.", "disgrace", "indirect", "Drivers"),
        ("Drivers called the strike “brutal”.", "brutal", "direct", "Drivers"),
        ("Velmark insists on what it calls a brutal strike.", "brutal", "indirect", "Velmark"),
        ("To the strikers it is a betrayal.", "betrayal", "indirect", "the strikers"),
        ("For Ida Holm it is a betrayal.", "betrayal", "indirect", "Ida Holm"),
        ("To this day it is a disgrace.", "disgrace", "own", None),
        ("To the guards she gave a vile flag.", "vile", "own", None),
        ("“A storm” is how Ida Holm described it.", "storm", "direct", "Ida Holm"),
        ("“It was butchery,” was how the medic put it.", "butchery", "direct", "the medic"),
        ("The trader, long derided as a thug, gave a vile speech.", "vile", "own", None),
        ("People familiar with the plan said the raid was a sham.", "sham", "indirect", "People familiar with the plan"),
        ("A study based on vile tests found fraud.", "fraud", "indirect", "A study"),
    ],
)
def test_calls_and_views(text, words, voice, speaker):
    """A vote is called without a label, a view needs no comma, and what an unnamed source knows is part of who speaks."""
    assert heard(text, words) == (voice, speaker)


@pytest.mark.parametrize(
    ("text", "words", "speaker"),
    [
        ("The verdict drew fury from the family, who branded it a travesty.", "travesty", "the family"),
        ("The raid cost the king the support of farmers, who call it a crime.", "crime", "farmers"),
        ("A handful of nurses, who left, called it a crime.", "crime", "A handful of nurses"),
        ("The leader of the dockers, who left, called it a crime.", "crime", "The leader of the dockers"),
        ("Someone in the gallery called it a crime.", "crime", "Someone in the gallery"),
        ("The trader, long derided as a thug, left.", "thug", None),
    ],
)
def test_who_stands_for_people(text, words, speaker):
    """A relative pronoun for people stands for the people in a phrase, not for their fury; those who are many, or nobody known, stay so."""
    assert heard(text, words) == ("indirect", speaker)


@pytest.mark.parametrize(
    ("text", "words", "speaker"),
    [
        ("Mayor brands toll ‘wicked’\nMayor Ida Holm spoke on Sunday in Zell.", "wicked", "Ida Holm"),
        ("Vicar brands toll ‘wicked’\nThe Rev Ida Holm spoke on Sunday in Zell.", "wicked", "Ida Holm"),
        ("Mayor brands toll ‘wicked’\nMayor Ida Holm met Mayor Bo Lindt in Zell.", "wicked", "Mayor"),
    ],
)
def test_offices_in_headings(text, words, speaker):
    """An office in a heading is whoever alone holds it in the text."""
    assert heard(text, words) == ("direct", speaker)


@pytest.mark.parametrize(
    ("text", "words", "voice", "speaker"),
    [
        ("The nurse told the court that the ward, a pit so vile, she said, that two fled, was shut.", "vile", "indirect", "The nurse"),
        ("The nurse told the court that the ward, a pit so vile, she said, that two fled, was shut.", "court", "own", None),
        ("Nurses said the ward was vile and, they added, would kill.", "kill", "indirect", "Nurses"),
        ("He said the ward was vile — “a pit” — and he vowed to sue the thugs.", "thugs", "indirect", None),
        ("Nurses said the ward was vile, and the chair of the trust, Ida Holm, called it a sham.", "sham", "indirect", "Ida Holm"),
        ("Nurses said the ward was vile and the chair, Ida Holm, was a thug.", "thug", "indirect", "Nurses"),
        ("The owner says the mill, which employs nine men, poisoned the lake.", "poisoned", "indirect", "The owner"),
        ("The owner says the mill, which employs nine men, poisoned the lake.", "employs", "own", None),
        ("Raid on mill a crime, widows’ lawyers say", "crime", "indirect", "widows’ lawyers"),
    ],
)
def test_tags_and_sources_inside_reports(text, words, voice, speaker):
    """A tag inside a report goes on with it; another source, with whoever is named beside it, begins its own."""
    assert heard(text, words) == (voice, speaker)


@pytest.mark.parametrize(
    ("text", "words", "voice", "speaker"),
    [
        ("A review by the charity Open Shore says guards beat nine men.", "beat", "indirect", "A review by the charity Open Shore"),
        ("The study by nurses, seen by the Courier, says the ward is vile.", "vile", "indirect", "The study by nurses"),
        ("A petition signed by nurses calls the cut a disgrace.", "disgrace", "indirect", "A petition"),
        ("Emails printed by the Courier say Ida Holm arranged the theft.", "theft", "indirect", "Emails"),
        ("The board wants a camp, a plan that doctors have called inhumane.", "inhumane", "indirect", "doctors"),
        ("A proposal that the union denounced as theft was passed.", "theft", "indirect", "the union"),
        ("The claim that Ida Holm called a nurse a liar is false.", "liar", "indirect", None),
        ("Nurses at two clinics in Zell marched. They say the cuts are vile.", "vile", "indirect", "Nurses at two clinics in Zell"),
    ],
)
def test_documents_and_relative_clauses(text, words, voice, speaker):
    """A document speaks, not whom it is by; a clause that lacks what its verb labels is relative, and its subject labels."""
    assert heard(text, words) == (voice, speaker)


@pytest.mark.parametrize(
    ("text", "words", "voice", "speaker"),
    [
        ("The inspectors’ verdict was that the kitchen was vile.", "vile", "indirect", "The inspectors"),
        ("The union’s line is that the cuts are a sham.", "sham", "indirect", "The union"),
        ("The line that Ida Holm drew was vile.", "vile", "own", None),
        ("Their verdict that the kitchen was vile stung.", "vile", "indirect", None),
        ("The verdict that sent the thug to jail was praised.", "thug", "own", None),
        ("The coach called a time-out, and the shambolic defence slept.", "shambolic", "own", None),
        ("Ida Holm called a taxi and fled the vile crowd.", "vile", "own", None),
        ("Ida Holm called the strike, now in its third week, a crime.", "crime", "indirect", "Ida Holm"),
        ("Voters rejected the vile governor, who lives in a hotel.", "vile", "own", None),
        ("Within a week he had dismissed four brutal colonels.", "brutal", "own", None),
        ("Ida Holm dismissed the envoy as a thug.", "thug", "indirect", "Ida Holm"),
        ("Ida Holm dismissed the vile claim.", "vile", "indirect", "Ida Holm"),
        ("The owners described Kofi Lund, who had fled twice, as a disgrace.", "disgrace", "indirect", "The owners"),
        ("The owners described Kofi Lund, who had fled a vile king, as a disgrace.", "vile", "own", None),
        ("The club says the toll is fair, even as the vile levy climbs.", "vile", "own", None),
        ("Drivers drink from what the firm’s brochure calls a pristine lake.", "pristine", "indirect", "the firm’s brochure"),
        ("For the pilgrims, the toll is a sham.", "sham", "indirect", "the pilgrims"),
        ("“It was vile, and I saw it,” the former clerk, Ida Holm, said.", "clerk", "own", None),
    ],
)
def test_verdicts_calls_and_deeds(text, words, voice, speaker):
    """A verdict says what stands behind "was that"; what is called without a label, and whom somebody rejects, is the outlet's."""
    assert heard(text, words) == (voice, speaker)


@pytest.mark.parametrize(
    ("text", "words", "voice", "speaker"),
    [
        ("Ida Holm showed no remorse for the brutal raid.", "brutal", "own", None),
        ("The rebels showed little mercy to the thugs.", "thugs", "own", None),
        ("A video showed a savage beating.", "savage", "indirect", "A video"),
        ("Ida Holm showed that the raid was brutal.", "brutal", "indirect", "Ida Holm"),
    ],
)
def test_who_shows_something(text, words, voice, speaker):
    """What people show is how they behave; what papers and pictures show is theirs."""
    assert heard(text, words) == (voice, speaker)


@pytest.mark.parametrize(
    ("text", "words", "voice", "speaker"),
    [
        ("Asked about the raid, the defence minister shrugged. “It was a crime,” he said.", "crime", "direct", "the defence minister"),
        ("The envoy said it was idle talk, though he did not deny the raid was brutal.", "brutal", "indirect", "The envoy"),
        ("Three people wept. He said the ward was vile.", "vile", "indirect", None),
        ("The mother wept. He said the ward was vile.", "vile", "indirect", None),
        ("The judge, telling Holm he was “a thug”, sent the brute to jail.", "brute", "own", None),
        ("The paper claims, without proof, that the charity is a sham.", "sham", "indirect", "The paper"),
        ("She cited the toll, a claim the ministry rejects as vile.", "vile", "indirect", "the ministry"),
        ("The mayor attacked the toll as the vile crowd left.", "vile", "own", None),
        ("Holm pleaded guilty to a callous fraud.", "callous", "own", None),
        ("Holm pleaded guilty to what nurses called a callous fraud.", "callous", "indirect", "nurses"),
        ("Holm pleaded for an end to the brutal raids.", "brutal", "indirect", "Holm"),
    ],
)
def test_persons_without_names_and_pleas(text, words, voice, speaker):
    """He and she may be persons without a name; a plea of guilt, and what is done behind a participle, report nothing."""
    assert heard(text, words) == (voice, speaker)


@pytest.mark.parametrize(
    ("text", "words", "voice", "speaker"),
    [
        ("The plan was described as a lifeline by the mayor and as a trap by the union.", "trap", "indirect", "the union"),
        ("The plan was described as a lifeline by the mayor and as a trap by the union.", "lifeline", "indirect", "the mayor"),
        ("The bill, called a triumph by ministers and a sham by nurses, has passed.", "sham", "indirect", "nurses"),
        ("It was mocked as a farce by nurses, as theft by guards and as a sham by clerks.", "sham", "indirect", "clerks"),
        ("The raid was called a crime by nurses and a brutal storm broke.", "brutal", "own", None),
        ("“We were left to rot.\n“They are thugs,” said Ida Holm.", "rot", "direct", "Ida Holm"),
        ("“We were left to rot.\n“They are thugs.\n“We will sue,” said Ida Holm.", "thugs", "direct", "Ida Holm"),
        ("“We were left to rot.\n“They are thugs.\n“We will sue,” said Ida Holm.", "rot", "direct", "Ida Holm"),
        ("“We were left to rot.”\n“They are thugs,” said Ida Holm.", "rot", "direct", None),
        ("“It was vile,” said Bo Lindt. “We rot.\n“They are thugs,” said Ida Holm.", "rot", "direct", "Bo Lindt"),
    ],
)
def test_labels_in_a_row_and_quotations_left_open(text, words, voice, speaker):
    """Each label goes to its own agent; a quotation left open is whose the next paragraph says."""
    assert heard(text, words) == (voice, speaker)


@pytest.mark.parametrize(
    ("text", "words", "voice", "speaker"),
    [
        ("A miner who lost a leg and who now runs a bakery near the pit said the shaft was vile.", "vile", "indirect", "A miner"),
        ("Two nurses who left in May and whose contracts were torn up said the head was a bully.", "bully", "indirect", "Two nurses"),
        ("The diver who found it, and who has since left Zell, said the dig was botched.", "botched", "indirect", "The diver"),
        ("Karl Ruiz and Ida Holm met. The former called the pact a sham.", "sham", "indirect", "Karl Ruiz"),
        ("Karl Ruiz and Ida Holm met. The former laughed; the latter said it was a sham.", "sham", "indirect", "Ida Holm"),
        ("Ida Holm flew home. Her verdict on the tour: “An absolute disgrace.”", "disgrace", "direct", "Ida Holm"),
        ("The union’s answer to the offer: “A sham from start to finish.”", "sham", "direct", "The union"),
        ("Ida Holm flew home. Her verdict? “An absolute disgrace.”", "disgrace", "direct", "Ida Holm"),
        ("The board met. In a note to its founder, Ida Holm, it called the audit a sham.", "sham", "indirect", "The board"),
        ("Nurses marched. In a letter to the envoy, Karl Ruiz, they said it was a sham.", "sham", "indirect", "Nurses"),
        ("The report does not name the warden; it calls him a coward.", "coward", "indirect", "The report"),
        ("The nurses are not asking for much: they say the rota is cruel.", "cruel", "indirect", "The nurses"),
        ("Photos cast doubt on a claim by the lodge that squatters had looted it.", "looted", "indirect", "the lodge"),
        ("The court heard that Karl Ruiz had texted a friend: “He is a thief and I am done.”", "thief", "direct", "Karl Ruiz"),
        ("Karl Ruiz was quoted by the Herald as saying the pact was a sham.", "sham", "indirect", "the Herald"),
        ("Karl Ruiz was quoted as saying the pact was a sham.", "sham", "indirect", "Karl Ruiz"),
        ("The tackle was clumsy rather than malicious, the panel ruled.", "clumsy", "indirect", "the panel"),
        ("The eviction was unlawful, a judge ruled on Tuesday.", "unlawful", "indirect", "a judge"),
        ("For Ida Holm the lease was nothing less than plunder.", "plunder", "indirect", "Ida Holm"),
        ("In the eyes of the widows the verdict was an insult.", "insult", "indirect", "the widows"),
        ("For Ida Holm the year began with a scandal.", "scandal", "own", None),
        ("For years the valley was a squalid camp.", "squalid", "own", None),
    ],
)
def test_who_is_meant_from_afar(text, words, voice, speaker):
    """Whoever speaks is found over two relative clauses, a semicolon, a phrase in front, and as the owner of the words announced."""
    assert heard(text, words) == (voice, speaker)


@pytest.mark.parametrize(
    ("text", "words", "voice"),
    [
        ("The verdict says everything about a rotten system.", "rotten", "own"),
        ("The silence says a great deal about a cowardly board.", "cowardly", "own"),
        ("Ida Holm says a lot of the wards are filthy.", "filthy", "indirect"),
        ("Ida Holm said the mill would open – a laughable boast, given that it has no roof.", "laughable", "own"),
        ("Ida Holm said she had never met him, a shameless lie, as photographs show.", "shameless", "own"),
        ("Ida Holm said she would sell the farm, a desperate move that may not save it.", "desperate", "own"),
        ("Ida Holm said the ship, a rusty hulk that had no crew, was a menace.", "menace", "indirect"),
        ("Although the ministry says the camp is sound, children there sleep on filthy concrete.", "filthy", "own"),
        ("Although trains crawl past the yard, Ida Holm says the rails are rotten.", "rotten", "indirect"),
        ("Police said tents had been slashed and volunteers terrorised by a gang.", "terrorised", "indirect"),
        ("The decision to sell the hall, taken by two clerks in one day, was idiotic.", "idiotic", "own"),
        ("Her promise to rebuild the school, repeated every spring, is a sham.", "sham", "own"),
    ],
)
def test_what_is_told_beside_a_report(text, words, voice):
    """How much something tells, what the outlet calls a report, and the sentence around a reporting noun are the outlet's."""
    assert heard(text, words)[0] == voice


@pytest.mark.parametrize(
    ("text", "words", "voice", "speaker"),
    [
        ("One nurse said she heard a scream; another, that the dogs lay in squalid pens.", "squalid", "indirect", "another"),
        ("Karl Ruiz said the vote was fair; Ida Holm, that it was a sham.", "sham", "indirect", "Ida Holm"),
        ("The bank said sales had slumped; the union that managers were greedy.", "greedy", "indirect", "the union"),
        ("Some of the tenants said that he was away and others that he was a crook.", "crook", "indirect", "others"),
        ("Ida Holm said she told the mayor and others that they were liars.", "liars", "indirect", "Ida Holm"),
        ("Ida Holm said the bill failed; the fact that it was a sham is plain.", "sham", "own", None),
        ("It fell to Karl Ruiz to describe the raid as cowardly.", "cowardly", "indirect", "Karl Ruiz"),
        ("It was left to her deputy, Karl Ruiz, to call the report damning.", "damning", "indirect", "Karl Ruiz"),
        ("It had been left to the nurses to complain that the rota was cruel.", "cruel", "indirect", "the nurses"),
        ("It took Ida Holm to call the deal a swindle.", "swindle", "indirect", "Ida Holm"),
        ("It took years to prove that the wells were foul.", "foul", "indirect", None),
    ],
)
def test_subjects_without_their_verb(text, words, voice, speaker):
    """Who speaks without a verb of saying takes that of the clause before; who is left to say something says it."""
    assert heard(text, words) == (voice, speaker)


@pytest.mark.parametrize(
    ("text", "words", "voice", "speaker"),
    [
        ("Ministers were asked to resign after auditors called the scheme a sham.", "sham", "indirect", "auditors"),
        ("The union has threatened to strike after the mayor called its members lazy.", "lazy", "indirect", "the mayor"),
        ("Police agreed to leave because residents said the patrols were vile.", "vile", "indirect", "residents"),
        ("Ida Holm vowed to fight on until the corrupt men around the mayor were gone.", "corrupt", "indirect", "Ida Holm"),
        ("Rebels seized the mast before dawn, the radio reported, and butchered two guards.", "butchered", "indirect", "the radio"),
        ("The crew ignored it, the report says, and then botched the rescue.", "botched", "indirect", "the report"),
        ("The crew ignored it, the report says, and on Friday a furious crowd came.", "furious", "own", None),
        ("“It failed,” Ida Holm told the court, and abused the clerk.", "abused", "own", None),
        ("To his rivals he was a butcher; to his patients, a saint.", "butcher", "indirect", "his rivals"),
        ("To his surprise he was a nervous wreck.", "nervous", "own", None),
        ("No word yet came from the bank, which earlier insisted the report was vile.", "vile", "indirect", "the bank"),
        ("Shopkeepers expect a brutal winter.", "brutal", "indirect", "Shopkeepers"),
        ("Ida Holm said when she resigned from the shabby board that all was well.", "shabby", "own", None),
        ("Lawmakers have not said when they would end the brutal siege.", "brutal", "indirect", "Lawmakers"),
    ],
)
def test_reports_beside_reports(text, words, voice, speaker):
    """What somebody wants ends before another's report; a clause that goes on behind its tag is still reported."""
    assert heard(text, words) == (voice, speaker)


@pytest.mark.parametrize(
    ("text", "words", "voice", "speaker"),
    [
        ("The fire, the owners claim, was sabotage.", "sabotage", "indirect", "the owners"),
        ("It was, the minister claims, sabotage.", "sabotage", "indirect", "the minister"),
        ("The file held letters, the police reports, and notes on the massacre.", "massacre", "own", None),
        ("The raid, the police reports, the trial and the massacre were forgotten.", "massacre", "own", None),
    ],
)
def test_a_verb_like_a_noun_between_commas(text, words, voice, speaker):
    """Somebody and a word that may be a noun, between commas, report the words around; none that stand in a list."""
    assert heard(text, words) == (voice, speaker)


@pytest.mark.parametrize(
    ("text", "words", "voice", "speaker"),
    [
        ("The senator toured two mill states that suffered a brutal winter.", "brutal", "own", None),
        ("The ministry eased Port Act rules that could lead to ruinous floods.", "ruinous", "own", None),
        ("Marches went on in towns and protests that have turned ugly.", "ugly", "own", None),
        ("Holm states that the winter was brutal.", "brutal", "indirect", "Holm"),
        ("An aide, who notes that United Docks has been ruthless, left.", "ruthless", "indirect", "An aide"),
        ("Viktor Berg left. He claims that could be ruinous.", "ruinous", "indirect", "Viktor Berg"),
        ("Voters will help decide whether the brutal levy goes.", "brutal", "own", None),
        ("Holm helped persuade rebels to end the brutal siege.", "brutal", "own", None),
        ("Guards were called to remove the vandals.", "vandals", "own", None),
        ("Guards were called vandals by Holm.", "vandals", "indirect", "Holm"),
        ("The marches were anything but peaceful, as we reported in May.", "peaceful", "own", None),
        ("The marches were anything but peaceful, as Holm reported in May.", "peaceful", "indirect", "Holm"),
    ],
)
def test_what_only_looks_like_a_report(text, words, voice, speaker):
    """A plural before a relative clause, what somebody helps to do, whom somebody is called to help, and what the outlet said itself."""
    assert heard(text, words) == (voice, speaker)


@pytest.mark.parametrize(
    ("text", "words", "voice", "speaker"),
    [
        ("Ida Holm’s verdict: the play was vulgar.", "vulgar", "indirect", "Ida Holm"),
        ("The conclusion of the divers: the wreck was looted.", "looted", "indirect", "the divers"),
        ("Editor's note: The mayor is a liar.", "liar", "own", None),
        ("“Rubbish,” was the verdict of Karl Ruiz.", "Rubbish", "direct", "Karl Ruiz"),
        ("Ida Holm said that, according to a diver, the wreck was looted.", "looted", "indirect", "Ida Holm"),
        ("Police said the men, according to two nurses, were thugs.", "thugs", "indirect", "Police"),
        ("The men, according to two nurses, were thugs.", "thugs", "indirect", "two nurses"),
        ("A man who ran what survivors have described as a death camp was freed.", "death camp", "indirect", "survivors"),
        ("What nurses describe as a filthy ward is now a bank.", "bank", "own", None),
        ("Ida Holm pronounced the inquiry nothing but a whitewash.", "whitewash", "indirect", "Ida Holm"),
        ("Sea wall a death trap, divers fear", "death trap", "indirect", "divers"),
        ("Historians still quarrel over whether the raid was a massacre.", "massacre", "indirect", "Historians"),
    ],
)
def test_verdicts_and_sources_within_reports(text, words, voice, speaker):
    """A verdict belongs to whose it is, on either side; whom a report refers to stands within it; a label ends where its clause goes on."""
    assert heard(text, words) == (voice, speaker)


@pytest.mark.parametrize(
    ("text", "words", "voice", "speaker"),
    [
        ("Holm left no doubt that the brutal raid had failed.", "brutal", "indirect", "Holm"),
        ("The photographs leave no doubt that the brutal raid had failed.", "brutal", "own", None),
        ("Holm held the army responsible for the brutal raid.", "brutal", "indirect", "Holm"),
        ("Holm held the savage dog by its collar for an hour.", "savage", "own", None),
        ("Holm made clear Monday night that the brutal raid had failed.", "brutal", "indirect", "Holm"),
        ("Holm made clear on Monday the brutal raid had failed.", "brutal", "indirect", "Holm"),
        ("The memo makes clear the ruinous cost of the raid.", "ruinous", "indirect", "The memo"),
        ("Holm reminded voters of the brutal raid.", "brutal", "indirect", "Holm"),
        ("Holm told an audience of brutal men.", "brutal", "own", None),
        ("The brutal raid had failed, Holm said Monday night.", "brutal", "indirect", "Holm"),
        ("Holm waved a flag in reference to the brutal raid.", "brutal", "own", None),
    ],
)
def test_what_leaves_no_doubt_and_what_is_made_clear(text, words, voice, speaker):
    """Only somebody leaves no doubt by words; "of" brings what people are reminded of, but not who sits in an audience."""
    assert heard(text, words) == (voice, speaker)


@pytest.mark.parametrize(
    ("text", "words", "voice", "speaker"),
    [
        ("“The shameful war” – as Holm called it – went on.", "shameful", "direct", "Holm"),
        ("The shameful war, as Holm called it, went on in savage fashion.", "shameful", "indirect", "Holm"),
        ("The shameful war, as Holm called it, went on in savage fashion.", "savage", "own", None),
        ("A savage mob hates the bypass, or, as Holm calls it, the shameful road.", "shameful", "indirect", "Holm"),
        ("A savage mob hates the bypass, or, as Holm calls it, the shameful road.", "savage", "own", None),
        ("Holm said the town was lost, days before a sham vote.", "sham", "own", None),
        ("Holm said the town, days before a sham vote, was lost.", "sham", "indirect", "Holm"),
        ("Holm said the town was lost, despite damning photographs.", "damning", "own", None),
        ("Holm said the town was lost, despite having sent savage dogs.", "savage", "indirect", "Holm"),
        ("Holm said the town was lost, to thunderous applause.", "thunderous", "own", None),
        ("Holm said the town was lost, a reference to the savage raid of May.", "savage", "own", None),
        ("Holm’s reference to the savage raid of May drew boos.", "savage", "indirect", "Holm"),
    ],
)
def test_what_the_outlet_adds_behind_a_report(text, words, voice, speaker):
    """What somebody calls a thing is the phrase alone; when, to what reaction and with what in mind it was said is the outlet's."""
    assert heard(text, words) == (voice, speaker)


@pytest.mark.parametrize(
    ("title", "words", "voice", "speaker"),
    [
        ("Corrupt council to lose port - Holm", "Corrupt", "indirect", "Holm"),
        ("Raid an act of cowardice – Holm", "cowardice", "indirect", "Holm"),
        ("Savage raid on Zell - Holm Herald", "Savage", "own", None),
        ("Holm warns raid an act of cowardice", "cowardice", "indirect", "Holm"),
        ("Holm claims corrupt council to lose port", "corrupt", "indirect", "Holm"),
        ("Holm tells corrupt council to leave port", "corrupt", "own", None),
        ("Holm claims savage win a day after fall", "savage", "own", None),
        ("Raid ‘was barbaric’: Holm", "barbaric", "direct", "Holm"),
        ("Holm on raid: ‘an act of cowardice’", "cowardice", "direct", "Holm"),
        ("Fears savage raid could spark war", "savage", "indirect", None),
        ("Fears grow as savage raid is over", "savage", "own", None),
        ("Fears were rife over savage raid", "savage", "own", None),
    ],
)
def test_clauses_that_headings_clip(title, words, voice, speaker):
    """An infinitive, or a noun with an article behind another, makes a clause in a heading; so do fears and a subject with its verb."""
    assert heard("The port was open.", words, title) == (voice, speaker)


@pytest.mark.parametrize(
    ("text", "words", "voice", "speaker"),
    [
        ("Holm complained the law, a shameful relic, should be scrapped.", "shameful", "indirect", "Holm"),
        ("Holm complained the town, battered by shells, would fall to savage hordes.", "savage", "indirect", "Holm"),
        ("Holm was convinced the militia butchered its savage prisoners.", "butchered", "indirect", "Holm"),
        ("Holm denied the charge, which was vile, and left a savage note.", "savage", "own", None),
        ("Berg, who helped found Sea Watch, a savage lobby, said no.", "savage", "own", None),
    ],
)
def test_clauses_whose_subject_is_broken(text, words, voice, speaker):
    """A clause without "that" may insert something behind its subject, or have a verb that could be part of a noun phrase."""
    assert heard(text, words) == (voice, speaker)


@pytest.mark.parametrize(
    ("text", "words", "voice", "speaker"),
    [
        ("Holm denied the raid, the fires and the savage looting of the port.", "savage", "indirect", "Holm"),
        ("Holm condemned raids, fires and savage looters.", "savage", "indirect", "Holm"),
        ("Holm denied the raid, the savage crowd and the police left.", "savage", "own", None),
        ("Holm denied the raid, and the savage crowd cheered.", "savage", "own", None),
        ("Holm called the raid a crime, and the savage crowd left.", "savage", "own", None),
    ],
)
def test_lists_of_what_is_judged(text, words, voice, speaker):
    """A noun phrase goes on over the commas of a list, but not to another clause."""
    assert heard(text, words) == (voice, speaker)


@pytest.mark.parametrize(
    ("text", "words", "voice", "speaker"),
    [
        ("Holm condemned the raid when grim photographs appeared.", "grim", "own", None),
        ("Holm called the raid a moment when savage men won.", "savage", "indirect", "Holm"),
        ("Holm accused Berg of being asleep when savage men came.", "savage", "indirect", "Holm"),
        ("Holm condemned the raid on a visit to the wretched camp.", "wretched", "own", None),
        ("Holm condemned the raid on a wretched camp.", "wretched", "indirect", "Holm"),
    ],
)
def test_when_and_where_something_was_judged(text, words, voice, speaker):
    """What happened when it was judged, and on what visit, is the outlet's; which moment it was is not."""
    assert heard(text, words) == (voice, speaker)


@pytest.mark.parametrize(
    ("text", "words", "voice", "speaker"),
    [
        ("On Friday night, after the Zell Globe reported that she had lied, Ms Berg announced a vile purge.", "vile", "indirect", "Berg"),
        ("Two days after the Globe reported that she had lied, Ms Berg announced a vile purge.", "vile", "indirect", "Berg"),
        ("The guild met the bill with a resolution saying that it was vile.", "vile", "indirect", "a resolution"),
        ("For the drowned men’s families, the inquest has been a sham.", "sham", "indirect", "the drowned men’s families"),
        ("The inquiry heard of a room known to inmates as “the slaughterhouse”.", "slaughterhouse", "direct", "inmates"),
        ("The inquiry heard of a room known locally as “the slaughterhouse”.", "slaughterhouse", "scare", None),
        ("Berg’s antics drove her rivals mad, though they suspected that it was a sham.", "sham", "indirect", "her rivals"),
        ("The bank said bakers killed millers (nine of them, according to the Guild).", "killed", "indirect", "The bank"),
        ("Anwar Tamal fled. Ida Holm left.\nFootage of Tamal appeared. “The north is vile,” he said.", "vile", "direct", "Anwar Tamal"),
        ("Asked by a delegate, Nils Ohm, whether it was a sham, the envoy left.", "sham", "indirect", "Nils Ohm"),
        ("Holm’s thrift alienated Berg, who often makes the case that the tax is a sham.", "sham", "indirect", "Berg"),
        ("The drought alienated Berg, who argues that the tax is a sham.", "sham", "indirect", "Berg"),
        ("Ida Holm called the massacre in Zell, Narvia, an “act of terror”.", "massacre", "own", None),
        ("Holm spoke near the mill, where 50 strikers had gathered, chanting “no slavery”.", "slavery", "direct", "50 strikers"),
        ("The survey, conducted for the charity Open Shore, also found that the law was a sham.", "sham", "indirect", "The survey"),
        ("The other candidate, former Secretary of State Ida Holm, left, saying it was a sham.", "sham", "indirect", "Ida Holm"),
        ("No coup is being planned, the colonel assured the envoy by letter.", "coup", "indirect", "the colonel"),
        ("A statement which the guild dismissed on Friday as a vile lie was withdrawn.", "vile", "indirect", "the guild"),
    ],
)
def test_dates_documents_and_views_before_what_is_said(text, words, voice, speaker):
    """A date may open what a source told before; a document says what stands behind it; who knows a thing by a name says it."""
    assert heard(text, words) == (voice, speaker)
