"""Who is addressed in an entry's own words without being listed in it: "Thank Sam", "Dear Dr. Meier"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from afterword.audience.common_names import COMMON
from afterword.audience.common_words import EVERYDAY
from afterword.model import ApplicationNote, Interview

# What is done to a person alone, or said to one; only behind a capital letter does a name follow.
_ADDRESSED = re.compile(
    r"\b(?i:thank|thanked|thanking|dear|hi|hello|hey|met|meet|e-?mail|e-?mailed|ring|rang|phone|phoned|message|messaged|ask|asked|remind|reminded"
    r"|remercier|merci(?: à)?|relancer|gracias(?: a)?|agradecer a|grazie(?: a)?|ringraziare|obrigad[oa](?: a)?|dank"
    r"|danke|hallo|liebe[rs]?|sehr geehrte[rs]?|bonjour|ch[eè]re?|hola|estimad[oa]|querid[oa]|beste|cześć|ciao|gentile)"
    r"\s+(?:(?i:dr|mr|mrs|ms|prof|frau|herrn?|mme|m|sra?|pani?)\.?\s+)*(?P<name>[A-ZÀ-ÞŁŚŻ][\w'’-]+(?:[ ]+[A-ZÀ-ÞŁŚŻ][\w'’-]+){0,2})"
)
# Who is addressed so by no name.
_NOBODY = frozenset(
    [
        "you",
        "all",
        "team",
        "everyone",
        "everybody",
        "them",
        "her",
        "him",
        "god",
        "sir",
        "madam",
        "hiring",
        "recruiter",
        "recruiters",
        "panel",
        "committee",
        "manager",
        "interviewer",
        "interviewers",
        "hr",
        "people",
        "there",
        "again",
        "both",
        "folks",
        "damen",
        "herren",
        "zusammen",
        "tous",
        "everyone's",
    ]
)


def addressed_in(entry: Interview | ApplicationNote) -> Iterator[str]:
    """The names of those who are addressed in the text of an interview, in the thank-you note to it, or in a note on an application, in the order in which they stand."""
    themes, texts = set[str](), [entry.body]
    if isinstance(entry, Interview):
        themes = {theme for one in entry.observations for theme in one.themes}
        texts.append(entry.thank_you_note or "")
    for text in texts:
        for found in _ADDRESSED.finditer(text):
            words = found["name"].split()
            named = [word for word in words if word.casefold() not in _NOBODY | themes]
            if named and words[0].casefold() not in _NOBODY | EVERYDAY - COMMON:
                yield " ".join(named)
