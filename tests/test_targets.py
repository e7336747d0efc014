"""Whom a term describes, construction by construction: who acts, who bears, who is called so, and where nobody is named."""

import polars as pl
import pytest
from articles import passages_of

from framing import read_lexicon, score, tables
from framing.corpus import Corpus
from framing.voice import split_voices
from framing.voice.stance import read_stance

SCHEMA = tables.schema("hits")


def target(marked, choice=None):
    """Target of the term in square brackets, which may be one name of a naming choice."""
    before, _, rest = marked.partition("[")
    term, _, after = rest.partition("]")
    passages = split_voices(Corpus.from_records([{"article_id": "1", "outlet": "A", "text": before + term + after}]))
    start = len(before)
    row = next(row for row in passages.table.filter(part="text").iter_rows(named=True) if row["start"] <= start < row["end"])
    hit = {name: row.get(name) for name in SCHEMA} | {"start": start, "end": start + len(term), "weight": 1.0, "choice": choice}
    return read_stance(pl.DataFrame([hit], schema=SCHEMA), passages)["target"].item()


@pytest.mark.parametrize(
    ("marked", "wanted"),
    [
        ("“The toll,” she said, waving a bill, “is [extortion].”", "The toll"),
        ("The strikers stayed. The union calls them [heroes].", "The strikers"),
        ("The board blames the marchers. Holm calls them [heroes].", "the marchers"),
        ("If the premier signs it, he is a [traitor].", "the premier"),
        ("Progressivism is on the march. “We fell,” he [raged] at the dinner.", None),
        ("The act will allow the Berg board to use the levy on mills to [plunder] the fund.", "the Berg board"),
        ("The sheriff has called the board’s action an attempt to [intimidate] him.", "the board's action"),
        ("Holm described the levy as an attempt to [intimidate] him.", "the levy"),
        ("“We will ask the guild to stand with us in [denouncing] it,” Holm said.", "the guild"),
        ("The petition accuses the Holm campaign of “attempting to [bully] Mr. Berg”.", "the Holm campaign"),
        ("“We can never hold Narvian workers [hostage] again,” said Ida Holm.", None),
        ("“We are seeing a systematic [attack on our democracy] and our rule of law,” said Ida Holm.", None),
        ("Ted Holm (Narvia) has said that he would “[bomb] the rebels into oblivion”.", None),
        ("Berg's forces [attacked Zell] from the north.", "Berg"),
        ("The Narvian [genocide] began in May.", None),
        ("The board knew. It slept. And it [deceived] us.", "The board"),
        ("Two days after Holm [betrayed] it, the guild fell apart.", "Holm"),
        ("If the premier signs that decree, he is a [traitor].", "the premier"),
        ("Corin Vale was convicted of taking [bribes].", "Corin Vale"),
        ("Vale, 44, was sentenced on Monday to six years for taking [bribes] from builders.", "Vale"),
        ("The court convicted Vale of taking [bribes].", "Vale"),
        ("The auditors found systematic [plunder] by the guild’s former directors.", "the guild's former directors"),
        ("He never stood trial for the [atrocities] his men committed.", "his men"),
        ("Closing the [cesspit] at Orsk would save lives.", None),
        ("Prosecutors describe years of [plunder].", None),
        ("‘These officers’, Holm said, pointing at them, ‘are [cowards].’", "These officers"),
        ("“After the flood,” Holm said, sighing, “the wards were [vile].”", "the wards"),
        ("The toll, which the miller Ida Holm insists is [theft], rose.", "The toll"),
        ("The town has a toll that carters say is [theft].", "a toll"),
        ("The town has a toll carters say is [theft].", "a toll"),
        ("Holm, who clerks say was the [ringleader], was freed.", "Holm"),
        ("What carters say is a [sham] is law.", None),
        ("The miller who grinds for Holm insists the toll is [theft].", "the toll"),
        (
            "The clerks, the judge told the town on the second day of a trial that had been put off for nine years, were [cowards].",
            "The clerks",
        ),
        ("The toll, he thunders, is a [disgrace].", "The toll"),
        ("The raid, as the duke keeps telling whoever will listen, was [heroic].", "The raid"),
        ("The talks over wages [collapsed] at dawn.", "The talks"),
        ("Guards from the northern camp [looted] the mill.", "Guards"),
        ("The outbreak in Orlen province is [out of control].", "The outbreak"),
        ("The lender based in Orlen had [misled] savers.", "The lender"),
        ("The scandal, which has reached the guild, two banks and a stable, is [sordid].", "The scandal"),
        ("Holm met Berg, who sold the mill, and the mayor, who bought it, [cheated].", "the mayor"),
        ("The brokers who run it [swindled] the planet.", "The brokers"),
        ("The yacht club, which has debts since the spring, was [rotten].", "The yacht club"),
        ("The landlord, Brack Homes, [swindled] us.", "Brack Homes"),
        ("Rep. Ana Brandt (Zell) [smeared] her rival.", "Rep. Ana Brandt"),
        ("Ida Holm, Zell’s premier from 2001 to 2006, [swindled] us.", "Ida Holm"),
        ("Secretary of State Ida Holm [swindled] us.", "Secretary of State Ida Holm"),
        ("On Tuesday rebels [stormed] the barracks.", "rebels"),
        ("The agency on Friday [betrayed] its donors.", "The agency"),
        ("Holm is a man who [terrorised] the valley.", "Holm"),
        ("There was a mob that [ransacked] the town.", "a mob"),
        ("The militia, whose fighters [slaughtered] herders, denied it.", "fighters"),
        ("“The levy,” said Holm, who runs a hospice, “is a [fraud].”", "The levy"),
        ("The decision to open the dam was [criminal].", "The decision"),
        ("The claim that prices had fallen was [bogus].", "The claim"),
        ("The law which the senate passed is a [disgrace].", "The law"),
        ("Villagers who fled the raid were [desperate].", "Villagers"),
        ("The captain, drunk at the helm, [abandoned] us.", "The captain"),
        ("What the teachers did was [sadistic].", None),
        ("Neither the club nor its owners were [honest].", None),
        ("Few mayors have been so [vain].", None),
        ("What began as a picnic ended in a [bloodbath].", None),
        ("Nobody [sabotaged] the pumps.", None),
        ("You people are [vermin].", None),
        ("The sorting sheds were a [disgrace].", "The sorting sheds"),
        ("Tax cut is a [swindle], Ana Marr says.", "Tax cut"),
        ("What the mayor claims is a [lie].", None),
        ("What happened in the stadium was a [massacre].", None),
        ("She knows what the plan is, and the plan is a [sham].", "the plan"),
        ("United were [abject] in defence.", "United"),
        ("The board may quietly [loot] the fund.", "The board"),
    ],
)
def test_subjects(marked, wanted):
    """A subject is the head of its noun phrase, whatever stands between it and the verb."""
    assert target(marked) == wanted


@pytest.mark.parametrize(
    ("marked", "wanted"),
    [
        ("The council has been [bullied] into this by developers.", "developers"),
        ("The audit was [bungled] by the ministry.", "the ministry"),
        ("Patients had been [neglected].", None),
        ("The coast, [ravaged] by storms, will heal.", "storms"),
        ("Holm had ruined the talks by [leaking] the offer.", "Holm"),
        ("The bank denied [squeezing] anyone.", "The bank"),
        ("Holm urged Dravic Minerals to stop [plundering] the seabed.", "Dravic Minerals"),
        ("The ministry has done little to [curb] smuggling.", "The ministry"),
        ("Trying to [smear] its rival, the campaign leaked a diary.", "the campaign"),
        ("Having [squandered] its lead, the club sacked the coach.", "the club"),
        ("To [silence] its critics, the ministry closed a paper.", "the ministry"),
        ("The coalition’s [bickering] bores voters.", "The coalition"),
        ("Holm vowed to [crush] the strike.", None),
        ("The keeper admitted he had [cheated].", "The keeper"),
        ("Holm said he had [cheated].", None),
        ("The board has behaved [shamefully].", "The board"),
        ("The singer was treated [shabbily] by the club.", "the club"),
        ("The guards had [savagely] beaten them.", "The guards"),
        ("The guards would most [likely] flee.", "The guards"),
        ("“They are gone,” [muttered] the guard.", "the guard"),
        ("The fleet [invades] the islands each spring.", "The fleet"),
        ("If the fleet [invades], the ports will close.", "the fleet"),
        ("The drone [attacks] the army ordered killed ten.", None),
        ("After the drone [attacks], people fled.", None),
        ("The self-styled [saviour] of the delta fled by boat.", None),
        ("The town was [terrorised] by drones.", "drones"),
        ("The airline had acted [deceitfully] in its dealings.", "The airline"),
        ("Three of the boys were [cruelly] starved by wardens.", "wardens"),
    ],
)
def test_verbs(marked, wanted):
    """A verb describes who does it: the agent of a passive, the controller of an infinitive or a gerund; what is vowed nobody has done."""
    assert target(marked) == wanted


@pytest.mark.parametrize(
    ("marked", "wanted"),
    [
        ("The dam was described by engineers in May as a [trap].", "The dam"),
        ("The clerk, branded a [menace] by the press, left.", "The clerk"),
        ("She called the verdict an outrage and the judge a [fool].", "the judge"),
        ("Many consider the pact [toothless].", "the pact"),
        ("Dubbed the “[Butcher] of Zell”, Ivo Kral ruled for years.", "Ivo Kral"),
        ("The tower, which critics call an [eyesore], is finished.", "The tower"),
        ("Holm denounced what she called a [cover-up].", None),
        ("The mayor likened the strike to [blackmail].", "the strike"),
        ("The union’s description of the depot as a [sweatshop] angered them.", "the depot"),
        ("Holm hailed a “[historic victory]”.", None),
        ("The bishop has been accused of [shielding] priests.", "The bishop"),
        ("Prosecutors charged the treasurer with [embezzling] millions.", "the treasurer"),
        ("The firm was blamed for [poisoning] the river.", "The firm"),
        ("Donors faulted the board for its [cowardice].", "the board"),
        ("A court found the broker guilty of [fraud].", "the broker"),
        ("Accusations of [bribery] have dogged the party.", "the party"),
        ("The bank faces charges of [fraud].", "The bank"),
        ("The firm is notorious for [bribery].", "The firm"),
        ("The paper apologised for having [smeared] them.", "The paper"),
        ("The sheriff brushed aside the report as [fiction].", "the report"),
        ("The cuts turned the clinic into a [ruin].", "the clinic"),
        ("Holm called on the regime to end its [cruelty].", "the regime"),
        ("The committee found the director to be [corrupt].", "the director"),
        ("Holm was angry about charges of [fraud].", None),
        ("The abbey was mocked by many and described by Ida Holm, the guide, as [hideous].", "The abbey"),
        ("Ida Holm sold the abbey and described it as [hideous].", "the abbey"),
        ("The fee, widely called the “[milk tax]”, hurts farms.", "The fee"),
        ("Holm came in, called the thief a [wretch] and left.", "the thief"),
        ("Claims of [fraud] by two clerks have rocked the bank.", "two clerks"),
        ("Claims of [fraud] have rocked the bank.", "the bank"),
        ("Vicar accused of ‘[bribing]’ judges", "Vicar"),
        ("Prosecutors dropped [corruption] charges against the mayor.", "the mayor"),
        ("Prosecutors accused the firm of running a [racket].", "the firm"),
        ("Critics accuse the president of trying to [muzzle] the courts.", "the president"),
        ("Critics accuse the president of leaving troops to [plunder] the town.", "troops"),
        ("A campaign that the minister later described as [genocidal] began.", "A campaign"),
        ("It was a plan that doctors have called [inhumane].", "a plan"),
        ("They froze, a delay Holm called [absurd].", "a delay"),
        ("The premier Ida Holm called the rule [absurd].", "the rule"),
        ("Nobody called the guards [heroes] that night.", "the guards"),
        ("Her verdict on the budget was short: “A [con].”", "the budget"),
        ("Holm had another name for the depot: the [swamp].", "the depot"),
        ("Holm was blunt: “[Greed].”", None),
        ("Her verdict on the tour: “An absolute [disgrace].”", "the tour"),
        ("‘[Barbaric]’: vet’s verdict on puppy farm", "puppy farm"),
        ("Her view of the referee was short: “A complete [clown].”", "the referee"),
        ("The verdict of the fans was blunt: “An utter [disgrace].”", None),
        ("Calling the levy [theft] is absurd.", "the levy"),
        ("Holm heard himself described as a [parasite].", "Holm"),
        ("The regime has shown itself [incapable] of mercy.", "The regime"),
        ("What makes the scheme so [pernicious] is its name.", "the scheme"),
        ("By selling the archive the dean has committed [theft].", "the dean"),
        ("Holm accused the dean of cowardice, of [greed] and of sloth.", "the dean"),
        ("The governor was accused of tolerating [sadism] by night staff.", "night staff"),
        ("The [sadism] by night shocked us.", None),
    ],
)
def test_labels_and_charges(marked, wanted):
    """A label describes what is called so, a charge whom it is against."""
    assert target(marked) == wanted


@pytest.mark.parametrize(
    ("marked", "wanted"),
    [
        ("The ferry belonged to a [lout] named Ida Holm.", "Ida Holm"),
        ("We were robbed by a [swindler] called Ida Holm.", "Ida Holm"),
        ("A [thug] called Holm a liar.", None),
        ("A [thug] named in the report walked free.", None),
        ("The colonel came to the valley as a [liberator].", "The colonel"),
        ("Holm arrived as a hero and left as a [clown].", "Holm"),
        ("Holm came as the [raid] began.", None),
        ("A string of [toxic] chemical leaks closed the beach.", "the chemical leaks"),
        ("The [disgraced] financier Lothar Wenn came.", "the financier Lothar Wenn"),
        ("The fund’s [spectacular] collapse hurt many.", "The fund"),
        ("Ostmark’s increasingly [authoritarian] premier spoke.", "the premier"),
        ("Its own [secretive] monitors left.", "the monitors"),
        ("The [muzzled] stations played folk songs.", "the stations"),
        ("It was a [paranoid] spring.", None),
        ("The [brutal] winter killed the herds.", "the winter"),
        ("Landlord [greed] is emptying the town.", "Landlord"),
        ("Child [poverty] is rising.", None),
        ("[Bungling] council loses flood money", "the council"),
        ("[Bungling] repairs cost millions", None),
        ("The federation, [notorious] for late wages, was silent.", "The federation"),
        ("Ruben Adler, a [notorious] slumlord, owns the street.", "Ruben Adler"),
        ("The law, an [assault] on free speech, takes effect.", "The law"),
        ("The plan, at once [timid] and costly, was shelved.", "The plan"),
        ("Folly, not [malice], sank the ferry.", None),
        ("They met a man [drunk] on power.", "a man"),
        ("The duke is a little [hostile] to guests.", "The duke"),
        ("The duke was “craven, [cruel] and vain”.", "The duke"),
        ("The [cowardice] of the board was plain.", "the board"),
        ("The [cowardice] of last spring was plain.", None),
        ("At no point was the raid [brutal].", "the raid"),
        ("With no rivals the vote was a [sham].", "the vote"),
        ("The [massacre] of herders went unpunished.", None),
        ("Sunday’s [massacre] shook the town.", None),
        ("The king’s [henchmen] fled.", None),
        ("The talks ended in [farce].", "The talks"),
        ("Holm’s plan amounts to [blackmail].", "Holm's plan"),
        ("Once a [beacon] for the valley, the clinic now turns patients away.", "the clinic"),
        ("The president, vain and [vindictive], never forgave.", "The president"),
        ("The unrest was the work of [hooligans].", None),
        ("The [thugs] came back at night.", None),
        ("It is [scandalous] that the wards were empty.", None),
        ("The people aboard were “victims, not [invaders]”.", "The people aboard"),
        ("Port strike [reckless], minister says", "Port strike"),
        ("“It is a [fraud],” Holm said of the levy.", "the levy"),
        ("The army's month of [terror] ended.", "The army"),
        ("Orlo, the self-styled “[liberator],” sold the mill.", "Orlo"),
        ("They ran a scheme so [callous] that nobody slept.", "a scheme"),
        ("They closed workshops once [vital] to the valley.", "workshops"),
        ("The coroner called the hospital’s excuses [feeble].", "the hospital's excuses"),
        ("There is a [shameful] silence from the ministry.", "the ministry"),
        ("Under the [iron-fisted] rule of General Dask, the ports grew.", "General Dask"),
        ("The [fragile] rule of law broke down.", "the rule"),
        ("A [limp] second-half display cost the Rovers their place.", "the second-half display"),
        ("The Rovers fell in the most [spineless] fashion.", "The Rovers"),
        ("Critics follow a [spineless] fashion.", "the fashion"),
        ("The scheme was so [callous] that nobody slept.", "The scheme"),
        ("Idris Nakamba, the alleged [torturer] of Orlen, is due in court.", "Idris Nakamba"),
        ("Police held Marko Lessing, an alleged [people smuggler], on Friday.", "Marko Lessing"),
        ("The purported [mastermind] of the ring, Jurgen Abelard, coached boys.", "Jurgen Abelard"),
        ("The [mastermind] of the ring, an old vet, coached boys.", None),
        ("The jury will also hear from Nadia Ostrow, a [loan shark] who worked the docks.", "Nadia Ostrow"),
        ("There is nothing [radical] about the proposal.", "the proposal"),
        ("The military [threat] from Narvia grows.", "Narvia"),
        ("Narvia is a military [threat].", "Narvia"),
        ("There is no military [threat].", None),
        ("Ships landed in the [rogue state] of Sudria.", "Sudria"),
        ("The fleet’s nine days of [terror] emptied the delta.", "The fleet"),
        ("The world’s most [brutal] raid was filmed.", "the raid"),
        ("Far from a [martyr], Kessel was a thief.", "Kessel"),
        ("The referee had a [shocking] night.", "The referee"),
        ("The assault on Orlen by marines last autumn was [savage].", "The assault"),
        ("The [assault] on Orlen by Narvian marines last autumn was filmed.", "Narvian marines"),
    ],
)
def test_nouns_and_adjectives(marked, wanted):
    """An adjective describes its noun or whose act it is; a noun its owner, its bearer or its subject, and names nobody by itself."""
    assert target(marked) == wanted


@pytest.mark.parametrize(
    ("marked", "wanted"), [("The U.S. military was [brutal].", "The U.S. military"), ("Mr. McAdoo was [cruel].", "Mr. McAdoo")]
)
def test_targets_are_named_as_printed(marked, wanted):
    """A target keeps its capitals and full stops."""
    assert target(marked) == wanted


@pytest.mark.parametrize(
    ("marked", "wanted"),
    [
        ("Holm left by the [squalid] back stairs.", "the back stairs"),
        ("He slept in a [wretched] upstairs room.", "the upstairs room"),
        ("They were on the [wrong] side of history.", "the side"),
        ("The bank paid a dividend after a [disastrous] year.", "the year"),
        ("The bank declared a dividend after a [disastrous] year.", "the year"),
        ("Councillors backed a [punishing] 12 per cent rise in fares.", "the rise"),
        ("The lender took a [massive] $9 million loss.", "the loss"),
        ("The judge wrote a [scathing] 30-page ruling.", "the ruling"),
        ("The mayor survived a [bruising] no-confidence vote.", "the no-confidence vote"),
        ("Guests at the ‘[eco-friendly]’ lodge came by jet.", "the lodge"),
        ("The league lost the wealthy, [staunchly conservative] suburb of Brell.", "the suburb"),
        ("The guild’s “[elite]” rescue squad failed its test.", "the rescue squad"),
        ("They fought a [brutal] and senseless war.", "the war"),
        ("The war was [brutal] and senseless.", "The war"),
        ("Holm’s staging is long. Critics said it was the [boldest] thing of the year.", "Holm's staging"),
        ("They met within a week, which is [wildly optimistic] given that the dam leaks.", None),
        ("The bridge is a [hideous] toy.", "The bridge"),
        ("Critics call the fund a [shameless] racket.", "the fund"),
        ("The chief, who was once a [loyal] servant, fled.", "The chief"),
        ("The tax is part of a [brutal] budget.", "the budget"),
        ("Ida Holm had made a [foolish] promise.", "the promise"),
        ("There was a [savage] raid in Orlen.", "the raid"),
        ("The “[cheering]” crowd was paid.", "the crowd"),
        ("The [brutal] cut shocked Orlen.", "the cut"),
        ("The firm published a [dishonest] report last year.", "the report"),
        ("The court condemned the [brutal] assault by the guards.", "the guards"),
        ("The court condemned the [brutal] assault by the river.", "the assault"),
        ("The ministry published a [damning] report by its auditors.", "the report"),
        ("Ida Holm deplored the “[bullying] tactics” of the landlord.", "the landlord"),
        ("The [petty] vindictiveness of the clerk cost the town a bridge.", "the clerk"),
        ("The wait was the [brutal] part.", "The wait"),
        ("The wait was part of a [brutal] plan.", "the plan"),
        ("The novel is a sly, [venomous] little book.", "The novel"),
        ("The agency’s late, [cynical] denial hurt.", "The agency"),
        ("Holm founded the League of Zell, a [racist] outfit that grew.", "the League"),
        ("They will lose their jobs before Easter, a [cruel] blow to the town.", "the blow"),
        ("These were [indiscriminate] raids.", "the raids"),
        ("Peers slam ‘[botched]’ border checks", "the border checks"),
        ("Chief quits over ‘[appalling]’ ward deaths", "the ward deaths"),
    ],
)
def test_adjectives_before_their_noun(marked, wanted):
    """An adjective describes its noun across a number, a further adjective and marks; before an empty noun, the subject."""
    assert target(marked) == wanted


@pytest.mark.parametrize(
    ("marked", "wanted"),
    [
        ("The envoys had resorted to [blackmail].", "The envoys"),
        ("Holm denied that guards had used [excessive force].", "guards"),
        ("The company had shown [callous] disregard for its drivers.", "The company"),
        ("The rebels launched a [brutal] attack on the port.", "The rebels"),
        ("They wage a [savage] war.", "the war"),
        ("The video showed [cruelty].", None),
        ("The mayor took a [bribe] from the firm.", "The mayor"),
        ("The mayor took a [massacre] for a drill.", None),
        ("Ministers have shown nothing but [contempt] for pensioners.", "Ministers"),
        ("The family was treated with [cruelty].", None),
        ("The duke did something [foolish].", "The duke"),
        ("It takes [malice] to sack a man by text message.", None),
        ("The duke’s silence struck many as [callous].", "The duke's silence"),
        ("The duke came across as [rude].", "The duke"),
        ("The duke struck as the [raid] began.", None),
        ("The duke looked [rattled].", "The duke"),
        ("The letter drips with [arrogance].", "The letter"),
        ("The duke used the courts to [silence] rivals.", "The duke"),
        ("The laws make [invaders] of anglers.", "anglers"),
        ("Council [wastes] £2m on empty offices", "Council"),
    ],
)
def test_doers(marked, wanted):
    """Who resorts to an act, uses it or shows it is described by it; whoever suffers or pictures it is not."""
    assert target(marked) == wanted


@pytest.mark.parametrize(
    ("marked", "wanted"),
    [
        ("Ida Holm denies ever being [violent].", "Ida Holm"),
        ("The mayor admits to being [vain].", "The mayor"),
        ("The mayor confessed to [cheating] his guests.", "The mayor"),
        ("Denying that she was a [racist], Ida Holm left the hall.", "Ida Holm"),
        ("Ida Holm rejected any suggestion that she was a [bigot].", "Ida Holm"),
        ("The mayor bristled at the claim that he was [lazy].", "The mayor"),
        ("The mayor repeated the claim that he was [lazy].", None),
        ("Ida Holm said the raid had left her [bitter].", "Ida Holm"),
        ("Miners said the strike had left them [bitter].", "Miners"),
        ("Ida Holm said the raid had left him [bitter].", None),
        ("“The raid left her [bitter],” said Ida Holm.", None),
        ("The wardens treated us with [contempt].", "The wardens"),
        ("The board has treated its tenants with nothing but [contempt].", "The board"),
        ("The crowd attacked him with [savagery].", "The crowd"),
        ("The river was [choked] with weeds.", "The river"),
        ("The boys were [beaten] with cables.", None),
    ],
)
def test_what_somebody_tells_of_himself(marked, wanted):
    """Whoever faces a charge is charged, whoever tells what befell him is meant; a manner is of who acts, a filling of what is full."""
    assert target(marked) == wanted


@pytest.mark.parametrize(
    ("marked", "wanted"),
    [
        ("Is Ida Holm a [traitor]?", "Ida Holm"),
        ("Was the mayor of Sund a [thief]?", "the mayor"),
        ("Is there a [plot]?", None),
        ("The guards fought like [savages].", "The guards"),
        ("They want a leader like a [tyrant].", None),
        ("The treaty, signed in May and long considered [obsolete], lapsed.", "The treaty"),
        ("The treaty, long considered [obsolete], lapsed.", "The treaty"),
        ("Love [rat] Bo Lisk was seen in Sund.", "Bo Lisk"),
        ("Benefits [cheat] Dora Lisk blew it.", "Dora Lisk"),
        ("Ministers [betray] farmers.", "Ministers"),
        ("The [shamed] clerk quit on Friday.", "the clerk"),
        ("Far from being a [saint], Ida Holm robbed widows.", "Ida Holm"),
        ("Far from [heroic], the rescue was a muddle.", "the rescue"),
        ("Not only a thief but a [bully], Holm ran the docks.", "Holm"),
        ("Neither a [martyr] nor a traitor, Holm spent the war at home.", "Holm"),
        ("A bully and a [liar], Holm ran the docks.", "Holm"),
        ("By turns [cruel] and tender, the film is a marvel.", "the film"),
        ("Cruel and [vain], the king fled.", "the king"),
        ("Less a party than a [cult], the league is shunned.", "the league"),
        ("Once a [thug], Holm ruled for years.", "Holm"),
        ("A [thug], Holm said, was arrested.", None),
        ("A [thug], Holm went on, was arrested.", None),
        ("The duke's [henchmen], known as the boys, stood up.", None),
        ("A [raid], a trial and a scandal: it had it all.", None),
        ("After years of [terror], the king fled.", None),
        ("So [brutal] was the eviction, Holm wrote, that guards quit.", "the eviction"),
        ("Most [shameful] of all was the silence of the board.", "the silence"),
        ("Worse, and more [callous], was the letter.", "the letter"),
        ("So [cruel] and so pointless was the raid that guards quit.", "the raid"),
        ("How [brutal] was the raid?", "the raid"),
        ("[Terror] was the weapon.", None),
        ("[Brutal] was not the word for it.", None),
        ("A [charlatan] is how Ida Holm describes the healer.", "the healer"),
        ("A [sham] is what the party calls the vote.", "the vote"),
        ("A [charlatan] is how he is described by nurses.", None),
        ("The [charlatan] is how he made his money.", None),
        ("Holm’s staging is a bloated, selfish [muddle].", "Holm's staging"),
        ("“I think statehood is a [fraud],” Ida Holm said.", "statehood"),
        ("Keepers of both [legal] and illegal dogs came.", None),
        ("“That umpiring was a [joke],” Holm said.", "umpiring"),
        ("“What we got was [lies],” Holm said.", None),
        ("Members asked whether the deal was fair. “Was it a [swindle]?” Ida Holm said.", "the deal"),
        ("“Are we a [shambles]?” Ida Holm said.", None),
        ("The registry lists the choir as a [terrorist group].", "the choir"),
        ("The alleged [ringleader], Ruben Adler, was led into court.", "Ruben Adler"),
        ("After the [riot], Ruben Adler, the mayor, fled.", None),
        ("The pact, a [flagrant breach] of the treaty Narvia signed in 1951, was extended.", "The pact"),
        ("The coach had been [ham-fisted].", "The coach"),
        ("The board meeting was an [orgy of greed].", "The board meeting"),
        ("The court accused the owner, Abel Finch, of [theft].", "Abel Finch"),
        ("The [greedy] landlord, Brack Homes, won.", "Brack Homes"),
        ("The [greedy] landlord, Ana Marr said, won.", "the landlord"),
        ("The alleged [arsonist], a cook called Sten Dahl, was freed.", "Sten Dahl"),
        ("The alleged [arsonist], a cook, was freed.", None),
    ],
)
def test_predicates_and_names(marked, wanted):
    """A predicate finds its subject across adjectives, in a question and around a clause; a noun for a person, the name behind it."""
    assert target(marked) == wanted


@pytest.mark.parametrize(
    ("marked", "wanted"),
    [
        ("“It is [theft],” says Ida Holm of the toll.", "the toll"),
        ("“They are no [spies],” said Ida Holm of the pilgrims.", "the pilgrims"),
        ("“It was a [farce],” said Ida Holm of the rail union.", None),
        ("“They were [brutes], all of them,” said Ida Holm, who never spoke of it.", None),
        ("“A [menace],” said Ida Holm of the new ferry.", "the new ferry"),
        ("“[Robbery],” she called the toll.", "the toll"),
        ("“You are a [fraud],” Ida Holm told the healer.", "the healer"),
        ("“You are a fraud,” Ida Holm told the healer.\n“And you are a [liar],” the healer shot back.", "Ida Holm"),
        ("“You are [thieves],” the widow shouted at the bailiffs.", "the bailiffs"),
        ("“When you are a [thief], doors close,” Holm told the jailer.", None),
        ("“You are a [thief], or you starve,” Holm told the court.", None),
        ("Asked about the ruling, the duke smiled: “A [disgrace].”", "the ruling"),
        ("Of the toll, Holm said only: “[Robbery].”", "the toll"),
        ("Asked by Holm, the duke smiled: “A [disgrace].”", None),
        ("Asked about the ruling, the duke smiled: “The court is a [disgrace].”", "The court"),
        ("A landlord was fined on Monday. Judge Ida Holm said he had shown [contempt] for the law.", "A landlord"),
        ("Premier Ida Holm spoke on Monday. Her critics said she was a [puppet].", "Premier Ida Holm"),
        ("Ivo Kral sacked Ida Holm, saying she was [lazy].", "Ida Holm"),
        ("Premier Ivo Kral accused his rival of theft. Holm, a judge, says he is a [liar].", "Premier Ivo Kral"),
        ("Kelm’s mayor left. Councillors accused her of [fraud].", "Kelm's mayor"),
        ("Guards fired on the crowd. It was dusk. Holm said they were [murderers].", "Guards"),
        ("Holm had sacked four colonels. Kral said they were [parasites].", "four colonels"),
        ("The board held 31 people. “These are [criminals],” Holm said.", "31 people"),
        ("“Is the marshal a dictator?” the anchor asked. “He is a [patriot],” Holm replied.", "the marshal"),
        ("Holm voted against the stadium. “It’s a [giveaway],” she said.", "the stadium"),
        ("Her novel, “The Choir”, won, and critics call it a [triumph].", "Her novel"),
        ("The premier’s critics say she has [lied].", "The premier"),
        ("The poll was held in May. The opposition says it was [rigged].", "The poll"),
        ("The army says it never [shelled] the town.", "The army"),
        ("The minister, Ida Holm, spoke. Her critics say she is a [puppet].", "Ida Holm"),
        ("Ivo Kral wept. He admitted that he had been [foolish].", "Ivo Kral"),
        ("Ida Holm came to the market. One of us called her a [liar].", "Ida Holm"),
        ("Police turned up. Shares in the bank fell after a report accused it of [fraud].", "the bank"),
        ("The firm hid the leak. It [lied] to inspectors, too.", "The firm"),
        ("Holm said he had [cheated].", None),
        ("“This is [theft],” Holm said.", None),
        ("“They are [vultures],” Holm said.", None),
        ("The mill said its books were sound, but its [reckless lending] had ruined the valley.", "The mill"),
        ("Narvia was expelled a week after its [annexation] of Zell.", "Narvia"),
        ("Mayor Ida Holm stayed calm, but her [shabby bargain] with the mill was known.", "Mayor Ida Holm"),
        ("Shareholders faulted the board for its [cowardice].", "the board"),
        ("The king kept his [henchmen] close.", None),
        ("Ivo Lund met the press. The village nurse, Ana Marr, said he was a [fraud].", "Ivo Lund"),
        ("Ana Marr spoke first. The critics, a banker and a retired sailor, called her [vain].", "Ana Marr"),
        ("Ana Marr sold the farm. Her brother, the vet, said she was [greedy].", "Ana Marr"),
        ("The mayor had met Ana Marr, Ivo Lund said, and called her a [fool].", "Ana Marr"),
        ("Ida Holm left early. A bishop called her a [hypocrite].", "Ida Holm"),
        ("Narvia’s envoy left 30,000 people waiting. Ostland’s envoy said he was a [liar].", "Narvia's envoy"),
        ("The mill has closed, and the union accuses it of [greed].", "The mill"),
        ("Mayor Ida Holm arrived. Ana Marr said the mayor was [vain].", "Mayor Ida Holm"),
        ("Minister Ana Marr met minister Ivo Lund. The minister was [rude].", "The minister"),
        ("Mayor Ida Holm arrived. The mayor’s [rude] remarks hurt.", "Mayor Ida Holm"),
        ("Ida Holm arrived late. Her [haughty] manner annoyed us.", "Ida Holm"),
        ("Ida Holm arrived late. Her [haughty] speech annoyed us.", "the speech"),
        ("Beekeepers left. “They behaved like [saints],” Ana Marr said.", "Beekeepers"),
        ("Prices rose. “They are [cheats],” Ana Marr said of the shops.", "the shops"),
        ("In a short note Judge Sten Dahl praised the clerk. Ana Marr said he was [biased].", "Judge Sten Dahl"),
        ("Waiting at the gate, the clerk Ida Holm said little. Ivo Lund said she was [sullen].", "Ida Holm"),
        ("The Orlen Bridge was shut. Ivo Lund said he was [furious].", None),
        ("Ida Holm said she had never [lied].", "Ida Holm"),
        ("Bea Lund left. Officials said she had never [lied].", "Bea Lund"),
        ("Ida Holm left. Bea Lund said she was a [liar].", "Ida Holm"),
        ("Premier Ivo Lund said he had no plans to [purge] the courts.", "Ivo Lund"),
        ("Saskia Marr hired Henrik Valla straight from school. She says he was a [bully].", "Henrik Valla"),
        ("The deputy insisted that he was not a [racist].", "The deputy"),
        ("Ivo Kral spoke. The deputy insisted that he was not a [racist].", "Ivo Kral"),
        ("Lawyers for Toll denied he was a [predator].", None),
        ("Ivo Toll was freed. Lawyers for Toll denied he was a [predator].", "Ivo Toll"),
        ("Asked whether he had been a [stooge], Rafferty laughed.", "Rafferty"),
        ("Ana Marr said she had trusted the surgeon. He was, she now believes, a [fraud].", "the surgeon"),
        ("Lind hailed the merger; unions said it was a [carve-up] that would cost jobs.", "the merger"),
        ("Critics of the flyover say it is a [monstrosity].", "the flyover"),
        ("Lind praised the dossier; his rival said it was a [forgery].", "the dossier"),
        ("The levy fell in May. It was a [scandal] that nobody was told.", None),
        ("The dam broke in May. It was [greed] that drowned us.", None),
        ("Their first album sold well; it was [mawkish].", "Their first album"),
        ("“This deal sells out the weavers,” Lind said. “It is a [betrayal] of them.”", "This deal"),
        ("Lind unveiled his budget. Bakers said it was [robbery].", "his budget"),
        ("The march began at noon. It was [heroic].", "The march"),
        ("Lind closed the mill for a week. It was [spiteful].", "the mill"),
        ("“You are a [liar], Otto Lind,” the clerk shouted.", "Otto Lind"),
        ("“You are a [thief], Mr Lind,” the clerk shouted.", "Mr Lind"),
        ("“You, Mr Lind, are a [thief],” the clerk shouted.", "Mr Lind"),
        ("“You [ruined] this guild, warden, and you know it,” captain Otto Lind said.", "warden"),
        ("“You are a [fraud], doctor,” Ada Brisk told the healer.", "doctor"),
        ("“You are a [fraud],” Ada Brisk told the healer.", "the healer"),
        ("“You are [cowards], all of you,” she told the guards.", "the guards"),
        ("“You are a [coward], and Lind is too,” she told the warden.", "the warden"),
        ("The union said of the plan: “It is a [betrayal].”", "the plan"),
        ("Holm said of the warden that he was a [tyrant].", "the warden"),
        ("Holm wrote of the levy that it was [robbery].", "the levy"),
        ("“The ref cost us,” Holm said. “He was a total [joke] and he knows it.”", "The ref"),
        ("The boss sacked nine clerks. He is a [bully], they say.", "The boss"),
        ("The press hounded her. It was [savage].", "The press"),
        ("The rebels call themselves patriots. They are [thugs].", "The rebels"),
        ("Lind’s wife says he [bullied] her.", "Lind"),
        ("Lind’s wife says that he [bullied] her for years.", "Lind"),
        ("Holm’s lawyer says she [forged] the deed.", "Holm"),
        ("Zell’s newspapers say he [forged] the deed.", None),
        ("They are nothing but [vandals], these planners.", "these planners"),
        ("He is a [bully], this governor of ours.", "this governor"),
        ("It is a [racket], this toll, and everyone knows it.", "this toll"),
        ("“They are [thieves], these bankers,” she said.", "these bankers"),
        ("The duke arrived. He is a [boor], this time with a title.", "The duke"),
        ("The mill’s owner said it had been [run down] by its rivals.", "its rivals"),
        ("The duke’s critics say it is a [racket].", None),
        ("The bank has no plans to [punish] late payers, its chairwoman, Ida Holm, said.", "The bank"),
        ("The guild wants to [demolish] council houses.", "The guild"),
        ("“This is not only [reckless], it is deadly,” chief Ida Holm warned of the cladding.", "the cladding"),
        ("“This is not only reckless, it is [deadly],” chief Ida Holm warned of the cladding.", "the cladding"),
        ("“It isn’t [hatred],” Otto Lind said of the march.", "the march"),
        ("“It isn’t [hatred] and I won’t have anyone call it that,” Otto Lind said of the march.", "the march"),
        ("“They are [leeches],” she complained of the lenders.", "the lenders"),
        ("Union chief Ida Holm warned that it was [reckless].", None),
    ],
)
def test_pronouns(marked, wanted):
    """A pronoun stands for somebody other than who speaks: the nearest in its sentence, else whom one of those before is about."""
    assert target(marked) == wanted


@pytest.mark.parametrize(
    ("marked", "wanted"),
    [
        ("The minister is lazy, [vain] and corrupt.", "The minister"),
        ("The law is slow, hard to read and, in the view of judges, [unjust].", "The law"),
        ("The agency is slow at best and [corrupt] at worst.", "The agency"),
        ("The loan was ruinous and its terms “[usurious]”.", "its terms"),
        ("The vote had been free, but masked [thugs] guarded it.", None),
        ("The pact is far from [perfect].", "The pact"),
        ("The handover was smooth rather than [chaotic].", "The handover"),
        ("They chose talks rather than [war].", None),
        ("Holm called the deal “a sham” and the chief, Tilda Marr, “[reckless] with money”.", "Tilda Marr"),
        ("The pact is by no means a [surrender].", "The pact"),
        ("The plan looks [doomed].", "The plan"),
        ("The coach felt [betrayed].", None),
        ("The troops reacted to it with [savagery].", "The troops"),
        ("The firm treated them [abominably].", "The firm"),
        ("They were treated [abominably].", None),
        ("[Furious] at the delay, the miners blocked the road.", "the miners"),
        ("The bishop stands accused of [hypocrisy].", "The bishop"),
        ("Ministers were accused of plotting to [gag] the press.", "Ministers"),
        ("The court cleared the mayor of [theft].", "the mayor"),
        ("The broker pleaded guilty to [fraud].", "The broker"),
        ("The treasurer admitted [fraud].", "The treasurer"),
        ("The firm denies any [cruelty].", "The firm"),
        ("The army’s campaign of [terror] went on.", "The army"),
        ("Police [brutality] shocked us.", "Police"),
        ("Guards held hate [preacher] Abel Stroud.", "Abel Stroud"),
        ("The [preacher] Holm hired fled.", None),
        ("A man in his forties who [conned] widows fled.", "A man"),
        ("The rebels, some of them [fanatics], left.", "The rebels"),
        ("The rebels had no intention of [plundering] the town.", "The rebels"),
        ("Holm ordered a “[cleansing]” of the town.", None),
        ("Council [bungles] flood repairs", "Council"),
        ("Central bank [gambling] with savings, unions say", "Central bank"),
        ("Strike a [crime]", "Strike"),
        ("They froze for weeks, a scandal the minister described as [medieval].", "a scandal"),
        ("Holm accused the church of hypocrisy and its leaders of [cowardice].", "its leaders"),
        ("Holm called them zealots and said the stunt had been [dangerous].", "the stunt"),
        ("Lund, 58, a [compulsive] gambler, had cheated us.", "Lund"),
        ("Lund, 58, a gambler, had [cheated] us.", "Lund"),
        ("The miners, [fed up] with it, struck.", "The miners"),
        ("The estate, long [neglected], is to be sold.", None),
        ("Ida Holm, widely seen as [unelectable] a year ago, won.", "Ida Holm"),
        ("The raid was [politically motivated].", "The raid"),
        ("It is not clear who [poisoned] the spy.", None),
        ("Holm accused management of bad faith and [intimidation].", "management"),
        ("It took two years, a delay the court called [inexcusable].", "a delay"),
        ("The minister was sacked for [incompetence].", "The minister"),
        ("The [massacres] had been committed by both sides.", "both sides"),
        ("The premier poured [scorn] on the plan.", "The premier"),
        ("The board’s [damning] verdict came on Monday.", "the verdict"),
        ("The ban – a [blunt instrument] – will hurt growers.", "The ban"),
        ("The ban (a [blunt instrument], growers say) starts in May.", "The ban"),
        ("The deputies, visibly [furious], walked out.", "The deputies"),
        ("The reforms, if [painful], were needed.", "The reforms"),
        ("The duke, no [saint] himself, forgave her.", "The duke"),
        ("They have been [betrayed], not for the first time, by their leaders.", "their leaders"),
        ("The force is [riddled with] informers.", "The force"),
        ("Holm called his accusers [liars] and their lawyers leeches.", "his accusers"),
        ("Holm called his accusers liars and their lawyers [leeches].", "their lawyers"),
        ("The tapes show the premier to be [petty].", "the premier"),
        ("The [atrocities] were committed by the militia.", "the militia"),
        ("The premier smeared her critics as [traitors].", "her critics"),
        ("The premier [smeared] her critics.", "The premier"),
        ("The paper prints [lies].", "The paper"),
        ("The army acted without [mercy].", "The army"),
        ("It was the worst [atrocity] of the war.", None),
        ("The grid has gone [from bad to worse].", "The grid"),
        ("The deal reeks of [corruption].", "The deal"),
        ("The bill is tantamount to [theft].", "The bill"),
        ("The island’s only paper, a [mouthpiece] for the king, was silent.", "The island's only paper"),
        ("The company, once the [darling] of the markets, failed.", "The company"),
        ("Ivo Kral, whose [iron grip] on the courts is feared, won.", "Ivo Kral"),
        ("Holm described the raid as a [surgical] operation.", "the raid"),
        ("Holm left as a [furious] crowd gathered.", "the crowd"),
        ("Holm branded the plan cruel and [unworkable].", "the plan"),
        ("Holm dismissed as “[scaremongering]” a report on the dam.", "a report"),
        ("The regime has [jailed] forty reporters.", "The regime"),
        ("Rebels [attacked] the town.", "Rebels"),
        ("The pact was a triumph for Narvia and a [disaster] for Ostland.", "The pact"),
        ("The book portrays the colonel as brave and his men as [fools].", "his men"),
        ("Holm described the deal signed last week as a [capitulation].", "the deal"),
        ("The prison, described in the report as [squalid], is full.", "The prison"),
        ("The brothers ran the charity as a [racket].", "the charity"),
        ("Misrule has left the country a [wreck].", "the country"),
        ("The judge, known to be [lenient], freed him.", "The judge"),
        ("Farmers watched as troops [torched] their barns.", "troops"),
        ("The gang, led by two brothers, [robbed] forty shops.", "The gang"),
        ("The [massacre], carried out by the army in May, was filmed.", "the army"),
        ("Soldiers took part in the [looting].", "Soldiers"),
        ("Three men went on trial for [arson].", "Three men"),
        ("The verdict was so [perverse] that jurors wept.", "The verdict"),
        ("The report lists 14 [botched] operations.", "the operations"),
        ("The company treats its drivers with [contempt].", "The company"),
        ("The rebels’ [savagery] knows no bounds.", "The rebels"),
        ("Ministers turned a blind eye to the [plunder] of the forest.", None),
        ("The law would make it [impossible] to protest.", None),
        ("The separatists had carried out a cowardly [ambush].", "The separatists"),
        ("The effort after the storm has been not only slow but [corrupt].", "The effort"),
        ("Berg blamed the mayor after the vote was [rigged].", "the vote"),
        ("Nobody in her office was a [thief].", None),
    ],
)
def test_further_relations(marked, wanted):
    """Coordinated and gapped predicates, manner, charges, what holds an act, and headlines tell whom a term describes."""
    assert target(marked) == wanted


@pytest.mark.parametrize(
    ("marked", "wanted"),
    [
        ("Holm called a radio reporter a [liar].", "a radio reporter"),
        ("Holm called a young clerk of the court a [crook].", "a young clerk"),
        ("The union dismissed as a [smear] claims by the mayor.", "claims"),
        ("The tribunal ruled the raid to be a [crime].", "the raid"),
        ("Bo Lindt held the mayor to be a [liar].", "the mayor"),
        ("The bridge was no success. Neither was it a [disaster].", "The bridge"),
        ("The raid was no war, nor was it a [massacre].", "The raid"),
    ],
)
def test_who_is_held_to_be(marked, wanted):
    """A label describes its object, though that opens with "a" itself or stands behind the label, before "to be", or behind "was"."""


@pytest.mark.parametrize(
    ("marked", "wanted"),
    [
        ("How [cruel] the winter was!", "the winter"),
        ("How [reckless] the board has been became clear in May.", "the board"),
        ("What a [sham] this vote turned out to be.", "this vote"),
        ("What [lies] Holm told is not known.", None),
        ("So [corrupt] has the guild grown, wrote the clerk, that nobody trusts it.", "the guild"),
        ("So [vicious] did the quarrel become that two clerks left.", "the quarrel"),
        ("Such a [farce] had the vote become that both sides walked out.", "the vote"),
        ("So [cruel] had the guards fled that nobody spoke.", None),
        ("As a [hypocrite], Senator Ida Holm has few equals.", "Senator Ida Holm"),
        ("As [propaganda], the film is crude.", "the film"),
        ("As an act of [spite], the new wall is hard to beat.", "the new wall"),
        ("As a [raid] began, the clerks fled.", None),
        ("However [cruel] the board may be, it is honest.", "the board"),
        ("[Cruel] though it may be, the board is honest.", "the board"),
        ("[Cruel] though the clerks are, the board is honest.", None),
        ("Known for her [acid] tongue, Crane made enemies.", "Crane"),
        ("The more the duke talked, the more [absurd] the plan sounded.", "the plan"),
        ("For three weeks they traded insults: “[puppet]”, said one.", None),
        ("With rare [arrogance], the duke declined to come.", "the duke"),
        ("The duke came late. [Evasive] to the last, he left by the kitchen.", "The duke"),
    ],
)
def test_predicates_ahead_of_their_subject(marked, wanted):
    """A predicate that stands ahead of its verb describes the subject between them, or behind the comma that ends it."""
    assert target(marked) == wanted


@pytest.mark.parametrize(
    ("marked", "wanted"),
    [
        ("The inn was late with its bills, [careless] with its keys and cruel to a guest.", "The inn"),
        ("Holm has been rude to clerks, cruel to guests and, when the bills came to light, [dishonest] about them.", "Holm"),
        ("The army was slow to act, [brutal] when it did, and unapologetic afterwards.", "The army"),
        ("The bank is solvent, the clerk says, but [reckless].", "The bank"),
        ("The duke looked tired, [evasive] and bored.", "The duke"),
        ("The duke was jeered by the crowd, [furious] at the delay.", None),
        ("The paper grew shrill, then [paranoid].", "The paper"),
        ("The law is a bad one: vague, [vindictive] and costly.", "The law"),
        ("The duke listed three sins: greed, [spite] and sloth.", None),
        ("Turnout was low, the count [chaotic] and the result a joke.", "the count"),
        ("Turnout was low, the count chaotic and the result, when it came, a [joke].", "the result"),
        ("The duke, a bully at home and a [coward] abroad, resigned.", "The duke"),
        ("Holm, a wit, a drinker and a [cheat], died.", "Holm"),
        ("The duke met a bishop, a poet and a [swindler].", None),
        ("Jeered, humiliated and [desperate], the regime fell.", "the regime"),
        ("The pact is vague on dates, and the envoy was [evasive].", "the envoy"),
    ],
)
def test_predicates_in_a_row(marked, wanted):
    """A further predicate behind a comma or "and" describes the subject of the first."""
    assert target(marked) == wanted


@pytest.mark.parametrize(
    ("marked", "wanted"),
    [
        ("The law, which even its drafters concede is [draconian], passed.", "The law"),
        ("The ban, which almost everybody agrees is [absurd], stands.", "The ban"),
        ("The bridge, which the duke himself says was [hideous], is shut.", "The bridge"),
        ("The decision to send home the only guide on the island was [idiotic].", "The decision"),
        ("The refusal of the board to publish the report is [cynical].", "The refusal"),
        ("The people who came to see the only tiger in the valley were [rude].", "The people"),
        ("Holm came to say the tiger was [dangerous].", "the tiger"),
        ("The pair, who met in prison, went on to [terrorise] the town.", "The pair"),
        ("Whoever built the mill must be a [sadist].", None),
        ("The men guarding the gate were [cruel].", "The men"),
        ("Anyone expecting contrition from the bank was [naive].", None),
        ("Those running the ferries are [crooks].", None),
        ("The clerk accused of burning the files was [corrupt].", "The clerk"),
        ("A plan for housing the poor was [shabby].", "A plan"),
        ("The building on the hill was [hideous].", "The building"),
        ("The clerk who complained about the noise was [rude].", "The clerk"),
        ("The house the council sold is [hideous].", "The house"),
        ("The mayor said the house the council sold was [hideous].", "the house"),
        ("To sell the abbey would be [theft].", None),
        ("To Weil the wall is a [sham].", "the wall"),
        ("As for the league, it is too [timid] to win.", "the league"),
        ("Among the guests was a [swindler].", None),
        ("The trouble with the stadium is that it is [soulless].", "the stadium"),
        ("The trouble with Bellweather is not that he is [stupid].", "Bellweather"),
        ("The law passed. The problem is that it is [cruel].", "The law"),
        ("Few guilds are as [secretive] as the bank.", "the bank"),
        ("Nobody is more [ruthless] than Ida Holm.", "Ida Holm"),
        ("Few guilds are as [secretive] as this one.", None),
    ],
)
def test_subjects_with_clauses(marked, wanted):
    """A subject is found across who reports on it in a relative clause and across an infinitive that belongs to it."""
    assert target(marked) == wanted


@pytest.mark.parametrize(
    ("marked", "wanted"),
    [
        ("Residents say soldiers went from house to house, [looting] what they could carry.", "soldiers"),
        ("Residents of the old quarter say soldiers went from house to house, [looting] the mill.", "soldiers"),
        ("Clerks at the bank say managers [bullied] them.", "managers"),
        ("They say soldiers [looted] the mill.", "soldiers"),
        ("Vendors say inspectors [extort] money from them.", "inspectors"),
        ("Locals claim that gangs [terrorise] pensioners.", "gangs"),
        ("He says the rules [strangle] small bakeries.", "the rules"),
        ("The traps [maim] one fox in three.", "The traps"),
        ("Such loans [cripple] young families.", "Such loans"),
        ("The dealers [terror] network spread in May.", None),
        ("The drugs [war] cost nine lives.", None),
        ("Benefits [cheat] Otto Lind lost his case.", "Otto Lind"),
        ("It was the millers, not the bakers, who [cheated].", "the millers"),
        ("It was the bishop and not the choir who [lied].", "the bishop"),
        ("It was the warden – not the clerks – who [stole] the rent.", "the warden"),
        ("It was not the bishop who [lied].", "the bishop"),
        ("It was greed that [ruined] the bank.", "greed"),
        ("It is not clear who [poisoned] the spy.", None),
        ("Police used heavy-handed tactics, an inquiry has found, and then [lied] about it.", "Police"),
        ("The warden hid the letters, the court heard, and [bullied] the clerk.", "The warden"),
        ("The bakers struck, Ida Holm said, but never [looted] a shop.", "The bakers"),
        ("Holm warned the clerks, who worked late, and then [bullied] them.", "Holm"),
        ("Police are hunting the men who [terrorised] the docks.", "the men"),
        ("Police want the men who [terrorised] the docks.", "the men"),
        ("Police are seeking the gang that [terrorised] the docks.", "the gang"),
        ("The mayor was caught [lying] to the inquiry.", "The mayor"),
        ("Guards were seen [looting] on Monday.", "Guards"),
        ("Witnesses saw [looting] on Monday.", None),
        ("The pact, signed in secret, [betrays] the islanders.", "The pact"),
        ("The bank, Holm says, [fleeces] its customers.", "The bank"),
        ("Lind, a nurse, [bullies] her clerks.", "Lind"),
        ("The levy was raised in May, [insults] the bakers could not forgive followed.", None),
        ("Voters will not forgive a party that [lies].", "a party"),
        ("There are officials who [take bribes].", "officials"),
        ("Officials who [take bribes] go free.", "Officials"),
        ("The clerk who [cheats] goes free.", "The clerk"),
        ("They say that [threats] were made.", None),
        ("He feared the wars that [atrocities] fuel.", None),
        ("The cartel [squeezes] growers a little more.", "The cartel"),
        ("The army [attacks] villages at night.", "The army"),
        ("The mill [strikes] ended in May.", None),
        ("Inspectors treat them like criminals and [extort] the little they have.", "Inspectors"),
        ("Holm hates greed and [folly].", None),
        ("The mayor blames the rain; the masons say he [starved] the bridge of money.", "The mayor"),
        ("While the bishop blames the frost, the gardeners say he [poisoned] the roses.", "the bishop"),
        ("It speaks of officials who “[scrounge] for free tickets”.", "officials"),
        ("Officials who “[take bribes]” go free.", "Officials"),
        ("Without [bribing] a soul, and without a map, the Lind brothers built a mill.", "the Lind brothers"),
        ("Without [bribing] anyone, without so much as a map, Otto Lind built a mill.", "Otto Lind"),
        ("The wardens denied, in a letter no longer than this page, [harassing] the clerk.", "The wardens"),
        ("The guards fled, in the dead of night, [looting] the mill.", "The guards"),
        ("He says the witness reports were [doctored].", None),
        ("The baker claims never to have [cheated] a guest.", "The baker"),
        ("The baker claims to have [cheated] nobody.", "The baker"),
        ("The duke, whose men have [terrorised] the coast, left.", "men"),
        ("The bank, whose clerks [swindled] widows, was fined.", "clerks"),
        ("The landlord, whose generosity is [legendary], waved.", "generosity"),
        ("The duke, whose rule was a [farce], left.", "rule"),
    ],
)
def test_doers_in_their_clause(marked, wanted):
    """Who does what a verb says stands in its clause: behind a verb of saying, before a plain form, in a cleft, beyond what is inserted."""
    assert target(marked) == wanted


@pytest.mark.parametrize(
    ("marked", "wanted"),
    [
        ("Union [fury] at closure of mill", "Union"),
        ("Bakers’ [fury] over flour tax", "Bakers"),
        ("Teachers’ [rage] at exam chief", "Teachers"),
        ("Mayor’s [shame] over ferry", "Mayor"),
        ("Club not in [crisis], insists warden", "Club"),
        ("Guild in [crisis], says steward", "Guild"),
        ("Bank in [meltdown]", "Bank"),
        ("Minister in [disgrace] after raid", "Minister"),
        ("Hospital ‘a [war zone] at weekends’", "Hospital"),
        ("Hospital ‘a [war zone]’, says matron", "Hospital"),
        ("Hospital ‘a [war zone] at weekends’, says matron", "Hospital"),
        ("Ferry ‘a [deathtrap]’, inquiry told", "Ferry"),
        ("Nurses’ union: pay offer an [insult]", "pay offer"),
        ("Nurses’ union: pay offer an [insult], strike goes on", "pay offer"),
        ("Steward: new rota [cruel]", "new rota"),
        ("Mayor: levy ‘[robbery]’", "levy"),
        ("Miners ‘[betrayed]’ by guild", "guild"),
        ("Miners [betrayed] by guild, says Holm", "guild"),
        ("Widow [swindled] by bank", "bank"),
        ("Pupils ‘[failed]’ by ministry", "ministry"),
        ("Tram fares ‘[daylight robbery]’: passengers’ group", "Tram fares"),
        ("Ticket prices a [scandal]: fans", "Ticket prices"),
        ("Levy [illegal], court rules", "Levy"),
        ("Warden [cruel], inquiry finds", "Warden"),
        ("Guards [bully] inmates", "Guards"),
        ("Guards [bully] inmates, report finds", "Guards"),
        ("Council [wastes] £2m on statue", "Council"),
        ("Police [brutality] probe opens", "Police"),
        ("Bosses’ [greed] to blame for crash, says union", "Bosses"),
        ("Ministers [betray] nurses", "Ministers"),
        ("Mill closure ‘[heartless]’", "Mill closure"),
        ("Mill closure ‘an act of [vandalism]’, say bakers", "Mill closure"),
        ("Chief [bungled] rescue, report says", "Chief"),
        ("Fans call new kit a [disgrace]", "new kit"),
        ("Holm: ‘I am no [tyrant]’", "Holm"),
        ("Mayor denies [bullying] clerks", "Mayor"),
        ("Warden accused of [cruelty]", "Warden"),
        ("Mayor’s aide in ‘[bully]’ row quits", "Mayor's aide"),
        ("Aide quits over ‘[bully]’ row", None),
        ("Holm hits back at ‘[witch-hunt]’", None),
        ("PM’s plan a [sham], says Holm", "PM's plan"),
        ("New rail link a [farce]", "New rail link"),
        ("Cabinet unveils ‘[reform]’", None),
        ("Police free ‘[spies]’", None),
        ("Children in [despair] begged.", None),
        ("Bakers [swindled] out of savings", None),
        ("Millers ‘[cheated]’ of wages", None),
        ("Millers [cheated] of wages march", None),
        ("Savers [swindled] out of millions sue the bank.", None),
        ("The bank [swindled] savers out of millions.", "The bank"),
        ("Village school ‘[betrayed]’ by county", "county"),
        ("Voter [anger] at late buses", "Voter"),
    ],
)
def test_headlines_without_a_verb(marked, wanted):
    """What opens a headline is described by an adjective, by what follows an article and by the state it is in."""
    assert target(marked) == wanted


def test_who_is_put_in_for_a_pronoun():
    """A name in square brackets is whom the pronoun before it means; round brackets tell more of who stands before them."""
    texts = [
        "“They [the wardens] beat our dogs,” said Holm.",
        "“They [the wardens] … beat our dogs,” said Holm.",
        "Ana Brandt (Zell) beat our dogs.",
    ]
    hits = score(passages_of(texts), read_lexicon({"cruel": ["beat"]})).hits
    assert hits["target"].to_list() == ["the wardens", "the wardens", "Ana Brandt"]


@pytest.mark.parametrize(
    ("marked", "wanted"),
    [
        ("Residents voted the tower [hideous].", "the tower"),
        ("The coroner ruled the death a [murder].", "the death"),
        ("Auditors rated the books [dishonest].", "the books"),
        ("In a move critics called [reckless], the bank closed.", "a move"),
        ("It was a raid one witness described as [savage].", "a raid"),
        ("He signed a deal senators have likened to [treason].", "a deal"),
        ("The deal, which one senator likened to [treason], stands.", "The deal"),
    ],
)
def test_what_is_judged(marked, wanted):
    """What somebody rates, votes or rules to be so, or calls so in a relative clause, is described."""
    assert target(marked) == wanted


@pytest.mark.parametrize(
    ("marked", "wanted"),
    [
        ("The rule applies to the hides of elephants [killed] between May and June.", None),
        ("Nurses [killed] in the raid were buried.", None),
        ("The number of people [killed] as a result has grown.", None),
        ("There were nine nurses [killed] in the raid.", None),
        ("Two brothers [murdered] by rebels were buried.", "rebels"),
        ("Rebels who [looted] in May were jailed.", "Rebels"),
        ("Rebels [looted] in May and were jailed.", "Rebels"),
        ("Holm said rebels [looted] in May.", "rebels"),
        ("The gunman [killed] at random.", "The gunman"),
    ],
)
def test_victims_are_no_actors(marked, wanted):
    """A participle of harm without an object, beside the verb of its clause, tells of victims; who harmed them stands behind "by"."""
    assert target(marked) == wanted


@pytest.mark.parametrize(
    ("marked", "wanted"),
    [
        ("The premier told the senate that the closure was [illegal] and amounted to blackmail by Narvia.", "the closure"),
        ("The levy was [unfair] and was raised by the council.", "The levy"),
        ("The tower is [hideous] and was built by Lund Homes.", "The tower"),
        ("A year ago he was a hero; today Aldo Lund is a [pariah], shunned even by the two aides who carried his bags.", "Aldo Lund"),
        ("Ida Holm was a [hero], loved by the miners.", "Ida Holm"),
        ("The march was a [farce], ruined by the rain.", "The march"),
        ("The self-styled [saviour] of the league left by a side door.", None),
        ("The [thugs] came in by a window.", None),
        ("The memoir is a self-serving and frequently [dishonest] book.", "The memoir"),
        ("The report is a dull and often [cruel] text.", "The report"),
        ("The report is a [dull] and often cruel text.", "The report"),
        ("The duke wrote a dull and often [cruel] book.", "the book"),
        ("The clerk, who had been handed a [bogus] chart, quit.", "the chart"),
        ("The mayor was given a [shabby] office.", "the office"),
        ("The mayor had been sold a [worthless] bond.", "the bond"),
        ("The plan is widely considered a [reckless] gamble.", "The plan"),
        ("Nurses said the clerk had turned the ward into a [filthy] dump.", "the ward"),
        ("Fly-tippers have turned the lane near Cold Sund into a [disgusting] tip.", "the lane"),
        ("The sale turned the club into a [joyless] place.", "the club"),
        ("The flood turned the square into a [filthy] lake.", "the square"),
        ("They climbed into a [filthy] van.", "the van"),
        ("While a [tyrant] starves his people, we feast.", None),
        ("The world cannot watch while a [coward] sells his own town.", None),
        ("The [bloodletting] ends tonight.", None),
        ("[Strongman] opens talks.", None),
        ("The [militant] wings of the union met.", "the wings"),
        ("The [looting] ends tonight.", None),
        ("[Tyrant] frees his rivals.", None),
    ],
)
def test_bearers_beside_agents_and_verbs(marked, wanted):
    """A predicate is its subject's whoever acts behind it; a word in -s behind a noun for a person is its verb."""
    assert target(marked) == wanted


@pytest.mark.parametrize(
    ("marked", "wanted"),
    [
        ("Two clerks were jailed on Monday, a sentence their lawyer, Ida Holm, called [vindictive].", "a sentence"),
        ("Two clerks were jailed on Monday, a sentence their lawyer, Ida Holm, called vindictive and “[grotesque]”.", "a sentence"),
        ("The board cut pensions, a move the union calls [shabby].", "a move"),
        ("The board cut pensions, a step that the union, which has nine members, called [cruel].", "a step"),
        ("The mayor, whom the guild called [vain], left.", "The mayor"),
        ("The retreat, “a [disgrace] without equal in our history”, cost four generals their posts.", "The retreat"),
        ("The retreat, “[a disgrace without equal in our history]”, cost four generals their posts.", "The retreat"),
        ("The levy, “a [gag] on small mills”, begins in May.", "The levy"),
        ("The new law – “a [gag] on every small paper”, in the words of editor Ida Holm – takes effect at noon.", "The new law"),
        ("The hall, once “a [nest of spies]”, is a library now.", "The hall"),
        ("The hall, once a [nest of spies] and thieves, is a library now.", "The hall"),
        ("The governor – a man his own deputy has described, not unkindly, as a “[peacock]” – could not be reached.", "The governor"),
        ("The bid, “[derisory] in price and cynical in timing”, should be thrown out.", "The bid"),
        ("The bid, “derisory in price and [cynical] in timing”, should be thrown out.", "The bid"),
        ("The chairman wrote that the bid, “[derisory] in price”, should fail.", "the bid"),
        ("The mayor scored after her side, [woeful] for an hour, had woken up.", "her side"),
        ("The club, [joyless] since May, won at last.", "The club"),
        ("The crew, who were drunk, and the captain, [reckless] as ever, sailed on.", "the captain"),
        ("In the kitchen a [heroic] caretaker named Yusuf Holm wages a war on mould.", "Yusuf Holm"),
        ("Police want a [crooked] banker called Abel Lund.", "Abel Lund"),
        ("Police are looking for the alleged [ringleader], a dentist named Abel Lund.", "Abel Lund"),
        ("Police are looking for the alleged [ringleader], a dentist from Sund.", None),
        ("The clinic’s founder, the alleged [quack] Ottokar Weil, left the country.", "Ottokar Weil"),
        ("Abel Lund, self-styled [prophet] of the valley, flies first class.", "Abel Lund"),
        ("Abel Lund, soi-disant [prophet] of the valley, flies first class.", "Abel Lund"),
        ("Serial [liar] Grob back on ballot", "Grob"),
        ("[Traitor] Grob flees Sund", "Grob"),
        ("Abel Lund – “the [Butcher] of Sund” to his victims – smiled.", "Abel Lund"),
        ("He has spent nine years in Harrow, a [squalid] prison.", "Harrow"),
        ("He has spent nine years in prison, a [cruel] fate.", "the fate"),
        ("She wrote nine books in Sund, a [shabby] port.", "Sund"),
    ],
)
def test_appositions_in_marks_and_names_beside(marked, wanted):
    """What stands beside a noun is found in marks and behind a pause; the name beside a description is whom it describes."""
    assert target(marked) == wanted


@pytest.mark.parametrize(
    ("marked", "wanted"),
    [
        ("The United Guild denied it had [rigged] the vote in three towns.", "The United Guild"),
        ("The bank denied that it had [swindled] savers.", "The bank"),
        ("The union admitted it was [careless].", "The union"),
        ("The club denied it was [bankrupt], saying the talk was idle.", "The club"),
        ("The mayor denied it had been [rigged].", None),
        ("“It’s sad,” said Holm, standing among the smashed greenhouses. “These are mindless [vandals].”", None),
        ("The greenhouses were smashed. “They are [vandals],” Holm said.", None),
        ("The marchers came back. “They are [vandals],” Holm said.", "The marchers"),
        ("The greenhouses were smashed. “They are a [disgrace],” Holm said.", "The greenhouses"),
        ("Whatever else Ida Holm was, banker, godmother or bore, she was not a [fraud].", "Ida Holm"),
        ("Once a nurse, she is a [fraud], said Holm.", None),
        ("One said that the guards were “sadists”; another, that they were merely [cowards].", "the guards"),
        ("The bishop said the clerks were saints, but to others they were [crooks].", "the clerks"),
        ("Senators demanded to know who had [doctored] the minutes.", None),
        ("Nobody told us who [looted] the shop.", None),
        ("The council asked who had [forged] the letter.", None),
        ("The man who [forged] the letter was jailed.", "The man"),
        ("None of the clubs had [bribed] the referee.", "the clubs"),
        ("Neither of the twins was a [thug].", "the twins"),
        ("Few of the guards were [cruel].", "the guards"),
        ("Not one of the guards was [cruel].", "the guards"),
        ("None of them were [cruel].", None),
        ("None were [cruel].", None),
        ("The striker called the referee a thief and the league “a [cartel]”.", "the league"),
        ("The striker called the referee a thief and the league a [cartel].", "the league"),
        ("Noor said the guild was rotten and its chief “a [leech]”.", "its chief"),
        ("The report calls the sale vain and the squad, four bailiffs from out of town, [thugs].", "the squad"),
        ("The bridge stood, nor was its builder a [charlatan].", "its builder"),
        ("The mill is not safe, nor are its owners [honest].", "its owners"),
        ("Yobs who beat a pensioner of 84 for his bus pass were branded “[animals]” by a judge.", "Yobs"),
        ("BURGLARS who raided a hospice were last night blasted as “[scum]” by a nurse.", "BURGLARS"),
        ("A clerk who wrote to the mayor of Sund about his pay was called a [crank].", "A clerk"),
        ("The mill was [ransacked] overnight by deserters.", "deserters"),
        ("The mill was [ransacked] overnight by deserters and the chapel next door desecrated.", "deserters"),
        ("The mill was ransacked overnight by deserters and the chapel next door [desecrated].", None),
        ("The breakaway region of Zell held a “[referendum]” on Sunday.", "Zell"),
        ("The island of Zell [bullies] its neighbours.", "Zell"),
        ("The city of Zell is [corrupt].", "Zell"),
        ("Holm says the complaints have been [exaggerated].", "the complaints"),
        ("Holm said the country was sliding into [dictatorship].", "the country"),
        ("The bank likes to present itself as a [champion] of small farmers.", "The bank"),
        ("Zell wants to portray itself as a [victim].", "Zell"),
        ("Vast, [soulless] and half empty, the new hall sits on the road like an apology.", "the new hall"),
        ("Cold, [cruel] and rather vain, Aldo Lund ruled for years.", "Aldo Lund"),
    ],
)
def test_subjects_that_are_counted_joined_or_far(marked, wanted):
    """A subject is found behind a count, behind nor, in a gap with marks and across a relative clause; people alone are vandals."""
    assert target(marked) == wanted


@pytest.mark.parametrize(
    ("marked", "wanted"),
    [
        ("The much-maligned [shabby] high-speed line turned a profit.", "the high-speed line"),
        ("The [much-maligned] high-speed line turned a profit.", "the high-speed line"),
        ("The lender admitted [crippling] losses on its loans.", "the losses"),
        ("The club reported [humiliating] results.", "the results"),
        ("Home fans jeered and, in one [ugly] incident, threw bottles.", "the incident"),
        ("Police used [heavy-handed] tactics against marchers.", "Police"),
        ("Miners want [principled] leaders.", "the leaders"),
        ("The club sold [outdated] tickets.", "the tickets"),
        ("The guards beat marchers, an official report has found, and then [lied] about it.", "The guards"),
        ("The guards left early and then [lied] about it.", "The guards"),
        ("The talks broke down in [acrimony] late on Monday.", None),
        ("Anger at [opposition] fury over mills.", None),
        ("Opposition [fury] at ‘stolen’ vote", "Opposition"),
        ("Council [incompetence] sank the ferry.", "Council"),
        ("Ida Holm, the so-called “[Black Widow]” of Sund, nursed her husbands.", "Ida Holm"),
        ("Abel Lund, self-styled “[Wolf of Sund]”, still owes his mother money.", "Abel Lund"),
        ("The ministry’s “[resettlement]” programme has emptied nine villages.", "the programme"),
        ("Council in firing line over ‘[death trap]’ junction", "the junction"),
        ("The mayor opened a “[cash cow]” car park.", "the car park"),
        ("She lives beside a “[death trap]” bridge.", "the bridge"),
        ("The duke had acted not out of [greed] but out of fear.", "The duke"),
        ("The duke had acted not out of greed but out of [malice].", "The duke"),
        ("Holm said the debt pile looked unsafe and its dividend policy [delusional].", "its dividend policy"),
        ("The deal amounts to [daylight robbery], says Ida Holm.", "The deal"),
        ("Farmers dumped milk in protest at prices they say are [ruinous].", "prices"),
        ("The side were dreadful for an hour and [lucky] for the rest.", "The side"),
        ("United’s run went on with a 5-0 [thrashing] at the hands of their rivals.", "their rivals"),
        ("Village school ‘[betrayed]’ by council", "council"),
        ("With Ida Holm calling the proposed flats “a [monstrosity]”, the plan fell.", "the proposed flats"),
        ("It was a [sloppy], ill-tempered match.", "the match"),
        ("The vote was a [vain], costly affair.", "The vote"),
        ("In the hall was a [cruel], vain man.", "the man"),
        ("Vandals have struck again, smashing a window in a [senseless] attack.", "Vandals"),
        ("Vandals have struck again, smashing a window in a [senseless attack].", "Vandals"),
        ("Two nurses were killed in a [brutal] attack on the ward.", "the attack"),
        ("The rebels burned the mill in a [savage] raid.", "The rebels"),
        ("What struck visitors was the absence of any [malice] among the evicted families.", "the evicted families"),
        ("Nine cents an hour is how “[generous]” the offer was.", "the offer"),
        ("The new style guide drops the term “[illegals]” altogether.", None),
        ("Marchers waving placards reading “Hands off our mill, you [vandals]” jeered.", None),
        ("Soldiers went from house to house, [looting] what they could carry.", "Soldiers"),
        ("Both sides have traded accusations of [war crimes].", "Both sides"),
        ("State television portrayed the marches as the work of [hooligans].", None),
        ("The opposition boycotted the vote as a [sham].", "the vote"),
        ("The vote, which the opposition boycotted as a [sham], went on.", "The vote"),
        ("The mayor said the clerk was [furious].", "the clerk"),
        ("Wei boasted of having [crushed] the revolt.", "Wei"),
        ("Noor bragged of [crushing] the revolt.", "Noor"),
        ("Noor pronounced the inquiry nothing but a [whitewash].", "the inquiry"),
        ("Mori predicted a [bloody] winter.", "the winter"),
        ("Holm has variously tagged his rival a “[puppet]”.", "his rival"),
        ("Holm has variously tagged his rival a “puppet”, a “[clown]” and, once, a fool.", "his rival"),
        ("The man who once called the rebels [cockroaches] now shares an office with two of them.", "the rebels"),
        ("The owner called the clerk a [crook] yesterday.", "the clerk"),
        ("The abbey’s [poisoned] river still runs past the school.", None),
        ("“[Rubbish],” was the verdict of former spy Lev Holm on the theory that it sank.", "the theory"),
        ("“An absolute [shambles],” is how Jonas Holm remembers the evacuation.", "the evacuation"),
        ("The guards showed [neglect] on the part of staff.", "staff"),
        ("The report found [negligence] on the part of the bank.", "the bank"),
        ("The airline grounded nine jets in a move one pilot compared to “[amputating] a leg”.", "a move"),
        ("The clerk was jailed for a scheme that judges likened to [blackmail].", "a scheme"),
        ("Dockers: Bosses’ offer a [slap in the face]", "Bosses' offer"),
        ("Shipping lines called Thursday’s seizure of the tanker “an act of [piracy]”.", "Thursday's seizure"),
    ],
)
def test_ordinary_prose(marked, wanted):
    """Participles that judge, nouns in marks before a noun, acts done in an act, gaps and verdicts are read as they stand in news."""
    assert target(marked) == wanted


@pytest.mark.parametrize(
    ("marked", "wanted"),
    [
        ("Holm claims [great] wealth.", None),
        ("The refugee who flees [war] is old.", None),
        ("The traps [maim] one fox in three.", "The traps"),
        ("It was a [sombre] day when Zell fell.", None),
        ("The brutal [winter] ended.", None),
        ("Since its [disastrous] launch the line has lost money.", "the launch"),
        ("The yobs, [drunk] and violent, smashed the shop.", "The yobs"),
        ("Brazen thieves took the wreath. Holm called them the [lowest of the low].", "Brazen thieves"),
        ("The duchess is a “nightmare” boss whose [tantrums] drove out six aides.", "The duchess"),
        ("The duchess is a cruel boss who [bullied] six aides.", "The duchess"),
        ("“These are [thugs],” said Holm.", None),
        ("The mayor hit back at claims he had [cheated].", "The mayor"),
        ("The union rejected claims that it had [bullied] members.", "The union"),
        ("Lund faces claims he [groped] a clerk.", "Lund"),
        ("The mayor’s aides denied claims that he had [lied].", "The mayor"),
        ("Vandals [wreck] school gym.", "Vandals"),
        ("Mill owner ‘[betrayed]’ by bank", "bank"),
        ("PM [accused] of lying over mill", None),
        ("Lawyer: client never [defrauded] anybody", "client"),
        ("Mayor under fire for ‘[racist]’ joke", "the joke"),
        ("Mayor slammed over [racist] joke", "the joke"),
        ("[Shamed] mayor Ida Holm quits", "the mayor Ida Holm"),
        ("[Disgraced] mayor Holm quits", "the mayor Holm"),
        ("Ida Holm’s [reckless] gamble fails", "Ida Holm"),
        ("Was it a [cover-up]?", None),
        ("What a [shambles]!", None),
        ("The club apologised for its [woeful] results.", "the results"),
        ("She found the food [vile].", "the food"),
        ("She found the food [vile] and the staff rude.", "the food"),
        ("She found the food vile and the staff [rude].", "the staff"),
        ("The jury, [biased] from the start, freed him.", "The jury"),
        ("Gym queen Saskia Holm hits back at ‘vile’ claims she [faked] a run.", "Saskia Holm"),
    ],
)
def test_headlines_and_charges_faced(marked, wanted):
    """Noun phrases of headlines end before their verb; who faces charges is charged."""
    assert target(marked) == wanted


@pytest.mark.parametrize(
    ("marked", "wanted"),
    [
        ("Vandals have struck again at St Ivo's, smashing a stained window in a [senseless attack] that will cost £6,000.", "Vandals"),
        ("[Jaw-dropping] pictures of the fire were sold.", "the pictures"),
        ("[Punishing] fines for drivers loom.", "the fines"),
        ("Patients were left in “[degrading] and dangerous” conditions.", "the conditions"),
        ("Patients were left in [degrading] and dangerous conditions.", "the conditions"),
        ("The governor’s “[transparency]” drive has stalled.", "the drive"),
        ("The governor’s [humane] drive has stalled.", "The governor"),
        ("Duke opens ‘[reconciliation]’ talks", "the talks"),
        ("It was the dockers' [betrayal], say veterans of the '98 strike.", "the dockers"),
        ("The talks collapsed into [chaos].", "The talks"),
        ("The guards behaved like [animals].", "The guards"),
        ("The merger is in truth a stealthy [closure].", "The merger"),
        ("The call-up smelled of [revenge].", "The call-up"),
        ("The clerk met Ida Holm. “You are a [coward],” the mayor told her.", None),
        ("“You are a [coward],” the mayor told the clerk.", "the clerk"),
        ("The pup has found a [loving] owner.", "the owner"),
        ("The pup has found a [loving] home at last.", "the home"),
        ("The miners were hunted like [animals].", None),
        ("Rail union barons [hold country to ransom] with a walkout.", "Rail union barons"),
        ("Minutes after addressing the [threats] to members, Holm claimed victory.", None),
        ("New tools to fight [terrorism]: the body was set up.", None),
    ],
)
def test_more_of_ordinary_prose(marked, wanted):
    """Participles that judge open a sentence, marks hold two adjectives, and an act is done by whoever did what stands beside."""
    assert target(marked) == wanted


@pytest.mark.parametrize(
    ("marked", "wanted"),
    [
        ("Holm and Berg were [cruel].", "Holm and Berg"),
        ("The clerks and the bishop are [liars].", "The clerks and the bishop"),
        ("Rook said Holm and Berg were [cruel].", "Holm and Berg"),
        ("Rook left and Berg was [cruel].", "Berg"),
        ("The soldiers continued to [loot] the town.", "The soldiers"),
        ("The soldiers threatened to [loot] the town.", None),
    ],
)
def test_subjects_of_two_and_what_goes_on(marked, wanted):
    """What is said of two describes both; who goes on with a deed does it, who threatens it does not yet."""
    assert target(marked) == wanted


@pytest.mark.parametrize(
    ("marked", "wanted"),
    [
        ("The guild tried to [silence] its rivals.", "The guild"),
        ("The guild tried to [deceive] unwary savers.", "The guild"),
        ("Brell wants to [humiliate] Ida Holm.", "Brell"),
        ("The guild’s bid to [silence] critics failed.", "The guild"),
        ("The levy was linked to [radical] priests.", "the priests"),
        ("The board let it slide to [corrupt] officials.", "the officials"),
        ("Commanders ordered members of the militia to [torture] villagers.", "members of the militia"),
        ("The law allows soldiers from the Fourth Brigade to [shell] towns.", "soldiers from the Fourth Brigade"),
        ("Auditors found the head of the port to be [corrupt].", "the head of the port"),
        ("Many believe bailiffs to be [liars].", "bailiffs"),
        ("It was easy for members of the board to [deceive] savers.", "members of the board"),
        ("The board looked for ways to [exploit] the pickers.", "The board"),
        ("Holm might plan to [exploit] the pickers.", "Holm"),
        ("The duke spent years [bullying] the millers.", "The duke"),
        ("[Torturing] captives is a crime, Ida Holm told reporters.", None),
        ("Nobody stopped the [crook], Ida Holm told reporters.", None),
        ("The dairy tried to [cynically] exploit its pickers.", "The dairy"),
        ("The dairy held out by [cynically] exploiting its pickers.", "The dairy"),
        ("[Cynically], the dairy ignored its pickers.", "the dairy"),
        ("The pickers, [cruelly] treated by the dairy, struck.", "the dairy"),
        ("Bailiffs freed [illegally] held clerks.", None),
    ],
)
def test_who_is_led_to_what_and_how(marked, wanted):
    """Whoever is led to do something does it; an adverb describes who does the verb behind it, whatever its form."""
    assert target(marked) == wanted


@pytest.mark.parametrize(
    ("marked", "wanted"),
    [
        ("The paper called officers [tyrants].", "officers"),
        ("The paper called officers [disgraceful].", "officers"),
        ("Clerks called members of the council [vindictive].", "members"),
        ("The paper condemned police [brutality].", "police"),
        ("Clerks described the health bill as a [sham].", "the health bill"),
        ("Police call the health plan a [sham].", "the health plan"),
        ("The duke was once a feared [traitor].", "The duke"),
        ("Voters are tired of [hypocrisy].", None),
        ("The dean was critical of [cowardice].", None),
        ("The call-up was an act of [cowardice].", "The call-up"),
        ("Ida Holm’s [cowards] beat up the millers.", None),
        ("The [humiliated] millers fled.", None),
        ("Millers [humiliated] in the war fled.", None),
    ],
)
def test_labels_of_several_and_things_felt(marked, wanted):
    """Several without a determiner may be called something; whoever is tired of a quality does not have it."""
    assert target(marked) == wanted


@pytest.mark.parametrize(
    ("marked", "wanted"),
    [
        ("The [raid] the guards launched in May left nine dead.", "the guards"),
        ("The [genocide] Narvia is carrying out must stop.", "Narvia"),
        ("The [aggressor] state was planning raids.", None),
        ("Fresh graves in [occupied] Zell are being carried off.", None),
        ("The [raid], which was ordered by the duke, left nine dead.", "the duke"),
        ("The [cruelty] with which the warden treated the boys shocked Brell.", "the warden"),
        ("The [raid] in which a drunken guard shot nine men shocked Brell.", "a drunken guard"),
        ("The [raid] in which nine men were shot shocked Brell.", None),
        ("The [massacre] that the rebels committed shocked Brell.", "the rebels"),
        ("The [massacre] that the rebels survived shocked Brell.", None),
        ("The guild was behind the [arson].", "The guild"),
        ("The Red Dawn claimed responsibility for the [attack].", "The Red Dawn"),
        ("Clerks blamed the [raid] on the duke.", "the duke"),
        ("Clerks blamed the [raid] on the weather.", None),
        ("The guild has a long history of [fraud].", "The guild"),
        ("The warden earned a reputation for [cruelty].", "The warden"),
        ("The guild is riddled with [corruption].", "The guild"),
        ("The duke was driven by [greed].", "The duke"),
        ("The town was plagued by [violence].", None),
        ("The duke's greed and [cruelty] shocked Brell.", "The duke"),
        ("Narvia's brutal and [illegal] war drags on.", "Narvia"),
        ("Miners faced [racism] from officers.", "officers"),
        ("The guards carried out arrests and a [raid] on the mill.", "The guards"),
        ("The army stepped up its [offensive] against the miners.", "The army"),
        ("As the guards launch a renewed [attack], mills close.", "the guards"),
        ("The [farce] of the trial shocked Brell.", "the trial"),
        ("It was [heartless] of the board to close the ward.", "the board"),
    ],
)
def test_who_an_act_is_laid_to(marked, wanted):
    """A relative clause, a claim, a blame or a record tells who did what a noun names; what two nouns share is owned together."""
    assert target(marked) == wanted


@pytest.mark.parametrize(
    ("marked", "wanted"),
    [
        ("The clerks are [loyal] servants of the duke.", "The clerks"),
        ("A [fierce] critic of the levy, Ida Holm resigned.", "Ida Holm"),
        ("The duke, reports say, had [looted] the abbey.", "The duke"),
        ("Although it rained, the duke took the mill, burned the barn and [looted] the abbey.", "the duke"),
        ("In the north, the guards seized nine mills, [looted] the abbey and left.", "the guards"),
        ("According to Ida Holm, a former clerk [looted] the abbey.", "a former clerk"),
        ("The crowd called a former clerk “[thief]”.", "a former clerk"),
        ("[Silencing] besieged villagers for years, the duke held on.", "the duke"),
        ("Overnight [shelling] caused severe damage.", None),
        ("The council lost the vote because it [lied].", "The council"),
        ("The council lost the vote on Monday. Its [greed] shocked Brell.", "The council"),
        ("The council broke the truce on Monday. It [shelled] the abbey.", "The council"),
        ("Russia broke the truce on Monday. It launched a [raid] on the abbey.", "Russia"),
        ("The council will punish Russia if it [lies].", None),
        ("Marr says the mill is empty as Russia says it has widened its [offensive].", "Russia"),
    ],
)
def test_bodies_that_act_and_what_parts_them_from_their_verb(marked, wanted):
    """What does something is a body rather than the nearest thing; a clause between commas parts no subject from its verb."""
    assert target(marked) == wanted


@pytest.mark.parametrize(
    ("marked", "wanted"),
    [
        ("According to Ida Holm, the [massacre] began at dawn.", None),
        ("According to Ida Holm, the guild, a [crook] and a bully, left.", "the guild"),
        ("According to Ida Holm, the [siege], which was ordered by the duke, went on.", "the duke"),
        ("In Brell, the [occupiers] sold the mills, a clerk said.", None),
        ("The talks broke down, and by [betraying] the miners, the duke lost his seat.", "the duke"),
        ("Clerks say that after [bullying] the miners, the warden fled.", "the warden"),
        ("The [farce] cost nine lives.", None),
        ("Ida Holm said the duke, a [crook], left the city.", "the duke"),
        ("The guild is no better than a [thief].", "The guild"),
        ("Clerks called soldiers from the Fourth Brigade [vindictive].", "soldiers"),
        ("The word for the guild is [coward].", "the guild"),
        ("Neighbours recalled the [brutal] rule of officers.", "officers"),
        ("They praised the [strict] rule of law.", "the rule"),
        ("The duke's lies and [raid] drew protests.", "The duke"),
        ("She called the duke's excuses “[feeble]”.", "the duke's excuses"),
        ("An [irresponsible] ally of the premier, the duke left.", "the duke"),
        ("While [corrupt], the guild was popular.", "the guild"),
        ("The troops launched a fresh [offensive] against the miners.", "The troops"),
        ("A new [offensive] by the troops is feared.", "the troops"),
        ("Mills in Narvia closed. Narvia broke the truce. It [shelled] the abbey.", "Narvia"),
        ("Holm broke the truce. It [ruined] the abbey.", "the truce"),
    ],
)
def test_what_leads_a_clause_in_is_not_described(marked, wanted):
    """What leads a clause in, "According to Holm,", is neither its subject nor what the next noun stands beside."""
    assert target(marked) == wanted


@pytest.mark.parametrize(
    ("marked", "wanted"),
    [
        ("After [lying] to the court for years, Dree confessed.", "Dree"),
        ("By [selling] out the bakers, the guild lost its soul.", "the guild"),
        ("For years the firm got away with [cheating] its customers.", "the firm"),
        ("Guards routinely [humiliate] inmates.", "Guards"),
        ("Army in brutal [crackdown] on Oban miners", "Army"),
        ("Army in [brutal] crackdown on Oban miners", "Army"),
        ("Dozens dead in brutal [crackdown] on miners", None),
        ("Coast guard rammed trawler in ‘act of [piracy]’, says skipper", "Coast guard"),
        ("Soldiers opened fire on a crowd in an act of [savagery].", "Soldiers"),
        ("Twelve students were hurt in a brutal [crackdown].", None),
        ("Holm said the odds of dying in a pirate [attack] were low.", None),
        ("Has Holm [lied] to parliament?", "Holm"),
        ("With leaders this [cynical], voters stay at home.", "leaders"),
        ("Neighbours said that, once a [thug], Dree had found God.", "Dree"),
        ("The bishop railed against landlords as [parasites].", "landlords"),
        ("She spoke of the camp as a [hellhole].", "the camp"),
        ("She was speaking movingly of the [attacks].", None),
        ("Dree and Holm cheated the fund for years. They are [crooks].", "Dree and Holm"),
        ("Bell’s [toxic] leadership style drove out nurses.", "Bell"),
        ("Driven by [greed], ministers drained the fund.", "ministers"),
        ("The ministers, driven by [greed], drained the fund.", "The ministers"),
        ("Bell has a reputation as a [bully].", "Bell"),
        ("Bell has long been dogged by claims of [bullying].", "Bell"),
        ("Dogged by [corruption] claims, the mayor is to step down.", "the mayor"),
        ("The levy, dogged by rain, had a reputation as a [success].", "The levy"),
    ],
)
def test_plain_sentences_of_the_news(marked, wanted):
    """Who acts or is called so in short plain sentences and headlines: ahead of the subject, behind "in" and "of", two joined."""
    assert target(marked) == wanted


@pytest.mark.parametrize(
    ("marked", "wanted"),
    [
        ("The auditors’ verdict was “wilful [deceit]”.", None),
        ("Marta Quill’s assessment of the plan is “[reckless]”.", "the plan"),
        ("Their verdict on the mayor was “[useless]”.", "the mayor"),
        ("The mayor’s response was [cowardly].", "The mayor's response"),
    ],
)
def test_words_in_marks_that_spell_out_a_verdict(marked, wanted):
    """Words in marks are what a verdict says, of whom it is on; without marks they may describe it."""
    assert target(marked) == wanted


@pytest.mark.parametrize(
    ("marked", "wanted"),
    [
        ("A crowd led by a priest [stoned] the carter.", "A crowd"),
        ("Gunmen dressed as millers [butchered] nine herders.", "Gunmen"),
        ("Men described by neighbours as quiet [butchered] nine herders.", "Men"),
        ("Farmers watched as troops [torched] their barns.", "troops"),
        ("Soldiers loyal to the junta [looted] the bazaar.", "Soldiers"),
        ("The guild left the mill loyal to its owners and [looted] the bazaar.", "The guild"),
        ("It was the guards, not the herders, that [escalated] the row.", "the guards"),
        ("In 1909 the bank [swindled] on a grand scale.", "the bank"),
        ("In May 35 herders [killed] in the raid were buried.", None),
        ("Far from being a [monster], neighbours said, Dace fed cats.", "Dace"),
        ("Far from being a [monster], neighbours said.", None),
        ("A [vindictive] clerk, the court was told, had burned the mill.", "the clerk"),
    ],
)
def test_who_acts_with_more_said_of_him_before_the_verb(marked, wanted):
    """What a participle, an adjective, a contrast or a report adds to a subject does not act in its place."""
    assert target(marked) == wanted


@pytest.mark.parametrize(
    ("marked", "wanted"),
    [
        ("The inquiry documented the [abuse] suffered by children at the home.", None),
        ("The [cruelty] endured by the hostages shocked the judge.", None),
        ("The [cruelty] shown by the guards shocked the judge.", "the guards"),
        ("The [lies] told by the ministry came to light.", "the ministry"),
        ("Holm denounced the [wanton] destruction of the reeds by the council.", "the council"),
        ("Holm read a [scathing] study of the reeds by the council.", "the study"),
        ("The [feud] between the brothers turned violent.", "the brothers"),
        ("The verdict exposed the [rot] at the heart of the force.", "the force"),
        ("The bill is what critics call a [land grab].", "The bill"),
        ("The council has begun what critics call a [land grab].", None),
        ("Holm died in what guards are treating as a [terrorist] attack.", None),
        ("Many in the south regard the census as a [plot].", "the census"),
        ("Critics in the press regard the style guide as a [joke].", "the style guide"),
        ("Berg has named the alleged [fraudster].", None),
        ("He was a [gifted] liar.", None),
        ("Her predecessor had been [ruinously] generous with land.", "Her predecessor"),
        ("Holm made a [ruinously] generous offer.", "the offer"),
        ("The army behaved [brutally]", "The army"),
        ("The film, panned as [pretentious], won.", "The film"),
    ],
)
def test_acts_met_with_and_qualities_shared(marked, wanted):
    """Whoever meets with an act has not done it; what lies between or within some is theirs."""
    assert target(marked) == wanted


@pytest.mark.parametrize(
    ("marked", "wanted"),
    [
        ("Strikers met with police [brutality] in three towns.", "police"),
        ("The mill came under fire for [greed].", "The mill"),
        ("Guards opened fire for [revenge].", None),
        ("Hackers made a [farce] of the ballot.", "the ballot"),
        ("Holm compared the inspectors to the [Stasi].", "the inspectors"),
        ("Holm turned a blind eye to the [plunder].", None),
        ("The convoy carried [mercenaries].", None),
        ("Rebels carried out an [ambush].", "Rebels"),
        ("In a [cowardly] raid on Monday, rebels burned the mill.", "rebels"),
        ("In a [cowardly] raid on Monday, nine herders were killed.", "the raid"),
        ("The senator has a history of making [misogynistic] remarks.", "The senator"),
        ("The senator has a habit of [insulting] waiters.", "The senator"),
        ("Mr Hollis rejected claims by two aides that he had [bullied] them.", "Mr Hollis"),
        ("The clerks protested at what its leader, Ana Pell, called a [coup].", None),
        ("Rebels released a video in which a man they called a [spy] wept.", "a man"),
        ("It is unclear who ordered the [massacre].", None),
        ("She rejects the label “[extremist]”.", None),
        ("Holm dismissed as “fairy tales” accounts of [torture].", None),
        ("The squad, infamous for its [brawls], was disbanded.", "The squad"),
        ("The law, [hated] by landlords, was repealed.", "The law"),
        ("The law was [gutted] by landlords.", "landlords"),
        ("The collapse laid bare the [greed] and vanity of its backers.", "its backers"),
        ("Holm is used to being painted as a [dinosaur].", "Holm"),
        ("Banners in the stand compared the owner to a [vampire].", "the owner"),
        ("With characteristic [understatement], the duke called the battle “untidy”.", "the duke"),
    ],
)
def test_who_is_charged_compared_or_hated(marked, wanted):
    """A charge, a comparison and a feeling describe whom they are about, across what stands between."""
    assert target(marked) == wanted


@pytest.mark.parametrize(
    ("marked", "wanted"),
    [
        ("Men thought to be bandits [stormed] the mill.", "Men"),
        ("Men said to be close to the duke [stormed] the mill.", "Men"),
        ("The men were thought to be armed, and bandits [stormed] the mill.", "bandits"),
        ("Youths carrying clubs and chains [stoned] the clerk.", "Youths"),
        ("A shop selling drugs and guards [stoned] the clerk.", "guards"),
        ("The prize went to a man many regard as a [crook].", "a man"),
        ("The auditors, it turned out, had been [careless].", "The auditors"),
        ("The army acted [brutally] and burned the port.", "The army"),
        ("Farmers complained of [thieving] officials.", "the officials"),
        ("Holm was accused of [bribing] officials.", "Holm"),
        ("The owners proved [merciless] rivals.", "The owners"),
        ("The ad, ruled [misleading] by the watchdog, was pulled.", "The ad"),
        ("Holm released footage of workers [kicking] pigs.", "workers"),
        ("Holm spoke of [kicking] pigs.", "Holm"),
        ("Holm has a [savage] wit.", "Holm"),
        ("The town has a [brutal] history.", "the history"),
        ("The law gives [sweeping] powers to the mayor.", "the powers"),
    ],
)
def test_people_with_what_they_are_thought_to_be_or_do(marked, wanted):
    """Who acts is who is thought to be something or busy with something, not what he is thought to be or holds."""
    assert target(marked) == wanted


@pytest.mark.parametrize(
    ("marked", "wanted"),
    [
        ("The leaflet drew on the [alarmist] study from Narvia.", "the study"),
        ("The town fears the [leftist] clerks who run the port.", "the clerks"),
        ("What Berg called the [elitist] agenda failed.", "the agenda"),
        ("Holm is a [nationalist].", "Holm"),
        ("The [extremist] left.", None),
        ("They pander to the [gullible] and frightened public.", "the public"),
        ("They pander to the gullible and [frightened] public.", "the public"),
        ("He told a [debunked] and cruel story.", "the story"),
        ("Narvia’s [bloated], lazy, slow port office closed.", "the port office"),
        ("Narvia’s bloated, [lazy], slow port office closed.", "the port office"),
        ("The town faced [catastrophic], and perhaps final, floods.", "the floods"),
        ("Lena Berg, a crazed, vain [liar] who also sings, left.", "Lena Berg"),
        ("Soot floods of [shameful] proportions hit the town.", "Soot floods"),
        ("They saw a raid of a [shameful] kind.", "a raid"),
        ("A town [awash] in guns sleeps badly.", "A town"),
        ("The ban is ten times more [cruel] than the tax.", "The ban"),
        ("The move was yet another [shameful] failure.", "The move"),
        ("The mayor went [berserk].", "The mayor"),
        ("They had gone with the [cruel].", None),
        ("The plan was something of a [farce].", "The plan"),
        ("The plan may be a bit of a [farce].", "The plan"),
        ("[Needlessly] cruel raids shook the town.", "the raids"),
        ("The guards were [savagely] beaten.", None),
    ],
)
def test_adjectives_in_rows_of_measure_and_behind_verbs(marked, wanted):
    """An adjective describes the head of its noun phrase over those joined to it, and what a measure, or "went", is told of."""
    assert target(marked) == wanted


@pytest.mark.parametrize(
    ("marked", "wanted"),
    [
        ("In addition to being [cruel], the ban is costly.", "the ban"),
        ("The ban, in addition to being [cruel], is costly.", "The ban"),
        ("Apart from being [slow], Holm is vain.", "Holm"),
        ("Holm shared the clip while [ranting] about bees.", "Holm"),
        ("The clerk hid while [shelling] of the town went on.", None),
        ("[Fortunately], Berg rejected the plan.", None),
        ("The mills [sadly] closed.", None),
        ("[Callously], Berg rejected the plan.", "Berg"),
        ("Berg [blasted] the board.", "the board"),
        ("The jets [blasted] the town.", "The jets"),
        ("Critics [trashed] the film for its cast.", "the film"),
        ("Holm [ripped] the bag open.", "Holm"),
        ("Holm [blasts] report on his losses", "report"),
        ("Berg said the remarks were “[cruel].”", "the remarks"),
        ("His verdict was “[cruel].”", None),
        ("The media [circus] goes on.", "media"),
        ("Lena Berg [snuck] into the port.", "Lena Berg"),
    ],
)
def test_what_is_added_remarked_and_lashed_out_at(marked, wanted):
    """What a phrase adds is said of the subject; a comment describes nobody, and a verb of criticism whom it is aimed at."""
    assert target(marked) == wanted


@pytest.mark.parametrize(
    ("marked", "wanted"),
    [
        ("Justice Holm was quoted as saying she was [frightened].", "Holm"),
        ("Anna Berg left. Ida Holm said she was [appalled].", "Ida Holm"),
        ("Aides said they were [outraged].", "Aides"),
        ("Ida Holm said he was [angered].", None),
        ("Ida Holm told Anna Berg she was [cruel].", "Anna Berg"),
        ("Ida Holm was [angered] by the raid.", "Ida Holm"),
        ("Holm passed a bill that would [cripple] the port.", "a bill"),
        ("Holm said that would [cripple] the port.", None),
        ("Holm issued a statement saying the raid is [false].", "the raid"),
        ("The men guarding the gate were [cruel].", "The men"),
        ("Judith Holm, a retired judge known for [mocking] clerks, left.", "Judith Holm"),
        ("Zell is known for its [cruel] mines.", "the mines"),
        ("The aides seem almost [cowardly].", "The aides"),
    ],
)
def test_what_somebody_says_he_feels_and_reports_in_nouns(marked, wanted):
    """Who speaks tells his own feelings; a noun that may report is followed to its own relative clause, not through it."""
    assert target(marked) == wanted


@pytest.mark.parametrize(
    ("marked", "wanted"),
    [
        ("Cold snaps have [killed] more sheep than foxes.", "Cold snaps"),
        ("Cold snaps pose an [existential threat] to the moor.", "Cold snaps"),
        ("Swollen brooks are posing a [threat] to the mill.", "Swollen brooks"),
        ("Grazing rights often pose late [roadblocks] to a lease.", "Grazing rights"),
        ("The film represents an [attack] on Zell.", None),
        ("Hamlets whose wells are [threatened] by rising brooks wept.", "rising brooks"),
        ("The hamlet is [threatened] by raising rents.", None),
        ("The mill could be [held accountable] for it.", "The mill"),
        ("The mill was [held hostage].", None),
        ("All these letters, printed since 1999, have [fueled tensions] in Zell.", "All these letters"),
        ("In Zell 35 [killed] in raid", None),
    ],
)
def test_things_that_do_what_people_do(marked, wanted):
    """A thing or a cause that does something is whom the term describes, as a person would be."""
    assert target(marked) == wanted


@pytest.mark.parametrize(
    ("marked", "wanted"),
    [
        ("The dredgers could cause silting and [threaten] wildlife directly.", "The dredgers"),
        ("The sluice is old. If the sluice does break, it could raise the brook and [inundate] nine hamlets.", "the sluice"),
        ("The dredgers could bring silt and [climate] woes.", "the woes"),
        ("The raid raged through Zell, knocking out lamps for miles and ultimately [killing] 69 people.", "The raid"),
        ("Rebels shelled the Zell training ground on Sunday, [killing] nine people.", "Rebels"),
        ("The talks failed, with Holm [threatening] to quit.", "Holm"),
        ("The talks failed, with one clerk, Ida Holm, even [threatening] guards.", "Ida Holm"),
        ("The clerk Ida Holm is [defending herself] against the duke.", "Ida Holm"),
        ("Guards are spending more time and money making [arrests], housing inmates and so on.", "Guards"),
        ("Rather than drag out this [charade] into May and leak it, the board should act.", "the board"),
        ("The board quit rather than drag out this [charade].", "The board"),
        ("Holm dragged a man out of the [charade].", None),
        ("The board fears strikes and [crippling] debts.", None),
        ("After [threatening] to sue the duke's aide, Ida Berg, they left.", None),
        ("After [threatening] to sue the aide, Ida Berg left.", "Ida Berg"),
    ],
)
def test_verbs_far_from_their_subject(marked, wanted):
    """An infinitive or a participle is followed over what it is joined to; what it is done to is never who does it."""
    assert target(marked) == wanted


@pytest.mark.parametrize(
    ("marked", "wanted"),
    [
        ("She ignores the [threat] of brackish wells.", "brackish wells"),
        ("They feared the [threat] of a strike by the clerks.", "the clerks"),
        ("They feared the [threat] of sanctions.", None),
        ("Silt is causing [devastating] harm in Zell.", "Silt"),
        ("The flood had a [ruinous] effect on the mill.", "The flood"),
        ("Holm has a [savage] dog.", "the dog"),
        ("Holm gave a [defiant] speech early Wednesday.", "the speech"),
        ("Holm nine days ago [betrayed] the town.", "Holm"),
        ("Holm, who less than a decade ago [betrayed] the town, fled.", "Holm"),
        ("Holm said in a speech that his [cease-fire] may end.", "Holm"),
        ("“His [cease-fire] may end,” said Holm.", None),
        ("Berg shelled Zell. Holm said his [raid] was cruel.", "Berg"),
        ("“I'm not a gambler,” he said. Mr. Holm said he was calm, had apologized for his [threat] and left.", None),
        ("Holm went on. After [mocking] Mr. Berg's wife, Heidi Berg, he left.", "Holm"),
    ],
)
def test_dangers_effects_and_what_is_his_who_speaks(marked, wanted):
    """A danger is what "of" names, an effect is whose it is, and "his" is who speaks where nobody else is named."""
    assert target(marked) == wanted


@pytest.mark.parametrize(
    ("marked", "wanted"),
    [
        ("Dike [activists] blocked the road.", "Dike activists"),
        ("Grim [activists] point out that it rains.", "Grim activists"),
        ("Holm and his [allies] left.", "his allies"),
        ("Instead, [strikers] sang.", "strikers"),
        ("The mill feared the [protesters]’ demands.", "the protesters"),
        ("He spoke for [President Ida Holm].", "President Ida Holm"),
        ("He met Narvian [President Ida Holm].", "President Ida Holm"),
        ("It angered [activist] groups.", "the groups"),
        ("They questioned [terrorist] suspects.", "the suspects"),
        ("Holm became an [activist].", "Holm"),
        ("The mayor met dike [activists].", None),
        ("The mayor left, calling [strikers] to the hall.", None),
        ("When [marchers] from nine towns sing, the mayor sleeps.", "marchers"),
        ("Ida Holm, an [activist], left.", "Ida Holm"),
        ("The “[activists]” wore boots.", None),
        ("The [looters] came back.", None),
        ("The wind is an [activist] wind.", "The wind"),
        ("[Human Rights] matter.", None),
    ],
)
def test_who_is_described_by_what_he_is_called(marked, wanted):
    """Who takes part, or bears a title with a name, is described by it; a word that judges, and one in marks, names somebody else."""
    assert target(marked) == wanted


@pytest.mark.parametrize(
    ("marked", "wanted"),
    [
        ("The [Narvian army] shelled Zell.", "The Narvian army"),
        ("[Soldiers] burned the mill.", "Soldiers"),
        ("This morning [Narvian troops] shelled Zell.", "Narvian troops"),
        ("The [armed forces of Narvia] pushed on.", "The armed forces of Narvia"),
        ("The mill was taken by Narvian [invaders].", "Narvian invaders"),
        ("The [Narvian government] raised the tax.", "The Narvian government"),
        ("The Narvian [occupation army] raised the tax.", "The Narvian occupation army"),
        ("The rebels’ “[puppet government]” raised the tax.", "The rebels"),
        ("The guard forced Narvian [invaders] to leave.", "Narvian invaders"),
        ("The [defenders] of Zell burned the mill.", "The defenders of Zell"),
        ("The [invaders] burned the mill.", None),
        ("Angry [invaders] burned the mill.", None),
        ("He met Narvian [invaders].", None),
        ("The [Narvian troops] were shelled.", None),
        ("Two [Narvian soldiers] wounded in raid.", None),
        ("The self-styled [Army of Zell] left.", None),
        ("Holm is a cruel [mercenary].", "Holm"),
        ("Nine people [died] there.", None),
        ("263 children have [died].", None),
        ("The rally was disturbed by dike [activists].", "dike activists"),
        ("The mayor forced [protesters] to leave.", "protesters"),
        ("Ida Holm [died] in May.", "Ida Holm"),
    ],
)
def test_forces_that_act(marked, wanted):
    """An armed body that acts is described by what it is called, a noun that judges it only where it says whose it is; no victim is."""
    assert target(marked) == wanted


@pytest.mark.parametrize(
    ("marked", "wanted"),
    [
        ("The [conflict] between Narvia and Ostland went on.", "Narvia and Ostland"),
        ("It was the latest [escalation] of words between Holm and Berg.", "Holm and Berg"),
        ("[Talks] ended between millers and bakers.", "millers and bakers"),
        ("It was the latest [escalation] of words between the grey rivals ahead of the vote.", "the grey rivals"),
        ("The [war] between 1998 and 2000 cost much.", None),
        ("Holm wants [peace] despite the feud between Ostland and Narvia.", None),
        ("The mill is under [threat] from cruel thieves.", "cruel thieves"),
        ("The town faces a [threat] from rising water.", "rising water"),
        ("They left, citing the mayor as a major [threat] to the mill.", "the mayor"),
        ("After the [Narvian assault] the mill closed.", "Narvian"),
        ("The claims of the North Narvian [regime] fell flat.", "North Narvian"),
        ("They want to stave off the [worst] effects of rising water.", "rising water"),
        ("They felt the [worst] effects.", "the effects"),
        ("The ruling was in direct [conflict] with the law.", "The ruling"),
        ("Bees are kept in a [terrible] way.", None),
        ("Otto Weil, the guild's lawyer, said he was “shocked and [appalled]” by it.", "Otto Weil"),
        ("Otto Weil, the guild's lawyer, said he was [cruel].", None),
        ("Mr. Holm is revered among [thugs].", None),
        ("The guard was called to stop a [thug].", None),
        ("Holm was called in court a [thug].", "Holm"),
        ("The bill bans the word “[threat]” from pamphlets.", None),
        ("Nine clerks gathered, holding signs and [chanting] “Out!”", "Nine clerks"),
        ("Holm is a serial liar, cheat, [racist], clerk and bully.", "Holm"),
    ],
)
def test_what_two_have_with_one_another_and_where_danger_comes_from(marked, wanted):
    """Both between whom something is, what a threat is from, and whose act a term of two words tells are its targets."""
    assert target(marked) == wanted


def test_naming_choices():
    """A name for somebody who takes part has a target when it is one of a naming choice, too; one for a place or a body has none."""
    assert target("Dike [activists] blocked the road.", choice="people") == "Dike activists"
    assert target("Then the [Narvian president] left.", choice="leader") == "the Narvian president"
    assert target("Then [US President] Ida Holm left.", choice="leader") == "Ida Holm"
    assert target("The town fell to [Narvian troops].", choice="forces") is None
    assert target("The town was taken by [Narvian troops].", choice="forces") == "Narvian troops"
    assert target("Zell left the [alliance] by the army.", choice="alliance") is None


@pytest.mark.parametrize(
    ("marked", "wanted"),
    [
        ("The storm tore through the valley last week with high winds and a great deal of rain from the sea, [killing] nine.", "The storm"),
        ("The guild kept poor books for its trade in foreign coins and in rare stamps, failing to [punish] its clerks.", "The guild"),
        ("It was the fault of militias [slaughtering], robbing and beating villagers.", "militias"),
        ("He praised the courage of the band [demanding] that we act.", "the band"),
        ("After reading the charter line by line and after [demanding] that the mayor go, the clerks left.", "the clerks"),
        ("Farmers from the valley plan to [blockade] the mine.", "Farmers"),
        ("She called on pupils to cut lessons every Friday to [blockade] the gate.", "pupils"),
        ("Zell is at war with men across the bay who plot to [kill] the guests.", "men"),
        ("The rebels met on Monday in the barn behind the old mill by the weir, and vowed to [crush] the duke.", None),
    ],
)
def test_who_does_what_stands_far_behind_him(marked, wanted):
    """Infinitives and -ing forms are done by who does the verb before them, however far; of a vow nobody, as nothing was done."""
    assert target(marked) == wanted


@pytest.mark.parametrize(
    ("marked", "wanted"),
    [
        ("They met in Brell, an area [threatened] by drought.", "drought"),
        ("The clerk was [humiliated] by text message.", None),
        ("He feared the [threat] posed by salty rain.", "salty rain"),
        ("Villages live under [threat] of floods.", "floods"),
        ("He named the [threat] of global cooling.", "global cooling"),
        ("He spoke of the “[mortal threat]” of floods.", "floods"),
        ("The ward lived under the [threat] of bombing.", None),
        ("Zell faces the constant [threat] of a strike.", None),
    ],
)
def test_things_that_threaten(marked, wanted):
    """A thing does what is done by it, unless it is a means; a danger is what "of" joins to it, unless that is an act."""
    assert target(marked) == wanted


@pytest.mark.parametrize(
    ("marked", "wanted"),
    [
        ("A drone strike on a market in Zell [kills] nine.", "A drone strike"),
        ("The council has found a way to bring Berg's [betrayal] to light.", "Berg"),
        ("She has a plan to tackle Holm's [aggression].", "Holm"),
        ("Merchants tend to [deceive] us.", "Merchants"),
        ("The treat was a [disgrace].", "The treat"),
    ],
)
def test_verbs_are_no_part_of_what_is_described(marked, wanted):
    """A verb that is hardly ever a noun ends the phrase before it, and begins none; what may be either is read by its place."""
    assert target(marked) == wanted


@pytest.mark.parametrize(
    ("marked", "wanted"),
    [
        ("People fled the [catastrophe] unfolding in Zell.", None),
        ("They deplored the [brutal] shelling of Zell.", "the shelling"),
        ("He promised to make Zell [strong] again.", "Zell"),
        ("She asked for [strong] laws.", "the laws"),
        ("The bill is [strong] enough to stop them.", "The bill"),
    ],
)
def test_adjectives_and_what_stands_behind_them(marked, wanted):
    """An adjective describes the noun behind it; a word in -ing behind a noun tells what that does, and "enough" is no noun."""
    assert target(marked) == wanted
