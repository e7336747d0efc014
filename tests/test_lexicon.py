"""Lexicons: read from anywhere, refused with file and line, and the shipped ones kept honest by their own examples."""

import re
import tomllib
from dataclasses import replace
from pathlib import Path

import pytest
from articles import passages_of
from nltk.stem.snowball import EnglishStemmer

from framing import LexiconScorer
from framing.lexicon import Choice, Entry, Frame, Lexicon, Topic, check_lexicon, expand, read_lexicon, shipped
from framing.voice.lists import lists

SMALL = """
[lexicon]
name = "small"
version = "2.1"
authors = ["A. Reader"]

[frame.aggression]
label = "Aggression"
definition = "Force without right."
terms = [
  "invader{,s}",
  {term = "unprovoked", note = "denies a cause", weight = 2, not_before = ["laughter"]},
]

[choice.action]
label = "The action"
definition = "What it is called."

[choice.action.names.invasion]
terms = ["invasion{,s}"]

[choice.action.names."special military operation"]
label = "the official name"
terms = [{pattern = "special military operation", source = "a decree"}]
"""
SIDES = [
    ("Russian", "Ukrainian"),
    ("Russians", "Ukrainians"),
    ("Russia", "Ukraine"),
    ("Moscow", "Kyiv"),
    ("Putin", "Zelensky"),
    ("Vladimir", "Volodymyr"),
]
MIRROR = {one.lower(): other.lower() for pair in SIDES for one, other in (pair, pair[::-1])}
MIRROR |= {"kiev": "moscow", "zelenskyy": "putin", "zelenskiy": "putin", "zelenskyi": "putin"}
# Without a counterpart: one side has a federation and a seat of power with a name; its alliance faces another alliance.
UNPAIRED = ("russian federation", "russo-ukrainian", "kremlin", "-led")


def toml(tmp_path, written, name="mine.toml"):
    """Write a lexicon file and return its path."""
    path = tmp_path / name
    path.write_text(written, encoding="utf-8")
    return path


def hits(lexicon, texts):
    """List what a lexicon finds in each text: term, frame, choice, name and surface."""
    found = LexiconScorer(lexicon).hits(passages_of(texts))
    lists = [[] for _ in texts]
    for article, *hit in found.select("article_id", "term", "frame", "choice", "name", "surface").iter_rows():
        lists[int(article)].append(tuple(hit))
    return lists


def mirrored(phrase):
    """Swap the names of the two sides."""
    return re.sub(r"[^\W\d_]+", lambda word: MIRROR.get(word[0].lower(), word[0].lower()), phrase)


def test_a_toml_file_is_read_whole(tmp_path):
    """Every key of the format arrives in the lexicon."""
    lexicon = read_lexicon(toml(tmp_path, SMALL))
    assert (lexicon.name, lexicon.version, lexicon.language, lexicon.authors) == ("small", "2.1", "en", ("A. Reader",))
    assert lexicon.frames == {"aggression": Frame("Aggression", "Force without right.")}
    names = {"invasion": "invasion", "special military operation": "the official name"}
    assert lexicon.choices == {"action": Choice("The action", "What it is called.", names)}
    assert lexicon.frame_names == ("aggression",)
    assert lexicon.choice_names == {"action": ("invasion", "special military operation")}
    assert lexicon.entries == (
        Entry("invader{,s}", frame="aggression"),
        Entry("unprovoked", frame="aggression", note="denies a cause", weight=2, not_before=("laughter",)),
        Entry("invasion{,s}", choice="action", name="invasion"),
        Entry("special military operation", choice="action", name="special military operation", source="a decree"),
    )


def test_a_path_as_text_and_a_dict_give_the_same_lexicon(tmp_path):
    """Where a lexicon comes from does not change what it measures."""
    path = toml(tmp_path, SMALL)
    digests = {read_lexicon(source).digest for source in (path, str(path), tomllib.loads(SMALL))}
    assert len(digests) == 1


def test_a_named_context_is_its_list(tmp_path):
    """A list that entries share is written once: the lexicon is the same as with the list in each, and is written back with it in each."""
    named = {"context": {"camp": ["army", "tent{,s}"]}, "frame": {"war": {"terms": [{"term": "raid", "only_near": "camp"}]}}}
    whole = {"frame": {"war": {"terms": [{"term": "raid", "only_near": ["army", "tent{,s}"]}]}}}
    lexicon = read_lexicon(named)
    assert lexicon.digest == read_lexicon(whole).digest
    assert 'only_near = ["army", "tent{,s}"]' in lexicon.to_toml(tmp_path / "copy.toml").read_text(encoding="utf-8")
    assert read_lexicon({"context": {"camp": ["army"]}}).frame_names == ("context/camp",)  # a plain dict of frames


def test_a_topic_changes_the_digest_and_its_absence_does_not():
    """A lexicon without topics keeps the digest under which it was cited before there were any; a topic is part of the instrument."""
    cited = "f06127ada87d8669d5295b83915b79f180cbce572c660e6d22b6de0fa9b8a455"
    entry = {"term": "threat", "only_near": ["war"]}
    assert read_lexicon({"fear": [entry]}).digest == cited
    with_topics = [
        read_lexicon({"topic": {"war": {"words": words, "per_1000": dense}}, "frame": {"fear": {"terms": [entry | {"topic": "war"}]}}})
        for words, dense in ((["army"], 5), (["army", "navy"], 5), (["army"], 4))
    ]
    assert len({cited, *(lexicon.digest for lexicon in with_topics)}) == 4


def test_a_group_names_the_topic_of_its_entries():
    """A topic of a frame or choice is that of each entry which names none itself, not that of a frame within it."""
    topics = {"war": {"words": ["army"]}, "sea": {"words": ["ship"]}}
    frame = {"topic": "war", "label": "Fear", "terms": ["threat", {"term": "storm", "topic": "sea"}], "dread": {"terms": ["menace"]}}
    choice = {"topic": "war", "names": {"a": ["raid"], "b": {"terms": ["attack"]}}}
    lexicon = read_lexicon({"topic": topics, "frame": {"fear": frame}, "choice": {"act": choice}})
    told = {entry.term: entry.topic for entry in lexicon.entries}
    assert told == {"threat": "war", "storm": "sea", "menace": None, "raid": "war", "attack": "war"}


def test_an_unknown_topic_is_refused():
    """An entry made by hand must name a topic that is there."""
    with pytest.raises(ValueError, match=r"topic of entry 'threat': .*'sea'.*\['war'\]"):
        Lexicon(
            "mine", frames={"fear": Frame("F")}, entries=(Entry("threat", frame="fear", topic="sea"),), topics={"war": Topic(("army",))}
        )


def test_a_plain_dict_is_a_lexicon():
    """Frame to patterns is enough; frames may lie within frames."""
    lexicon = read_lexicon({"fear": ["threat*"], "economy": {"tax": ["tax*"], "trade": ["tariff*"]}})
    assert lexicon.frame_names == ("fear", "economy/tax", "economy/trade")
    assert [entry.frame for entry in lexicon.entries] == ["fear", "economy/tax", "economy/trade"]


def test_the_digest_tells_lexicons_apart():
    """Another pattern, another note or another weight is another instrument."""
    digests = {read_lexicon({"fear": [entry]}).digest for entry in ("a", "b", {"term": "a", "note": "n"}, {"term": "a", "weight": 2})}
    assert len(digests) == 4


def test_a_whole_number_is_a_weight_like_any_other(tmp_path):
    """1 and 1.0 are one weight, with one digest, and either can be written."""
    one, same = (read_lexicon({"fear": [{"term": "a", "weight": weight}, {"term": "b", "weight": 2}]}) for weight in (1, 1.0))
    one = replace(one, name="one")
    assert one.digest == replace(same, name="one").digest == read_lexicon(one.to_toml(tmp_path / "one.toml")).digest
    with pytest.raises(ValueError, match=r"fear\.terms\.0\.weight: weight of entry 'a' is 9999.*\.\.\.; expected a number above 0"):
        read_lexicon({"fear": [{"term": "a", "weight": int("9" * 400)}]})


def test_the_empty_lexicon_is_one():
    """A lexicon without entries can be read, finds nothing, and says so."""
    empty = read_lexicon({"lexicon": {"name": "unlisted"}})
    assert (len(empty), empty.frame_names, empty.choice_names) == (0, (), {})
    with pytest.warns(UserWarning, match="the lexicon 'unlisted' has no entries: nothing is found"):
        assert hits(empty, ["War."]) == [[]]


def test_an_unknown_name_lists_what_is_shipped():
    """A misspelled lexicon raises instead of finding nothing."""
    with pytest.raises(ValueError, match=r"Unknown lexicon 'conflicts'; expected one of \[.*'conflict'.*\] or a lexicon file"):
        read_lexicon("conflicts")


def test_something_else_is_refused():
    """A list is neither a name nor a file nor a dict."""
    with pytest.raises(TypeError, match="takes a name, a file or a dict, not list"):
        read_lexicon(["war"])


def test_the_content_of_a_file_is_no_name():
    """Text longer than a name of a file can be is refused like any other unknown name, and shown in part."""
    with pytest.raises(ValueError, match=r"^Unknown lexicon '\[frame\.fear\].{20,70}\.\.\.; expected one of"):
        read_lexicon("[frame.fear]\nterms = [" + 900 * '"war", ' + "]")


def test_a_frame_of_a_dict_stands_once():
    """A second frame of the same name would take the place of the first."""
    for data in ({"economy": [{"tax": ["tax"]}, {"tax": ["levy"]}]}, {"tax": ["tax"], "economy": {1: ["one"], "1": ["two"]}}):
        with pytest.raises(ValueError, match=r"There are two frames '(tax|1)' in one; expected each once"):
            read_lexicon(data)


def test_half_a_surrogate_pair_is_refused():
    """What JSON may hold and no file can is told before anything is counted."""
    with pytest.raises(ValueError, match=r"half of a surrogate pair, which is no character, in .*w\\ud800r"):
        hits(read_lexicon({"fear": ["w\ud800r"]}), ["War."])


@pytest.mark.parametrize(
    ("old", "new", "line", "message"),
    [
        ('name = "small"', 'nmae = "small"', 3, r"Unknown key 'nmae' in \[lexicon\]; expected one of \['name', 'version'"),
        (
            "[choice.action]\n",
            "[choices.action]\n",
            15,
            r"Unknown key 'choices' in a lexicon; expected one of \['lexicon'",
        ),
        ('label = "Aggression"', 'lable = "Aggression"', 8, r"Unknown key 'lable' in \[frame.aggression\]; expected one of \['label'"),
        ("weight = 2", "wieght = 2", 12, "Unknown key 'wieght' in entry 'unprovoked'; expected one of"),
        ('version = "2.1"', "version = 2.10", 4, r"version of \[lexicon\] is 2.1; expected text in quotation marks"),
        ('["A. Reader"]', '"A. Reader"', 5, r"authors of \[lexicon\] is 'A. Reader'; expected a list of texts"),
        ('"Force without right."', "7", 9, r"definition of \[frame.aggression\] is 7; expected text"),
        ('{term = "unprovoked",', '{term = "unprovoked", pattern = "provoked",', 12, "has both term and pattern"),
        ("weight = 2", "weight = 0", 12, "weight of entry 'unprovoked' is 0; expected a number above 0"),
        (
            'not_before = ["laughter"]',
            'not_before = "laughter"',
            12,
            "is 'laughter'; expected a list of patterns",
        ),
        ('"invader{,s}"', '"invader{,s"', 11, "Pattern 'invader{,s' has braces that do not pair"),
        ('terms = ["invasion{,s}"]', 'terms = "invasion{,s}"', 20, r"terms is 'invasion\{,s\}'; expected a list"),
        ('{pattern = "special military operation", source', "{source", 24, r"has no pattern; expected term = "),
        ('label = "The action"', 'labels = "The action"', 16, r"Unknown key 'labels' in \[choice.action\]; expected one of"),
    ],
)
def test_a_mistake_is_told_with_file_and_line(tmp_path, old, new, line, message):
    """Whoever edits a lexicon by hand is led to the line."""
    assert old in SMALL
    with pytest.raises(ValueError, match=rf"mine\.toml:{line}: .*{message}"):
        read_lexicon(toml(tmp_path, SMALL.replace(old, new)))


def test_all_mistakes_are_told_at_once(tmp_path):
    """Whoever checks a lexicon learns of every entry and table with something wrong, a line each, not of the first alone."""
    wrong = SMALL.replace("weight = 2", "weight = 0").replace('label = "The action"', 'labels = "The action"')
    wrong = wrong.replace('"invader{,s}"', '"invader{,s"').replace("[frame.aggression]", "[frame.aggression]\nlable = 1")
    with pytest.raises(ValueError, match="wrong") as told:
        read_lexicon({"lexicon": {"wrong": 1}, "frame": {"a": {"terms": ["war{"]}}})
    assert len(str(told.value).splitlines()) == 2
    with pytest.raises(ValueError, match="lable") as told:
        read_lexicon(toml(tmp_path, wrong))
    assert [line.split(": ")[0].rpartition(":")[2] for line in str(told.value).splitlines()] == ["8", "12", "13", "17"]


def test_broken_toml_is_told_with_file_and_line(tmp_path):
    """A lost bracket is reported where TOML breaks."""
    with pytest.raises(ValueError, match=r"mine\.toml: not TOML: .*line 3"):
        read_lexicon(toml(tmp_path, '[lexicon]\nname = "x"\nversion = ,\n'))


def test_an_entry_needs_one_place():
    """An entry of no frame, of two places or of an unknown frame is refused."""
    with pytest.raises(ValueError, match="Entry 'war' needs a frame or a choice with a name"):
        Lexicon("mine", entries=(Entry("war"),))
    with pytest.raises(ValueError, match=r"Unknown frame of entry 'war': 'fear'; expected one of \[\]"):
        Lexicon("mine", entries=(Entry("war", frame="fear"),))


@pytest.mark.parametrize(
    ("term", "phrases"),
    [
        ("war", ("war",)),
        ("invader{,s}", ("invader", "invaders")),
        ("{a,b} c{d,e}", ("a cd", "a ce", "b cd", "b ce")),
        ("{ultra ,}nationalist", ("ultra nationalist", "nationalist")),
        ("atrocit* {of,} war", ("atrocit* of war", "atrocit* war")),
        ("{a,a} b", ("a b",)),
        ("{x,y}" + "{a,a}" * 7, ("xaaaaaaa", "yaaaaaaa")),
    ],
)
def test_alternatives_are_written_out(term, phrases):
    """A pattern stands for every combination of its alternatives, each once."""
    assert expand(term) == phrases


@pytest.mark.parametrize("term", ["{a,b", "a}", "{a,{b,c}}"])
def test_braces_must_pair(term):
    """Half a group is a mistake, not a letter."""
    with pytest.raises(ValueError, match="braces that do not pair"):
        expand(term)


def test_a_pattern_stays_small():
    """A pattern that stands for very many phrases is refused, so that no lexicon stops the program."""
    with pytest.raises(ValueError, match="stands for more than 512 phrases"):
        expand("{a,b,c,d,e,f,g,h}" * 12)


@pytest.mark.parametrize("name", shipped())
def test_shipped_lexicons_explain_themselves(name):
    """Every frame and choice has a definition, every entry a reason and an example."""
    lexicon = read_lexicon(name)
    assert lexicon.name == name
    assert lexicon.licence
    assert lexicon.authors
    assert lexicon.sources
    assert all(len(group.definition) > 60 for group in [*lexicon.frames.values(), *lexicon.choices.values()])
    assert [entry.term for entry in lexicon.entries if not entry.note or not entry.example] == []


@pytest.mark.parametrize("name", shipped())
def test_examples_of_shipped_lexicons_hold(name):
    """Each entry is found in its example and not in its counterexample."""
    lexicon = read_lexicon(name)
    keys = [(entry.term, entry.frame, entry.choice, entry.name) for entry in lexicon.entries]
    lexicon = lexicon.without_topics()  # a sentence is too short to tell one
    inside = hits(lexicon, [entry.example for entry in lexicon.entries])
    outside = hits(lexicon, [entry.counterexample for entry in lexicon.entries])
    assert [key for key, found in zip(keys, inside, strict=True) if key not in [hit[:4] for hit in found]] == []
    assert [key for key, found in zip(keys, outside, strict=True) if key in [hit[:4] for hit in found]] == []


@pytest.mark.parametrize("name", shipped())
def test_no_entry_stands_twice(name):
    """Within a frame or a name, no two entries stand for the same phrase in the same context."""
    seen, twice = set(), []
    for entry in read_lexicon(name).entries:
        for phrase in expand(entry.term):
            written = phrase if entry.case else phrase.lower()
            key = (written.replace("-", " "), entry.case, entry.frame, entry.choice)
            twice += [key] if key in seen else []
            seen.add(key)
    assert twice == []


def test_conflict_is_as_large_as_promised():
    """At least ten frames, twelve choices and four hundred entries; every choice has rivals."""
    conflict = read_lexicon("conflict")
    assert len(conflict.frames) >= 10
    assert len(conflict.choices) >= 12
    assert len(conflict) >= 400
    assert min(len(names) for names in conflict.choice_names.values()) >= 2


def test_conflict_phrases_come_in_pairs():
    """Where a phrase names one side, the same phrase with the other side's name stands in the same place."""
    places = {}
    for entry in read_lexicon("conflict").entries:
        if entry.choice != "spelling":
            places.setdefault((entry.frame, entry.choice, entry.name), set()).update(phrase.lower() for phrase in expand(entry.term))
    alone = {
        (place, phrase)
        for place, phrases in places.items()
        for phrase in phrases
        if mirrored(phrase) not in phrases and not any(word in phrase for word in UNPAIRED)
    }
    assert alone == set()


TEMPLATES = [
    "{Russian} troops crossed the river before dawn.",
    "The council condemned {Russian} aggression against {Ukraine}.",
    "{Russia}'s war on {Ukraine} is an unprovoked attack by an aggressor.",
    "{Putin}'s forces shelled the road, and the {Moscow} regime said nothing.",
    "{Russia} invaded {Ukraine}; the {Russian} occupiers looted the town.",
    "Defenders repelled {Russian} invaders near the port.",
    "The {Russian} government called the {Ukrainian} leadership a junta.",
    "{Russian} forces liberated the village, the {Ukrainian} army said.",
    "They are pumping {Ukraine} with weapons to provoke {Russia}.",
    "The {Moscow} authorities warned of grave consequences for {Ukraine}.",
    "The region is under {Russian} control and {Russian}-occupied since May.",
    "President {Putin} spoke of genocide and historical {Russian} lands.",
    "The war between {Russia} and {Ukraine} is {Putin}'s war.",
    "{Russia}-backed separatists and pro-{Russian} fighters fled.",
]


@pytest.mark.parametrize("template", TEMPLATES)
def test_sides_can_be_swapped(template):
    """Swap the names of the two sides in a sentence and the same places are hit, for the same frames and names."""
    swapped = re.sub(r"\{(\w+)\}", lambda name: mirrored(name[1]).capitalize(), template)
    one, other = hits(read_lexicon("conflict"), [re.sub(r"[{}]", "", template), swapped])
    here = sorted((str(hit[1:4]), mirrored(hit[4])) for hit in one if hit[2] != "spelling")
    there = sorted((str(hit[1:4]), hit[4].lower()) for hit in other if hit[2] != "spelling")
    assert here == there != []


@pytest.mark.parametrize(
    "template",
    [
        "The council condemned {} aggression in the east.",
        "{} troops crossed the river.",
        "The {} invaders reached the river, and {} occupiers closed the school.",
        "He blamed {} expansion for the threat.",
        "The {} presence will stay.",
        "The {} war began with a {} invasion.",
        "The {} weapons arrived by rail.",
        "It was {} propaganda, he said.",
    ],
)
def test_both_sides_and_the_alliance_are_hit_alike(template):
    """A term that takes an actor's name takes each actor's; that an alliance was named is another matter."""
    lexicon = read_lexicon("conflict").without_topics()  # a sentence is too short to tell one
    sentences = [template.replace("{}", actor) for actor in ("Russian", "Ukrainian", "NATO", "Western", "American")]
    found = [sorted(str(hit[1:4]) for hit in places if hit[2] != "alliance") for places in hits(lexicon, sentences)]
    assert found == [found[0]] * len(found) != [[]] * len(found)


@pytest.mark.parametrize(
    "text",
    [
        "The defence ministry gave no figures.",
        "The Ministry of Defense and the defense secretary met a defence attorney.",
        "He wrote on World War II and the post-war years.",
        "The minister denied a conflict of interest.",
        "Heart attack cases fell, and a brutal winter lies ahead.",
        "Demonstrators met at the peace sign for peace of mind.",
    ],
)
def test_neutral_uses_are_no_hits(text):
    """Names of ministries, past wars and figures of speech are not counted."""
    assert hits(read_lexicon("conflict").without_topics(), [text]) == [[]]


def names(name, text):
    """Say which frame or name each hit of a shipped lexicon is of, in an article on its topic."""
    return [hit[1] or hit[3] for hit in hits(read_lexicon(name).without_topics(), [text])[0]]


@pytest.mark.parametrize("side", ["Russian", "Ukrainian"])
def test_the_topic_of_war_is_told_by_either_side(side):
    """Whoever is named, and whatever the event is called, an article on a war is on its topic; one on a campaign is not."""
    lexicon = read_lexicon("conflict")
    for told in (f"The {side} side spoke.", "The war goes on.", "The special military operation goes on.", "Shells fell.", "NATO met."):
        assert [hit[3] for hit in hits(lexicon, [f"{told} Residents fled."])[0]][-1:] == ["residents"]
    assert hits(lexicon, ["The candidate met allies. They killed the bill. Residents and the enemy of reform agreed."]) == [[]]


def test_protest_is_counted_where_people_protest():
    """A rally is a protest in an article on one, and a meeting of voters elsewhere."""
    lexicon = read_lexicon("protest")
    assert [hit[3] for hit in hits(lexicon, ["Demonstrators came. The rally was loud."])[0]] == ["demonstrators", "rally"]
    assert hits(lexicon, ["The candidate came. The rally was loud, and so was the crowd."]) == [[]]


def test_names_of_protests_are_counted_alike():
    """Behind "in" the plural names the event, as it does of other names; the singular says how something is done."""
    for plural in ("protest", "demonstration"):
        assert plural in names("protest", f"Two were hurt in {plural}s by the bridge.")
    assert "protest" not in names("protest", "She left in protest.")


def test_who_is_charged_with_a_crime_is_not_attacked():
    """Police charge crowds, and people with crimes."""
    assert "attack" in names("protest", "Police charged into the crowd.")
    assert "attack" not in names("protest", "Police charged a marcher with trespass.")


@pytest.mark.parametrize("people", ["Syrians", "Ukrainians", "Afghans", "Venezuelans"])
def test_welcome_does_not_hang_on_an_origin(people):
    """Whom a list of origins leaves out would seem less welcome."""
    assert names("migration", f"The town welcomed {people}.") == names("migration", "The town welcomed Ruritanians.")


@pytest.mark.parametrize("denial", ["could not", "cannot", "couldn’t", "can't"])
def test_what_could_not_be_verified_is_hearsay(denial):
    """The agency's formula in each of its forms."""
    for how in ("", "independently "):
        assert "hearsay" in names("doubt", f"The figure {denial} be {how}verified.")


def test_the_page_on_lexicons_tells_their_sizes():
    """The table of shipped lexicons in the documentation is true."""
    page = (Path(__file__).parents[1] / "docs" / "lexicons.md").read_text(encoding="utf-8")
    for name in shipped():
        lexicon = read_lexicon(name)
        assert f"| `{name}` {lexicon.version} | {len(lexicon.frames)} | {len(lexicon.choices)} | {len(lexicon)} |" in page


def test_the_lexicon_on_the_page_is_one(tmp_path):
    """The example of the format in the documentation can be read, and has nothing wrong but what it leaves out for brevity."""
    page = (Path(__file__).parents[1] / "docs" / "lexicons.md").read_text(encoding="utf-8")
    lexicon = read_lexicon(toml(tmp_path, re.search(r"```toml\n(.*?)```", page, re.DOTALL)[1]))
    assert (lexicon.name, len(lexicon), lexicon.choice_names) == ("harbour", 6, {"action": ("blockade", "inspection")})
    assert set(check_lexicon(lexicon)["finding"]) == {"no note"}


def test_commitment_is_the_same_in_every_room():
    """A reporting verb that doubt calls factive, distancing or neither has that commitment among the cues of voice."""
    cues = lists("cues.toml")
    classes = {}
    for cue_class, _, *lemmas in cues["verbs"]["rows"]:
        for lemma in lemmas:
            classes.setdefault(stem(lemma), set()).add(cues["commitment"][cue_class])
    wanted = {"factive": 1, "distancing": -1}
    for entry in read_lexicon("doubt").entries:
        for verb in {stem(phrase.split()[0]) for phrase in expand(entry.term)} if entry.choice == "reporting" else ():
            assert wanted.get(entry.name, 0) in classes.get(verb, {wanted.get(entry.name, 0)}), (entry.name, verb)


def stem(verb):
    """Stem a verb as the stemmer does, but for the few irregular ones."""
    irregular = {"said": "say", "told": "tell", "wrote": "write", "thought": "think", "felt": "feel", "learnt": "learn"}
    return EnglishStemmer().stem(irregular.get(verb, verb))
