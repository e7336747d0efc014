"""One name for a person over the articles of a corpus: "Chuck Schumer" and "Charles Schumer", "Trump" where no first name is given."""

import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import islice

import polars as pl

from framing.voice.cues import closed_class
from framing.voice.people.names import (
    bare_surname,
    data,
    first_names,
    nameless,
    nicknames,
    personal,
    pronoun,
    same_person,
    split_title,
    suffix_of,
    surname_of,
)
from framing.voice.people.roles import nations

KNOWN = 0.8
"""Share of the articles with a full name of some surname from which that surname alone is taken for its bearer."""
FAMILY = 20
"""Persons of one first name and surname with whom another name is compared, those of most articles: no corpus has more."""
MOST = 50
"""Persons of one surname among whom its bearer is looked for, those of most articles; so many on one event, and it tells nobody."""
PERSONAL = ("male", "female")


@dataclass
class Named:
    """A speaker in one article: the name that the article settled on, and what the forms in print tell of its bearer."""

    article: str
    event: str | None
    name: str
    person: bool
    """A title, he or she stands for the name."""
    body: bool
    """It stands for the name."""
    sex: str | None


@dataclass(eq=False)
class Known:
    """Somebody whom articles name in full, under one name or several that can be one person's."""

    name: str
    sex: str | None
    articles: set[str] = field(default_factory=set)
    events: Counter[str | None] = field(default_factory=Counter)

    def learn(self, named: Iterable[Named]) -> None:
        """Add the articles in which somebody is named so."""
        for each in named:
            self.articles.add(each.article)
            self.events[each.event] += 1
            self.sex = self.sex or each.sex


@dataclass
class Family:
    """Persons of one surname: those of most articles, in how many articles the others are, and those on each event."""

    known: list[Known]
    others: int
    of_event: dict[str, list[Known]]


def across_articles(forms: pl.DataFrame) -> pl.DataFrame:
    """Tell under which one name a corpus knows each person who speaks in it.

    Two full names are one person's if surname and first name agree, but for middle names, accents and nicknames, and if no article has both
    as two speakers ("Joe Biden" and "Joseph Biden Jr." stay two, as father and son would). A surname alone joins the full name that
    articles on the same event give for it, else the one that at least four fifths of the articles with this surname give, if a title, he
    or she tells that a person is meant; never one of the other sex, nor one who speaks in the same article, nor a "Jr." whose namesake the
    corpus knows. Where two persons fit, none is taken.

    Parameters
    ----------
    forms
        One row a form in print: `article_id`, `event`, `speaker` (the name its article settled on), `speaker_mention` (as printed).

    Returns
    -------
    polars.DataFrame
        One row an article and a speaker whose name changes: `article_id`, `speaker`, `known` (the full name most articles give).

    Examples
    --------
    >>> rows = [("1", "raid", "Anna Koval", "Anna Koval"), ("2", "raid", "Koval", "Ms. Koval"), ("3", "vote", "Ann Koval", "Ann Koval")]
    >>> forms = pl.DataFrame(rows, ["article_id", "event", "speaker", "speaker_mention"], orient="row")
    >>> across_articles(forms).rows()
    [('2', 'Koval', 'Anna Koval')]
    """
    found = list(_named(forms))
    full: dict[str, list[Named]] = {}
    for each in found:
        if _full(each.name):
            full.setdefault(each.name, []).append(each)
    persons = _persons(full)
    families = _families(persons.values())
    told = _told(found)
    rows = []
    for each in found:
        known = persons.get(each.name) or (_bearer(each, families, told) if bare_surname(each.name) else None)
        if known is not None and known.name != each.name:
            rows.append((each.article, each.name, known.name))
    return pl.DataFrame(rows, {"article_id": pl.String, "speaker": pl.String, "known": pl.String}, orient="row")


def _named(forms: pl.DataFrame) -> Iterator[Named]:
    """Every speaker of every article, in order."""
    mentions = pl.col("speaker_mention").drop_nulls().unique()
    table = forms.drop_nulls("speaker").group_by("article_id", "speaker").agg(pl.col("event").first(), mentions)
    for article, name, event, printed in table.sort("article_id", "speaker").iter_rows():
        stands = {pronoun(form) for form in printed}
        titled = [split_title(form) for form in printed if pronoun(form) is None]
        sexes = {sex for sex in (*stands, *(each.gender for each in titled)) if sex in PERSONAL}
        person = bool(sexes) or any(each.titles and each.name for each in titled)
        body = any(form.lower() in data()["bodies"]["pronouns"] for form in printed)
        yield Named(article, event, name, person, body, sexes.pop() if len(sexes) == 1 else None)


def _persons(full: dict[str, list[Named]]) -> dict[str, Known]:
    """Who is meant by each full name, and everybody by surname; the names that most articles give come first."""
    persons: dict[str, Known] = {}
    near: dict[tuple[str, str], dict[Known, None]] = {}
    for name in sorted(full, key=lambda name: (-len(full[name]), name.isupper(), name)):
        plain = _plain(name)
        family = _plain(surname_of(name))
        keys = [(family, first) for first in _firsts(plain)]
        others = dict.fromkeys(known for key in keys for known in islice(near.get(key, ()), FAMILY))
        fits = [known for known in others if _one_person(known, name, full[name])]
        known = fits[0] if len(fits) == 1 else Known(name, first_names().get(plain.partition(" ")[0]))
        known.learn(full[name])
        persons[name] = known
        for key in keys:
            near.setdefault(key, {}).setdefault(known)
    return persons


def _families(persons: Iterable[Known]) -> dict[str, Family]:
    """Everybody by surname."""
    members: dict[str, list[Known]] = {}
    for known in dict.fromkeys(persons):
        members.setdefault(_plain(surname_of(known.name)), []).append(known)
    families = {}
    for name, family in members.items():
        of_event: dict[str, list[Known]] = {}
        for known in family:
            for event in known.events:
                if event is not None:
                    of_event.setdefault(event, []).append(known)
        ranked = sorted(family, key=lambda known: (-len(known.articles), known.name))
        families[name] = Family(ranked[:MOST], sum(len(known.articles) for known in ranked[MOST:]), of_event)
    return families


def _one_person(known: Known, name: str, named: list[Named]) -> bool:
    """Whether somebody can be who articles call by another full name."""
    if not known.articles.isdisjoint(each.article for each in named):
        return False
    return same_person(_plain(known.name), _plain(name))


def _bearer(each: Named, families: dict[str, Family], told: dict[str, tuple[bool, bool]]) -> Known | None:
    """Whom a bare surname of an article stands for, if one of those whom other articles name in full."""
    family = families.get(_plain(each.name))
    if family is None or each.body or nameless(each.name.lower()) or nations([each.name]):
        return None
    near = family.of_event.get(each.event, []) if each.event is not None else []
    if len(near) > MOST:
        return None
    others = dict.fromkeys([*near, *family.known])
    fit = [known for known in others if each.article not in known.articles and {each.sex, known.sex} != set(PERSONAL)]
    fit = [known for known in fit if not suffix_of(known.name)] or fit  # "Trump" is not the son, "Trump Jr.", where the father is known
    on_event = {known: known.events[each.event] for known in fit if known in near}
    if on_event:
        return _most(on_event)
    person, body = told[each.name]
    counts = {known: len(known.articles) for known in fit}
    return _most(counts, family.others) if each.person or (person and not body) else None


def _most(counts: dict[Known, int], others: int = 0) -> Known | None:
    """Who has nearly all of the articles; `others` are those of persons not counted."""
    best = max(counts, key=lambda known: (counts[known], known.name), default=None)
    return best if best is not None and counts[best] >= KNOWN * (sum(counts.values()) + others) else None


def _told(found: list[Named]) -> dict[str, tuple[bool, bool]]:
    """Whether a title, he or she stands for a name in some article, and whether it does."""
    told: dict[str, tuple[bool, bool]] = {}
    for each in found:
        person, body = told.get(each.name, (False, False))
        told[each.name] = (person or each.person, body or each.body)
    return told


def _full(name: str) -> bool:
    """Whether a name is a person's, with a first name: all words with a capital but "de" and the like."""
    words = name.split()
    large = all(word[0].isupper() or word.lower() in data()["names"]["small"] for word in words)
    return len(words) > 1 and large and personal(name) and not closed_class(words[0].lower())


def _firsts(plain: str) -> list[str]:
    """What two names of one person have in common before the surname: a word, or a nickname of the first."""
    words = [word for word in plain.split() if not suffix_of(word)][:-1]
    return [*words, *(" ".join(sorted(names)) for names in nicknames() if words[0] in names)]


def _plain(name: str) -> str:
    """A name in lower case without accents and full stops."""
    apart = unicodedata.normalize("NFKD", name.lower())
    return "".join(sign for sign in apart if not unicodedata.combining(sign) and sign not in ".,")
