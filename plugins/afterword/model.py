"""Every noun of Afterword, frozen: open this first.

Text becomes these values in `afterword.reading`; every answer in `afterword.analysis` is computed from them.
Standard library only, so that a journal can be thought about without a framework.
"""

from __future__ import annotations

from datetime import date, time

from afterword.frozen import dataclass, field
from afterword.kinds import (  # fmt: skip
    ENDED,
    Answered,
    FeedbackKind,
    Helped,
    OutcomeKind,
    Party,
    RoundKind,
    Severity,
)


@dataclass(frozen=True, slots=True)
class Source:
    """A path relative to the journal (with `/`) and its text, from wherever.

    `text` is None when the bytes are not UTF-8; `fault` then holds the place of the first bad byte, as (line, column).
    """

    path: str
    text: str | None
    fault: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """Something in the journal that could not be read, or reads oddly, with the way to mend it.

    Line and column count from 1. `excerpt` is the line as written, for a caret under the column; it is never exported.
    """

    path: str
    line: int
    column: int
    severity: Severity
    code: str
    message: str
    suggestion: str | None = None
    excerpt: str = ""

    def __str__(self) -> str:
        """One line that any editor can jump to: `path:line:column: severity: message suggestion [code]`."""
        words = f"{self.message} {self.suggestion}" if self.suggestion else self.message
        return f"{self.path}:{self.line}:{self.column}: {self.severity}: {words} [{self.code}]"


@dataclass(frozen=True, slots=True, kw_only=True)
class When:
    """The day of an interview, with its clock time where one was written.

    `clock` is aware when a zone was written, naive otherwise. `whole_month` says that only the month is known: `day` is
    then its first day.
    """

    day: date
    clock: time | None = None
    whole_month: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Round:
    """Which conversation it was: the name as written and the kind found in it."""

    name: str
    kind: RoundKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """Somebody named in the journal, with what was written about their place."""

    name: str
    role: str | None = None
    email: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """How it stands, and the day I heard (None when not written).

    `words` are those written where they say more than the kind does: "on hold", "Rejected after final". `is_unclear` says that
    something was written from which no outcome could be told.
    """

    kind: OutcomeKind = OutcomeKind.PENDING
    decided: date | None = None
    line: int | None = None
    words: str = ""
    is_unclear: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ThankYou:
    """The days on which a thank-you note was sent, or the choice to skip it."""

    sent: tuple[date, ...] = ()
    skipped: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Promise:
    """Something one side said they would do, with the day it was due and the day it was done.

    `kept` says that it was done, on a day that may not be told.
    """

    what: str
    who: Party = Party.ME
    by: date | None = None
    done: date | None = None
    kept: bool = False
    line: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """What I told them of a thing, such as my salary or my notice; `what` is empty where the thing is not named."""

    what: str
    text: str
    line: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Reference:
    """A referee, the day they were told to expect a call, and the day they were thanked."""

    name: str
    told: date | None = None
    thanked: date | None = None
    line: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Advocate:
    """Somebody who knows them and could put in a good word for me, and the day they were asked to."""

    name: str
    asked: date | None = None
    line: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Observation:
    """One thing noticed: its plain text, its themes, and the why beneath it.

    `themes` are those written with `#`; `inferred_themes` those whose words occur in the text, only where none was
    written. Both hold theme keys (see `theme_key`). `line` counts from 1 in the file.
    """

    text: str
    line: int
    themes: tuple[str, ...] = ()
    inferred_themes: tuple[str, ...] = ()
    why: str | None = None
    notes: tuple[str, ...] = ()
    done: bool | None = None

    @property
    def all_themes(self) -> tuple[str, ...]:
        """The written themes, or the inferred ones where none is written."""
        return self.themes or self.inferred_themes


@dataclass(frozen=True, slots=True, kw_only=True)
class Question(Observation):
    """A question that came up, with how I answered it where that is written."""

    answered: Answered | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Story(Observation):
    """Something of mine that I told in an interview, with how it landed where that is written."""

    landed: Answered | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Attempt(Observation):
    """A commitment tried in this interview, and whether it helped.

    `commitment` names the do-differently it answers, as (path, line) of that item; None when no earlier item matches.
    """

    helped: Helped | None = None
    commitment: tuple[str, int] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Feedback(Observation):
    """What they said, kept apart from what I noticed.

    `kind` is as written. Whether an unmarked one counts as a gap depends on the outcome: see `Interview.gaps`.
    """

    kind: FeedbackKind = FeedbackKind.UNMARKED


@dataclass(frozen=True, slots=True, kw_only=True)
class Interview:
    """One conversation and what I made of it.

    `body` is the Markdown below the front matter as the page shows it (see `afterword.reading.body.mend`), with a mark at
    each item (see `afterword.reading.marks`), `body_line` the file's line on which it begins. `foreign_keys` is the front matter
    that is not ours, as written, for other plugins. `answer_by` is the day by which they want an answer to an offer, `connected` that of the
    connection on a network, `invited` that they asked for one. `withheld` says that its writer keeps it out of whatever is published.
    """

    path: str
    company: str
    when: When
    role: str | None = None
    applied: date | None = None
    source: str | None = None
    round: Round | None = None
    format: str | None = None
    interviewers: tuple[Person, ...] = ()
    confidence: float | None = None
    feeling: int | None = None
    contact: str | None = None
    decision_by: date | None = None
    thank_you: ThankYou = ThankYou()
    follow_ups: tuple[date, ...] = ()
    promised: tuple[Promise, ...] = ()
    said: tuple[Said, ...] = ()
    references: tuple[Reference, ...] = ()
    advocates: tuple[Advocate, ...] = ()
    outcome: Outcome = Outcome()
    answer_by: date | None = None
    feedback_asked: date | None = None
    feedback_received: date | None = None
    feedback_none: bool = False
    reconnect: date | None = None
    reconnect_never: bool = False
    reconnected: date | None = None
    connected: date | None = None
    invited: bool = False
    application: str | None = None
    private: tuple[str, ...] = ()
    withheld: bool = False
    summary: str = ""
    went_well: tuple[Observation, ...] = ()
    went_badly: tuple[Observation, ...] = ()
    do_differently: tuple[Observation, ...] = ()
    tried: tuple[Attempt, ...] = ()
    takeaways: tuple[Observation, ...] = ()
    skills: tuple[Observation, ...] = ()
    questions: tuple[Question, ...] = ()
    questions_asked: tuple[Observation, ...] = ()
    stories: tuple[Story, ...] = ()
    thank_you_note: str | None = None
    thank_you_note_line: int | None = None
    feedback: tuple[Feedback, ...] = ()
    body: str = ""
    body_line: int = 1
    front_matter: str = ""
    foreign_keys: str = ""

    @property
    def kind(self) -> RoundKind:
        """The kind of round, `other` where none is written."""
        return self.round.kind if self.round else RoundKind.OTHER

    @property
    def gaps(self) -> tuple[Feedback, ...]:
        """The feedback that names something missing; on a rejection that includes what is unmarked."""
        is_rejected = self.outcome.kind is OutcomeKind.REJECTED
        other = FeedbackKind.UNMARKED if is_rejected else FeedbackKind.GAP
        return tuple(one for one in self.feedback if one.kind in {FeedbackKind.GAP, other})

    @property
    def observations(self) -> tuple[Observation, ...]:
        """Every item of every section, in the order of the sections."""
        return (*self.went_well, *self.went_badly, *self.do_differently, *self.tried, *self.takeaways, *self.skills, *self.questions, *self.questions_asked, *self.stories, *self.feedback)  # fmt: skip

    @property
    def themes(self) -> tuple[str, ...]:
        """The themes of this interview, written and inferred, each once, in order of appearance."""
        return tuple(dict.fromkeys(one for item in self.observations for one in item.all_themes))

    @property
    def sent(self) -> tuple[date, ...]:
        """The days on which I wrote to them: thank-you notes, then follow-ups."""
        return *self.thank_you.sent, *self.follow_ups

    @property
    def heard(self) -> date:
        """The day on which I heard its outcome, as far as it is known; where they never answered, that of the last thing I sent."""
        sent = self.sent if self.outcome.kind is OutcomeKind.NO_ANSWER else ()
        return max((self.when.day, *((self.outcome.decided,) if self.outcome.decided else sent)))

    def happened(self, today: date) -> bool:
        """Whether this interview lies behind us on `today`; one of today itself does."""
        return self.when.day <= today


@dataclass(frozen=True, slots=True)
class Noted:
    """One item with the interview it stands in."""

    interview: Interview
    item: Observation

    @property
    def day(self) -> date:
        """The day of the interview."""
        return self.interview.when.day


@dataclass(frozen=True, slots=True, kw_only=True)
class ApplicationNote:
    """An application as a file of its own tells of it, which names no interview: the day it went out, the days I wrote again, what came of it, and what else stands there."""

    path: str
    company: str
    applied: date
    role: str | None = None
    source: str | None = None
    outcome: Outcome = Outcome()
    follow_ups: tuple[date, ...] = ()
    private: tuple[str, ...] = ()
    body: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Application:
    """All interviews for one role at one company, in date order, with how it stands.

    `id` is a slug that is unique in its journal and the same in every build. `told_apart` is what tells it from an earlier one for the
    same role at the same company, such as its year; empty for the first. `note` is a file about the application as a whole.
    """

    id: str
    company: str
    role: str | None
    outcome: Outcome
    interviews: tuple[Interview, ...]
    told_apart: str = ""
    note: ApplicationNote | None = None

    @property
    def live(self) -> bool:
        """Whether something may still come of it."""
        return self.outcome.kind not in ENDED

    @property
    def applied(self) -> date | None:
        """The first day of application that any of its entries names, or else the note on it."""
        return min((one.applied for one in self.interviews if one.applied), default=self.note.applied if self.note else None)  # fmt: skip

    @property
    def source(self) -> str | None:
        """How I found it, from the first entry that says so, or else the note on it."""
        noted = self.note.source if self.note else None
        return next((one.source for one in self.interviews if one.source), noted)

    @property
    def paths(self) -> tuple[str, ...]:
        """The paths of its entries, in date order."""
        return tuple(one.path for one in self.interviews)


@dataclass(frozen=True, slots=True, kw_only=True)
class Unread:
    """A file that could not become an interview: it still gets a page, with its problems on top.

    `front_matter` and `body` are as written, but for comments; both are empty when the file is not text at all. `looks_like_one`
    says that it is not called an entry by anything that is read in it.
    """

    path: str
    front_matter: str = ""
    body: str = ""
    looks_like_one: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Withheld:
    """What was left out of a journal since it is not to be published: the paths of its files, and the interviews and notes on applications among them.

    Others may read none of the names in these. `unknown` is how many more of the files look like interviews and could not be
    read, so that their names are not known.
    """

    paths: tuple[str, ...] = ()
    interviews: tuple[Interview, ...] = ()
    notes: tuple[ApplicationNote, ...] = ()
    unknown: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Journal:
    """Every interview and application in date order, with the problems: the only argument most functions take.

    `theme_names` maps a theme's key to the name people read ("system-design" to "System design"), `theme_aliases` the key of
    each other spelling to the theme's own. `lookalikes` is how many files look like an interview and are not read as one, `left_alone` how
    many are templates or pages of the writer's own; `page_texts` has the text of those among these that MkDocs cannot read.
    `withheld` is what was left out of it, `notes` the applications that led to no interview, by the day they went out.
    """

    interviews: tuple[Interview, ...] = ()
    applications: tuple[Application, ...] = ()
    notes: tuple[ApplicationNote, ...] = ()
    problems: tuple[Problem, ...] = ()
    unread: tuple[Unread, ...] = ()
    theme_names: dict[str, str] = field(default_factory=dict)
    theme_aliases: dict[str, str] = field(default_factory=dict)
    lookalikes: int = 0
    left_alone: int = 0
    page_texts: dict[str, str] = field(default_factory=dict)
    withheld: Withheld = Withheld()

    @property
    def every_note(self) -> tuple[ApplicationNote, ...]:
        """Every note on an application, also on those that led to an interview."""
        return (*self.notes, *(one.note for one in self.applications if one.note))

    @property
    def applications_by_path(self) -> dict[str, Application]:
        """The application that each entry belongs to, by the entry's path."""
        return {path: one for one in self.applications for path in one.paths}
