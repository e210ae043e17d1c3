"""Who is named in front matter: interviewers, and people who vouch."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from afterword.model import Advocate, Person, Reference
from afterword.patterns import seldom
from afterword.reading.matter.dated import day
from afterword.reading.matter.nodes import Mapping, Node, Scalar
from afterword.reading.matter.small_tables import SmallTable, means
from afterword.reading.matter.texts import is_absent, members, text
from afterword.reading.problems import FileProblems
from afterword.vocabulary.names import AND, PARTICLES
from afterword.vocabulary.spelling import normal_key
from afterword.vocabulary.statements.posts import (
    begins_with_post,
    department_alone,
    has_capital_nouns,
    is_led,
    is_post,
    is_somebody,
    is_the_post,
    of_department,
)

_NAME_AND_ROLE = re.compile(
    r"^(?P<name>[^(<]+?)\s*(?:\((?P<role>[^)]*)\))?\s*(?:<(?P<email>[^>]+)>)?$"
)
# What parts one from the next, outside brackets.
_SEPARATORS = seldom(r"\s*[;；]\s*|\s*[,，、]\s*(?![^(]*\))|\s+[&/+]\s+(?![^(]*\))")
_AND = seldom(rf"(\s+(?:{'|'.join(map(re.escape, AND))})\s+)(?![^(]*\))", re.IGNORECASE)
_EDGES = seldom(
    rf"^(?:{'|'.join(map(re.escape, AND))})\s+|\s+(?:{'|'.join(map(re.escape, AND))})$",
    re.IGNORECASE,
)
# Without any of them a text is one piece.
_SIGNS, _ANDS = frozenset(";；,，、&/+"), frozenset(AND)
# An "and" as short as this stands within names as well: José Ortega y Gasset.
_SHORT_AND = 1
# A name alone behind its post is one person. A small word of so many letters may lead to a name: "zijn vrouw Jo", "pan Rey".
_WITH_POST, _SHORT_WORD = 2, 3
# What follows a name after a comma and is a part of it, and what tells that a text names a post and not a person.
_SUFFIX = seldom(r"^(?:jr|sr|ph\.?\s?d|m\.?d|iii?|iv|esq|m\.?sc|mba)\.?$", re.IGNORECASE)
_POST = seldom(
    r"\b(?:C[A-Z]O|S?VP|EVP|HR|PM|PO|EM|SRE|QA|UX|(?i:\w*engineer\w*|developer|architect|manager|lead|leader|head of|director|recruiter"
    r"|sourcer|co-?founder|founder|owner|scientist|analyst|designer|consultant|president|partner|principal|staff|senior|junior"
    r"|talent|human resources|team|officer|coordinator|specialist|researcher|professor|\w*entwickler(?:in)?|\w*leiter(?:in)?))\b"
)
_POST_KEYS = frozenset({"title", "position", "post", "job", "team"})
_DASHED = re.compile(r"^(?P<name>[^(<]+?)\s+[-–—]\s+(?P<role>[^(<]+)$")
_PERSON = ("name", "role", "email")
_REFERENCE = ("name", "told", "thanked")
_ADVOCATE = ("name", "asked")


def people(node: Node, problems: FileProblems) -> tuple[Person, ...] | None:
    """Interviewers: a name, `Name (Role)`, several with commas between, or tables of name, role and email."""
    named: list[Person] = []
    for item in members(node):
        if isinstance(item, Mapping):
            named += _persons(item, problems) if _is_by_name(item) else _person(item, problems)
        elif written := text(item, problems):
            if any(letter.isalpha() for letter in written):
                named += _named(written)
                if "," in written and not written.islower():
                    _doubt_pieces(written, item.line, problems)
            else:
                told = f"'{written}' is no name, so that nobody is taken for an interviewer."
                problems.hint(item.line, "no-name", told, "Write who it was, or leave it empty.")
    return tuple(named)


def _doubt_pieces(written: str, line: int, problems: FileProblems) -> None:
    """Say where a piece is taken for what somebody does, since it begins as no name does: "Ada, does the books"."""
    _, *others = _parts(written)
    for part in filter(_tells_what, others):
        told = f"'{part}' is read as what the one before it does."
        how = "Write what somebody does in brackets behind the name: Ada Byron (CTO)."
        problems.hint(line, "maybe-no-name", told, how)


def _tells_what(part: str) -> bool:
    """Whether a piece begins with a small word that leads to no name, as what somebody does: "does the books"."""
    first, _, rest = part.partition(" ")
    is_told = bool(rest) and len(first) > _SHORT_WORD and first.islower() and first.isalpha()
    if not rest.islower() and not has_capital_nouns():
        return False
    return is_told and not begins_with_post(part) and not is_led(part) and not is_somebody(part)


def _named(written: str) -> list[Person]:
    """Each name in a text: "R. Lindqvist (Staff Engineer), Sam Oduya"; "Ada Byron, CTO" and "the owner, Ada" are one with her role."""
    made: list[Person] = []
    parts = list(_parts(written))
    leads = is_post if len(parts) == _WITH_POST else is_the_post
    for at, part in enumerate(parts):
        last = made[-1] if made else None
        before = parts[at - 1]
        if last and last.name == before and leads(before) and not is_post(part):
            one = _one(part)
            made[-1] = one if one.role else replace(one, role=before)
            continue
        if last and _SUFFIX.match(part):
            made[-1] = replace(last, name=f"{last.name}, {part}")
        elif last and _is_turned(part):
            made[-1] = replace(last, name=f"{part} {last.name}")
        elif last and not last.role and (department := department_alone(part)):
            made[-1] = replace(last, role=department)
        elif (last and not last.role and _is_role(part) and not _has_post(last.name)) or (
            last and not last.role and _tells_what(part) and not written.islower()
        ):
            made[-1] = replace(last, role=part)
        else:
            made.append(_one(part))
    return made


def _parts(written: str) -> Iterator[str]:
    """A text in pieces that name one person each, or something of the one before."""
    if _SIGNS.isdisjoint(written) and _ANDS.isdisjoint(written.casefold().split()):
        yield from filter(None, [written.strip()])
        return
    for listed in _SEPARATORS.split(written):
        pieces = _AND.split(_EDGES.sub("", listed.strip()))
        told = pieces[0]
        for word, behind in zip(pieces[1::2], pieces[2::2], strict=True):
            if _parts_people(told, word.strip(), behind):
                yield told
                told = behind
            else:
                told = f"{told}{word}{behind}"
        if told:
            yield told


def _parts_people(before: str, word: str, behind: str) -> bool:
    """Whether an "and" stands between two people and not within a name, as in "von und zu Stein" and in "Ortega y Gasset"."""
    if before.rpartition(" ")[2] in PARTICLES:
        return False
    return len(word) > _SHORT_AND or " " not in before or " " in behind


def _is_turned(part: str) -> bool:
    """Whether a piece goes on in front of the one before: "Beet, Ludwig von"."""
    return " " in part and part.rpartition(" ")[2] in PARTICLES


def _is_role(part: str) -> bool:
    """Whether a piece behind a name says what somebody is, and is not the next one."""
    is_posted = _POST.search(part) is not None or is_post(part)
    # "Kim from HR" is somebody, "Head of HR" is not.
    parted = of_department(part)
    is_nobody = parted is None or is_post(parted[0])
    return is_posted and "(" not in part and is_nobody


def _one(part: str) -> Person:
    """One person from a name with a post or an address behind it, or in brackets behind the post."""
    if dashed := _DASHED.match(part):
        return Person(name=dashed["name"], role=dashed["role"])
    found = None if is_somebody(part) else _NAME_AND_ROLE.match(part)
    if found is None:
        return Person(name=part)
    name, role = found["name"], found["role"]
    if role and is_post(name, departments=True) and _names_one(role) and not _is_role(role):
        return Person(name=role, role=name, email=found["email"])
    if not role and (parted := of_department(name)):
        return Person(name=parted[0], role=parted[1], email=found["email"])
    return Person(name=found["name"], role=found["role"] or None, email=found["email"])


def _has_post(name: str) -> bool:
    """Whether a name is a post, or has one in front of it, so that another post is somebody else's."""
    return is_post(name) or begins_with_post(name)


def _names_one(text: str) -> bool:
    """Whether the last word of a text may be a name."""
    return _is_capital(text.rpartition(" ")[2])


def _is_capital(text: str) -> bool:
    """Whether a text begins as a name does: with no small letter."""
    return not text[:1].islower()


def _is_by_name(node: Mapping) -> bool:
    """Whether the keys of a table are names of people: written with a capital, and none of ours or a slip for one."""
    keys = [key.text if isinstance(key, Scalar) else "" for key, _ in node.pairs]
    return all(
        key[:1].isupper() and normal_key(key) not in _POST_KEYS and not means(key, _PERSON)
        for key in keys
    )


def _persons(node: Mapping, problems: FileProblems) -> list[Person]:
    """People whose names are the keys, and their posts the values: `Ana Ruiz: Staff Engineer`."""
    named = [(text(key, problems), value) for key, value in node.pairs]
    return [
        Person(name=name, role=None if is_absent(value) else text(value, problems))
        for name, value in named
        if name
    ]


def _person(node: Mapping, problems: FileProblems) -> list[Person]:
    table = SmallTable(node, _PERSON, problems)
    name, role, email = (table.get(key, text) for key in _PERSON)
    if name is None:
        how = "Write name: first, then role: and email:."
        table.note_missing("name", "no-name", "This person has no name.", how)
        return []
    return [Person(name=name, role=role, email=email)]


def references(node: Node, problems: FileProblems) -> tuple[Reference, ...] | None:
    """Referees: names, or tables of name, told and thanked."""
    told: list[Reference] = []
    for item in members(node):
        if isinstance(item, Mapping):
            told += _reference(item, problems)
        elif written := text(item, problems):
            told += (Reference(name=one.name, line=item.line) for one in _named(written))
    return tuple(told)


def _reference(node: Mapping, problems: FileProblems) -> list[Reference]:
    table = SmallTable(node, _REFERENCE, problems)
    name, told = table.get("name", text), table.get("told", day)
    thanked = table.get("thanked", day)
    if name is None:
        how = "Write name: first, then told:."
        table.note_missing("name", "no-name", "This referee has no name.", how)
        return []
    return [Reference(name=name, told=told, thanked=thanked, line=node.line)]


def advocates(node: Node, problems: FileProblems) -> tuple[Advocate, ...] | None:
    """Who could put in a good word: names, or tables of name and asked."""
    named: list[Advocate] = []
    for item in members(node):
        if isinstance(item, Mapping):
            named += _advocate(item, problems)
        elif written := text(item, problems):
            named += (Advocate(name=one.name, line=item.line) for one in _named(written))
    return tuple(named)


def _advocate(node: Mapping, problems: FileProblems) -> list[Advocate]:
    table = SmallTable(node, _ADVOCATE, problems)
    name, asked = table.get("name", text), table.get("asked", day)
    if name is None:
        how = "Write name: first, then asked:."
        table.note_missing("name", "no-name", "This advocate has no name.", how)
        return []
    return [Advocate(name=name, asked=asked, line=node.line)]
