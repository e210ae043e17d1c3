"""What they said is theirs, however it is glued to a note of mine; and a section in small letters ends the one above it."""

from __future__ import annotations

import pytest

from afterword.model import Interview, Source
from afterword.reading import read_journal

_MATTER = "---\ncompany: Harbour\ndate: 2026-11-12\noutcome: rejected\n---\n"
# How the words stand behind a list of mine, with the list's one item above.
_SHAPES = (
    "- {mine}\n{label}: {theirs}\n",
    "- {mine}\n{label}:\n- {theirs}\n",
    "- {mine}\n\n{label}: {theirs}\n",
    "- {mine}\n\n{label}:\n\n- {theirs}\n",
    "- {mine}\n\n**{label}:** {theirs}\n",
    "- {mine}\n\n## {label}\n\n- {theirs}\n",
)


def interview(body: str) -> Interview:
    (one,) = read_journal([Source("a.md", f"{_MATTER}\n{body}")]).interviews
    return one


def sides(body: str) -> tuple[list[str], list[str]]:
    one = interview(body)
    return [each.text for each in one.went_well], [each.text for each in one.feedback]


@pytest.mark.parametrize("shape", _SHAPES)
@pytest.mark.parametrize("label", ["They said", "They told me", "Recruiter said", "Feedback"])
def test_it_is_read_in_english(label: str, shape: str) -> None:
    body = shape.format(label=label, mine="Calm on the ward", theirs="Too slow with the doses")
    assert sides(f"## Went well\n\n{body}") == (["Calm on the ward"], ["Too slow with the doses"])


@pytest.mark.parametrize("shape", _SHAPES)
@pytest.mark.parametrize(
    ("heading", "label", "mine", "theirs"),
    [
        ("Was lief gut", "Sie haben gesagt", "Ruhig auf der Station", "Zu langsam mit den Dosen"),
        ("Was lief gut", "Sie sagten", "Ruhig auf der Station", "Zu langsam mit den Dosen"),
        ("Points forts", "Ils ont dit", "Calme dans le service", "Trop lente pour les doses"),
        ("Lo que salió bien", "Dijeron", "Calma en la planta", "Lenta con las dosis"),
        ("O que correu bem", "Disseram", "Calma na enfermaria", "Lenta com as doses"),
        ("Cosa è andato bene", "Hanno detto", "Calma nel reparto", "Lenta con le dosi"),
        ("Wat ging goed", "Ze zeiden", "Rustig op de afdeling", "Te traag met de doses"),
        ("Co poszło dobrze", "Powiedzieli", "Spokój na oddziale", "Za wolno z dawkami"),
        ("Что прошло хорошо", "Они сказали", "Спокойно в отделении", "Слишком медленно"),
        ("做得好的", "他们说", "在病房里很冷静", "配药太慢"),
        ("良かった点", "言われたこと", "病棟で落ち着いていた", "投薬が遅い"),
        ("잘한 점", "면접관 말", "병동에서 침착했다", "투약이 느리다"),
        ("Điều tốt", "Họ nói", "Bình tĩnh trong khoa", "Chậm khi phát thuốc"),
        ("ما سار جيدا", "قالوا", "هادئ في القسم", "بطيء في الجرعات"),
    ],
)  # fmt: skip
def test_it_is_read_in_each_language(
    heading: str, label: str, mine: str, theirs: str, shape: str
) -> None:
    body = f"## {heading}\n\n{shape.format(label=label, mine=mine, theirs=theirs)}"
    assert sides(body) == ([mine], [theirs])


@pytest.mark.parametrize(
    "body",
    [
        "went well\n- calm\nwent badly\n- forgot the dose\n",
        "good\n- calm\nbad\n- forgot the dose\n",
        "pros:\n- calm\ncons\n- forgot the dose\n",
        "good\n\n- calm\n\nbad\n\n- forgot the dose\n",
        "good:\n- calm\nbad: forgot the dose\n",
        "## went well\n- calm\nwhat went badly\n* forgot the dose\n",
    ],
)
def test_a_section_in_small_letters_ends_the_one_above(body: str) -> None:
    one = interview(body)
    found = [each.text for each in one.went_well], [each.text for each in one.went_badly]
    assert found == (["calm"], ["forgot the dose"])


@pytest.mark.parametrize(
    "line", ["bad but honest", "what went on", "of what was good and what was", "the dose"]
)
def test_another_line_in_small_letters_goes_on_from_its_item(line: str) -> None:
    one = interview(f"## Went well\n\n- I told them\n{line}\n- calm\n")
    assert [each.text for each in one.went_well] == [f"I told them {line}", "calm"]


def codes(text: str) -> tuple[str, list[str], list[str]]:
    told = read_journal([Source("a.md", f"---\ncompany: Harbour\ndate: 2026-11-12\n---\n\n{text}")])
    (one,) = told.interviews
    problems = [each.code for each in told.problems if each.severity != "hint"]
    return one.outcome.kind.value, [each.text for each in one.feedback], problems


@pytest.mark.parametrize(
    ("body", "outcome", "problems"),
    [
        ("## Outcome\n\nThey said: no\n", "rejected", []),
        ("## Outcome\n\nThey told me: offer\n", "pending", ["unknown-outcome"]),
        ("They said: no\n", "pending", ["outcome-in-prose"]),
        ("## Went well\n\n- calm\nThey said: no\n", "pending", ["outcome-in-prose"]),
        ("## Went well\n\n- calm\n\nThey said: we will call you by Friday\n", "pending", []),
        ("## Went well\n\n- calm\nThey said: they decide by 20 Nov\n", "pending", []),
    ],
)
def test_how_it_ended_and_when_they_call_is_no_feedback(
    body: str, outcome: str, problems: list[str]
) -> None:
    assert codes(body) == (outcome, [], problems)


def test_behind_a_label_it_is_theirs_as_well() -> None:
    body = "Went well: calm. They said: too slow\n"
    assert codes(f"{body}\n## Went badly\n- late\n")[1] == ["too slow"]
    assert codes("Went well: calm. They said: no\n\n## Went badly\n- late\n")[1] == []


def test_an_answer_within_a_question_stays_with_it() -> None:
    (one,) = read_journal(
        [Source("a.md", f"{_MATTER}\n## Questions\n\n- Why us?\n  They said: nice answer\n")]
    ).interviews
    assert ([each.text for each in one.questions], one.feedback) == (["Why us?"], ())


@pytest.mark.parametrize(
    ("company", "well", "heading"),
    [
        ("company", "Went well", "Feedback from the chair"),
        ("company", "Went well", "Feedback from the panel (by phone)"),
        ("company", "Went well", "Feedback from Dana, 14 November"),
        ("company", "Went well", "The chair's feedback"),
        ("company", "Went well", "The recruiters’ feedback"),
        ("Firma", "Was lief gut", "Rückmeldung von Frau Schulze"),
        ("entreprise", "Points forts", "Retour de Mme Castaing"),
        ("entreprise", "Points forts", "Retour d'Anne"),
        ("empresa", "Lo que salió bien", "Comentarios de la directora"),
        ("empresa", "O que correu bem", "Comentários do gerente"),
        ("azienda", "Cosa è andato bene", "Riscontro dell'avvocata"),
        ("bedrijf", "Wat ging goed", "Terugkoppeling van Joris"),
        ("firma", "Co poszło dobrze", "Informacja zwrotna od pani Zielińskiej"),
        ("компания", "Что прошло хорошо", "Обратная связь от Ирины Павловны"),
        ("公司", "做得好的", "王经理的反馈"),
        ("会社名", "良かった点", "佐藤さんのコメント"),
        ("회사", "잘한 점", "김 팀장의 피드백"),
        ("công ty", "Điều tốt", "Nhận xét của anh Nam"),
        ("الشركة", "ما سار جيدا", "الملاحظات من المديرة"),
    ],
)
def test_a_heading_may_say_whose_words_they_are(company: str, well: str, heading: str) -> None:
    text = f"---\n{company}: Harbour\ndate: 2026-11-12\noutcome: rejected\n---\n\n## {well}\n\n- calm\n\n## {heading}\n\n- Too slow\n"
    (one,) = read_journal([Source("a.md", text)]).interviews
    assert [each.text for each in one.feedback] == ["Too slow"]


def test_a_quotation_may_be_headed_by_whose_words_they_are() -> None:
    assert sides("> [!quote] Feedback from the chair\n> Strong teaching\n") == (
        [],
        ["Strong teaching"],
    )


@pytest.mark.parametrize(
    "heading",
    [
        "Feedback from me",
        "My feedback",
        "Feedback from a woman whom I met on the train",
        "Notes from Dana",
        "What's next",
    ],
)
def test_what_nobody_else_said_is_not_theirs(heading: str) -> None:
    assert sides(f"## {heading}\n\n- Too slow\n")[1] == []


@pytest.mark.parametrize(
    ("heading", "number"),
    [("Questions from Dana", 1), ("Dana’s questions", 1), ("Questions from me", 0)],
)
def test_questions_may_be_headed_by_who_asked_them(heading: str, number: int) -> None:
    assert len(interview(f"## {heading}\n\n- Why us?\n").questions) == number
