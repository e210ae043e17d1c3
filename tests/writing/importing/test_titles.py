"""The title of a note tells the company, the role and the round, and what is nobody's name is none."""

from __future__ import annotations

import pytest

from afterword.vocabulary.speaking import Tongue, speaking
from afterword.writing.importing.note_titles import told_by

# A text in each language, so that what counts a round in it is known.
_TEXTS = {
    "en": "",
    "de": "## Gut gelaufen\n- Ich war ruhig und nicht der Letzte\n\n## Schlecht gelaufen\n",
    "fr": "## Ce qui s'est bien passé\n- Le calme et la voix dans les questions\n",
    "pl": "## Co poszło dobrze\n- Nie było tak źle i na czas\n\n## Co poszło źle\n",
    "ru": "## Что прошло хорошо\n- Я не спешил и всё было в порядке\n",
    "ko": "## 잘한 점\n- 차분했다\n\n## 아쉬운 점\n",
    "ja": "## 良かった点\n- 落ち着いていた\n",
    "zh": "## 做得好的地方\n- 我们谈得很好\n",
}


@pytest.mark.parametrize(
    ("title", "language", "company", "role", "name"),
    [
        ("Round 3 at Acme", "en", "Acme", "", "Round 3"),
        ("Round 2 with Acme", "en", "Acme", "", "Round 2"),
        ("Round 2 technical Acme", "en", "Acme", "", "Round 2 technical"),
        ("Interview 2 Acme", "en", "Acme", "", "Interview 2"),
        ("Acme 2nd round", "en", "Acme", "", "2nd round"),
        ("Acme Second Round", "en", "Acme", "", "Second Round"),
        ("Acme interview #2", "en", "Acme", "", "interview 2"),
        ("Interview with Acme 2nd round", "en", "Acme", "", "2nd round"),
        ("Second interview at Copperfield Books", "en", "Copperfield Books", "", "Second interview"),
        ("third interview", "en", "", "", "third interview"),
        ("My first interview", "en", "", "", ""),
        ("Acme, 3rd interview", "en", "Acme", "", "3rd interview"),
        ("Interview for Nurse at St Thomas", "en", "St Thomas", "Nurse", ""),
        ("Interview for Teacher role at Hillcrest", "en", "Hillcrest", "Teacher", ""),
        ("Interview for Band 6 at St Thomas", "en", "St Thomas", "Band 6", ""),
        ("Interview for Nurse", "en", "", "Nurse", ""),
        ("Interview for Acme", "en", "Acme", "", ""),
        ("Interview with HR at Acme", "en", "Acme", "", ""),
        ("Interview with the CTO of Acme", "en", "Acme", "", ""),
        ("Interview with Bank of Norfolk", "en", "Bank of Norfolk", "", ""),
        ("Chat with Priya at Lumen Health", "en", "Lumen Health", "", ""),
        ("Test Ltd interview", "en", "Test Ltd", "", ""),
        ("Interview 2 Test Ltd", "en", "Test Ltd", "", "Interview 2"),
        ("Meeting Point GmbH interview", "en", "Meeting Point GmbH", "", ""),
        ("Panel Systems interview", "en", "Panel Systems", "", ""),
        ("First Bank interview", "en", "First Bank", "", ""),
        ("Eastman Group interview", "en", "Eastman Group", "", ""),
        ("Round Table Pizza", "en", "Round Table Pizza", "", ""),
        ("Interview at Acme, cook, final round", "en", "Acme", "cook", "final round"),
        ("Interview at Acme (2nd round)", "en", "Acme", "", "2nd round"),
        ("Phone screen Acme", "en", "Acme", "", "Phone screen"),
        ("Great interview at Acme", "en", "Acme", "", ""),
        ("Acme - call with Dave", "en", "Acme", "", ""),
        ("Acme R2", "en", "Acme", "", "R2"),
        ("Acme Round Two", "en", "Acme", "", "Round 2"),
        ("Acme first-round interview", "en", "Acme", "", "first-round interview"),
        ("Interview no. 2 - Acme", "en", "Acme", "", "Interview no. 2"),
        ("Interview round 2 Acme", "en", "Acme", "", "Interview round 2"),
        ("Hiring manager – Acme", "en", "Acme", "", "Hiring manager"),
        ("Interview as Cook at Acme", "en", "Acme", "Cook", ""),
        ("Interview at 10am Acme", "en", "Acme", "", ""),
        ("Notes from interview with Acme", "en", "Acme", "", ""),
        ("Informational interview with Acme", "en", "Acme", "", ""),
        ("Phone interview - Dr Patel, University of Leeds", "en", "University of Leeds", "", "Phone interview"),
        ("Interview at 3M", "en", "3M", "", ""),
        ("Interview 7-Eleven", "en", "7-Eleven", "", ""),
        ("7-Eleven interview", "en", "7-Eleven", "", ""),
        ("O2 interview", "en", "O2", "", ""),
        ("Hallmann Gespräch Teil 2", "de", "Hallmann", "", "Gespräch Teil 2"),
        ("Vorstellungsgespräch bei den Stadtwerken Ulm", "de", "Stadtwerken Ulm", "", ""),
        ("Kranich Zweitgespräch", "de", "Kranich", "", "Zweitgespräch"),
        ("Zweites Gespräch bei Kranich", "de", "Kranich", "", "Zweites Gespräch"),
        ("2e entretien Orange", "fr", "Orange", "", "2e entretien"),
        ("Deuxième entretien chez Orange", "fr", "Orange", "", "Deuxième entretien"),
        ("Jantar Druga Rozmowa", "pl", "Jantar", "", "Druga Rozmowa"),
        ("Druga rozmowa w Jantar", "pl", "Jantar", "", "Druga rozmowa"),
        ("Второе собеседование в Яхонт", "ru", "Яхонт", "", "Второе собеседование"),
        ("Яхонт второе собеседование", "ru", "Яхонт", "", "второе собеседование"),
        ("مقابلة في أكمي", "en", "أكمي", "", ""),
        ("المقابلة الثانية في شركة النور", "en", "شركة النور", "", "المقابلة الثانية"),
        ("2차 면접 한빛", "ko", "한빛", "", "2차 면접"),
        ("한빛 2차 면접", "ko", "한빛", "", "2차 면접"),
        ("アクメ様 一次面接", "ja", "アクメ", "", "一次面接"),
        ("アクメ株式会社御中", "ja", "アクメ株式会社", "", ""),
        ("云雀二面", "zh", "云雀", "", "二面"),
        ("二面 云雀", "zh", "云雀", "", "二面"),
        ("云雀HR面", "zh", "云雀", "", "HR面"),
    ],
)  # fmt: skip
def test_a_title_tells_company_role_and_round(
    title: str, language: str, company: str, role: str, name: str
) -> None:
    with speaking(Tongue(_TEXTS[language], str)):
        told = told_by(title)
    assert (told.company, told.role, told.round) == (company, role, name)


@pytest.mark.parametrize(
    "title",
    [
        "Mock interview",
        "Mock interview at Acme",
        "Practice interview Acme",
        "Interview tomorrow",
        "Exit interview",
        "Interview Thoughts",
        "Interview at Home",
        "Interview at Nine",
        "Call with HR",
        "Call with the CTO",
        "Interviews week 7",
        "Interview 12 November",
        "Day One",
        "Colloqui febbraio",
        "Gespräche KW 7",
        "面接 振り返り",
    ],
)
def test_what_stands_beside_a_meeting_and_is_no_name_is_no_company(title: str) -> None:
    assert told_by(title).company == ""


@pytest.mark.parametrize(
    ("title", "company", "is_sure"),
    [
        ("Interview with Dave (Acme)", "Acme", False),
        ("Interview with Mr Dent (Hillcrest)", "Hillcrest", True),
        ("Interview with Acme", "Acme", False),
        ("First Bank interview", "First Bank", False),
        ("Interview 2 Acme", "Acme", False),
        ("Round 3 at Acme", "Acme", True),
        ("Interview with HR Acme", "HR Acme", False),
        ("Interview in Berlin", "in Berlin", False),
        ("Interview 3M", "3M", False),
        ("Interview at 3M", "3M", True),
    ],
)
def test_what_may_be_a_person_or_part_of_a_name_is_not_sure(
    title: str, company: str, *, is_sure: bool
) -> None:
    told = told_by(title)
    assert (told.company, told.is_sure) == (company, is_sure)


def test_a_week_is_no_day() -> None:
    assert told_by("Acme interview, week 7").day == ""


def test_a_played_interview_is_none() -> None:
    assert not told_by("Mock interview at Acme").is_meeting
