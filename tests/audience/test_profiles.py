"""What somebody else sees of a journal: what a profile names, and a new field not before it is named."""

from __future__ import annotations

import re
from dataclasses import fields, replace
from datetime import date, time
from posixpath import normpath
from typing import Any

import pytest
from tests.builders import interview, journal

from afterword.audience.audience import (
    MYSELF,
    VARIABLE,
    Audience,
    Profile,
    read_audience,
    written_audience,
)
from afterword.audience.handed import read_handed, texts_in, written_journal
from afterword.audience.hiding import company_names, masks_for
from afterword.audience.masking import masked
from afterword.audience.profiles import allowed_words, seen_by
from afterword.edition.addresses import address
from afterword.edition.edition import Edition
from afterword.edition.page import Page
from afterword.errors import ConfigurationError
from afterword.kinds import OutcomeKind, RoundKind
from afterword.model import (
    Advocate,
    ApplicationNote,
    Attempt,
    Feedback,
    Interview,
    Journal,
    Observation,
    Outcome,
    Person,
    Promise,
    Question,
    Reference,
    Round,
    Said,
    Source,
    Story,
    When,
)
from afterword.pages.report import report_page
from afterword.reading import read_journal
from afterword.reading.marks import marks, unmarked
from afterword.site.site import Site
from afterword.vocabulary.sections import COACHED, Section

COACH = Audience(profile=Profile.COACH, shared=True)
REPORT = Audience(profile=Profile.REPORT, shared=True)
SHARED = Audience(shared=True)
DAY = date(2026, 11, 20)
# Every field holds something, so that whatever comes through is seen.
FULL = Interview(
    path="kvistholm.md",
    company="Kvistholm Rail",
    when=When(day=date(2026, 11, 12), clock=time(10)),
    role="SECRETROLE",
    applied=date(2026, 10, 1),
    source="SECRETSOURCE",
    round=Round(name="technical with SECRETROUND", kind=RoundKind.TECHNICAL),
    format="SECRETFORMAT",
    interviewers=(Person(name="Ingeborg Vantaala", role="SECRETPLACE", email="SECRETMAIL"),),
    confidence=0.123,
    feeling=3,
    contact="SECRETCONTACT",
    decision_by=date(2026, 11, 30),
    follow_ups=(date(2026, 11, 14),),
    promised=(Promise(what="Send Ingeborg the link", line=3),),
    said=(Said(what="SECRETTHING", text="SECRETSALARY", line=3),),
    references=(Reference(name="SECRETREFEREE", line=4),),
    advocates=(Advocate(name="SECRETADVOCATE", line=4),),
    outcome=Outcome(
        kind=OutcomeKind.REJECTED, decided=date(2026, 11, 18), words="rejected by SECRETPERSON"
    ),
    feedback_asked=date(2026, 11, 18),
    feedback_received=date(2026, 11, 19),
    reconnect=date(2027, 5, 1),
    reconnected=date(2027, 5, 2),
    connected=date(2027, 5, 3),
    invited=True,
    answer_by=date(2026, 12, 1),
    application="SECRETTIE",
    private=("knee surgery",),
    withheld=True,
    summary="SECRETSUMMARY",
    went_well=(
        Observation(
            text="Told Vantaala of the Knee  surgery".replace("  ", " "),
            line=10,
            why="Kvistholm Rail asked",
        ),
    ),
    went_badly=(Observation(text="Froze", line=11, themes=("kafka",)),),
    do_differently=(Observation(text="Breathe", line=12),),
    tried=(Attempt(text="Draw", line=13, commitment=("kvistholm.md", 12)),),
    takeaways=(Observation(text="Calm", line=14),),
    skills=(Observation(text="Tables", line=15),),
    questions=(Question(text="SECRETQUESTION", line=16),),
    questions_asked=(Observation(text="SECRETASKED", line=17),),
    stories=(Story(text="SECRETSTORY", line=17),),
    thank_you_note="SECRETNOTE",
    thank_you_note_line=18,
    feedback=(Feedback(text="SECRETFEEDBACK", line=19),),
    body="SECRETBODY",
    body_line=9,
    front_matter="SECRETFRONT",
    foreign_keys="SECRETPASSED",
)
WHOLE = replace(
    journal(FULL), theme_names={"kafka": "Kafka at Kvistholm Rail"}, theme_aliases={"k": "kafka"}
)


def coached() -> Journal:
    return seen_by(WHOLE, COACH)


def changed_fields(one: Interview) -> set[str]:
    """The fields that say something."""
    usual = Interview(path="", company="", when=one.when)
    return {
        field.name
        for field in fields(one)
        if getattr(one, field.name) != getattr(usual, field.name)
    }


def test_every_field_holds_something_here() -> None:
    """A field added to the model has to be filled above, and then told below whether a profile names it."""
    assert changed_fields(FULL) | {"when", "thank_you", "feedback_none", "reconnect_never"} == {
        field.name for field in fields(Interview)
    }


def test_oneself_sees_everything() -> None:
    assert seen_by(WHOLE, MYSELF) is WHOLE


def test_a_coach_sees_the_named_fields_and_no_other() -> None:
    (one,) = coached().interviews
    assert changed_fields(one) == {
        "path", "company", "round", "interviewers", "decision_by", "follow_ups", "promised", "outcome", "feedback_asked",
        "feedback_received", "reconnect", "reconnected", "connected", "invited", "answer_by", "went_well", "went_badly", "do_differently", "tried", "takeaways", "skills", "body",
    }  # fmt: skip


@pytest.mark.parametrize("word", ["SECRET", "Kvistholm", "Ingeborg", "Vantaala", "knee", "surgery"])
def test_a_coach_reads_no_name_and_no_private_word(word: str) -> None:
    assert word.lower() not in repr(coached()).lower()


@pytest.mark.parametrize("audience", [COACH, REPORT])
def test_nobody_else_sees_at_what_hour_it_was(audience: Audience) -> None:
    assert seen_by(WHOLE, audience).interviews[0].when == When(day=FULL.when.day)


def test_a_coach_reads_letters_and_parts_for_names() -> None:
    (one,) = coached().interviews
    assert (one.company, one.interviewers[0].name) == ("Company A", "an interviewer")
    assert one.went_well[0].text == "Told an interviewer of the …"
    assert one.went_well[0].why == "Company A asked"
    assert "- Told an interviewer of the …\n    - Why: Company A asked" in unmarked(one.body)
    assert one.tried[0].commitment == (one.path, 12)


@pytest.mark.parametrize("section", COACHED)
def test_a_coach_reads_no_name_in_an_item_of_any_section(section: Section) -> None:
    """Neither in its words nor in those below it, and no theme that names somebody, written or found in its words."""
    kind = Attempt if section is Section.TRIED else Observation
    said = "Ingeborg asked at Kvistholm Rail"
    written = kind(text=said, line=10, why=said, notes=(said,), themes=("kafka",))
    found = kind(text=said, line=11, inferred_themes=("kafka",))
    items: dict[str, Any] = {section.value: (written, found)}
    seen = seen_by(replace(WHOLE, interviews=(replace(FULL, **items),)), COACH)
    assert len(getattr(seen.interviews[0], section)) == 2
    assert [word for word in ("Ingeborg", "Kvistholm", "kafka") if word in repr(seen)] == []


def test_a_theme_that_names_somebody_is_a_theme() -> None:
    (key,) = coached().theme_names
    assert coached().theme_names == {key: "a theme"}
    assert "kafka" not in key
    assert coached().interviews[0].went_badly[0].themes == (key,)


def test_a_theme_that_names_nobody_keeps_its_name_and_one_nobody_sees_is_not_there() -> None:
    whole = replace(WHOLE, theme_names={"kafka": "Kafka", "of-a-question": "Of a question"})
    assert seen_by(whole, COACH).theme_names == {"kafka": "Kafka"}


def test_each_company_has_a_letter_that_later_ones_do_not_change() -> None:
    several = [interview(f"2026-01-{day:02}", f"Straumdal{day}") for day in range(1, 29)]
    found = list(company_names(journal(*several)).values())
    assert (found[0], found[25:28]) == ("Company A", ["Company Z", "Company A2", "Company B2"])
    twice = journal(interview("2026-01-01", "Straumdal"), interview("2026-01-02", "STRAUMDAL"))
    assert set(company_names(twice).values()) == {"Company A"}


def test_what_is_handed_to_a_build_is_read_back_as_it_was() -> None:
    for whole in (coached(), seen_by(WHOLE, REPORT), WHOLE):
        assert read_handed(written_journal(whole)) == whole


@pytest.mark.parametrize(
    "text", ["", "[]", '{"interviews": 3}', '{"interviews": [{"path": true}]}', '{"x": 1}']
)
def test_what_no_publish_handed_over_is_refused(text: str) -> None:
    with pytest.raises(ConfigurationError, match="not by hand"):
        read_handed(text)


def test_every_text_that_is_handed_over_can_be_looked_through() -> None:
    assert {"Company A", "Froze"} <= set(texts_in(coached()).split("\n"))


def test_a_report_holds_the_proof_of_a_search_and_nothing_else() -> None:
    seen = seen_by(WHOLE, REPORT)
    assert changed_fields(seen.interviews[0]) == {
        "path",
        "company",
        "role",
        "applied",
        "round",
        "outcome",
    }
    assert (seen.problems, seen.unread, seen.theme_names) == ((), (), {})
    assert (seen.interviews[0].company, seen.interviews[0].role) == ("Kvistholm Rail", "Position 1")


def test_a_report_says_of_an_application_without_an_interview_what_it_says_of_the_others() -> None:
    """Whether it stands by itself or beside an application's interviews."""
    note = ApplicationNote(
        path="SECRETFILE.md",
        company="Pellmoor Knee Surgery",
        applied=date(2026, 10, 2),
        role="SECRETROLE",
        source="LinkedIn, by SECRETPERSON",
        outcome=Outcome(kind=OutcomeKind.REJECTED, words="SECRETWORDS"),
        follow_ups=(date(2026, 10, 9),),
        private=("SECRETPRIVATE",),
        body="SECRETBODY",
    )
    (application,) = WHOLE.applications
    whole = replace(WHOLE, applications=(replace(application, note=note),), notes=(note,))
    seen = seen_by(whole, REPORT)
    beside, alone = seen.applications[0].note, seen.notes[0]
    assert beside == ApplicationNote(
        path=alone.path,
        company="Pellmoor …",
        applied=date(2026, 10, 2),
        role="Position 1",
        source="online",
        outcome=Outcome(kind=OutcomeKind.REJECTED),
    )
    assert alone == replace(beside, role="Position 2")
    assert "SECRET" not in repr(seen)


def test_a_report_says_of_a_role_the_words_that_were_allowed() -> None:
    (one,) = seen_by(
        journal(replace(FULL, role="Senior Signal Engineer (Ostby)")),
        REPORT,
        roles=["engineer", "senior"],
    ).interviews
    assert one.role == "senior engineer"


def test_allowed_words_are_whole_words_the_longest_first() -> None:
    assert (
        allowed_words("Data engineering lead", ["data", "engineer", "Data Engineering"])
        == "Data Engineering"
    )
    assert allowed_words("Lead", [" "]) == ""


def test_another_reader_of_everything_sees_no_private_word() -> None:
    (one,) = seen_by(
        replace(WHOLE, interviews=(replace(FULL, body="the Knee Surgery, twice"),)), SHARED
    ).interviews
    assert (one.body, one.company) == ("the …, twice", "Kvistholm Rail")


@pytest.mark.parametrize("audience", [COACH, REPORT, SHARED], ids=["coach", "report", "full"])
def test_words_that_the_body_says_are_private_are_read_by_nobody_else(audience: Audience) -> None:
    """Neither where they are named, nor in what is read out of the body as a fact."""
    text = (
        "---\ncompany: Acme\ndate: 2026-11-12\n---\nprivate:: Zorbas, the knee\n\nZorbas rang.\n\n"
        "## Promised\n- Call Zorbas by Friday\n\n## Said\n- Reason: the knee\n\n## Went well\n- Told of the knee\n\n"
        "## Outcome\nRejected on 24 Nov, by Zorbas\n"
    )
    whole = read_journal([Source("a.md", text)])
    assert whole.interviews[0].outcome.decided == date(2026, 11, 24)
    seen = repr(seen_by(whole, audience, key=b"k").interviews)
    masked_words = seen.replace(f"private={whole.interviews[0].private!r}", "")
    assert [word for word in ("Zorbas", "knee") if word in masked_words] == []


def test_a_private_word_is_masked_where_it_stands_alone() -> None:
    change = masks_for(journal(interview("2026-11-12", private=("art",))), SHARED)
    assert change("art, Art and part") == "…, … and part"


def test_nothing_to_mask_changes_nothing() -> None:
    assert masked(("as it is", 1, None), masks_for(Journal(), SHARED)) == ("as it is", 1, None)
    assert not masks_for(WHOLE, MYSELF)


def report(audience: Audience = REPORT) -> str:
    coming = interview("2026-11-27", "Pellmoor", kind=RoundKind.SCREEN)
    bare = interview("2026-11-19", "Straumdal")
    seen = seen_by(journal(FULL, coming, bare), audience)
    return report_page(Edition(seen, DAY, audience=audience))


def test_a_report_lists_each_application_and_interview_in_order_and_what_came_of_it() -> None:
    rows = [line for line in report().splitlines() if line.startswith("<tr><td>")]
    steps = (
        ("Applied", "Interview"),
        ("Interview: technical", "Rejected, <time"),
        ("Interview", "No answer yet"),
        ("Interview: screen, to come", ""),
    )
    missing = [
        status
        for (status, result), row in zip(steps, rows, strict=True)
        if f"<td>{status}</td>" not in row or f"<td>{result}" not in row
    ]
    assert missing == []


def test_a_report_is_about_its_days() -> None:
    within = replace(REPORT, first=date(2026, 11, 1), last=date(2026, 11, 15))
    assert "1 step in 1 application, from " in report(within)


def test_a_report_says_how_in_words_of_ours_and_never_as_written() -> None:
    written = replace(FULL, source="LinkedIn, by Ingeborg", format="onsite", contact="portal")
    (one,) = seen_by(journal(written), REPORT).interviews
    assert (one.source, one.format, one.contact) == ("online", "in person", "online")


def pages_of(site: Site) -> tuple[Page, ...]:
    """Every page of ours."""
    return tuple(site.pages.values())


def test_each_audience_has_its_pages() -> None:
    def pages(audience: Audience) -> set[str]:
        seen = seen_by(WHOLE, audience)
        site = Site(Edition(seen, DAY, audience=audience))
        paths = {page.path for page in pages_of(site)} | set(site.entry_paths)
        return {path.partition("/")[0] for path in paths}

    assert pages(REPORT) == {"index.md"}
    assert pages(COACH) == {
        "index.md",
        "reflections.md",
        "commitments.md",
        "reviews",
        "applications",
        "themes",
        "e",
    }
    assert {"timeline.md", "rejections.md", "kvistholm.md"} <= pages(SHARED)


@pytest.mark.parametrize("audience", [MYSELF, SHARED, COACH, REPORT])
def test_no_page_leads_to_one_that_its_audience_has_not(audience: Audience) -> None:
    other = replace(
        FULL, path="other.md", company="Other", when=When(day=date(2026, 3, 2)), outcome=Outcome()
    )
    whole = replace(journal(FULL, other), theme_names=WHOLE.theme_names)
    edition = Edition(seen_by(whole, audience), DAY, audience=audience)
    site = Site(edition)
    there = {address(page.path) for page in pages_of(site)} | {
        address(path) for path in site.entry_paths
    }
    led = {
        normpath(f"/{address(page.path)}{href.partition('#')[0]}").strip("/")
        for page in pages_of(site)
        for href in re.findall(r'href="([^"#:]*)[#"]', page.markdown)
        if href
    }
    assert {one.strip("/") for one in led} <= {one.strip("/") for one in there}


@pytest.mark.parametrize("audience", [MYSELF, COACH, replace(REPORT, first=DAY, last=DAY)])
def test_an_audience_is_handed_to_the_build(audience: Audience) -> None:
    assert read_audience({VARIABLE: written_audience(audience)}) == audience


def test_nobody_named_is_oneself() -> None:
    assert read_audience({}) == MYSELF


@pytest.mark.parametrize(
    "text", ["coach", "{}", '{"profile": "x", "first": null, "last": null, "shared": true}', "[]"]
)
def test_an_audience_that_cannot_be_read_is_refused(text: str) -> None:
    with pytest.raises(ConfigurationError, match="not by hand"):
        read_audience({VARIABLE: text})


def test_a_coach_is_led_to_each_line_once() -> None:
    """Two items of the front matter may share a line, and an id stands in a page once."""
    pair = tuple(Observation(text=text, line=4) for text in ("Calm", "Quick"))
    one = replace(FULL, went_well=pair, went_badly=(Observation(text="Froze", line=9),))
    (seen,) = seen_by(journal(one), COACH).interviews
    assert marks(seen.body)[:2] == [4, 9]
