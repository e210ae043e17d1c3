"""The day on which a thank-you note was sent is read where it stands in words, and a draft stays one."""

from __future__ import annotations

import pytest

from afterword.model import Interview, Source
from afterword.reading import read_journal

HEAD = "---\ncompany: Acme\ndate: 2026-11-12\nconfidence: 60\n---\n\n"


def read(body: str) -> Interview:
    (interview,) = read_journal([Source("a.md", HEAD + body)]).interviews
    return interview


def sent(body: str) -> list[str]:
    return [day.isoformat() for day in read(body).thank_you.sent]


@pytest.mark.parametrize(
    ("body", "days"),
    [
        ("## Thank-you\nSent on 24 November", ["2026-11-24"]),
        ("## Thank-you note\n13 Nov, by email", ["2026-11-13"]),
        ("## Thank-you note\n- [x] Sent to R. on 13 Nov\n- [x] to Sam on 14 Nov", ["2026-11-13", "2026-11-14"]),
        ("## Thank-you note\nI sent it on Friday", ["2026-11-13"]),
        ("Thank-you: sent 13 Nov", ["2026-11-13"]),
        ("- [x] thank-you note sent 24 Nov", ["2026-11-24"]),
        ("- [x] Thank-you note (24 Nov)", ["2026-11-24"]),
        ("Thank-you note sent 13 Nov", ["2026-11-13"]),
        ("## Next steps\n- [x] send thank-you note ✅ 2026-11-13\n- CV by 20 Nov", ["2026-11-13"]),
        ("## Went well\n- calm\nThank-you email sent 13 Nov", ["2026-11-13"]),
    ],
)  # fmt: skip
def test_a_note_was_sent_on_the_day_that_is_said(body: str, days: list[str]) -> None:
    assert (sent(body), read(body).thank_you_note) == (days, None)


@pytest.mark.parametrize(
    "note",
    [
        "Dear R., I sent the CV on 20 Nov. Thank you!",
        "To be sent by 14 Nov",
        "Not sent on 14 Nov",
        "- [ ] send by 14 Nov",
        "Sent by 13 or 14 Nov, I do not know which",
        "by 14 Nov or 15 Nov",
        "The plan that I sent to all of you on the morning of our talk, on 13 Nov, has one more page that I had forgotten.",
    ],
)
def test_a_draft_stays_a_draft(note: str) -> None:
    body = f"## Thank-you note\n{note}"
    assert (sent(body), read(body).thank_you_note) == ([], note)


def test_what_stands_beside_the_day_is_still_the_draft() -> None:
    interview = read("## Thank-you note\nSent on Friday:\n\nDear R., thank you.")
    assert (str(interview.thank_you.sent[0]), interview.thank_you_note) == (
        "2026-11-13",
        "Dear R., thank you.",
    )


@pytest.mark.parametrize("body", ["## Thank-you note\nSent.", "- [x] thank-you note sent"])
def test_a_note_that_was_sent_on_no_day_is_a_doubt(body: str) -> None:
    journal = read_journal([Source("a.md", HEAD + body)])
    assert "no-day" in [one.code for one in journal.problems]


def test_a_sentence_that_only_tells_of_a_note_is_no_doubt() -> None:
    journal = read_journal(
        [Source("a.md", HEAD + "A thank-you note was sent.\n\n## Went well\n- calm")]
    )
    assert [one.code for one in journal.problems] == []


def test_where_only_the_month_is_known_the_text_stays_as_it_is() -> None:
    text = HEAD.replace("2026-11-12", "2026-11") + "## Thank-you note\nSent on 13 Nov"
    (interview,) = read_journal([Source("a.md", text)]).interviews
    assert (interview.thank_you.sent, interview.thank_you_note) == ((), "Sent on 13 Nov")


@pytest.mark.parametrize(
    "item", ["- [ ] thank-you note by 14 Nov", "- [x] thank-you note sent 3/4", "- [x] thank-you note by 14 Nov"]
)  # fmt: skip
def test_an_item_that_does_not_say_when_it_was_sent_gives_no_day(item: str) -> None:
    assert sent(item) == []


def test_the_note_is_sent_in_other_languages_too() -> None:
    text = "---\nbedrijf: A\ndatum: 2026-11-12\n---\n## Wat ging goed\n- rust\n\n## Bedankmail\nVerstuurd op 13 november\n"
    (interview,) = read_journal([Source("a.md", text)]).interviews
    assert [day.isoformat() for day in interview.thank_you.sent] == ["2026-11-13"]


def test_and_in_those_that_set_no_blanks() -> None:
    text = "---\n公司：A\n日期：2026-11-12\n---\n## 做得好\n- 冷静\n\n## 感谢信\n11月13日已发送\n"
    unsent = text.replace("已发送", "未发送")
    found = [read_journal([Source("a.md", one)]).interviews[0] for one in (text, unsent)]
    assert [len(one.thank_you.sent) for one in found] == [1, 0]
