"""Who speaks, in every place where a speaker can stand, whatever the speaker is called."""

import pytest
from test_constructions import heard

from framing.corpus import Corpus
from framing.voice import split_voices

FRAMES = [
    "{} said the raid was savage.",
    "“It was savage,” {} said.",
    "“It was savage,” said {}.",
    "The raid was savage, {} said.",
    "The raid, {} said, was savage.",
    "The raid was savage, according to {}.",
]
NAMES = [
    "Rose Long",
    "Drew Stone",
    "Theresa May",
    "April Stone",
    "Art May",
    "Will Gray",
    "J. K. Barr",
    "Said Amari",
    "Sir Ian Fell",
    "Le Van An",
    "Mark Grant",
    "Hope Rivers",
    "Ludwig van der Berg",
    "Maria de la Cruz",
    "Mohammed bin Rashid",
    "Sean O'Brien",
    "Ban Ki-moon",
]
OTHERS = [
    "one resident",
    "health officials",
    "trade unions",
    "several residents",
    "dozens of residents",
    "local media",
    "one source",
    "Doctors Without Borders",
    "the mayor and the bishop",
    "the nurses’ union",
    "the head of the panel",
    "a spokeswoman for the ministry",
]


@pytest.mark.parametrize("frame", FRAMES)
@pytest.mark.parametrize("name", NAMES)
def test_names_that_look_like_other_words(name, frame):
    """A person is heard by the surname at least, be it a month, a verb or a small word."""
    voice, speaker = heard(frame.format(name), "savage")
    assert voice in ("direct", "indirect")
    assert speaker in (name, name.removeprefix("Sir "))


@pytest.mark.parametrize("frame", FRAMES)
@pytest.mark.parametrize("source", OTHERS)
def test_sources_without_a_name(source, frame):
    """Whoever is only described speaks in each place, too."""
    voice, speaker = heard(frame.format(source), "savage")
    assert voice in ("direct", "indirect")
    assert speaker is not None
    assert speaker.lower() in source.lower()


@pytest.mark.parametrize(
    ("text", "words", "speaker"),
    [
        ("In May Holm said the raid was savage.", "savage", "Holm"),
        ("Can Berg win? The raid was savage, Berg said.", "savage", "Berg"),
        ("He said the raid was savage.", "savage", None),
        ("The raid was described as savage by the owner of the mill.", "savage", "the owner of the mill"),
        ("The raid was described as savage by dozens of residents.", "savage", "dozens of residents"),
        ("The union, the nurses and two parishes said the raid was savage.", "savage", "The union, the nurses and two parishes"),
        ("The raid was savage, sources close to the talks said.", "savage", "sources close to the talks"),
    ],
)
def test_months_small_words_and_lists_stay_what_they_are(text, words, speaker):
    """A month behind "in" is a month, a pronoun a pronoun, a subject of three is one."""
    assert heard(text, words) == ("indirect", speaker)


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Ministry spokesman Karl Weiss met Lucy Hale on Friday. The spokesman said the raid was savage.", "Karl Weiss"),
        ("A senior official blamed Mark Dunne for the delay. The official called the raid savage.", "The official"),
        ("The head of the port authority, Lucy Hale, met Mark Dunne. The head of the port authority said it was savage.", "Lucy Hale"),
    ],
)
def test_offices_belong_to_who_stands_right_behind_them(text, speaker):
    """Who is named behind "the spokesman met" is no spokesman."""
    assert heard(text, "savage") == ("indirect", speaker)


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Ahmed al-Rashid, a surgeon, met reporters. He called the raid savage.", "Ahmed al-Rashid"),
        ("Jean-Luc d'Arcy met reporters. D'Arcy called the raid savage.", "Jean-Luc d'Arcy"),
        ("Karl Weiss met reporters. The ship was sunk in what he called a savage raid.", "Karl Weiss"),
        ("Two diplomats left. The raid was described by them as savage.", "Two diplomats"),
        ("The board said what it called a savage raid was over.", "The board"),
        ("A woman in the crowd said it was dark. Mark Dunne said nothing. She called the raid savage.", "A woman in the crowd"),
        ("One of the nurses left. She called the raid savage.", "One of the nurses"),
        ("Police stopped a driver on Friday. He called the raid savage.", "a driver"),
        ("Mark Dunne left. A 29-year-old potter stayed. He called the raid savage.", "A 29-year-old potter"),
        ("Others called the raid savage.", "Others"),
        ("The mayor and the bishop both called the raid savage.", "The mayor and the bishop"),
    ],
)
def test_whom_pronouns_stand_for(text, speaker):
    """A pronoun is whoever of that sex and number can speak, with or without a name."""
    assert heard(text, "savage") == ("indirect", speaker)


@pytest.mark.parametrize(
    ("speaks", "speaker"),
    [
        ("Viktor Holm of the Narvian harbour ministry", "Viktor Holm"),
        ("Ida Holm of the Zell campaign", "Ida Holm"),
        ("The Ida Holm campaign", "The Ida Holm campaign"),
        ("The University of Zell campus", "The University of Zell campus"),
    ],
)
def test_a_name_before_whom_it_speaks_for(speaks, speaker):
    """Who is "of the Narvian ministry" is a person under the bare name; a name that describes another noun is none."""
    assert heard(f"{speaks} called the raid savage.", "savage") == ("indirect", speaker)


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("The council was accused by an official in the ministry of a savage attack.", "an official"),
        ("The council was told by the miners and their families that the raid was savage.", "the miners and their families"),
        ("The raid was denounced on Monday by Ida Holm as savage.", "Ida Holm"),
        ("The raid was described by officials who asked not to be named as savage.", "officials"),
        ("The raid was savage, according to Zellish and Narvian officials.", "Zellish and Narvian officials"),
        ("The raid, said a doctor at the main hospital, was savage.", "a doctor"),
        ("The vote came amid complaints from Karl Weiss, a lawyer, that the raid was savage.", "Karl Weiss"),
        ("The claim by officials at the ministry that the raid was savage angered Zell.", "officials"),
        ("The raid was savage, according to polls at the time.", "polls"),
        ("Meanwhile, Karl Weiss, a lawyer for the family, said the raid was savage.", "Karl Weiss"),
        ("The next day, in a letter to the council, Karl Weiss, a lawyer, said the raid was savage.", "Karl Weiss"),
        ("The raid, which Anna Koval, the mayor of Harlow, called savage, lasted an hour.", "Anna Koval"),
        ("What the mayor called a savage raid lasted an hour.", "the mayor"),
        ("Unlike Mark Dunne, the woman who runs the shop said the raid was savage.", "the woman"),
        ("People who live by the river said the raid was savage.", "People"),
        ("The company that owns the mine said the raid was savage.", "The company"),
        ("Those who saw the raid branded it savage.", "Those"),
        ("Most of those in the square said the raid was savage.", "Most of those in the square"),
        ("Officials who asked not to be named left the meeting, saying the raid was savage.", "Officials"),
        ("Groups that largely align with the Greens called the raid savage.", "Groups"),
        ("Powerful unions that depend on the docks for work have condemned the savage raid.", "Powerful unions"),
        ("Ida Holm outright rejected the claim that the raid was savage.", "Ida Holm"),
        ("Karl Weiss used his one question to note that the raid was savage.", "Karl Weiss"),
        ("Organisers of local drives to mend the old sluices say the raid was savage.", "Organisers of local drives"),
        ("A University of Zell tide chemist Ida Holm said the raid was savage.", "Ida Holm"),
        ("The Dock and Harbour Office said the raid was savage.", "The Dock and Harbour Office"),
        ("The raid was savage, the September survey found.", "the September survey"),
        ("The raid was savage, according to a Monday Beacon report.", "a Monday Beacon report"),
        ("On March 28 the mayor called the raid savage.", "the mayor"),
        ("On 28 March the same officials called the raid savage.", "the same officials"),
        ("Harbour Board Administrator Karl Weiss said the raid was savage.", "Karl Weiss"),
        ("Ida Holm, whose boat, the Gull, takes tourists to Zell, said the raid was savage.", "Ida Holm"),
        ("Karl Weiss, who in a May 4, 2016, talk with Radio Zell claimed that the raid was savage, left.", "Karl Weiss"),
        ("The town met Karl Weiss of Zell County, Ariz., who calls the raid savage.", "Karl Weiss"),
        ("The visit was arranged by Speaker Karl Weiss (R-Ohio), who called the raid savage.", "Karl Weiss"),
        ("A release from the office about the visit noted that the raid was savage.", "A release from the office"),
        ("The raid was savage, according to the current and former port officials.", "the current and former port officials"),
        ("Zell fell after five past and present clerks called the raid savage.", "five past and present clerks"),
        ("The town was red and clerks called the raid savage.", "clerks"),
        ("The council passed new rules stating that the raid was savage.", "new rules"),
        ("The farm minister over the weekend had said that the raid was savage.", "The farm minister"),
        ("Narvia for days has said that the raid was savage.", "Narvia"),
        ("But when the draft of the rules came, Karl Weiss dismissed it, saying that the raid was savage.", "Karl Weiss"),
    ],
)
def test_who_is_told_of_at_length(text, speaker):
    """A second person, a place, an apposition or a clause that tells who speaks belongs to the speaker, or is stepped over."""
    assert heard(text, "savage") == ("indirect", speaker)


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("A letter from the teachers called the raid savage.", "A letter from the teachers"),
        ("A spokeswoman for the Zell Council called the raid savage.", "A spokeswoman for the Zell Council"),
        ("Harlow Salt, a private company, left. It called the raid savage.", "Harlow Salt"),
        ("Human Aid Watch left. It called the raid savage.", "Human Aid Watch"),
        ("Open Shore said it was dark. The group called the raid savage.", "Open Shore"),
        ("Zell Council said it was dark. The company called the raid savage.", "The company"),
        ("Two diplomats left. The two called the raid savage.", "Two diplomats"),
        ("Ida Holm and Karl Weiss left. The two called the raid savage.", "The two"),
        ("A nurse said it was dark. Mark Dunne said nothing. The nurse called the raid savage.", "The nurse"),
        ("Karl Weiss left. For him, the raid was savage.", "Karl Weiss"),
    ],
)
def test_bodies_letters_and_counted_people(text, speaker):
    """A body of any name is "it" and "the group", a letter speaks for itself, and "the two" are two."""
    assert heard(text, "savage") == ("indirect", speaker)


def test_offices_of_the_headline():
    """Who alone holds an office in the headline is meant by it in the text."""
    text = "The council met. The mayor called the raid savage."
    corpus = Corpus.from_records([{"article_id": "1", "outlet": "A", "title": "Mayor Ida Holm visits Zell", "text": text}])
    assert split_voices(corpus).table["speaker"].drop_nulls().to_list() == ["Ida Holm"]


@pytest.mark.parametrize(
    ("text", "voice", "speaker"),
    [
        ("“It was savage,” say residents of Zell.", "direct", "residents of Zell"),
        ("“It was savage,” argue two diplomats.", "direct", "two diplomats"),
        ("The “savage” phrase Holm cited on Friday is his.", "scare", None),
        ("The raid, said local media, was savage.", "indirect", "local media"),
        ("Ida Holm is expected to say that the raid was savage.", "indirect", "Ida Holm"),
        ("Two days later residents of Zell said the raid was savage.", "indirect", "residents of Zell"),
    ],
)
def test_many_behind_their_verb(text, voice, speaker):
    """Several speak behind a verb in its plain form, and who is expected to say something says it."""
    assert heard(text, "savage") == (voice, speaker)


def test_labels_in_headlines():
    """Before a label in marks "calls" is a verb, whoever it stands behind."""
    for title, speaker in (
        ("Union boss calls raid ‘savage act of war’", "Union boss"),
        ("Row as residents call raid ‘savage act of war’", "residents"),
    ):
        assert heard("", "savage", title) == ("direct", speaker)


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Paul Reyl walked in at nine. The deputy finance minister told clerks it was savage.", "Paul Reyl"),
        ("Paul Reyl, a vicar, walked in at nine. The mayor told clerks it was savage.", "The mayor"),
        ("“It rains,” says Ewa Lisk. Her husband nods. It was savage, he says.", "Her husband"),
        ("The landlord’s agent told us to go. His boss was blunter: it was savage, she said.", "His boss"),
        ("The Harlow Echo is angry. The mayor, it says, is shabby. He called the paper savage.", "The mayor"),
        ("Baker Ulla Finch called it dull. “It was savage,” Ulla told the vicar.", "Ulla Finch"),
        ("Lawyers for the inspector, Maud Hale, said it was savage.", "Lawyers for the inspector"),
        ("The lawyer for the inspector, Maud Hale, said it was savage.", "Maud Hale"),
        ("It was opposed by Lars Eng, a statistician at the port, who said it was savage.", "Lars Eng"),
        ("More than 40 nurses said it was savage.", "More than 40 nurses"),
        ("The raid, he has been told by engineers, was savage.", "engineers"),
        ("The raid, the court was told, was savage.", None),
        ("The mayor was accused by clerks, by nurses and even by a vicar of savage cuts.", "clerks"),
        ("He was caught on camera saying it was savage.", None),
        ("A councillor was caught on tape calling it savage.", "A councillor"),
        ("When the lamps failed, recalled stagehand Vic Sand, it was savage.", "Vic Sand"),
        ("As far as the union is concerned, it was savage.", "the union"),
        ("Envoys said it was over, with one calling it savage.", "one"),
        ("Scotland’s first minister is expected to say later that it was savage.", "Scotland’s first minister"),
        ("Two guards told the panel: it was savage.", "Two guards"),
        ("It began at night, two guards told the panel: it was savage.", "two guards"),
    ],
)
def test_speakers_of_plain_news(text, speaker):
    """Who speaks is told by the sentence before, by what stands between, or by who is named in the end."""
    assert heard(text, "savage")[1] == speaker


@pytest.mark.parametrize(
    ("text", "voice", "speaker"),
    [
        ("The deputy’s former aide claims in a new book that it was savage.", "indirect", "The deputy’s former aide"),
        ("The theatre critic thought it savage.", "indirect", "The theatre critic"),
        ("She maintains her rivals are savage.", "indirect", None),
        ("Teachers fear savage cuts.", "indirect", "Teachers"),
        ("Court papers show that savage men ruled.", "indirect", "Court papers"),
        ("Dubbed “the savage” by its neighbours, the mill closed.", "direct", "its neighbours"),
        ("The word the bishops used was “savage”.", "direct", "the bishops"),
        ("“It was savage.” So said Ida Holm on the day she left.", "direct", "Ida Holm"),
        ("Below the headline “They are a savage lot” the paper named nine.", "own", None),
        ("As far as the bridge is concerned, it was savage.", "own", None),
        ("A petition signed by more than 400 people demands an end to the savage trade.", "indirect", "A petition"),
    ],
)
def test_voices_of_plain_news(text, voice, speaker):
    """A report may hang on a verb that looks like a noun, on what somebody calls a thing, or on the word somebody chose."""
    assert heard(text, "savage") == (voice, speaker)


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Traders at the fair, many of whom are old, fear the levy will be savage.", "Traders at the fair"),
        ("The farm minister’s answer, when it came, was curt: it was savage.", "The farm minister"),
        ("The regulator’s verdict on the bank was scathing: savage fees and lazy clerks.", "The regulator"),
        ("Mr Sing’s employer of nine years, the haulage firm Karst, denies that it was savage.", "Karst"),
        ("Judge Helga Sund noted that the accused had shown no grief and called it savage.", "Helga Sund"),
        ("Old clerks had complained for weeks, he added, but were told it was savage.", None),
        ("Asked what she would say, Leila shrugs. “It was a savage raid.”", "Leila"),
        ("A report by crash inspectors points to savage cuts.", "A report by crash inspectors"),
        ("Zell reacted at once, with its envoy, Lu Wenbo, calling the visit savage.", "Lu Wenbo"),
        ("Experts are divided on whether it was savage.", "Experts"),
        ("Holm, says Ida Berg, was a savage man.", "Ida Berg"),
        ("Nobody, insists Ida Berg, set out to be savage.", "Ida Berg"),
        ("Already, say doctors in the camps, the war is savage.", "doctors"),
        ("He was the sort of man, his daughter said, whose temper was savage.", "his daughter"),
        ("It is a view shared by Rolf Auk, of the fishermen’s league, who says it was savage.", "Rolf Auk"),
        ("To his admirers Lord Wick was a savage wit.", "his admirers"),
        ("The pilot radioed that the storm was savage.", "The pilot"),
        ("The men, Ida Berg is convinced, were savage.", "Ida Berg"),
        ("Trainer Mo Fall lost. The jockey blamed the ground; it was, he said, savage.", "The jockey"),
        ("Trainer Mo Fall said it was savage.", "Mo Fall"),
        ("“It was savage,” says his wife, Peg.", "Peg"),
        ("One, the vicar Colm Feen, said it was savage.", "Colm Feen"),
        ("The hall shocked the inspectors. It stank. It was cold. The cook, they wrote, was savage.", "the inspectors"),
        ("Many of the miners’ widows, some of them very old, still call the guards savage.", "Many of the miners’ widows"),
        ("The mother told the inquest that the man had looked at her and smiled a savage smile.", "The mother"),
    ],
)
def test_speakers_beside_what_is_inserted(text, speaker):
    """Who speaks may stand before an aside, behind "with", or before a word on how an answer was."""
    voice, heard_of = heard(text, "savage")
    assert (voice in ("direct", "indirect"), heard_of) == (True, speaker)


def test_what_is_no_speaker():
    """An infinitive before "claims that" is no subject, and "he" before a relative clause may be whom he told."""
    assert heard("The body is to investigate claims that it was savage.", "savage")[1] != "investigate"
    assert heard("The bill was a sham, he told Berg, who is savage.", "savage") == ("own", None)


@pytest.mark.parametrize(
    ("title", "wanted"),
    [
        ("A blow to Zell: Savage rebels struck the port", ("own", None)),
        ("Treatment of captives: Savage guards beat nine", ("own", None)),
        ("Savage foreign arms: Destruction of the invaders", ("own", None)),
        ("Government of Velmark: Raid was savage", ("indirect", "Government of Velmark")),
        ("Savage raid on port: union", ("indirect", "union")),
        ("Raid called ‘savage’", ("scare", None)),
        ("Raid called ‘savage’ by union", ("direct", "union")),
    ],
)
def test_what_happens_is_no_speaker(title, wanted):
    """What happens at a place may stand on either side of a colon, and nobody says it."""
    assert heard("", "savage" if "savage" in title else "Savage", title) == wanted


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("The leaked letter prompted members of the guild to call the raid savage.", "members of the guild"),
        ("The arrest of Ida Holm at her home led critics to once again brand the raid savage.", "critics"),
        ("The ruling forced Holm to admit that the raid was savage.", "Holm"),
        ("Holm made waves by very loudly claiming that the raid was savage.", "Holm"),
    ],
)
def test_who_is_led_to_speak(text, speaker):
    """Whoever is led or forced to say something says it."""
    assert heard(text, "savage") == ("indirect", speaker)


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("President Zorin met the first lady, Melina Zorin. Mr. Zorin called the raid savage.", "Zorin"),
        ("President Zorin spoke. His daughter, Ida Zorin, left. President Zorin called the raid savage.", "Zorin"),
        ("President Zorin spoke. Mr. Zorin left. Karl Zorin, who called the raid savage, stayed.", "Karl Zorin"),
        ("Mayor Berg spoke. Karl Berg called the raid savage.", "Karl Berg"),
        ("Senator Ida Holm met ex-Vice President Dick Holm. Former Vice President Holm called the raid savage.", "Dick Holm"),
        ("Plus Obrin is naming a clerk. Mayor Obrin called the raid savage.", "Obrin"),
        ("Karl Weiss met President Holm. Acting chief of staff Mick Senn called the raid savage.", "Mick Senn"),
        ("Port CEO Ida Holm left. Holm called the raid savage.", "Ida Holm"),
        ("Joe Birk met President Karl Weiss. The vice president called the raid savage.", "Joe Birk"),
    ],
)
def test_two_of_one_surname_and_their_offices(text, speaker):
    """Sex, title and office tell two of one surname apart, and a deputy from who is above."""
    assert heard(text, "savage") == ("indirect", speaker)


@pytest.mark.parametrize(
    ("text", "voice", "speaker"),
    [
        ("After a talk with Karl Weiss, Mark Dunne said that he thought the raid savage.", "indirect", "Mark Dunne"),
        (
            "Karl Weiss spoke. After a talk with Mark Weir, John Berg said no, and in a letter he called the raid savage.",
            "indirect",
            "John Berg",
        ),
        ("News of the theft came amid fears that the raid was savage.", "indirect", None),
        ("Holm left over claims that the raid was savage.", "indirect", None),
        ("Holm came with the claim that the raid was savage.", "indirect", "Holm"),
        ("Guards left despite the concern by many farmers that “the savage raid would go on for a year.”", "direct", "many farmers"),
        (
            "“The dam is a fraud,” Ida Holm, a lawyer for Karl Weiss, said in a statement.\n\n“It was a savage raid on us all.”",
            "direct",
            "Ida Holm",
        ),
        (
            "“The dam is a fraud,” said Ida Holm. Karl Weiss left.\n\n“It was a savage raid on us all.”",
            "direct",
            None,
        ),
    ],
)
def test_who_comes_in_between(text, voice, speaker):
    """A pronoun is whom its clause is about, fears behind a preposition are nobody's, and whom a tag names besides does not speak next."""
    assert heard(text, "savage") == (voice, speaker)


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("A poll released Wednesday found that the raid was savage.", "A poll"),
        ("The order published last week called the raid savage.", "The order"),
        ("The guild on Friday printed a leaflet branding the raid savage.", "The guild"),
        ("The mayor was released Monday and said the raid was savage.", "The mayor"),
        ("Ida Holm praised Karl Berg’s stand on the dam and called the raid savage.", "Ida Holm"),
        ("Ida Holm rejected Karl Berg’s claim that the dam had failed and called the raid savage.", "Ida Holm"),
        ("Ida Holm’s claim that the dam had failed and that the raid was savage angered Berg.", "Ida Holm"),
        ("Ida Holm emerged from the fire understanding that the raid was savage.", "Ida Holm"),
        ("Ida Holm spent much of the night calling the raid savage.", "Ida Holm"),
        ("Ida Holm printed another leaflet in Zell calling the raid savage.", "Ida Holm"),
        ("Clerks signed a letter published on Tuesday calling the raid savage.", "Clerks"),
        ("People of Zell deported to Narvia say that the raid was savage.", "People of Zell"),
        ("Some voices in the guild that freely admit how savage the raid was left.", "Some voices in the guild"),
        ("Clerks printed appeals from drivers who said that the raid was savage.", "drivers"),
        ("Ida Holm and Bob Marr called the raid savage.", "Ida Holm and Bob Marr"),
        ("Karl Berg left. Still, Ida Holm, Ada Weir and Berg called the raid savage.", "Ida Holm, Ada Weir and Karl Berg"),
        ("After a walk with Berg, Ida Holm and the mayor called the raid savage.", "Ida Holm and the mayor"),
        ("She and other clerks called the raid savage.", "She and other clerks"),
        ("Ida Holm fled Zell and Bob Marr called the raid savage.", "Bob Marr"),
        ("The raid was called savage by Ida Holm and Bob Marr.", "Ida Holm and Bob Marr"),
        ("Open Shore, a guild that has vowed to fight the levy, called the raid savage.", "Open Shore"),
        ("Karl Berg met clerks. He accused Bob Marr of theft. He called the raid savage.", "Karl Berg"),
        ("Listening to Berg rage on, calling the raid savage, one felt sad.", None),
        ("A film emerged of him saying that the raid was savage.", None),
        ("Ida Holm -- whose husband built the dam -- called the raid savage.", "Ida Holm"),
    ],
)
def test_where_a_speaker_ends(text, speaker):
    """When somebody acts, or a text came out, is no part of who speaks, and who goes on to speak is not whose view was told."""
    assert heard(text, "savage") == ("indirect", speaker)


@pytest.mark.parametrize(
    ("text", "words", "source"),
    [
        ("The speech could also embolden critics who say the raid was savage.", "savage", "critics"),
        ("He had often met with donors hoping the raid would be savage.", "savage", "donors"),
        ("The clerks did not respond to a message seeking a savage reply.", "savage", "a message"),
        ("The nurse faces many voters who have deep misgivings about a savage raid.", "savage", "many voters"),
        ("The port is feeding envy to rivals looking for savage cuts.", "savage", None),
        ("Some farmers who have listened to Holm's speeches, at home or on the air, said the raid was savage.", "savage", "Some farmers"),
        (
            "Reached by phone, a clerk at the mill, the owner's pride, denied that the raid was savage.",
            "savage",
            "a clerk at the mill",
        ),
        ("Guards came at noon, raising fears that a savage raid was near.", "savage", None),
        ("The ships turned back, and growing numbers of sailors said the raid was savage.", "savage", "growing numbers of sailors"),
        ("Striking miners said the raid was savage.", "savage", "Striking miners"),
        ("Ida Holm feared a raid, a plan Berg does not have, and spoke of savage guards.", "savage", "Ida Holm"),
        ("Half the crew said the raid was savage.", "savage", "Half the crew"),
        ("Retired nurses from two wards said the raid was savage.", "savage", "Retired nurses from two wards"),
    ],
)
def test_no_verb_is_read_into_who_speaks(text, words, source):
    """What stands between an auxiliary and who speaks is a verb; a participle before a noun is not."""
    assert heard(text, words)[1] == source


@pytest.mark.parametrize(
    ("text", "words", "speaker"),
    [
        ("The film, which weaves the voices of divers, explains the city's treatment of sailors.", "treatment", "The film"),
        ("The film – which shows divers and pilots, among others – explains the city's treatment of sailors.", "treatment", "The film"),
        ("The raid, which killed two, was savage, says a local doctor.", "savage", "a local doctor"),
    ],
)
def test_a_relative_clause_is_not_what_is_said(text, words, speaker):
    """A subject and its relative clause before a verb are no clause that somebody behind the verb has said."""
    assert heard(text, words)[1] == speaker
