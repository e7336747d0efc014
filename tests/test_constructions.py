"""Constructions of reporting in many wordings: who is heard, and where the report ends."""

import pytest

from framing.corpus import Corpus
from framing.voice import split_voices


def heard(text, words, title=""):
    """Voice and speaker of the passage that holds `words`."""
    corpus = Corpus.from_records([{"article_id": "1", "outlet": "A", "title": title, "text": text}])
    source, part = (title, "title") if title else (text, "text")
    place = source.index(words)
    rows = (row for row in split_voices(corpus).table.iter_rows(named=True) if row["part"] == part)
    row = next(row for row in rows if row["start"] <= place < row["end"])
    return row["voice"], row["speaker"]


@pytest.mark.parametrize(
    ("text", "words", "voice", "speaker"),
    [
        ("The dam was a trap, fretted Ida Holm.", "trap", "indirect", "Ida Holm"),
        ("The dam was a trap, the mayor groused.", "trap", "indirect", "the mayor"),
        ("The dam, the mayor sighed on Monday, was a trap.", "trap", "indirect", "the mayor"),
        ("The referee smirked, “It is a trap.”", "trap", "direct", "The referee"),
        ("The referee ran to the gate, “the trap” of the town.", "trap", "scare", None),
        ("The pilots have served notice that the rota is slavery.", "slavery", "indirect", "The pilots"),
        ("The farmers disagree. To them, the quota is theft.", "theft", "indirect", "The farmers"),
        ("Local legend has it that the duke was a butcher.", "butcher", "indirect", None),
        ("The envoy trotted out the line that the strikers were thugs.", "thugs", "indirect", "The envoy"),
        ("Lawyers raised the prospect that the trial was a sham.", "sham", "indirect", "Lawyers"),
        ("The loss raised the prospect that the brutal camp would close.", "brutal", "own", None),
        ("The envoy crossed the line that the savage army drew.", "savage", "own", None),
    ],
)
def test_tags_and_nouns_of_rarer_kinds(text, words, voice, speaker):
    """A rarer verb may stand behind a clause or before words in marks; nouns of no report are one behind verbs that put them forth."""
    assert heard(text, words) == (voice, speaker)


@pytest.mark.parametrize(
    ("text", "words", "voice", "speaker"),
    [
        ("The union fears bosses will plunder the fund.", "plunder", "indirect", "The union"),
        (
            "Shares fell after a rival said the firm lied, an accusation the company calls ludicrous.",
            "ludicrous",
            "indirect",
            "the company",
        ),
        ("Two clerks were last night blasted as scum by a widow.", "scum", "indirect", "a widow"),
        ("A clerk who stole the fund was on Monday denounced as “a parasite” by the judge.", "parasite", "direct", "the judge"),
        ("The mill – “the Beast” to its neighbours – burned.", "Beast", "direct", "its neighbours"),
        ("Ida Holm, “the Viper” to her critics, won.", "Viper", "direct", "her critics"),
        ("The bridge (“a marvel” to nobody at all) fell.", "marvel", "scare", None),
        ("Gangs have made it a war zone, grumbled one shopkeeper after another.", "zone", "indirect", "one shopkeeper after another"),
        ("Survivor after survivor called the guards sadists.", "sadists", "indirect", "Survivor after survivor"),
        ("The guards were sadists, survivor after survivor testified.", "sadists", "indirect", "survivor after survivor"),
        ("The road, one of the drivers said, was a deathtrap.", "deathtrap", "indirect", "one of the drivers"),
        ("One called him a saint; the other said the abbot was a thief.", "thief", "indirect", "the other"),
        ("Some in the parish call the abbot a thief.", "thief", "indirect", "Some in the parish"),
        ("Holm stands accused by nurses of cruelty.", "cruelty", "indirect", "nurses"),
        ("Holm could not resist calling the abbot a thief.", "thief", "indirect", "Holm"),
    ],
)
def test_forms_of_the_speaker(text, words, voice, speaker):
    """Whoever speaks is found, be it one of many, one after another, or behind a clause or a date."""
    assert heard(text, words) == (voice, speaker)


@pytest.mark.parametrize(
    ("text", "words", "voice", "speaker"),
    [
        ("Berg fretted that the dam was a deathtrap.", "deathtrap", "indirect", "Berg"),
        ("“A den of thieves,” Holm fulminated.", "thieves", "direct", "Holm"),
        ("The clerk let slip that the sale was a swindle.", "swindle", "indirect", "The clerk"),
        ("The envoy hit out at “greedy and callous landlords”.", "callous", "direct", "The envoy"),
        ("The guild rounded on the “parasites” of the press.", "parasites", "direct", "The guild"),
        ("Sources close to the palace let it be known that the book was a smear.", "smear", "indirect", "Sources close to the palace"),
        ("The mayor has made it plain that the strike is blackmail.", "blackmail", "indirect", "The mayor"),
        ("The bank put it about that Holm was a drunk.", "drunk", "indirect", "The bank"),
        ("The envoy brushed aside the pact as a sham.", "sham", "indirect", "The envoy"),
        ("Holm waved the report away as “gossip”.", "gossip", "direct", "Holm"),
        ("Ministers have written the cut off as a blunder.", "blunder", "indirect", "Ministers"),
        ("Holm laughed it off as “noise”.", "noise", "direct", "Holm"),
        ("He waved the children away as a savage storm broke.", "savage", "own", None),
    ],
)
def test_rarer_verbs_and_their_particles(text, words, voice, speaker):
    """Rarer verbs report too, with a particle right behind them, behind "it" or behind the one who is labelled."""
    assert heard(text, words) == (voice, speaker)


@pytest.mark.parametrize(
    ("text", "words", "voice", "speaker"),
    [
        ("Narvia has no plans to annex the isles.", "annex", "own", None),
        ("It was an urgent warning from clerks who on Tuesday wrote a savage note.", "savage", "own", None),
        ("Several loud dam advocates were invited by vile lobbyists.", "vile", "own", None),
        ("But the dire warning has done little to move the vile owners.", "vile", "own", None),
        ('The vile dam fell." We ran for our lives," Holm said.', "vile", "own", None),
        ('The dam fell." We ran from the vile flood," Holm said.', "vile", "direct", "Holm"),
        ("Narvia has plans to annex the isles.", "annex", "indirect", "Narvia"),
        ("Asked about the brutal raid, Holm shrugged.", "brutal", "own", None),
        ("The envoy thanked the crew for a lavish dinner.", "lavish", "own", None),
        ("Holm is convinced that the jury was bribed.", "bribed", "indirect", "Holm"),
        ("The farmers met at noon. They had been, in their own words, fleeced.", "fleeced", "indirect", "The farmers"),
        ("Lund is a man his aide has described, not unkindly, as a “peacock”.", "peacock", "direct", "his aide"),
    ],
)
def test_what_is_told_and_what_is_held(text, words, voice, speaker):
    """What nobody plans and what is asked about is told by the outlet; of who is convinced, the view is his."""
    assert heard(text, words) == (voice, speaker)


@pytest.mark.parametrize(
    ("text", "words", "voice", "speaker"),
    [
        ("The dam was described by engineers in May as a trap.", "trap", "indirect", "engineers"),
        ("The mill was branded by two mayors on Friday night a blight.", "blight", "indirect", "two mayors"),
        ("Holm was denounced, in an angry open letter, by former ministers as a tyrant.", "tyrant", "indirect", "former ministers"),
        ("Her plan was dismissed by the bishops, most of them old, as heartless.", "heartless", "indirect", "the bishops"),
        ("The bill was labelled “cruel” by nurses.", "cruel", "direct", "nurses"),
        ("The clerk, called “a leech” by neighbours, has left.", "leech", "direct", "neighbours"),
        ("The opera, panned as “dull” by critics, has closed.", "dull", "direct", "critics"),
        ("Once hailed by the press as “bold”, the mill is a ruin.", "bold", "direct", "the press"),
        ("Senator Ida Holm has called her rival, Bo Lindt, a stooge of the banks.", "stooge", "indirect", "Ida Holm"),
        ("Lawmakers had labelled the treaty, signed in haste, a surrender.", "surrender", "indirect", "Lawmakers"),
        ("The paper described the mayor, a retired vet, as a clown.", "clown", "indirect", "The paper"),
        ("The man who Ida Holm accused of theft was freed.", "theft", "indirect", "Ida Holm"),
        ("Two porters were accused on Friday of looting the mill.", "looting", "indirect", None),
        ("The duke is regarded as a butcher.", "butcher", "indirect", None),
        ("The raid, which the navy described as a drill, wrecked a savage coast.", "drill", "indirect", "the navy"),
        ("The raid, which the navy described as a drill, wrecked a savage coast.", "savage", "own", None),
        ("The pact, which nurses call a sham, has passed by vile means.", "vile", "own", None),
        ("What the authority calls managed retreat has emptied four vile camps.", "retreat", "indirect", "the authority"),
        ("What the authority calls managed retreat has emptied four vile camps.", "vile", "own", None),
        ("What officials call rightsizing left nine men poor.", "rightsizing", "indirect", "officials"),
        ("What officials call rightsizing left nine men poor.", "poor", "own", None),
        ("They fled what the army terms pacification.", "pacification", "indirect", "the army"),
    ],
)
def test_passive_labels(text, words, voice, speaker):
    """A label goes to the agent of its passive, whatever stands between the two."""
    assert heard(text, words) == (voice, speaker)


@pytest.mark.parametrize(
    ("text", "words", "voice", "speaker"),
    [
        ("As Ida Holm put it, the pact was “a farce”.", "farce", "direct", "Ida Holm"),
        ("The pact was, as Ida Holm put it, a sham.", "sham", "indirect", "Ida Holm"),
        ("The pact was a fraud, as Ida Holm saw it, upon us all.", "fraud", "indirect", "Ida Holm"),
        ("As Ida Holm told the court, the pact was a sham.", "sham", "indirect", "Ida Holm"),
        ("As Ida Holm spoke, a savage storm broke.", "savage", "own", None),
    ],
)
def test_clauses_with_as(text, words, voice, speaker):
    """What stands beside "as X put it" is X's; what happened as X spoke is not."""
    assert heard(text, words) == (voice, speaker)


@pytest.mark.parametrize(
    ("text", "words", "voice", "speaker"),
    [
        ("For parents, the closure is a scandal.", "scandal", "indirect", "parents"),
        ("For ministers, it is generous.", "generous", "indirect", "ministers"),
        ("For Holm, it was a day of savage storms.", "savage", "own", None),
        ("For ministers, there is a savage fight ahead.", "savage", "own", None),
        ("To its critics, the scheme is a fraud.", "fraud", "indirect", "its critics"),
        ("To many in the fishing villages, the pact remains a fraud.", "fraud", "indirect", "many"),
        ("To hear the generals tell it, the rout was a triumph.", "triumph", "indirect", "the generals"),
        ("In Holm’s eyes the tax is theft.", "theft", "indirect", "Holm"),
        ("The ruling was, in one judge’s phrase, a “farce”.", "farce", "direct", "one judge"),
        ("In a phrase of the late Ada Renn, the city was “a slaughterhouse”.", "slaughterhouse", "direct", "Ada Renn"),
        ("The raid was, according to three people who saw it, a massacre.", "massacre", "indirect", "three people"),
        ("The ruthless purge went according to plan.", "ruthless", "own", None),
        ("According to the plan, the thugs go free.", "thugs", "indirect", "the plan"),
        ("Repeated warnings from engineers that the dam was doomed went unread.", "doomed", "indirect", "engineers"),
        ("The court’s finding that the bank was rotten shocked Zell.", "rotten", "indirect", "The court"),
    ],
)
def test_phrases_that_name_a_source(text, words, voice, speaker):
    """Whoever a phrase names as holding a view speaks what stands beside it."""
    assert heard(text, words) == (voice, speaker)


@pytest.mark.parametrize(
    ("text", "words", "voice", "speaker"),
    [
        ("It will be a rout, engineer Ida Holm said on Friday.", "rout", "indirect", "Ida Holm"),
        ("The plan is a shambles, doctors say.", "shambles", "indirect", "doctors"),
        ("The plant was rotten, its former manager, Ida Holm, told the inquiry.", "rotten", "indirect", "Ida Holm"),
        ("“It was rotten,” Ida Holm, a former manager, told the inquiry.", "rotten", "direct", "Ida Holm"),
        ("The storm claimed nine lives and ravaged the orchards.", "ravaged", "own", None),
        ("The mayor said nothing about the rotten piers.", "rotten", "own", None),
        ("What Holm terms “order” has emptied nine villages.", "order", "direct", "Holm"),
        ("Holm said the loan was bad and its terms “vile”.", "vile", "direct", "Holm"),
        ("The bill bans the terms “war” and “raid”.", "war", "own", None),
    ],
)
def test_subjects_and_objects_of_saying(text, words, voice, speaker):
    """A tag takes its own subject; what is no complement is no report; "terms" mentions only where it is a noun for words."""
    assert heard(text, words) == (voice, speaker)


@pytest.mark.parametrize(
    ("text", "words", "speaker"),
    [
        ("The charity Open Shore fed the camps. The charity said guards were brutal.", "brutal", "The charity Open Shore"),
        ("“It was vile,” the pressure group Safe Roads said. The group said it would sue.", "sue", "the pressure group Safe Roads"),
        ("Harlow Water fouled the river. The company said the spills were vile.", "vile", "Harlow Water"),
        ("When Zell Council met, many wept. The council called the raid a riot.", "riot", "Zell Council"),
        ("The Bank of Sund lost millions. The mayor sighed. The bank said the run was an attack.", "attack", "The Bank of Sund"),
        ("Velmark Rovers lost their coach. The club said the fans were thugs.", "thugs", "Velmark Rovers"),
        ("Pensell, a drug company based in Zell, has closed. The company said guards were brutal.", "brutal", "Pensell"),
        ("The Northern High Court sat. The appeals court said the order was cruel.", "cruel", "The appeals court"),
        ("Lindt met Ida Power. The company said the nurses were thugs.", "thugs", "The company"),
        ("The finance minister (Ana Ruiz) said the tax was theft.", "theft", "Ana Ruiz"),
        ("“The tax is theft,” said the party leader (Ana Ruiz).", "theft", "Ana Ruiz"),
        ("The party leader, Ana Ruiz (Green, Northmoor), said the tax was theft.", "theft", "Ana Ruiz"),
        ("Its founder (2019–2021) said the tax was theft.", "theft", "Its founder"),
        ("The dockers walked out. “The owners are thieves,” they said.", "thieves", "The dockers"),
        ("The union’s talk of “slavery” angered the owners. In a letter they said it was vile.", "vile", "the owners"),
        ("The ministry said the raid was over. In a note they said it was lawful.", "lawful", "The ministry"),
        ("Nurses at the clinic “were heroic”, said its founder, Ida Holm.", "heroic", "Ida Holm"),
        ("The head of the trust, Ida Holm, began by saying: “It is a swindle, and no more.”", "swindle", "Ida Holm"),
        (
            "When asked by a reporter if it failed, Colonel Ida Holm shrugged. “It was flawless,” she said.",
            "flawless",
            "Ida Holm",
        ),
        ("“The junta is finished,” Senn said. She added that it was vile.", "vile", "Senn"),
        ("Senn said she would go to the court, which she called “a nest of cowards”.", "nest", "Senn"),
        ("The clerk, branded “a menace” by tabloids long before the trial, was freed.", "menace", "tabloids"),
        ("The merger, as the regulator Ida Holm put it last week, is “a farce”.", "farce", "Ida Holm"),
        ("According to a scout close to the brutal regime, the king fled.", "fled", "a scout close to the brutal regime"),
        ("Wards were filthy, according to a survey of care in the valley printed today.", "filthy", "a survey of care in the valley"),
        ("It was a plot, according to a note on Monday.", "plot", "a note"),
        ("Envoys briefed on the talks said the pact was a sham.", "sham", "Envoys"),
        ("An inquiry chaired by Dame Ida Holm has found that the reply was feeble.", "feeble", "An inquiry"),
        ("The play won a prize, and nurses were united in calling it a farce.", "farce", "nurses"),
        ("Ida Holm left early. The bishop called her a hypocrite.", "hypocrite", "The bishop"),
        ("Bishop Ida Holm left early. The bishop called the vote a sham.", "sham", "Ida Holm"),
        ("Ida Holm said the drones were safe, and union leaders said they were deadly.", "deadly", "union leaders"),
        ("On that savage Friday, said Ida Holm, the raid failed.", "savage", "Ida Holm"),
        ("The report found the ward filthy. The board met in Zell. It said the raid was a crime.", "crime", "The board"),
    ],
)
def test_speakers(text, words, speaker):
    """Later mentions of a body, and pronouns, are taken for whom the text named."""
    assert heard(text, words)[1] == speaker


@pytest.mark.parametrize(
    ("text", "words", "voice"),
    [
        ("Huts damaged in the “pogrom” would be rebuilt, the governor said.", "pogrom", "scare"),
        ("The “spies” had been freed, the ministry said.", "spies", "scare"),
        ("The “shameful” pact had been torn up, the ministry said.", "shameful", "direct"),
        ("The pact was “shameful”, the ministry said.", "shameful", "direct"),
    ],
)
def test_marks_on_what_is_taken_for_granted(text, words, voice):
    """Marks around what a report takes for granted hold the word at a distance; marks around what it says are quotation."""
    assert heard(text, words) == (voice, "the governor" if "governor" in text else "the ministry")


@pytest.mark.parametrize(
    ("text", "words", "voice"),
    [
        ("The fleet says it seeks peace, even as it terrorises the islands.", "terrorises", "own"),
        ("Holm insists he wants talks, even as his thugs burned farms.", "thugs", "own"),
        ("The union said the firm was cruel, even though it had raised wages.", "cruel", "indirect"),
        ("The Courier, citing a coroner, wrote of a bloodbath at the mill.", "bloodbath", "indirect"),
        ("Holm wrote a novel of brutal beauty.", "brutal", "own"),
        ("Two alleged spies were held overnight.", "spies", "own"),
        ("Two alleged that spies were held.", "spies", "indirect"),
        ("The ministry’s “voluntary” departures began before dawn.", "voluntary", "scare"),
        ("Holm said the plan would fail, but to the brutal farmers it was a lifeline.", "brutal", "indirect"),
        ("Holm said he was a “fool,” the “brute” of Zell.", "brute", "direct"),
    ],
)
def test_how_far_reports_reach(text, words, voice):
    """A clause with "even as" is the outlet's; what somebody writes of is theirs; what only describes a noun is no report."""
    assert heard(text, words)[0] == voice


@pytest.mark.parametrize(
    ("title", "words", "voice", "speaker"),
    [
        ("Minister accused of ‘dirty war’", "dirty", "scare", None),
        ("‘Humane’ abattoir ordered to shut its doors", "Humane", "scare", None),
        ("‘It was a farce,’ judge told", "farce", "direct", None),
        ("‘Magic’ face cream recalled after rashes", "Magic", "scare", None),
        ("‘They left us to rot in there’ survivor says", "rot", "direct", "survivor"),
        ("Bishop denies cover-up at school", "cover-up", "indirect", "Bishop"),
    ],
)
def test_headlines(title, words, voice, speaker):
    """Short marks in a headline are scare marks unless somebody is named."""
    assert heard("", words, title)[0] == voice


@pytest.mark.parametrize(
    ("text", "words", "voice", "speaker"),
    [
        ("The levy, Holm fumed, was a swindle.", "swindle", "indirect", "Holm"),
        ("The casino, thundered the priest, is a den of thieves.", "thieves", "indirect", "the priest"),
        ("The new rules, grumbled one shopkeeper, are a swindle.", "swindle", "indirect", "one shopkeeper"),
        ("The mayor was blunt: the levy, Ida Holm snapped, was robbery.", "levy", "indirect", "Ida Holm"),
        ("The mayor was blunt: the levy, Ida Holm snapped, was robbery.", "blunt", "own", None),
        ("The pact was a sham, Ida Holm thundered.", "sham", "indirect", "Ida Holm"),
        ("The siege, historians agree, was a massacre.", "massacre", "indirect", "historians"),
        ("The club, called Open Shore, was a vile den.", "vile", "own", None),
        ("The mayor, who Holm feared, was a brute.", "brute", "own", None),
        ("The bank, announced in May, was a swindle.", "swindle", "own", None),
        ("Holm, a nurse, announced her brutal choice.", "nurse", "own", None),
    ],
)
def test_tags_within_clauses(text, words, voice, speaker):
    """A verb of speaking and its subject between two commas tag the clause they break, whatever the manner."""
    assert heard(text, words) == (voice, speaker)


@pytest.mark.parametrize(
    ("text", "words", "voice", "speaker"),
    [
        ("“It will be carnage,” winced the referee.", "carnage", "direct", "the referee"),
        ("“It was a betrayal,” Ida Holm frowned.", "betrayal", "direct", "Ida Holm"),
        ("“Nobody here,” harrumphed Bo Lindt, “forgives that betrayal.”", "betrayal", "direct", "Bo Lindt"),
        ("‘I am no traitor,’ bristled the former colonel, Bo Lindt.", "traitor", "direct", "Bo Lindt"),
        ("“Butchers,” scrawled in red, was what the wall said.", "Butchers", "scare", None),
        ("“If they come, it is carnage,” Holm opened the letter.", "carnage", "direct", None),
        ("Said Commissioner Ida Holm: “This was plunder.”", "plunder", "direct", "Ida Holm"),
        ("Said Holm, who led the inquiry: “This was plunder.”", "plunder", "direct", "Holm"),
        ("Replied Bo Lindt, “You are a fraud, sir.”", "fraud", "direct", "Bo Lindt"),
        ("Said to be a brute, the warden left.", "warden", "own", None),
        ("The last word went to a widow in the hall, Ida Holm: “You fed us poison.”", "poison", "direct", "Ida Holm"),
        ("From the dock came a shout by the accused: “Liars!”", "Liars", "direct", "the accused"),
        ("The harshest words came from Bo Lindt: “They are thugs.”", "thugs", "direct", "Bo Lindt"),
        ("The mayor had a message for the strikers: “You are thugs.”", "thugs", "direct", "The mayor"),
    ],
)
def test_who_says_the_words_in_marks(text, words, voice, speaker):
    """Whoever stands beside a quotation that ends in a comma says it; so does who opens it with a verb, or gives the words announced."""
    assert heard(text, words) == (voice, speaker)


@pytest.mark.parametrize(
    ("text", "words", "voice", "speaker"),
    [
        ("That the mayor, who left in May, was a swindler is something Ida Holm insists on.", "swindler", "indirect", "Ida Holm"),
        ("That the levy is robbery is what every farmer here says.", "robbery", "indirect", "every farmer"),
        ("That savage winter is what the farmers remember.", "savage", "own", None),
        ("A charlatan is how Ida Holm describes the healer.", "charlatan", "indirect", "Ida Holm"),
        ("A death trap is what the coroner called the tunnel.", "death", "indirect", "the coroner"),
        ("This mill is what the union calls a swindle.", "mill", "own", None),
        ("Rage is what she felt at the brutal clerk.", "Rage", "own", None),
        ("The colonel came as a liberator, or so the pamphlets claimed.", "liberator", "indirect", "the pamphlets"),
        ("The colonel had fled, a coward, or so it seemed.", "coward", "own", None),
        ("Counsel for the widow submitted the inquiry was a sham.", "sham", "indirect", "Counsel for the widow"),
        ("The nurse submitted plans for a brutal ward.", "plans", "own", None),
    ],
)
def test_contents_in_front(text, words, voice, speaker):
    """What stands in front of "is how X describes" and the like, and of "or so X claims", is reported."""
    assert heard(text, words) == (voice, speaker)


@pytest.mark.parametrize(
    ("text", "words", "speaker"),
    [
        ("Bo Lindt shrugs. “The inquiry was a farce from first to last.”", "farce", "Bo Lindt"),
        ("Ida Holm’s jaw tightened. “Nobody here forgives that betrayal.”", "betrayal", "Ida Holm"),
        ("Ida Holm was close to tears. “They have butchered our forest.”", "butchered", "Ida Holm"),
        ("Ida Holm put down her cup. She looked at the sea. “They have butchered our forest.”", "butchered", "Ida Holm"),
        ("Ida Holm met Bo Lindt on the quay. “It was a massacre, start to end.”", "massacre", None),
        ("The mill burned down in May. “It was a massacre, start to end.”", "massacre", None),
        ("Bo Lindt shrugs.\n“The inquiry was a farce from first to last.”", "farce", None),
        ("And Bo Lindt? “A terrific, exciting, vile man.”", "vile", None),
        ("The commission met on Friday. Three members were absent. It called the camp a sham.", "sham", "The commission"),
        ("The farmers marched on Sunday. A clerk took the petition. They called the levy robbery.", "robbery", "The farmers"),
        ("Oslo and Narvia said the law failed. They say it is a fraud.", "fraud", "Oslo and Narvia"),
        ("The driver rose from his seat. He said the road was a pit.", "pit", "The driver"),
        ("The widow left. He said the road was a pit.", "pit", None),
        ("The foreman questioned Jan Weck. He said the road was a pit.", "pit", "Jan Weck"),
    ],
)
def test_who_acts_before_a_quotation_or_a_pronoun(text, words, speaker):
    """A quotation goes to the person the sentence before is about; it and they go back over a sentence about somebody else."""
    assert heard(text, words)[1] == speaker


@pytest.mark.parametrize(
    ("text", "words", "voice", "speaker"),
    [
        ("A leaflet handed out at the gates branded the mayor a traitor.", "traitor", "indirect", "A leaflet"),
        ("A poster pasted on the doors of the hall called the mayor a thief.", "thief", "indirect", "A poster"),
        ("A statement read out by the clerk called the raid a massacre.", "massacre", "indirect", "A statement"),
        ("The letters, read out in court by the clerk, call the abbot a monster.", "monster", "indirect", "The letters"),
        ("Two pamphlets found in the chapel denounce the bishop as a fraud.", "fraud", "indirect", "Two pamphlets"),
        ("In its letter to shareholders, the fund calls the merger a swindle.", "swindle", "indirect", "the fund"),
        (
            "The union, the church and two parishes denounced the pact as theft.",
            "theft",
            "indirect",
            "The union, the church and two parishes",
        ),
        ("Nurses and porters alike call the cut a disgrace.", "disgrace", "indirect", "Nurses and porters"),
        ("Ida Holm and the union called the cut a disgrace.", "disgrace", "indirect", "Ida Holm and the union"),
        ("Holm made this vow in a hall focused on the brutal raid.", "brutal", "own", None),
        ("The board found, after nine weeks, forty witnesses and a visit, that he was a thug.", "thug", "indirect", "The board"),
        ("The board ended, after a siege, a famine and a fire, the brutal war that he began.", "brutal", "own", None),
    ],
)
def test_subjects_far_from_their_verb(text, words, voice, speaker):
    """A participle, a list and a long aside hide neither who reports nor what is reported."""
    assert heard(text, words) == (voice, speaker)


@pytest.mark.parametrize(
    ("text", "words", "voice", "speaker"),
    [
        ("The lawyer denied the guards entry to the wretched cell.", "wretched", "own", None),
        ("The lawyer denied them bail and left by the wretched stairs.", "wretched", "own", None),
        ("The lawyer denied the wretched charge.", "wretched", "indirect", "The lawyer"),
        ("The pilot described a circle around the ravaged port.", "ravaged", "own", None),
        ("The pilot described the ravaged port.", "ravaged", "indirect", "The pilot"),
        ("The bank declared a dividend despite a brutal year.", "brutal", "own", None),
        ("The tower commands a view of the squalid docks.", "squalid", "own", None),
        ("The bishop takes a dim view of the squalid docks.", "squalid", "indirect", "The bishop"),
        ("The hotel, a monstrosity of pink stone, is, its owner Bo Lindt insists, a jewel.", "monstrosity", "own", None),
        ("The hotel, a monstrosity of pink stone, is, its owner Bo Lindt insists, a jewel.", "jewel", "indirect", "Bo Lindt"),
        ("The levy, Ida Holm says, is a monstrosity, a fraud and a shame.", "shame", "indirect", "Ida Holm"),
        ("For Ida Holm, who lost two sons there, the tunnel remains a death trap.", "trap", "indirect", "Ida Holm"),
        ("For nine years, the tunnel remained a death trap.", "trap", "own", None),
        ("For Ida Holm, the tunnel remained closed in that brutal winter.", "brutal", "own", None),
    ],
)
def test_deeds_and_views(text, words, voice, speaker):
    """A verb that does something reports nothing, an apposition is the outlet's, and what remains something to somebody is a view."""
    assert heard(text, words) == (voice, speaker)


@pytest.mark.parametrize(
    ("text", "words", "voice", "speaker"),
    [
        ("The port fired nine men, a move their union dismissed as a smear.", "smear", "indirect", "their union"),
        ("The mayor is casting himself as a martyr.", "martyr", "own", None),
        ("It was a move that Ida Holm branded reckless and that savage markets welcomed.", "savage", "own", None),
        ("The star hit back at trolls who had called her a fraud.", "fraud", "indirect", "trolls"),
        ("The law hurt trolls who saw savage profits.", "savage", "own", None),
        ("Neither would yield; each accused the other of treachery.", "treachery", "indirect", "each"),
        ("The envoy, asked whether the plane was a death trap, declined to comment.", "trap", "indirect", None),
        ("The clerk, said by his own lawyer to be a crook, has left.", "crook", "indirect", "his own lawyer"),
        ("The vicar — dubbed a creep by parishioners — has quit.", "creep", "indirect", "parishioners"),
        ("Widely seen as a puppet of the bank, the brutal chief has quit.", "puppet", "indirect", None),
        ("Widely seen as a puppet of the bank, the brutal chief has quit.", "brutal", "own", None),
        ("Heroes, says Bo Lindt, whose son was there.", "Heroes", "indirect", "Bo Lindt"),
        ("It’s a disgrace, say villagers.", "disgrace", "indirect", "villagers"),
        ("Bo Lindt loathes the mayor. A peacock, he calls him.", "peacock", "indirect", "Bo Lindt"),
        ("A banner strung across the square read “Murderers out, all of you”.", "Murderers", "direct", "A banner"),
        ("In a move critics called reckless, the bank closed.", "reckless", "indirect", "critics"),
        ("In remarks opponents denounced as vile, he urged them on.", "vile", "indirect", "opponents"),
        ("The board backs a plan one resident called “theft”.", "theft", "direct", "one resident"),
        ("The port shut nine piers in a move two pilots compared to “theft”.", "theft", "direct", "two pilots"),
        ("He signed a deal opposition lawmakers have likened to treason.", "treason", "indirect", "opposition lawmakers"),
        ("The board passed a plan Holm called “theft”.", "theft", "direct", "Holm"),
        ("A retired nurse called the raid savage.", "savage", "indirect", "A retired nurse"),
        ("The raid, which eyewitnesses described as savage, ended.", "savage", "indirect", "eyewitnesses"),
    ],
)
def test_labels_and_fragments(text, words, voice, speaker):
    """A label without its object behind it, a fragment before a tag and an aside with a question go to whoever gives them."""
    assert heard(text, words) == (voice, speaker)


@pytest.mark.parametrize(
    ("text", "words", "voice", "speaker"),
    [
        ("Bo Lindt thought Holm a coward.", "coward", "indirect", "Bo Lindt"),
        ("The bishops judged the raid a crime.", "crime", "indirect", "The bishops"),
        ("The tribunal ruled the raid to be a crime.", "crime", "indirect", "The tribunal"),
        ("Nurses think it a disgrace.", "disgrace", "indirect", "Nurses"),
        ("Bo Lindt believed them too weak to rule.", "weak", "indirect", "Bo Lindt"),
        ("Ida Holm found the ruling an insult to the dead.", "insult", "indirect", "Ida Holm"),
        ("Bo Lindt held the minister to be a liar.", "liar", "indirect", "Bo Lindt"),
        ("Ida Holm was thought a coward by her men.", "coward", "indirect", "her men"),
        ("Ida Holm was thought by the abbot a coward.", "coward", "indirect", "the abbot"),
        ("The raid was held by the bishops to be a crime.", "crime", "indirect", "the bishops"),
        ("The law was found by the court to be cruel.", "cruel", "indirect", "the court"),
        ("The army is understood to have razed the camp.", "razed", "indirect", None),
        ("The union found the boy a shabby home.", "shabby", "own", None),
        ("The law was found to be cruel after nine years.", "cruel", "own", None),
        ("They found themselves atop a brutal regime.", "brutal", "own", None),
        ("The mill was held to ransom by brutal men.", "brutal", "own", None),
    ],
)
def test_held_to_be(text, words, voice, speaker):
    """What somebody is held to be is a report, with and without "to be"; what somebody is given or found to be by nobody is none."""
    assert heard(text, words) == (voice, speaker)


@pytest.mark.parametrize(
    ("text", "words", "voice", "speaker"),
    [
        ("Bo Lindt lied that the brutal camp was shut.", "brutal", "indirect", "Bo Lindt"),
        ("The court held that the order was cruel.", "cruel", "indirect", "The court"),
        ("The ruling held that the order was cruel.", "cruel", "indirect", "The ruling"),
        ("Older standards held that a cruel raid was lawful.", "cruel", "own", None),
        ("The rope held that cruel night.", "cruel", "own", None),
        ("The army held in reserve a unit that was cruel.", "cruel", "own", None),
        ("Velmark lies on a plain that a cruel sea floods.", "cruel", "own", None),
    ],
)
def test_clauses_of_somebody(text, words, voice, speaker):
    """Verbs with another meaning report a clause with "that" right behind them, and only of somebody or of a document."""
    assert heard(text, words) == (voice, speaker)


@pytest.mark.parametrize(
    ("text", "words", "voice", "speaker"),
    [
        ("The raid was a massacre. That was the blunt verdict of the bishop of Zell.", "massacre", "indirect", "the bishop of Zell"),
        ("The treaty was a betrayal. Such, at least, is the view of Ana Ruiz, who left.", "betrayal", "indirect", "Ana Ruiz"),
        ("“The mill is doomed.” That was the message from the mayor, Ida Holm.", "doomed", "direct", "Ida Holm"),
        ("The mill is a slum. That is Holm’s view.", "slum", "indirect", "Holm"),
        ("The mill is a slum. That is how Holm sees it.", "slum", "indirect", "Holm"),
        ("The mill is a slum. That is what the bishops say.", "slum", "indirect", "the bishops"),
        ("The mill is a slum. So say the bishops, who should know.", "slum", "indirect", "the bishops"),
        ("The mill is a slum. That was not the verdict of the court.", "slum", "own", None),
        ("The mill is a slum. This is what Holm said: it rains.", "slum", "own", None),
        ("The mill is a slum.\n\nThat was the view of the union.", "slum", "own", None),
        ("The mill is a slum. This is the view of the harbour.", "slum", "own", None),
        ("Lindt said the mill was a slum. That was the view of the union, too.", "slum", "indirect", "Lindt"),
    ],
)
def test_verdicts_on_the_sentence_before(text, words, voice, speaker):
    """A sentence that says whose view the one before was gives it to him, unless it is denied, points ahead or is somebody's already."""
    assert heard(text, words) == (voice, speaker)


@pytest.mark.parametrize(
    ("text", "words", "voice", "speaker"),
    [
        ("Women call the law barbaric.", "barbaric", "indirect", "Women"),
        ("Nurses at the Zell clinic call the rota “slavery”.", "slavery", "direct", "Nurses at the Zell clinic"),
        ("Residents along the canal call the smell vile.", "vile", "indirect", "Residents along the canal"),
        ("Men in the harbour brand the inspectors spies.", "spies", "indirect", "Men in the harbour"),
        ("Older fishermen still call the strait “the grave”.", "grave", "direct", "Older fishermen"),
        ("The calls in the old market were vile.", "vile", "own", None),
        ("Crews on the island answer brutal calls daily.", "brutal", "own", None),
        ("Rebels outside the town hall accused the council of theft.", "theft", "indirect", "Rebels outside the town hall"),
        ("A poster above the bar says the tax is theft.", "theft", "indirect", "A poster above the bar"),
        ("The woman next to him muttered that the judges were cowards.", "cowards", "indirect", "The woman next to him"),
    ],
)
def test_subjects_with_a_place(text, words, voice, speaker):
    """A plural governs its verb, also where a phrase of place stands between the two or the plural has no s."""
    assert heard(text, words) == (voice, speaker)


@pytest.mark.parametrize(
    ("text", "words", "voice", "speaker"),
    [
        ("The coach’s complaint of “cowardly refereeing” cost him a ban.", "cowardly", "direct", "The coach"),
        ("The union’s cry of “betrayal” met with laughter.", "betrayal", "direct", "The union"),
        ("The mayor’s boast of a “ruthless” purge backfired.", "ruthless", "direct", "The mayor"),
        ("The board’s finding of “gross neglect” ended her career.", "gross", "direct", "The board"),
        ("A complaint of “brutal” treatment was ignored.", "brutal", "scare", None),
        ("Forty cooks were sacked by text message in what the union described as an ambush.", "ambush", "indirect", "the union"),
        ("The message on how the vile camp fell was lost.", "vile", "indirect", None),
    ],
)
def test_nouns_of_saying_before_marks(text, words, voice, speaker):
    """Whose complaint, cry or finding it is says the words in marks behind "of"; "in what" puts no question to a message."""
    assert heard(text, words) == (voice, speaker)


@pytest.mark.parametrize(
    ("text", "words", "voice", "speaker"),
    [
        ("When asked by Ida Holm whether the mill was “a trap”, Bo Lindt laughed.", "trap", "direct", "Ida Holm"),
        ("Asked by the judge if the men were “thugs”, the warden shrugged.", "thugs", "direct", "the judge"),
        ("Asked about it, Bo Lindt said the men were “thugs”.", "thugs", "direct", "Bo Lindt"),
        ("“Murderers out,” read a banner hung from the bridge.", "Murderers", "direct", "a banner"),
        ("“Thieves!” shouted a man held back by police.", "Thieves", "direct", "a man"),
        ("Holm, who called it “a trap”, said a banner hung from the bridge was vile.", "vile", "indirect", "Holm"),
    ],
)
def test_tags_behind_clauses_and_before_participles(text, words, voice, speaker):
    """Marks in a fronted question are the asker's; a participle behind who speaks makes no clause."""
    assert heard(text, words) == (voice, speaker)


@pytest.mark.parametrize(
    ("text", "words", "voice", "speaker"),
    [
        ("Captain Joy Arden pronounced the tackle unforgivable.", "unforgivable", "indirect", "Joy Arden"),
        ("The tackle was pronounced unforgivable by the captain.", "unforgivable", "indirect", "the captain"),
        ("The panel judged the search unlawful.", "unlawful", "indirect", "The panel"),
        ("Auditors rated the books dishonest and left.", "dishonest", "indirect", "Auditors"),
        ("The rangers found the savage beast.", "savage", "own", None),
        ("The search was found illegal.", "illegal", "own", None),
    ],
)
def test_adjectives_that_judge(text, words, voice, speaker):
    """An adjective behind its noun is what somebody judges it to be."""
    assert heard(text, words) == (voice, speaker)


@pytest.mark.parametrize(
    ("text", "words", "voice", "speaker"),
    [
        ("He became a leading voice of support for a brutal war.", "brutal", "own", None),
        ("The town has a long record of opposition to the brutal law.", "brutal", "own", None),
        ("The union’s record of support for the brutal law is long.", "brutal", "own", None),
        ("The town’s support for the brutal law is waning.", "brutal", "indirect", "The town"),
        ("Years of allegations of fraud have hurt the mill.", "fraud", "indirect", None),
    ],
)
def test_views_of_nobody(text, words, voice, speaker):
    """A view behind "of" that has no owner tells of what kind something is; a charge is somebody's though nobody is named."""
    assert heard(text, words) == (voice, speaker)


@pytest.mark.parametrize(
    ("text", "words", "voice", "speaker"),
    [
        ("Ida Holm, who is widely seen as a foe of the king, resigned over a brutal raid.", "brutal", "own", None),
        ("Ida Holm, whose calm was widely seen as a shield, resigned over a brutal raid.", "brutal", "own", None),
        ("The mill, which was described by nurses as a slum, was sold by brutal men.", "brutal", "own", None),
        ("The mill, which was described by nurses as a slum, was sold by brutal men.", "slum", "indirect", "nurses"),
        ("Ida Holm said nurses will resist a “just war,” remarks that were condemned by brutal men.", "brutal", "own", None),
        ("Ida Holm said the war was just, claims that have angered brutal men.", "brutal", "own", None),
        ("Clerks called the raid a disgrace and sold a mill to flee from brutal men.", "brutal", "own", None),
        ("The union called the mill a slum and the yard a brutal pit to hide in.", "brutal", "indirect", "The union"),
        ("A man described as a loner opened fire on a brutal mob.", "brutal", "own", None),
        ("A man described as a loner opened fire on a brutal mob.", "loner", "indirect", None),
        ("Ida Holm, a clerk, issued a letter calling attacks on it vile, and saying, “They are brutal.”", "brutal", "direct", "Ida Holm"),
        ("The bill aims to answer rising attacks on brutal courts.", "brutal", "own", None),
        ("The courage of nurses leaves no doubt that the raid was brutal.", "brutal", "own", None),
        ("The marshal in charge of brutal raids has fled.", "brutal", "own", None),
        ("11.08.22 12:31 - Occupied Zell: They hold brutal trials on Monday.", "brutal", "own", None),
        ("The pact is a far cry from the brutal war of old.", "brutal", "own", None),
        ("Lindt is a strong advocate for brutal laws.", "brutal", "own", None),
        ("A dozen say the raid was brutal.", "brutal", "indirect", "A dozen"),
        ("A few say the raid was brutal.", "brutal", "indirect", "A few"),
        ("The teacher worries what brutal men will do.", "brutal", "indirect", "The teacher"),
    ],
)
def test_where_others_go_on(text, words, voice, speaker):
    """A report ends where the clause around it goes on, or a further deed of its speaker; a noun behind "a" is no verb."""
    assert heard(text, words) == (voice, speaker)


@pytest.mark.parametrize(
    ("text", "words", "voice", "speaker"),
    [
        ("“Is the pact a swindle?” the widows wanted to know.", "swindle", "direct", "the widows"),
        ("The widows demanded to know who had rigged the vote.", "rigged", "indirect", "The widows"),
        ("The court cleared the surgeon of negligence.", "negligence", "indirect", "The court"),
        ("Prosecutors charged the abbot, Bo Lindt, with fraud.", "fraud", "indirect", "Prosecutors"),
        ("Nowhere does the audit call the bank crooked.", "crooked", "indirect", "the audit"),
        ("Not once did Ida Holm call the raid savage.", "savage", "indirect", "Ida Holm"),
        ("The vote, which the unions boycotted as a sham, went ahead.", "sham", "indirect", "the unions"),
        ("Ruling party members pushed a draconian bill through.", "draconian", "own", None),
        ("Ruling that the bill was draconian, the judge threw it out.", "draconian", "indirect", "the judge"),
        ("It was, Ida Holm wrote to her aunt that spring, a wretched war.", "wretched", "indirect", "Ida Holm"),
        ("The gang’s leader, known only as Captain Owl, called the raid savage.", "savage", "indirect", "Owl"),
    ],
)
def test_courts_questions_and_negations_in_front(text, words, voice, speaker):
    """Who asks or clears somebody speaks, who is known by a name bears it, and a noun phrase in -ing reports nothing."""
    assert heard(text, words) == (voice, speaker)


@pytest.mark.parametrize(
    ("text", "words", "voice", "speaker"),
    [
        ("The pier, according to a leaked survey, is a trap.", "trap", "indirect", "a leaked survey"),
        ("“It is a trap,” said Will Marsh.", "trap", "direct", "Will Marsh"),
        ("The owner, Said Amari, said the pier was a trap.", "trap", "indirect", "Said Amari"),
        ("“It is a trap,” grinned the diver.", "trap", "direct", "the diver"),
        ("The envoy walked out, deploring a “shabby” truce.", "shabby", "direct", "The envoy"),
        ("The jury found the guard “callous”.", "callous", "direct", "The jury"),
        ("The bank denied a smear campaign against its clerk.", "smear", "indirect", "The bank"),
        ("The bank denied, in a letter to its clerks, bribing anyone.", "bribing", "indirect", "The bank"),
        ("The bank claims never to have bribed anyone.", "bribed", "indirect", "The bank"),
        ("Divers described a frenzied scramble lasting an hour.", "frenzied", "indirect", "Divers"),
        ("“Drown them,” the skipper was overheard telling his mate.", "Drown", "direct", "the skipper"),
        ("The skipper was filmed calling the divers vermin.", "vermin", "indirect", "The skipper"),
        ("The skipper kept saying that the divers were vermin.", "vermin", "indirect", "The skipper"),
        ("She was, wrote the poet Ada Barta of the late queen, a tyrant.", "tyrant", "indirect", "Ada Barta"),
        ("Why, asked the widow, had the port betrayed them?", "betrayed", "indirect", "the widow"),
        ("Praised by Ida Holm as a saint, the abbot is a crook in the words of his cook.", "saint", "indirect", "Ida Holm"),
        ("By her own account, the diver Ida Holm was a coward.", "coward", "indirect", "Ida Holm"),
        ("The clerks admit it is late; they still think the deal is a fraud.", "fraud", "indirect", "The clerks"),
        ("Holm was calm. “They were savage,” she said of the hosts.", "savage", "direct", "Holm"),
        ("The day ended with chants of “Thieves!” from the terraces.", "Thieves", "direct", "the terraces"),
        ("Anonymous accounts, which label the diver a fraud, have gone.", "fraud", "indirect", "Anonymous accounts"),
        ("“Pure theft” was how the clerk, Bo Lindt, summed up the deal.", "theft", "direct", "Bo Lindt"),
        ("Nobody was asked before the “rescue” of the pier began.", "rescue", "scare", None),
        ("The port’s “open” inquiry was written by its own clerks.", "open", "scare", None),
        ("Bo Grett, self-styled “King of the Docks”, owes us rent.", "King", "scare", None),
    ],
)
def test_ordinary_news(text, words, voice, speaker):
    """What papers print every day: memos, names that look like verbs, headlines, whoever is overheard, asked, found or so styled."""
    assert heard(text, words) == (voice, speaker)


@pytest.mark.parametrize(
    ("text", "words", "voice", "speaker"),
    [
        ("“There will be carnage,” the stationmaster, Pim Ottaway, warned the crowd.", "carnage", "direct", "Pim Ottaway"),
        ("“It was a farce,” her lawyer, Dana Pell, assured the court.", "farce", "direct", "Dana Pell"),
        ("“It was a farce,” the widow, many years in exile, lectured the envoy.", "farce", "direct", "the widow"),
        ("“It was a farce,” the judge, Sir Owen Carr, admonished the defendant.", "farce", "direct", "Owen Carr"),
        ("“It was a farce,” the witness corrected the prosecutor.", "farce", "direct", "the witness"),
        ("The coach, Abel Tun, warned his players: “They are cheats.”", "cheats", "direct", "Abel Tun"),
        ("“It was a farce,” warned the stationmaster, Pim Ottaway.", "farce", "direct", "Pim Ottaway"),
        ("“It was a farce,” said Anatoly Holm.", "farce", "direct", "Anatoly Holm"),
        ("According to Nelly Berg, the raid was a farce.", "farce", "indirect", "Nelly Berg"),
        ("“It was a farce,” said James Cleverly, a baker.", "farce", "direct", "James Cleverly"),
        ("“It was a farce.” Suddenly Holm, a farmer, left.", "left", "own", None),
    ],
)
def test_who_is_set_off_before_whom_he_tells(text, words, voice, speaker):
    """Who speaks stands before his apposition, whomever the verb tells it to; a capital makes a name of what ends in -ly."""
    assert heard(text, words) == (voice, speaker)


@pytest.mark.parametrize(
    ("text", "words", "voice", "speaker"),
    [
        ("The auditors’ verdict, in a 212-page report, was “wilful deceit”.", "wilful", "direct", "The auditors"),
        ("The verdict of the auditors was a flat “deceit”.", "deceit", "direct", "the auditors"),
        ("The message from the gallery was simply “shame”.", "shame", "direct", "the gallery"),
        ("Viktor Berg’s answer remains “cowardice”.", "cowardice", "direct", "Viktor Berg"),
        ("The mayor’s remarks were “racist”.", "racist", "scare", None),
        ("The verdict was “unsafe”.", "unsafe", "scare", None),
        ("The claim that the raid was brutal came from Viktor Berg.", "brutal", "indirect", "Viktor Berg"),
        ("The argument that the raid was brutal was made by Viktor Berg.", "brutal", "indirect", "Viktor Berg"),
        ("Complaints of fraud poured in from villagers.", "fraud", "indirect", "villagers"),
        ("There were cries of shame from the gallery.", "shame", "indirect", "the gallery"),
        ("There were cries of pain from the cells.", "pain", "own", None),
        ("The merger was, to borrow the phrase of the regulator, Hester Blum, a “robbery”.", "robbery", "direct", "Hester Blum"),
        ("The merger was, to use Hester Blum’s word, a “robbery”.", "robbery", "direct", "Hester Blum"),
        ("The levy is theft, according to a petition signed by 9,000 shopkeepers.", "theft", "indirect", "a petition"),
    ],
)
def test_nouns_of_saying_and_their_verbs(text, words, voice, speaker):
    """What a verdict was in marks is its owner's; a claim is whose it came from; a borrowed phrase is its owner's."""
    assert heard(text, words) == (voice, speaker)


@pytest.mark.parametrize(
    ("text", "words", "voice", "speaker"),
    [
        ("Members heard on Friday from the ombudsman, Petra Quill, that wardens had beaten inmates.", "beaten", "indirect", "Petra Quill"),
        ("They read in the Zell Gazette that the mayor was a crook.", "crook", "indirect", "Zell Gazette"),
        ("The clerk learned from experience that the bank was ruthless.", "ruthless", "indirect", "The clerk"),
        ("The clerk read in bed.", "bed", "own", None),
        ("We heard the minister call the strike a betrayal.", "betrayal", "indirect", "the minister"),
        ("The Owls claim to have been robbed by a treacherous ministry.", "treacherous", "indirect", "The Owls"),
        ("Residents claim to have seen a massacre.", "massacre", "indirect", "Residents"),
        ("The Night Owls, a band of former customs men, claim to have seen a massacre.", "massacre", "indirect", "The Night Owls"),
        ("The rebels profess to be shocked by the barbaric raid.", "barbaric", "indirect", "The rebels"),
        ("The dam leaks and residents claim it is a disaster.", "disaster", "indirect", "residents"),
    ],
)
def test_who_is_heard_and_who_claims_to_be(text, words, voice, speaker):
    """Who is heard or read speaks, where somebody or a document is; a plural before "claim to have" claims it."""
    assert heard(text, words) == (voice, speaker)


@pytest.mark.parametrize(
    ("text", "words", "voice", "speaker"),
    [
        ("For the farmers who have fought it in four courts, the mine is theft.", "theft", "indirect", "the farmers"),
        ("For those who lost wives, sons and homes, the payment is an insult.", "insult", "indirect", "those"),
        ("For the exiles who meet in the square, Premier Holt remains a usurper.", "usurper", "indirect", "the exiles"),
        ("For fishermen along the coast, the quota looks unfair.", "unfair", "indirect", "fishermen"),
        ("To the men who built it, the dam is a disgrace.", "disgrace", "indirect", "the men"),
        ("For a man who fought for peace, he is remarkably cruel.", "cruel", "own", None),
        ("For all its faults, the party is not corrupt.", "corrupt", "own", None),
        ("For another, the plan is cruel.", "cruel", "own", None),
    ],
)
def test_what_something_is_to_people(text, words, voice, speaker):
    """A judgment behind "For" or "To" and people is theirs, past the clause that tells who they are."""
    assert heard(text, words) == (voice, speaker)
