"""How sure voices and speakers are, and the explanation of a passage."""

import polars as pl
import pytest

from framing import Corpus, split_voices, tables
from framing.cli import main
from framing.voice.confidence import confidence, form_of, speaker_confidence
from framing.voice.explain import explained
from framing.voice.lists import lists

TEXT = "Mayor Anna Koval left early. She said the talks had failed. The view of others was “calmer”. According to officials, it rained."


def passages(text: str = TEXT) -> pl.DataFrame:
    return split_voices(Corpus.from_records([{"article_id": "1", "outlet": "A", "title": "", "text": text}])).table


def test_confidences_are_probabilities():
    """Every share in the table is one."""
    voices = [share for rules in lists("reliability.toml")["voices"].values() for share in rules.values()]
    speakers = [share for forms in lists("reliability.toml")["speakers"].values() for rules in forms.values() for share in rules.values()]
    assert voices
    assert speakers
    assert all(0 <= share <= 1 for share in voices + speakers)


def test_rule_never_counted_leans_on_its_voice():
    """A rule that the table lacks is as sure as its voice at large."""
    assert confidence("indirect", "no such rule") == lists("reliability.toml")["otherwise"]["indirect"]
    assert speaker_confidence("indirect", "no such rule", "she") == lists("reliability.toml")["otherwise_speaker"]["pronoun"]


def test_speaker_confidence_stands_where_a_speaker_is_mentioned():
    """The column is null without a mention, and a probability with one."""
    table = passages()
    sure = table.filter(pl.col("speaker_mention").is_not_null())["speaker_confidence"]
    assert len(sure) == table["speaker_confidence"].count() > 0
    assert sure.is_between(0, 1).sum() == len(sure)


@pytest.mark.parametrize(
    ("mention", "form"),
    [("he", "pronoun"), ("Koval", "name"), ("The mayor", "description"), ("the mayor of Narvia", "name"), ("officials", "description")],
)
def test_form_of_mention(mention, form):
    """Pronouns, names and descriptions are told apart."""
    assert form_of(mention) == form


def test_every_rule_has_its_reason():
    """Each rule that was ever counted has a line, or is called after the preposition of its complement."""
    counted = {rule for rules in lists("reliability.toml")["voices"].values() for rule in rules}
    prepositions = {
        "of",
        "about",
        "for",
        "on",
        "against",
        "as",
        "with",
        "over",
        "at",
        "in",
        "by",
        "after",
        "into",
        "from",
        "toward",
        "towards",
    }
    assert counted - set(lists("rules.toml")["rules"]) <= prepositions


def test_explanation_names_cue_and_speaker():
    """A passage is explained by its rule in words, its cue, and whom its speaker was taken for."""
    found = explained(passages())
    why = dict(found.select("voice", "why").rows())
    assert (
        found.filter(pl.col("cue") == "said")["why"]
        .item()
        .startswith("indirect because: the clause behind “said”; speaker: the pronoun “She”")
    )
    assert "no report and no marks" in why["own"]
    assert all("voice right in" in line for line in found["why"])


def test_nothing_to_explain():
    """An empty table stays empty and has the column."""
    assert explained(tables.empty("passages"))["why"].to_list() == []


def test_explanation_in_the_shell(tmp_path, capsys):
    """`framing voices --explain` prints the reason beside each passage."""
    news = tmp_path / "news.jsonl"
    news.write_text('{"article_id": "1", "outlet": "A", "text": "Koval said it rained."}\n', encoding="utf-8")
    assert main(["voices", str(news), "--explain", "--format", "csv"]) == 0
    assert "the clause behind “said”" in capsys.readouterr().out
