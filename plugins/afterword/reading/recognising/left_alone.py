"""What is neither an interview nor meant to be one: templates, and pages about a company, a person or a whole application."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from functools import lru_cache
from posixpath import basename, dirname, splitext

from afterword.patterns import seldom
from afterword.reading.matter.facts import Facts
from afterword.reading.matter.front_matter import FrontMatter, Pair
from afterword.reading.matter.nodes import Mapping, Node, Scalar, Sequence
from afterword.reading.matter.texts import is_absent
from afterword.reading.recognising.page import Page
from afterword.vocabulary.fields import Keys
from afterword.vocabulary.languages import WORDS, in_every_language
from afterword.vocabulary.rounds import counts_rounds
from afterword.vocabulary.spelling import normal_key, spoken

# What a program that makes notes puts words in place of; a line of front matter that nobody has filled in.
_PLACEHOLDER = seldom(r"\{\{.*?\}\}|<%.*?%>|\{%.*?%\}|\$\{.*?\}|<<[^<>\n]+>>|^\s*<[^<>\n]+>\s*$")
_NUMBERED = re.compile(r"^[\W\d_]+")

_PAGE_TYPE = frozenset(map(normal_key, WORDS.of("page type")))
_APPLICATION_KEYS = frozenset(map(normal_key, WORDS.of("application keys")))
_BEFORE_INTERVIEW = WORDS.spoken("before interview")
# Nobody writes a longer line into a template.
_LONGEST = 300
# A key that says so is enough beside one that might stand anywhere.
_ENOUGH = 2


def interview_words() -> frozenset[str]:
    """What an interview is called in any language."""
    return in_every_language("interview")


def _others() -> frozenset[str]:
    return in_every_language("other page")


def has_placeholder(text: str) -> bool:
    """Whether a text begins with what a program that makes notes puts words in place of, or holds it near its beginning."""
    text = text[:_LONGEST]
    return ("{" in text or "<" in text) and _PLACEHOLDER.search(text) is not None


def is_template(page: Page, keys: Keys) -> bool:
    """Whether a file is there to be copied: it lies in a folder of templates, or nobody has filled in its company and its day."""
    path, matter = page.path, page.matter
    if _are_templates(dirname(path)):
        return True
    if matter.raw is None:
        return False
    written = {field.name: pair for pair in matter.pairs if (field := keys.field_of(pair.key.text))}
    unfilled = [_is_unfilled(written.get(name), matter, name, keys) for name in ("company", "date")]
    if not all(unfilled):
        return False
    is_called_so = says(splitext(basename(path))[0], in_every_language("template folder"))
    lines = matter.raw.split("\n")
    has_places = any(has_placeholder(line.partition(":")[2] or line) for line in lines)
    return has_places or (is_called_so and "company" in written)


@lru_cache(maxsize=256)
def _are_templates(folder: str) -> bool:
    """Whether what lies in a folder is there to be copied, by its name or that of one above it."""
    # A year or a month is called so in every language.
    names = (name for name in folder.split("/") if _NUMBERED.sub("", name))
    return any(says(name, in_every_language("template folder")) for name in names)


def _is_unfilled(pair: Pair | None, matter: FrontMatter, name: str, keys: Keys) -> bool:
    """Whether a fact has no value, or one that stands for another."""
    if pair is None:
        lines = (matter.raw or "").split("\n")
        return not any(says_key(line, name, keys) for line in lines)
    return is_absent(pair.value) or has_placeholder(pair.source.partition(":")[2])


def says_key(line: str, name: str, keys: Keys) -> bool:
    """Whether a line that could not be read gives a key of this name a value that is no placeholder."""
    key, _, value = line.partition(":")
    field = keys.field_of(key.strip())
    return field is not None and field.name == name and not has_placeholder(value)


def says(name: str, words: Collection[str]) -> bool:
    """Whether a name holds one of these words: "99 Vorlagen" and "_templates" are folders of templates.

    A word of a language that sets no blanks may end it.
    """
    told = spoken(_NUMBERED.sub("", name))
    if any(f" {word} " in f" {told} " for word in words):
        return True
    return any(not word.isascii() and told.endswith(word) for word in words)


def is_about_other(page: Page, facts: Facts) -> bool:
    """Whether a page that names a company is about something else than an interview, as its type, its tags or its folder say."""
    # Most entries say nothing of it, and no other language is opened for them.
    if declared := set(_declared(page.matter)):
        if declared & interview_words():
            return False
        if declared & _others():
            return not page.is_told
    if "date" in facts.places:
        return False
    tagged = set(_tags(page.matter))
    folders = {spoken(_NUMBERED.sub("", name)) for name in dirname(page.path).split("/")}
    is_other = not tagged & interview_words() and bool((tagged | folders) & _others())
    return is_other and not page.is_told


def is_declared_other(page: Page) -> bool:
    """Whether a page says that it is about something else than an interview."""
    declared = set(_declared(page.matter))
    return bool(declared and declared & _others())


def is_about_application(page: Page, facts: Facts) -> bool:
    """Whether a page without a day of an interview is about an application as a whole."""
    if "date" in facts.places or page.is_told:
        return False
    said = {*_declared(page.matter), *_tags(page.matter)}
    known = {normal_key(pair.key.text) for pair in page.matter.pairs} & _APPLICATION_KEYS
    return bool(said & in_every_language("application page")) or len(known) >= _ENOUGH


def has_interviews(page: Page, keys: Keys) -> bool:
    """Whether a page about an application may tell of an interview: nothing says that there was none yet, or a heading names one."""
    statuses = {
        spoken(pair.value.text)
        for pair in page.matter.pairs
        if (field := keys.field_of(pair.key.text)) and field.name == "outcome"
        if isinstance(pair.value, Scalar)
    }
    if not statuses or not statuses <= _BEFORE_INTERVIEW:
        return True
    return any(
        (counts_rounds(one.words) or says(one.words, interview_words())) and _has_text(page, one.at)
        for one in page.titles
        if one.section is None
    )


def _has_text(page: Page, at: int) -> bool:
    """Whether anything is written below a heading, before the next one."""
    below = (line.strip(" -*+[]\t") for line in page.lines[at + 1 :])
    first = next(filter(None, below), "#")
    return not first.startswith("#")


def _declared(matter: FrontMatter) -> Iterator[str]:
    """What a page says that it is."""
    for pair in matter.pairs:
        if normal_key(pair.key.text) in _PAGE_TYPE:
            yield from _words(pair.value)


def _tags(matter: FrontMatter) -> Iterator[str]:
    for pair in matter.pairs:
        if normal_key(pair.key.text) == "tag":
            yield from _words(pair.value)


def _words(node: Node) -> Iterator[str]:
    """The texts of a value, each as it is compared; one of several tags in a line is one of them."""
    if isinstance(node, Sequence):
        for item in node.items:
            yield from _words(item)
    elif not isinstance(node, Mapping):
        yield spoken(node.text)
        yield from map(spoken, re.split(r"[,;#/]", node.text))
