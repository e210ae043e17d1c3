"""The one table of fields: every key that is read from front matter, what it wants, and how it is read.

It drives the reading, the reference in docs/format.md, and whatever else must know the keys.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from afterword.reading import people, values, verdicts
from afterword.reading.keys import normal_key, one_slip_apart
from afterword.reading.nodes import Node
from afterword.reading.slips import Slips


@dataclass(frozen=True, slots=True)
class Field:
    """One key: its name, the function that reads its value, what it expects in words, and its other names."""

    name: str
    read: Callable[[Node, Slips], object]
    expects: str
    aliases: tuple[str, ...] = ()


_A_DAY = "a day: 2026-11-12, 12 Nov 2026, Nov 12, 2026, 12.11.2026 or 2026/11/12"
_ITEMS = "a list of text, the same as bullets under the heading"

FIELDS = (
    Field("company", values.text, "a name", ("employer", "organisation", "organization", "company_name")),
    Field("role", values.text, "a text", ("position", "job_title", "title", "job")),
    Field("date", values.when, f"{_A_DAY}, with or without a time", ("interview_date", "interviewed")),
    Field("applied", values.day, _A_DAY, ("date_applied", "applied_date", "applied_on", "application_date")),
    Field("source", values.text, "how I found it", ("platform", "found_via")),
    Field("round", verdicts.round_of, "a text; its kind is found in its words", ("stage", "interview_type", "type")),
    Field("format", verdicts.interview_format, "phone, video, onsite, take-home, or a text", ("mode",)),
    Field("interviewers", people.people, "names, or tables of name, role and email", ("interviewer", "panel", "with")),
    Field("confidence", verdicts.percent, "0 to 100, 60%, or 0.0 to 1.0 written with a point", ("prediction", "chance")),
    Field("feeling", verdicts.feeling, "1 to 5", ("mood", "rating")),
    Field("contact", verdicts.channel, "email, phone, portal, recruiter, or a text", ("channel", "contact_via")),
    Field("decision_by", values.decision, f"{_A_DAY}; or 2 weeks, 5 business days", ("hear_back_by", "decision_date")),
    Field("thank_you", values.thank_you, "the day or days a note was sent, or skip", ("thank_you_sent",)),
    Field("follow_ups", values.days, "the day or days I wrote", ("follow_up", "followed_up")),
    Field("promised", people.promises, "a list of text, or of tables of what, by, done and who", ("promises",)),
    Field("references", people.references, "names, or tables of name and told", ("referees",)),
    Field(
        "outcome",
        verdicts.outcome,
        "pending, advanced, offer, accepted, declined, rejected, withdrawn or no answer",
        ("status", "result"),
    ),
    Field("decided", values.day, "the day I heard", ("outcome_date", "heard")),
    Field("feedback_asked", values.day, _A_DAY),
    Field("feedback_received", values.day_or("none", ("none", "no", "nothing", "never", "no answer")), f"{_A_DAY}; or none"),
    Field("reconnect", values.day_or("never", ("never", "no", "none")), f"{_A_DAY}; or never"),
    Field("went_well", values.texts, _ITEMS),
    Field("went_badly", values.texts, _ITEMS),
    Field("do_differently", values.texts, _ITEMS),
    Field("takeaways", values.texts, _ITEMS),
    Field("skills", values.texts, _ITEMS),
    Field("questions", values.texts, _ITEMS),
    Field("stories", values.texts, _ITEMS, ("stories_used",)),
    Field("feedback", values.texts, _ITEMS),
    Field("application", values.text, "a name that ties entries together", ("process",)),
    Field("private", values.private_words, "a list of words never to be shown in a shared view"),
)  # fmt: skip

_FIELD_OF = {normal_key(name): field for field in FIELDS for name in (field.name, *field.aliases)}

# Names that other tools give a meaning of their own: beside our own key they are theirs.
LENT = frozenset(
    {
        "title",
        "type",
        "status",
        "mode",
        "rating",
        "with",
        "job",
        "panel",
        "process",
        "stage",
        "mood",
        "channel",
        "heard",
    }
)

# Keys of Obsidian, Material and static site generators that lie one slip from one of ours.
_FOREIGN = frozenset(
    {"date created", "dated", "rate", "rated", "dates", "sources", "formal", "pound", "rule"}
)
_FOREIGN_KEYS = frozenset(normal_key(name) for name in _FOREIGN)


def field_of(key: str) -> Field | None:
    """The field that a key names, in any of its spellings; None for a key that is not ours."""
    return _FIELD_OF.get(normal_key(key))


def slip_for(key: str) -> str | None:
    """The known name that a key is one slip away from: `outcom` for `outcome`."""
    bare = normal_key(key)
    if len(bare) < 4 or bare in _FOREIGN_KEYS:
        return None
    names = (name for field in FIELDS for name in (field.name, *field.aliases))
    return next(
        (name for name in names if len(name) > 3 and one_slip_apart(bare, normal_key(name))), None
    )


def suggestion_of(name: str) -> str:
    """What is said to somebody who probably meant this name."""
    return f"Did you mean {name}?"
