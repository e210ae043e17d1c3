"""A promise is read wherever it stands, one for each sentence and each day; what only sounds like one is none."""

from __future__ import annotations

from datetime import date

import pytest

from afterword.kinds import Party, Severity
from afterword.model import Interview, Promise, Source
from afterword.reading import read_journal

# A Thursday.
HEAD = "---\ncompany: Acme\ndate: 2026-11-12\nconfidence: 60\n---\n\n"
# Spelt so that nothing here looks like work left behind.
TO_DO = "todo".upper()
WELL = "\n\n## Went well\n- calm\n"


def read(body: str, head: str = HEAD) -> Interview:
    (interview,) = read_journal([Source("a.md", head + body)]).interviews
    return interview


def said(one: Promise) -> str:
    return f"{one.who}: {one.what}, by {one.by}" if one.by else f"{one.who}: {one.what}"


def promised(body: str) -> list[str]:
    return [said(one) for one in read(body).promised]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("## Promised\nI promised to send the CV by Monday. They will call by 24 November.", ["me: I promised to send the CV, by 2026-11-16", "them: They will call, by 2026-11-24"]),
        ("## Promised\nThe CV by 16 Nov\nReferences by 20 Nov", ["me: The CV, by 2026-11-16", "me: References, by 2026-11-20"]),
        ("## Next steps\nI send the CV by 16 Nov and\nthey decide by Friday.", ["me: I send the CV, by 2026-11-16", "them: they decide, by 2026-11-13"]),
        ("## Promised\nThe certificate by 20 Nov and the references by 25 Nov", ["me: The certificate, by 2026-11-20", "me: the references, by 2026-11-25"]),
        ("## Promised\n- CV and portfolio by 16 Nov, references by 20 Nov", ["me: CV and portfolio, by 2026-11-16", "me: references, by 2026-11-20"]),
        ("## Promised\nI send the CV by next Friday. They ring by Monday.", ["me: I send the CV by next Friday.", "them: They ring, by 2026-11-16"]),
        ("## Promised\n- the CV by 16 Nov, the plan by 20 Nov, a list by 3/4", ["me: the CV by 16 Nov, the plan by 20 Nov, a list by 3/4"]),
        ("## Promised\n- I call on Monday and they decide by Friday", ["me: I call, by 2026-11-16", "them: they decide, by 2026-11-13"]),
        ("## Promised\n- I promised Dr. Hope the CV by Monday. It was late.", ["me: I promised Dr. Hope the CV by Monday. It was late., by 2026-11-16"]),
        ("## Promised\n- Them: the contract by 16 Nov and the plan by 20 Nov", ["them: the contract, by 2026-11-16", "them: the plan, by 2026-11-20"]),
        ("I promised the certificate by 20 Nov and the references by 25 Nov. They decide by Friday.", ["me: I promised the certificate, by 2026-11-20", "me: the references, by 2026-11-25", "them: They decide, by 2026-11-13"]),
        ("It went well, and they will ring me by 24 Nov.", ["them: they will ring me, by 2026-11-24"]),
        ("They need to decide by Monday. I have to send proof by 20 Nov.", ["them: They need to decide, by 2026-11-16", "me: I have to send proof, by 2026-11-20"]),
        ("They will send me the test by 2026-11-20. I'll call by 24/11. They ring on Monday ✅ 2026-11-16", ["them: They will send me the test, by 2026-11-20", "me: I'll call, by 2026-11-24", "them: They ring, by 2026-11-16"]),
        ("Expect an answer by 24 Nov.", ["them: Expect an answer, by 2026-11-24"]),
        ("## Promised\n- HR: contract by 20 Nov", ["them: contract, by 2026-11-20"]),
        ("## Next steps\nContract comes by 24 Nov", ["them: Contract comes, by 2026-11-24"]),
        ("## Next steps\n- The offer letter arrives on 24 Nov", ["them: The offer letter arrives, by 2026-11-24"]),
        ("## Next steps\n- Invitation by 24 Nov", ["them: Invitation, by 2026-11-24"]),
        ("## Next steps\n- Signed contract by 24 Nov", ["me: Signed contract, by 2026-11-24"]),
        ("## Next steps\n- Answer to Dana by 24 Nov", ["me: Answer to Dana, by 2026-11-24"]),
        ("## Next steps\n- Offer comparison by 24 Nov", ["me: Offer comparison, by 2026-11-24"]),
        ("## Next steps\n- Contract is to be signed by me by 24 Nov", ["me: Contract is to be signed by me, by 2026-11-24"]),
        ("Two talks. Offer by email on 24 November.", []),
        ("## Next steps\n- Offer should be answered by 24 Nov", ["me: Offer should be answered, by 2026-11-24"]),
        ("## Next steps\n- My answer by 24 Nov", ["me: My answer, by 2026-11-24"]),
        ("Decision by 24 November.", ["them: Decision, by 2026-11-24"]),
        ("Nice people.\nThey ring by Monday\nI'll send the CV by Tuesday", ["them: They ring, by 2026-11-16", "me: I'll send the CV, by 2026-11-17"]),
    ],
)  # fmt: skip
def test_each_sentence_and_each_day_is_a_promise(body: str, expected: list[str]) -> None:
    assert promised(body + WELL) == expected


@pytest.mark.parametrize(
    "body",
    [
        "They were nice on Friday.",
        "We will see on Monday.",
        "They called on Monday.",
        "If they call by Friday I am happy.",
        "Will they call? They will call by Friday?",
        "They will not decide by Monday.",
        "I will send nothing by Monday.",
        "They want my references by Friday.",
        "They promised me a lot.",
        "They will call some time next week.",
        "> They will call by Friday",
        "They will open an office in Leeds by 1 March.",
        "They decide between 20 and 25 November.",
    ],
)
def test_what_only_sounds_like_a_promise_is_none(body: str) -> None:
    assert promised(body + WELL) == []


@pytest.mark.parametrize(
    "body",
    [
        "Priya will decide by 24 November.",
        "Priya Rao will let me know by 24 November.",
        "Priya'll get back to me by 24 November.",
        "Priya said she'd ring by 24 November.",
        "The foreman will ring me by 24 November.",
        "Their hiring manager lets me know by 24 November.",
    ],
)
def test_somebody_who_is_named_promises_as_she_does(body: str) -> None:
    assert [one.who for one in read(body + WELL).promised] == [Party.THEM]


@pytest.mark.parametrize(
    "body",
    [
        "Priya wants my references by Friday.",
        "Parking will be free by Friday.",
        "We will call them by Friday.",
        "Everyone will write a report by Friday.",
        "Priya will not ring by Friday.",
    ],
)
def test_a_name_alone_makes_no_promise(body: str) -> None:
    assert promised(body + WELL) == []


def test_in_a_list_of_promises_a_name_says_whose_each_is() -> None:
    body = "## Promised\n- Priya will send the contract by 20 Nov\n- The deck by 20 Nov"
    assert promised(body) == [
        "them: Priya will send the contract, by 2026-11-20",
        "me: The deck, by 2026-11-20",
    ]


@pytest.mark.parametrize(
    "begins",
    ["I said I would", "i said i would", "I told her I'll", "I told Priya I'd", "I said that I'd"],
)
def test_what_i_said_that_i_would_do_is_a_promise(begins: str) -> None:
    body = f"{begins} send her the CV by Monday."
    assert promised(body + WELL) == [f"me: {begins} send her the CV, by 2026-11-16"]


@pytest.mark.parametrize(
    "body", ["Dave will ring me Monday.", "They get back Monday", "They let me know monday!"]
)
def test_behind_somebody_a_weekday_needs_no_word_of_its_own(body: str) -> None:
    assert [one.by for one in read(body + WELL).promised] == [date(2026, 11, 16)]


@pytest.mark.parametrize(
    ("heading", "body"),
    [
        ("Co poszło dobrze", "Odezwą się do 24 listopada 2026."),
        ("Ce qui a bien marché", "Ils me rappelleront avant le 24 novembre."),
        ("Ce qui a bien marché", "Mme Aubry me rappellera avant le 24 novembre."),
        ("Was lief gut", "Herr Weber meldet sich bis 24. November."),
        ("Lo que salió bien", "Ana me llamará antes del 24 de noviembre."),
        ("Cosa è andato bene", "Mi richiameranno entro il 24 novembre."),
    ],
)
def test_a_day_that_they_named_is_read_in_the_words_of_its_language(
    heading: str, body: str
) -> None:
    text = f"## {heading}\n- ok, bien\n\n## Notes\n\n{body}"
    assert read(text).decision_by == date(2026, 11, 24)


def test_words_that_look_like_a_month_without_their_accents_stay_with_the_promise() -> None:
    text = "## Co poszło dobrze\n- dobrze\n\n## Notatki\n\nOdezwą się do 24.11.2026."
    assert promised(text) == ["them: Odezwą się, by 2026-11-24"]


@pytest.mark.parametrize(
    "body",
    [
        "I promised to send the link by 16 Nov. ✅ 2026-11-16",
        "I promised to send the link by 16 Nov ✅ 2026-11-16.",
        "I promised to send the link by 16 Nov.\n✅ 2026-11-16",
        "I promised to send the link by 16 Nov. ✅ 2026-11-16 They were nice.",
    ],
)
def test_a_tick_behind_the_full_stop_ticks_the_promise(body: str) -> None:
    (one,) = read(body + WELL).promised
    expected = ("I promised to send the link", date(2026, 11, 16), date(2026, 11, 16))
    assert (one.what, one.by, one.done) == expected


@pytest.mark.parametrize("mark", ["✅ 2026-11-16", "- ✅ 2026-11-16"])
def test_a_tick_that_stands_alone_is_told(mark: str) -> None:
    text = f"{HEAD}I promised to send the link by 16 Nov.\n\nNice.\n\n{mark}\n"
    told = {one.code: one.line for one in read_journal([Source("a.md", text)]).problems}
    assert told.get("lone-mark") == 11


def test_a_sentence_that_names_two_days_for_one_thing_stays_whole_and_is_doubted() -> None:
    body = HEAD + "## Promised\n- the CV by 16 Nov, by 20 Nov\n"
    problems = read_journal([Source("a.md", body)]).problems
    assert [one.code for one in problems] == ["two-days"]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Promised to send the certificate by 20 Nov", ["me: Promised to send the certificate, by 2026-11-20"]),
        ("Promised: the certificate by 20 Nov", ["me: the certificate, by 2026-11-20"]),
        ("They ring by Monday.", ["them: They ring, by 2026-11-16"]),
    ],
)  # fmt: skip
def test_a_promise_right_below_a_list_is_no_part_of_its_last_item(
    line: str, expected: list[str]
) -> None:
    interview = read(f"## Went well\n- calm\n{line}\n")
    found = [one.text for one in interview.went_well], [said(one) for one in interview.promised]
    assert found == (["calm"], expected)


@pytest.mark.parametrize(
    "line",
    ["They call it the second way on Monday", "they ring by Monday", "Result: 20 % faster", "Date: forgot it", "Team: eight"],
)  # fmt: skip
def test_what_goes_on_below_an_item_is_still_that_items(line: str) -> None:
    above = "I explained how the whole team works and that we have two ways, and"
    (item,) = read(f"## Went well\n- {above}\n{line}\n").went_well
    assert item.text == f"{above} {line}"


def test_an_outcome_right_below_a_list_is_the_interviews() -> None:
    interview = read("## Went well\n- calm\n**Outcome:** rejected on 17 Nov\n")
    told = interview.outcome.kind.value, str(interview.outcome.decided), interview.went_well[0].text
    assert told == ("rejected", "2026-11-17", "calm")


TASKS = "## Tomorrow\n- [ ] send CV 📅 2026-11-30\n- [ ] portfolio by Friday\n- [ ] buy milk\n- [-] call by Friday\n- They ring by Monday\n- tea on Friday\n"


def test_a_task_with_a_day_is_a_promise_below_any_heading() -> None:
    assert promised(TASKS) == [
        "me: send CV, by 2026-11-30",
        "me: portfolio, by 2026-11-13",
        "them: They ring, by 2026-11-16",
    ]


def test_of_such_a_list_only_the_rest_is_told_as_not_counted() -> None:
    (told,) = (
        one
        for one in read_journal([Source("a.md", HEAD + TASKS)]).problems
        if one.severity is Severity.HINT
    )
    assert (told.line, told.message) == (
        10,
        'These 3 items are in no section, but below "Tomorrow", and not counted: "[ ] buy milk".',
    )


def test_a_task_that_is_under_way_is_still_to_be_done_and_one_given_up_is_not() -> None:
    body = "## Promised\n- [-] the CV by Friday\n- [/] the plan by Monday\n\n## Next time\n- [-] slower\n- [/] louder\n"
    interview = read(body)
    found = promised(body), [one.text for one in interview.do_differently]
    assert found == (["me: the plan, by 2026-11-16"], ["louder"])


@pytest.mark.parametrize(
    ("body", "day"),
    [
        ("They ring by Monday.", "2026-11-16"),
        ("## Promised\n- They get back to me by Monday\n- They let me know by 24 Nov", "2026-11-24"),
        ("## Promised\n- They send the contract by Monday", "None"),
        ("## Promised\n- I call them by Monday", "None"),
        ("## Promised\n- [x] They ring by Monday", "None"),
    ],
)  # fmt: skip
def test_the_day_by_which_they_get_in_touch_is_that_of_their_decision(body: str, day: str) -> None:
    assert str(read(body + WELL).decision_by) == day


def test_without_the_day_of_the_interview_no_day_is_reckoned() -> None:
    month = HEAD.replace("2026-11-12", "2026-11")
    interview = read(
        "They ring by Monday.\n\n## Promised\n- CV by Friday\n\n## Next steps\nCV by Monday\n"
        + WELL,
        month,
    )
    assert [said(one) for one in interview.promised] == ["me: CV by Friday"]


@pytest.mark.parametrize(
    ("keys", "body", "expected"),
    [
        ("bedrijf: A\ndatum: 2026-11-12", "Ze bellen uiterlijk vrijdag. Ik heb beloofd het diploma te mailen voor 16 november.\n\n## Wat ging goed\n- rust", ["them: Ze bellen, by 2026-11-13", "me: Ik heb beloofd het diploma te mailen, by 2026-11-16"]),
        ("firma: A\ndata: 2026-11-12", "Oddzwonią do 20 listopada.\n\n## Co poszło dobrze\n- spokój", ["them: Oddzwonią, by 2026-11-20"]),
        ("公司：A\n日期：2026-11-12", "## 做得好\n- 冷静\n\n## 下一步\n- 他们会在11月20日之前通知\n- 11月32日\n- 13月1日", ["them: 他们会在11月20日之前通知, by 2026-11-20", "me: 11月32日", "me: 13月1日"]),
        ("会社：A\n日付：2026-11-12", "## 良かった点\n- 落ち着き\n\n## 約束\n- 先方から2026年11月20日までに連絡", ["them: 先方から2026年11月20日までに連絡, by 2026-11-20"]),
    ],
)  # fmt: skip
def test_other_languages_promise_in_words_of_their_own(
    keys: str, body: str, expected: list[str]
) -> None:
    assert [said(one) for one in read(body, f"---\n{keys}\n---\n").promised] == expected


@pytest.mark.parametrize(
    ("day", "expected"),
    [("12/01/2026", date(2026, 12, 1)), ("12/11/2026", None), ("40/40/2026", None)],
)
def test_of_two_days_the_one_behind_the_interview_is_meant(day: str, expected: date | None) -> None:
    (one,) = read(f"## Promised\n- the deck by {day}").promised
    assert one.by == expected


def test_a_date_in_a_line_tells_the_order_of_the_others() -> None:
    text = f"{HEAD}Applied: 10/18/2026\n\n## Promised\n- the deck by 12/11/2026\n"
    journal = read_journal([Source("a.md", text)])
    told = [one.message for one in journal.problems if one.code == "dates-read-so"]
    assert [one.by for one in journal.interviews[0].promised] == [date(2026, 12, 11)]
    assert [one.partition(" and")[0] for one in told] == ["'12/11/2026'"]


def test_a_promise_is_not_cut_in_the_midst_of_its_words() -> None:
    body = "## Promised\n- She books the room for the week of 20 Nov"
    assert promised(body) == ["them: She books the room for the week of 20 Nov, by 2026-11-20"]


@pytest.mark.parametrize(
    ("above", "expected"),
    [
        ("Salary: 38 000\nLocation: Leeds\n\nThey were nice.", "They were nice."),
        ("notes:: two pages\n\nThey were nice.", "They were nice."),
        ("Note to self: rest", "Note to self: rest"),
        ("Salary: 38 000\nThey were nice.", "Salary: 38 000 They were nice."),
    ],
)
def test_lines_of_labels_are_no_summary(above: str, expected: str) -> None:
    assert read(above + WELL).summary == expected


@pytest.mark.parametrize("thing", ["Thank-you email", "Reference call", "Follow-up email to Sam", "Intro call on Monday", "Portfolio mail"])  # fmt: skip
def test_a_thing_that_is_called_like_what_they_do_is_mine(thing: str) -> None:
    assert [one.who for one in read(f"## Next steps\n- [ ] {thing}\n").promised] == [Party.ME]


@pytest.mark.parametrize("theirs", ["Acme call me by Monday", "Priya calls by Monday", "HR reply back by Monday", "Acme decide by Monday"])  # fmt: skip
def test_what_somebody_does_for_me_is_theirs(theirs: str) -> None:
    assert [one.who for one in read(f"## Next steps\n- {theirs}\n").promised] == [Party.THEM]


MET = "---\ncompany: Acme\ndate: 2026-11-12\ninterviewers: [Odile Garnier (head), Gav]\n---\n\n"


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Mme Garnier : the plan by 24 Nov", "them: the plan, by 2026-11-24"),
        ("**Odile:** the plan by 24 Nov", "them: the plan, by 2026-11-24"),
        ("Gav: the plan by 24 Nov", "them: the plan, by 2026-11-24"),
        ("Dana: the plan by 24 Nov", "me: Dana: the plan, by 2026-11-24"),
        ("Write to Gav: the CV by 24 Nov", "me: Write to Gav: the CV, by 2026-11-24"),
        ("Thank-you to Odile: by 24 Nov", "me: Thank-you to Odile, by 2026-11-24"),
        ("**Gav**: I send the plan by 24 Nov", "me: Gav: I send the plan, by 2026-11-24"),
        ("Me: tell Gav by 24 Nov", "me: tell Gav, by 2026-11-24"),
        ("Tell Gav by 24 Nov", "me: Tell Gav, by 2026-11-24"),
    ],
)
def test_who_is_named_before_a_colon_and_was_met_promises_it(line: str, expected: str) -> None:
    (one,) = read(f"## Next steps\n- {line}", MET).promised
    assert said(one) == expected


@pytest.mark.parametrize(
    ("line", "is_decision"),
    [
        ("They let me know by 24 Nov", True),
        ("They let me know the date of the next round by 24 Nov", False),
        ("They call with a slot for the panel by 24 Nov", False),
        ("They call with their decision and a date for the start by 24 Nov", True),
    ],
)
def test_when_we_meet_is_not_when_they_decide(line: str, is_decision: bool) -> None:
    assert (read(f"## Next steps\n- {line}").decision_by is not None) is is_decision


@pytest.mark.parametrize(
    ("line", "what", "kept"),
    [
        (f"{TO_DO} send the portfolio by 16 Nov", "send the portfolio", False),
        ("LATER send the portfolio by 16 Nov", "LATER send the portfolio", False),
        ("DONE send the portfolio by 16 Nov", "send the portfolio", True),
        ("Done: the portfolio by 16 Nov", "Done: the portfolio", False),
    ],
)
def test_the_words_of_an_outline_are_boxes(line: str, what: str, kept: bool) -> None:
    (one,) = read(f"## Promised\n- {line}").promised
    assert (one.what, one.who, one.kept) == (what, Party.ME, kept)


def test_the_day_of_a_decision_is_past_where_the_outcome_is_known() -> None:
    rejected = read("Decision date: 20 Nov 2026", HEAD.replace("date", "outcome: rejected\ndate"))
    waiting = read("Decision date: 20 Nov 2026")
    assert (rejected.outcome.decided, rejected.decision_by) == (date(2026, 11, 20), None)
    assert (waiting.outcome.decided, waiting.decision_by) == (None, date(2026, 11, 20))


GERMAN = "---\nFirma: Acme\nDatum: 2026-11-12\n---\n\n"


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Vertrag kommt bis 24.11.", "them: Vertrag kommt, by 2026-11-24"),
        ("Antwort bis 24.11.", "them: Antwort, by 2026-11-24"),
        ("Rückmeldung innerhalb von zwei Wochen", "them: Rückmeldung, by 2026-11-26"),
        ("Vertrag bis 24.11. unterschreiben", "me: Vertrag bis 24.11. unterschreiben, by 2026-11-24"),
        ("Antwort bis 24.11. schicken", "me: Antwort bis 24.11. schicken, by 2026-11-24"),
        ("Vertrag soll ich bis 24.11. schicken", "me: Vertrag soll ich bis 24.11. schicken, by 2026-11-24"),
    ],
)  # fmt: skip
def test_what_is_to_be_done_with_theirs_is_mine(line: str, expected: str) -> None:
    (one,) = read(f"## Nächste Schritte\n- {line}", GERMAN).promised
    assert said(one) == expected


def test_what_is_to_be_done_is_mine_in_prose_too() -> None:
    one = read("Gutes Gespräch mit dem Meister. Antwort bis 24.11. schicken.", GERMAN)
    assert [said(each) for each in one.promised] == [
        "me: Antwort bis 24.11. schicken., by 2026-11-24"
    ]
