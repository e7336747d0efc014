"""Persons and bodies of an article: one speaker from full name, surname, title, pronoun, role and description."""

from framing.voice.people.names import pronoun
from framing.voice.people.person import Person
from framing.voice.people.persons import People

__all__ = ["People", "Person", "pronoun"]
