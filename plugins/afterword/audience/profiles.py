"""What of a journal an audience sees, by a list of what is allowed: a new field is private until it is named here."""

from __future__ import annotations

import hashlib
import hmac
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from afterword.audience.audience import Audience, Profile
from afterword.audience.hiding import INTERVIEWER, THEME, company_names, masks_for
from afterword.audience.masking import Change, masked
from afterword.escaping import markdown_safe
from afterword.frozen import dataclass
from afterword.model import (
    Application,
    ApplicationNote,
    Attempt,
    Interview,
    Journal,
    Observation,
    Outcome,
    Person,
    Round,
    When,
    Withheld,
)
from afterword.reading.marks import marked_line
from afterword.vocabulary.methods import way_found, way_held, way_written
from afterword.vocabulary.sections import COACHED, TITLES, items_of
from afterword.vocabulary.wording import round_word


@dataclass(frozen=True, slots=True)
class _Disguise:
    """What stands for what: `change` for names in texts, `companies` for each company, `themes` for the keys of themes that
    name somebody; `key` makes names of paths that tell nothing.
    """

    change: Change
    companies: Mapping[str, str]
    themes: Mapping[str, str]
    key: bytes

    def opaque(self, name: str) -> str:
        """A name instead of this one: the same in every build with this key, and telling nothing without it."""
        return hmac.new(self.key, f"profile {name}".encode(), hashlib.sha256).hexdigest()[:20]

    def path(self, path: str) -> str:
        """The path of an entry, whose file's name is somebody's as often as not."""
        return f"e/{self.opaque(path)}.md"


def seen_by(
    journal: Journal,
    audience: Audience,
    *,
    key: bytes = b"",
    roles: Iterable[str] = (),
    change: Change | None = None,
) -> Journal:
    """The journal as the audience sees it.

    `key` makes the names of its paths, `roles` are the words of roles that a report may say, and `change` takes names out of
    texts where it is not what `masks_for` says.
    """
    if audience.sees_all:
        return journal
    change = change or masks_for(journal, audience)
    if audience.profile is Profile.FULL:
        return replace(masked(journal, change), withheld=Withheld())
    if audience.profile is Profile.REPORT:
        disguise = _Disguise(change, {}, {}, key)
        return _reported(journal, disguise, tuple(roles))
    return _coached(journal, _Disguise(change, company_names(journal), {}, key))


def _reported(journal: Journal, disguise: _Disguise, roles: Sequence[str]) -> Journal:
    """What proves a search: who, when, how and how it ended; the role in words that were allowed, else by a number.

    How is one of a few words of ours, never what was written.
    """
    positions = {
        path: f"Position {number}"
        for number, one in enumerate(journal.applications, 1)
        for path in one.paths
    }
    interviews = [
        Interview(
            path=disguise.path(one.path),
            company=disguise.change(one.company),
            role=allowed_words(one.role or "", roles) or positions[one.path],
            when=_day(one),
            applied=one.applied,
            source=way_found(one.source),
            round=_round(one),
            format=way_held(one.format),
            contact=way_written(one.contact),
            outcome=_outcome(one.outcome),
        )
        for one in journal.interviews
    ]
    kept = _kept(journal, interviews, disguise)
    noted = enumerate(journal.notes, len(journal.applications) + 1)
    notes = (_reported_note(one, number, disguise, roles) for number, one in noted)
    together = zip(kept.applications, journal.applications, strict=True)
    applications = (
        replace(seen, note=one.note and _reported_note(one.note, number, disguise, roles))
        for number, (seen, one) in enumerate(together, 1)
    )
    return replace(kept, applications=tuple(applications), notes=tuple(notes))


def _reported_note(
    note: ApplicationNote, number: int, disguise: _Disguise, roles: Sequence[str]
) -> ApplicationNote:
    return ApplicationNote(
        path=disguise.path(note.path),
        company=disguise.change(note.company),
        role=allowed_words(note.role or "", roles) or f"Position {number}",
        applied=note.applied,
        source=way_found(note.source),
        outcome=_outcome(note.outcome),
    )


def allowed_words(text: str, allowed: Iterable[str]) -> str:
    """Those of the allowed words that a text holds, in its order, as they were allowed: "Senior engineer" of "Senior Rail Engineer"."""
    known = {
        word.casefold(): word for word in sorted(allowed, key=len, reverse=True) if word.strip()
    }
    if not known:
        return ""
    ways = "|".join(re.escape(word) for word in known)
    found = re.findall(rf"(?<!\w)(?:{ways})(?!\w)", text.casefold())
    return " ".join(known[word] for word in found)


def _coached(journal: Journal, disguise: _Disguise) -> Journal:
    """What a coach works with: what was noticed, and what is owed; themes that name somebody are a theme."""
    names = journal.theme_names
    changed = {key: disguise.change(name) for key, name in names.items()}
    naming = {
        key for key, name in names.items() if changed[key] != name or disguise.change(key) != key
    }
    disguise = replace(disguise, themes={key: f"t{disguise.opaque(key)}" for key in naming})
    kept = _kept(journal, [_for_coach(one, disguise) for one in journal.interviews], disguise)
    used = {theme for one in kept.interviews for theme in one.themes}
    shown = {
        disguise.themes.get(key, key): THEME if key in naming else name
        for key, name in names.items()
    }
    return replace(kept, theme_names={key: name for key, name in shown.items() if key in used})


def _for_coach(one: Interview, disguise: _Disguise) -> Interview:
    """How it ended is among it, since what is owed depends on it."""
    change = disguise.change
    allowed = Interview(
        path=disguise.path(one.path),
        company=disguise.companies[one.company],
        when=_day(one),
        round=_round(one),
        interviewers=tuple(Person(name=INTERVIEWER) for _ in one.interviewers),
        outcome=_outcome(one.outcome),
        answer_by=one.answer_by,
        decision_by=one.decision_by,
        thank_you=one.thank_you,
        follow_ups=one.follow_ups,
        promised=masked(one.promised, change),
        feedback_asked=one.feedback_asked,
        feedback_received=one.feedback_received,
        feedback_none=one.feedback_none,
        reconnect=one.reconnect,
        reconnect_never=one.reconnect_never,
        reconnected=one.reconnected,
        connected=one.connected,
        invited=one.invited,
        went_well=_items(one.went_well, disguise),
        went_badly=_items(one.went_badly, disguise),
        do_differently=_items(one.do_differently, disguise),
        tried=tuple(_attempt(item, disguise) for item in one.tried),
        takeaways=_items(one.takeaways, disguise),
        skills=_items(one.skills, disguise),
    )
    return replace(allowed, body=_body(allowed))


def _items(items: Iterable[Observation], disguise: _Disguise) -> tuple[Observation, ...]:
    return tuple(
        replace(
            masked(item, disguise.change),
            themes=tuple(disguise.themes.get(theme, theme) for theme in item.themes),
            inferred_themes=tuple(
                disguise.themes.get(theme, theme) for theme in item.inferred_themes
            ),
        )
        for item in items
    )


def _attempt(item: Attempt, disguise: _Disguise) -> Attempt:
    (changed,) = _items([item], disguise)
    assert isinstance(changed, Attempt)  # noqa: S101  replaced field by field
    path, line = item.commitment or ("", 0)
    return replace(changed, commitment=(disguise.path(path), line) if path else None)


def _kept(journal: Journal, interviews: Sequence[Interview], disguise: _Disguise) -> Journal:
    """A journal of these interviews alone, in their applications: no problems, and nothing that could not be read."""
    by_path = dict(zip((one.path for one in journal.interviews), interviews, strict=True))
    applications = (
        Application(
            id=disguise.opaque(one.id),
            company=by_path[one.paths[0]].company,
            role=by_path[one.paths[0]].role,
            outcome=_outcome(one.outcome),
            interviews=tuple(by_path[path] for path in one.paths),
            told_apart=one.told_apart,
        )
        for one in journal.applications
    )
    return Journal(interviews=tuple(interviews), applications=tuple(applications))


def _outcome(one: Outcome) -> Outcome:
    """How it ended, without the words that were written of it."""
    return replace(one, words="")


def _day(one: Interview) -> When:
    return When(day=one.when.day, whole_month=one.when.whole_month)


def _round(one: Interview) -> Round | None:
    """The kind of round in our words: its name may hold somebody's."""
    return Round(name=round_word(one.kind).lower(), kind=one.kind) if one.round else None


def _body(one: Interview) -> str:
    """The allowed items as the page's prose, in place of what was written, with a mark at the first of each line."""
    parts = []
    marked: set[int] = set()
    for section in COACHED:
        if items := items_of(one, section):
            lines = "\n".join(line for item in items for line in _lines(item, marked))
            parts.append(f"## {TITLES[section]}\n\n{lines}\n")
    return "\n".join(parts)


def _lines(item: Observation, marked: set[int]) -> Iterable[str]:
    line = f"- {markdown_safe(item.text)}"
    yield line if item.line in marked else marked_line(line, item.line)
    marked.add(item.line)
    if item.why:
        yield f"    - Why: {markdown_safe(item.why)}"
