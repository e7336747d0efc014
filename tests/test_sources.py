"""Who speaks, where the source stands apart from what it says: before a date, a colon, a relative clause."""

import pytest
from test_constructions import heard


@pytest.mark.parametrize(
    ("text", "words", "voice", "speaker"),
    [
        ("Having told the court that the police were bullies, Karl Ruiz burst into tears.", "bullies", "indirect", "Karl Ruiz"),
        ("Having told the court he was well, Karl Ruiz burst into a vile tirade.", "vile", "own", None),
        ("After having insisted that the plan was bold, the minister dropped it.", "bold", "indirect", "the minister"),
        ("Not so, says the lawyer: the raid was a blunder.", "blunder", "indirect", "the lawyer"),
        ("Ida Holm is blunt: the raid was a blunder.", "blunder", "indirect", "Ida Holm"),
        ("The union’s view is simple: the rota is cruel and must go.", "cruel", "indirect", "The union"),
        ("The road is closed: a reckless driver hit the wall.", "reckless", "own", None),
        ("Ida Holm is late: her decrepit car broke down.", "decrepit", "own", None),
        ("The union’s position is clear. The rota is cruel, it says, and must go.", "cruel", "indirect", "The union"),
        ("What neighbours saw as spite, the court saw as theft.", "theft", "indirect", "the court"),
        ("Ida Holm described the deal as a sham and left the shabby hall.", "shabby", "own", None),
        ("If the tabloids are to be believed, the bishop is a crook.", "crook", "indirect", "the tabloids"),
        ("The decision angered parents, many of whom said it was spiteful.", "spiteful", "indirect", "parents"),
        ("The decision divided parents, some of whom call it spiteful.", "spiteful", "indirect", "parents"),
        ("One guard slept; the other claimed the prisoner was violent.", "violent", "indirect", "the other"),
        ("The home, which inspectors last year called squalid, is to close.", "squalid", "indirect", "inspectors"),
        ("The minister last week said the deal was a sham.", "sham", "indirect", "The minister"),
        ("There were cries from the board that the motion was vile.", "vile", "indirect", "the board"),
        ("Karl Ruiz’s account was that he had been bullied into it.", "bullied", "indirect", "Karl Ruiz"),
        ("Karl Ruiz, a driver, put it more bluntly: “They are robbing us.”", "robbing", "direct", "Karl Ruiz"),
        ("Cruel he may have been, his biographer concedes, but never petty.", "petty", "indirect", "his biographer"),
        ("The pact was harsh, Ida Holm said, but the cruel winter went on.", "cruel", "own", None),
        ("“It failed,” Ida Holm said, but not to her rude guest.", "rude", "own", None),
        ("Mr. Holm, now 81 and retired in Zell, Narvia, said that the raid was savage.", "savage", "indirect", "Holm"),
        ("Nearly seven in 10 say the dam is cruel.", "cruel", "indirect", "Nearly seven in 10"),
        ("One in three nurses said the ward was squalid.", "squalid", "indirect", "One in three nurses"),
        ("Ida Holm has in the past described the ward as squalid.", "squalid", "indirect", "Ida Holm"),
        ("Ida Holm, who has in the past described the ward as squalid, left.", "squalid", "indirect", "Ida Holm"),
        ("Ida Holm was in the squalid ward described by Ada Berg.", "squalid", "own", None),
        ("Many guilds have released statements or reports affirming that hunger is cruel.", "cruel", "indirect", "Many guilds"),
        ("Ida Holm has issued memos saying that hunger is cruel.", "cruel", "indirect", "Ida Holm"),
        ("Ida Holm has obtained memos saying that hunger is cruel.", "cruel", "indirect", "memos"),
        ("Several reports indicate that the ward is squalid.", "squalid", "indirect", "Several reports"),
        ("The cut came amid news reports that the ward was squalid.", "squalid", "indirect", None),
        ("A motion that under Senate rules would need a squalid deal fell.", "squalid", "own", None),
        ("It was a raid Ida Holm hopes will be savage.", "savage", "indirect", "Ida Holm"),
        ("It is worth noting that the ward is squalid.", "squalid", "own", None),
        ("Ida Holm is a nurse who says that the ward is squalid.", "squalid", "indirect", "Ida Holm"),
        ("Ida Holm is a liar, a cheat and a crook who has called the ward squalid.", "squalid", "indirect", "Ida Holm"),
        ("There is a nurse who says that the ward is squalid.", "squalid", "indirect", "a nurse"),
        ("Ida Holm is one of the nurses who say that the ward is squalid.", "squalid", "indirect", "one of the nurses"),
        ("His fans were shown chanting “squalid, squalid, all of it squalid!”", "squalid", "direct", "His fans"),
        ("Dozens held an “Ugly Water Rally,” calling for talks.", "Ugly", "own", None),
        ("Neighbours dubbed Karl Ruiz the “Ugly King,” fearing him.", "Ugly", "direct", "Neighbours"),
    ],
)
def test_sources_beside_dates_and_colons(text, words, voice, speaker):
    """Who speaks is found before a date, in front of a colon, of many and of two, and behind a participle with "having"."""
    assert heard(text, words) == (voice, speaker)
