"""Mistakes in lexicons: whoever edits one by hand is led to the line, whatever the file looks like."""

import json
import tomllib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from framing.lexicon import read_lexicon
from framing.lexicon.locate import lines


def toml(folder, text):
    """Write a lexicon file and return its path."""
    path = folder / "mine.toml"
    path.write_text(text, encoding="utf-8")
    return path


@pytest.mark.parametrize(
    ("written", "line", "message"),
    [
        ("x = 1\n[lexicon]\nversion = '1'\n", 1, "Unknown key 'x' in a lexicon"),
        ("fear = ['threat*']\n", 1, "Unknown key 'fear' in a lexicon"),
        ("[[frame]]\nterms = []\n", 1, "frame is .*; expected a table"),
        ("frame = 3\n", 1, "frame is 3; expected a table"),
        ("[frame.a]\nterms = [\n  'war',\n  ['raid'],\n]\n", 4, "neither a pattern nor a table"),
        ("[frame.a]\nterms = ['war',\n 'raid',\n {term = 'war', weight = 0}]\n", 4, "weight of entry 'war' is 0"),
        ("[frame.a]\nterms = ['war',\n '''{raid''']\n", 3, "Pattern '{raid' has braces"),
        ('[frame.a]\nterms = ["war", # "raid\n "\\u007braid"]\n', 3, "Pattern '{raid' has braces"),
        ("[frame.a]\nterms = [{term = 'war', not_before = [\n'crimes',\n'{x']}]\n", 4, "Pattern '{x' has braces"),
        ('[frame.a]\ndefinition = """\n[frame.b]\n"""\nterms = []\n[frame.b]\nlable = "x"\n', 7, "Unknown key 'lable'"),
        ("[frame.a]\nlabel = 'A'\n[frame.a.b]\nlable = 'B'\n[frame.a.c]\nterms = []\n", 4, r"Unknown key 'lable' in \[frame.a.b\]"),
        ("[frame.'a.b']\nterms = []\nlabel = 3\n", 3, r"label of \[frame.a.b\] is 3"),
        ("[frame.'a/b']\nterms = []\n[frame.a.b]\nterms = []\n", 3, "There are two frames 'a/b'"),
        ("[choice.a]\nlabel = 'A'\n[choice.a.names.x]\nterms = []\nlabel = 3\n", 5, "label of .* is 3"),
        ("[choice.a.names]\nx = ['war']\ny = ['raid',\n'']\n", 4, "has no pattern"),
        ("[frame.a]\nterms = [{term = 'war', only_near = ['']}]\n", 2, r"only_near of entry 'war' is \[''\]; expected a list of patterns"),
        ("[context]\nx = ['army']\n[frame.a]\nterms = ['raid',\n{term = 'war', only_near = 'y'}]\n", 5, r"is 'y'; .* \[context\]: \['x'\]"),
        ("[context]\nx = [\n'army', '{tent']\n[frame.a]\nterms = [{term = 'war', only_near = 'x'}]\n", 3, "Pattern '{tent' has braces"),
        ("[context]\ncamp = ['army']\nfort = 'camp'\n", 3, "context 'fort' is 'camp'; expected a list of patterns"),
        ("[frame.a]\nterms = [{term = 'war', target = ' '}]\n", 2, "target of entry 'war' is ' '; expected text"),
        ("[topic.war]\nwords = ['army']\n[frame.a]\nterms = [{term = 'raid', topic = 'sea'}]\n", 4, r"topic of .* is 'sea'; .*\['war'\]"),
        ("[frame.a]\nlabel = 'A'\ntopic = 'sea'\nterms = ['raid']\n", 3, r"topic of \[frame.a\] is 'sea'; expected the name of a table"),
        ("[choice.a]\ntopic = 3\n", 2, r"topic of \[choice.a\] is 3"),
        ("[topic.war]\nper_1000 = 2\n", 1, r"words of \[topic.war\] is None; expected a list of patterns"),
        ("[topic.war]\nwords = []\n", 1, r"\[topic.war\] has no words"),
        ("[topic.war]\nwords = ['army',\n'{tent']\n", 3, "Pattern '{tent' has braces"),
        ("[topic.war]\nwords = ['army']\nper_1000 = 0\n", 3, r"per_1000 of \[topic.war\] is 0; expected a number above 0"),
        ("[topic.war]\nwords = ['army']\nword = 'x'\n", 3, r"Unknown key 'word' in \[topic.war\]"),
        ("[lexicon]\nlanguage = 'tlh'\n[frame.a]\nterms = [{term = 'war', stem = true}]\n", 2, "No stemmer for language 'tlh'"),
    ],
)
def test_the_line_is_that_of_the_mistake(tmp_path, written, line, message):
    """However a file is laid out, the line named is the one to mend, not one that looks like it."""
    with pytest.raises(ValueError, match=rf"mine\.toml:{line}: .*{message}"):
        read_lexicon(toml(tmp_path, written))


KEYS = st.sampled_from(["term", "a.b", "c", "[x]", "'", '"', "#"])
VALUES = st.recursive(
    st.sampled_from(["#", "'''", "a = 1", "\n[x]\n", "{,}", 'a"b"""', "\\"]) | st.integers() | st.booleans() | st.floats(allow_nan=False),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(KEYS, inner, max_size=3),
    max_leaves=8,
)


def as_toml(value, breaks):
    """Write a value as TOML, over several lines where `breaks` is a line break and TOML allows it."""
    if isinstance(value, list):
        return "[" + "".join(f"{breaks}{as_toml(item, breaks)},{breaks}" for item in value) + "]"
    if isinstance(value, dict):
        return "{" + ", ".join(f"{json.dumps(key)} = {as_toml(item, breaks)}" for key, item in value.items()) + "}"
    if isinstance(value, str) and breaks:
        return '"""\n' + value.replace("\\", "\\\\").replace('"', '\\"') + '"""'
    return "inf" if value == float("inf") else "-inf" if value == float("-inf") else json.dumps(value)


def paths(value, path=()):
    """Every path in nested dicts and lists."""
    for key, item in value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ():
        yield (*path, key)
        yield from paths(item, (*path, key))


@given(tables=st.dictionaries(KEYS, st.dictionaries(KEYS, VALUES, max_size=3), max_size=3), breaks=st.sampled_from(["", "\n"]))
def test_every_place_of_a_file_has_its_line(tables, breaks):
    """Whatever a TOML file holds, each key and each value of a list is found once, in order, on its line."""
    written = ""
    for name, table in tables.items():
        written += f"[{json.dumps(name)}] # [x]\n" + "".join(f"{json.dumps(key)} = {as_toml(table[key], breaks)}\n" for key in table)
    found = lines(written)
    assert list(found) == list(paths(tomllib.loads(written)))
    assert list(found.values()) == sorted(found.values())
    named = [(path, line) for path, line in found.items() if isinstance(path[-1], str)]
    assert all(json.dumps(path[-1]) in written.split("\n")[line - 1] for path, line in named)


def test_a_file_too_deep_is_refused(tmp_path):
    """Lists within lists without end are a mistake told, not a crash."""
    with pytest.raises(ValueError, match=r"mine\.toml: too many tables, lists or categories within one another"):
        read_lexicon(toml(tmp_path, "x = " + "[" * 5000 + "]" * 5000))


def test_a_mistake_in_a_dict_is_told_with_its_keys():
    """Without a file, the keys that lead to the mistake are named."""
    with pytest.raises(ValueError, match=r"frame\.fear\.terms: terms is 'threat'; expected a list"):
        read_lexicon({"fear": "threat"})
