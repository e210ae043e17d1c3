"""Which section a heading, a bold line or a label opens.

"## What went well", "**Pros:**", "Didn't go well:", "👎 Cons" and a lone "+" are read; anything else opens nothing.
"""

from __future__ import annotations

import re
from enum import StrEnum
from functools import lru_cache

from afterword.reading.keys import one_slip_apart
from afterword.reading.words import spoken


class Section(StrEnum):
    """The sections of an entry, named as the interview's fields; `mixed` holds both sides, told apart by + and -."""

    WENT_WELL = "went_well"
    WENT_BADLY = "went_badly"
    DO_DIFFERENTLY = "do_differently"
    TRIED = "tried"
    TAKEAWAYS = "takeaways"
    SKILLS = "skills"
    QUESTIONS = "questions"
    QUESTIONS_ASKED = "questions_asked"
    STORIES = "stories"
    THANK_YOU_NOTE = "thank_you_note"
    FEEDBACK = "feedback"
    MIXED = "mixed"


_WORDS = {
    Section.WENT_WELL: """went well, what went well, pros, good, strengths, positives, highlights, what worked, what worked well,
        what i did well, what did i do well, what went right, went right, the good, good things, what was good, plus, pluses, plusses, positive, did well, things that went well, wins,
        what went good, worked well, pro""",
    Section.WENT_BADLY: """went badly, what went badly, what didn't go well, what did not go well, what went wrong, didn't go well,
        did not go well, what did i do badly, what went not so well, not so good, not so well, where did i struggle, what did i struggle with,
        what could be improved, what could have been improved, didn't go so well, what didn't go so well, cons, bad, weaknesses, negatives, to improve, mistakes, struggled, what didn't work,
        what did not work, the bad, bad things, what was bad, minus, minuses, negative, went wrong, went poorly, what went poorly,
        what could be better, what could have been better, could be better, could have gone better, what could have gone better,
        could have been better, areas for improvement, areas to improve, what to improve, where i struggled, what i struggled with,
        struggled with, things that went badly, things that didn't go well, went less well, what went less well, didn't work, con,
        what i did badly, lowlights, what i could improve, things to improve, room for improvement, what needs improvement, did badly""",
    Section.DO_DIFFERENTLY: """do differently, what i'd do differently, what i would do differently, next time, improvements, action items,
        what i'll do differently, what i will do differently, what to do differently, to do differently, what i'd do differently next time,
        what would i do differently, what would i do differently next time, what will i do differently, what should i do differently,
        what could i do differently, what would i change, what i should do differently, what i would do differently next time, do differently next time, for next time, i'd do differently, would do differently, actions,
        what i will do next time, what i'd change, what i would change""",
    Section.TRIED: "tried, what i tried, things i tried, what i tried this time, i tried",
    Section.TAKEAWAYS: """takeaways, take-aways, takeaway, take-away, key takeaways, my takeaways, lessons, lessons learned, lessons learnt,
        learnings, key learnings, what i learned, what i learnt, lesson""",
    Section.SKILLS: """skills to develop, to study, skills, to learn, study next, skills to work on, skills to learn, skill to develop, what to study,
        things to study, to practise, to practice, topics to study, study, skills to improve""",
    Section.QUESTIONS: """questions, questions asked, questions they asked, what they asked, interview questions, they asked, question,
        questions they asked me, their questions, questions i was asked, questions asked of me, technical questions, coding questions,
        behavioural questions, behavioral questions""",
    Section.QUESTIONS_ASKED: """questions i asked, my questions, questions for them, what i asked, questions i asked them, my questions for them,
        questions to ask, i asked, questions i had""",
    Section.STORIES: """stories used, stories, stories told, stories i told, my stories, stories i used, star stories, examples i gave, examples i used,
        examples used, examples i told""",
    Section.THANK_YOU_NOTE: """thank-you note, thank you, thank-you email, thank-you, thank you mail, thank you letter, thank-you message, thank you draft,
        follow-up note, draft thank-you note, thank you note draft""",
    Section.FEEDBACK: """feedback, feedback received, their feedback, rejection feedback, feedback from them, what they said, feedback from the company,
        feedback from the recruiter, recruiter feedback, company feedback, interviewer feedback""",
    Section.MIXED: """pros and cons, pros & cons, pros cons, good and bad, the good and the bad, good bad, strengths and weaknesses, plus minus,
        positives and negatives, pluses and minuses, what went well and what didn't, highs and lows, positives negatives,
        what went well badly, went well badly, well badly, what went well and badly, what went well and what went badly,
        what went well what went badly, what went well what didn't, what went well and what did not, went well went badly""",
}  # fmt: skip


def _bare(text: str) -> str:
    return spoken(text).replace(" ", "")


_SECTION_OF = {
    _bare(words): section for section, spellings in _WORDS.items() for words in spellings.split(",")
}
_MARKS = {
    "+": Section.WENT_WELL, "++": Section.WENT_WELL, "👍": Section.WENT_WELL, "✅": Section.WENT_WELL, "🟢": Section.WENT_WELL,
    "-": Section.WENT_BADLY, "--": Section.WENT_BADLY, "−": Section.WENT_BADLY, "–": Section.WENT_BADLY, "👎": Section.WENT_BADLY,
    "❌": Section.WENT_BADLY, "🔴": Section.WENT_BADLY, "+/-": Section.MIXED, "+-": Section.MIXED, "±": Section.MIXED, "-/+": Section.MIXED,
}  # fmt: skip
_ASIDE = re.compile(r"\([^()]*\)|\[[^\[\]]*\]|^\s*(?:\d+[.)]|[a-z][.)])\s+", re.IGNORECASE)
# What follows a heading's words without being any: an attribute list, and themes.
_BEHIND = re.compile(r"(?:\s*\{[:#. ][^{}\n]*\}|\s+\\?#[^\W\d_][\w/-]*)+\s*#*\s*$")
_LINK = re.compile(r"\[\[(?:[^\[\]|]*[|#])?([^\[\]|]+)\]\]|\[([^\[\]]+)\]\([^()]*\)")
_PARTED = re.compile(r":\s+|\s+[-–—|]\s+")
_BOLD_LINE = re.compile(r"^(?P<mark>\*\*|__)(?P<words>[^*_\n][^\n]{0,60}?)(?P=mark)\s*:?$")
_PLAIN_LABEL = re.compile(r"^(?P<words>[^:\n]{1,60}):$")
_BOLD_START = re.compile(
    r"^(?P<mark>\*\*|__)(?P<words>[^*_\n]{1,60}?)(?::\s*(?P=mark)|(?P=mark)\s*[:–—])\s*(?P<rest>\S.*)$",
    re.DOTALL,
)
_PLAIN_START = re.compile(r"^(?P<words>[^:*_`\[\]\n]{1,60}):\s+(?P<rest>\S.*)$", re.DOTALL)


@lru_cache(maxsize=4096)
def section_of(text: str) -> Section | None:
    """The section whose words a heading says: in any case and punctuation, with a slip in a long one, an aside apart."""
    text = _LINK.sub(r"\1\2", _BEHIND.sub("", text))
    marked = text.strip().strip("*_#: ")
    if (mark := _MARKS.get(marked or text.strip())) is not None:
        return mark
    whole = _match(_ASIDE.sub(" ", text))
    if whole is None and len(parts := _PARTED.split(text.strip(" :"))) > 1:
        return _match(parts[-1])
    return whole


def _match(text: str) -> Section | None:
    bare = _bare(text)
    if not bare:
        return _MARKS.get(text.strip().replace("\ufe0f", ""))
    if bare in _SECTION_OF:
        return _SECTION_OF[bare]
    if 8 <= len(bare) <= 40:
        near = {
            section
            for words, section in _SECTION_OF.items()
            if len(words) > 7 and one_slip_apart(bare, words)
        }
        return near.pop() if len(near) == 1 else None
    return None


def names_section(text: str) -> bool:
    """Whether these words alone would open a section as a heading."""
    return section_of(text) is not None


def label_words(line: str) -> str | None:
    """The words of a line that is only bold text, or only a section's name and a colon; None for any other line."""
    line = line.strip()
    if found := _BOLD_LINE.match(line):
        return found["words"].strip(" :")
    found = _PLAIN_LABEL.match(line)
    return found["words"] if found and names_section(found["words"]) else None


def reads_as_label(line: str) -> bool:
    """Whether a line stands over what follows, as a heading does."""
    return line[-1:] in ":*_ " and label_words(line) is not None


def labelled(text: str) -> tuple[Section, str] | None:
    """The section and the rest of a text that begins with a section's name: "**Pros:** calm" or "Went well: calm"."""
    found = _BOLD_START.match(text) or _PLAIN_START.match(text)
    section = section_of(found["words"]) if found else None
    return (section, found["rest"]) if found and section else None
