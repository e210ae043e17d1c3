"""Headings, bullets and labels as people write them who number, who write in signs, or who keep an outline."""

from __future__ import annotations

import pytest

from afterword.kinds import Severity
from afterword.model import Interview, Source
from afterword.reading import read_journal

ENGLISH = "company: A\ndate: 2026-11-12"
CHINESE = "公司: 青\n日期: 2026-11-12"
JAPANESE = "会社: 青\n日付: 2026-11-12"


def read(body: str, matter: str = ENGLISH) -> Interview:
    (one,) = read_journal([Source("a.md", f"---\n{matter}\n---\n{body}")]).interviews
    return one


@pytest.mark.parametrize(
    ("matter", "body"),
    [
        (ENGLISH, "## 1. What went well\n- calm\n\n## 2) Went badly\n- late\n"),
        (ENGLISH, "## II. What went well\n- calm\n\n## III. Went badly\n- late\n"),
        (ENGLISH, "## ① Went well\n- calm\n\n## ② Went badly\n- late\n"),
        (ENGLISH, "Went well:\n・calm\n\nWent badly:\n・late\n"),
        (ENGLISH, "- ## Wins\n\t- calm\n- ## Misses\n\t- late\n"),
        (ENGLISH, "What I did good:\n- calm\n\nWhat I did bad:\n- late\n"),
        (CHINESE, "### 一、做得好的地方\n1. calm\n\n### 二、需要改进的地方\n1. late\n"),
        (JAPANESE, "## Keep（良かった点）\n- calm\n\n## Problem（改善点）\n- late\n"),
        (JAPANESE, "【良かったこと】\n・calm\n\n【反省点】\n・late\n"),
        (JAPANESE, "■良かった点\n・calm\n\n■反省点\n・late\n"),
    ],
)
def test_both_sides_are_read(matter: str, body: str) -> None:
    one = read(body, matter)
    assert [item.text for item in one.went_well] == ["calm"]
    assert [item.text for item in one.went_badly] == ["late"]


def test_a_numbered_heading_of_action_items_holds_promises() -> None:
    one = read("## 4. 🚀 Action Items\n- [ ] Send the slides by Friday\n- [ ] Rest more\n")
    assert [(promise.what, str(promise.by)) for promise in one.promised] == [
        ("Send the slides", "2026-11-13")
    ]
    assert [item.text for item in one.do_differently] == ["Rest more"]


def test_a_quote_may_follow_a_bullet_of_east_asia_at_once() -> None:
    one = read("【フィードバック】\n・「経験が欲しい」とのこと\n", JAPANESE)
    assert [said.text for said in one.feedback] == ["「経験が欲しい」とのこと"]


@pytest.mark.parametrize(
    "line",
    ["Interviewer: Kim Lee (EM)", "**Interviewer:** Kim Lee", "- Interviewer: Kim Lee"],
)
def test_who_it_was_is_no_question(line: str) -> None:
    assert read(f"Quiet room.\n\n{line}\n\n## Went well\n- calm\n").questions == ()


@pytest.mark.parametrize(
    "line", ["Interviewer: Why us?", "Interviewer: Tell me more.\nMe: I did.", "Q: tell me more"]
)
def test_what_they_said_is_one(line: str) -> None:
    assert len(read(f"{line}\n").questions) == 1


def test_rounds_with_their_days_in_one_file_are_told() -> None:
    body = "## Round 1 (9/14/2026)\n**Wins**\n- calm\n\n**Losses**\n- late\n\n## Round 2 (9/24/2026)\n**Wins**\n- kind\n"
    journal = read_journal([Source("a.md", f"---\naccount: A\ntitle: Seller\n---\n{body}")])
    told = [one.code for one in journal.problems if one.severity is Severity.WARNING]
    assert (told, journal.lookalikes) == (["no-company"], 1)


def test_the_same_of_a_release_is_left_in_silence() -> None:
    body = "## Version 1 (9/14/2026)\n**Pros**\n- calm\n\n**Cons**\n- late\n\n## Version 2 (9/24/2026)\n- kind\n"
    assert read_journal([Source("a.md", f"---\ntitle: Widget\n---\n{body}")]).problems == ()


def test_a_talk_in_the_first_lines_makes_a_note_of_both_signs_one() -> None:
    text = "Harbour Plumbing\nforeman\ntalked to Sheila on Nov 20 2026\n\n+ kind\n- late\n"
    assert read_journal([Source("a.md", text)]).lookalikes == 1
    other = text.replace("talked to Sheila", "bought by Sheila")
    assert read_journal([Source("a.md", other)]).lookalikes == 0


@pytest.mark.parametrize(
    "heading",
    ["## Feedback, 20 November", "### Feedback on 20 Nov 2026", "**Feedback 2026-11-20**"],
)
def test_a_heading_may_end_with_its_day(heading: str) -> None:
    assert [item.text for item in read(f"{heading}\n\nToo slow.\n").feedback] == ["Too slow."]


@pytest.mark.parametrize(
    ("matter", "heading"),
    [
        (ENGLISH, "### Why they said no"),
        ("Firma: A\nDatum: 2026-11-12", "**Feedback aus der Absage:**"),
        (
            "Entreprise: A\nPoste: Chef de produit\nDate: 2026-11-12",
            "### Retour reçu le 20 novembre",
        ),
        ("الشركة: أ\nالتاريخ: 2026-11-12", "### ملاحظات الرفض"),
    ],
)
def test_what_they_said_as_they_turned_me_down_is_feedback(matter: str, heading: str) -> None:
    assert len(read(f"{heading}\n- B2B\n", matter).feedback) == 1


SIDE = {
    "de": ("Firma: A\nDatum: 2026-11-12", "Was lief gut"),
    "fr": ("entreprise: A\ndate: 2026-11-12", "Ce qui a bien marché"),
    "es": ("empresa: A\nfecha: 2026-11-12", "Lo que salió bien"),
    "pt": ("empresa: A\ndata: 2026-11-12", "O que correu bem"),
    "it": ("azienda: A\ndata: 2026-11-12", "Cosa è andato bene"),
    "nl": ("bedrijf: A\ndatum: 2026-11-12", "Wat ging goed"),
    "pl": ("firma: A\ndata: 2026-11-12", "Co poszło dobrze"),
    "ru": ("компания: A\nдата: 2026-11-12", "Что прошло хорошо"),
    "vi": ("công ty: A\nngày: 2026-11-12", "Điều tốt"),
    "ko": ("회사: A\n날짜: 2026-11-12", "잘한 점"),
    "ja": (JAPANESE, "良かった点"),
    "zh": (CHINESE, "做得好的"),
    "en": (ENGLISH, "Went well"),
}


@pytest.mark.parametrize(
    ("language", "heading", "section"),
    [
        ("en", "Questions they put to me", "questions"),
        ("en", "The questions that came up", "questions"),
        ("en", "What went really well today", "went_well"),
        ("en", "What would have been better", "went_badly"),
        ("en", "What I'd do differently next time", "do_differently"),
        ("en", "Highlights / strengths", "went_well"),
        ("de", "Fragen, die gestellt wurden", "questions"),
        ("de", "Weniger gut gelaufen", "went_badly"),
        ("de", "Das mache ich nächstes Mal anders", "do_differently"),
        ("de", "Von mir gefragt", "questions_asked"),
        ("fr", "Ce qui était moins bien", "went_badly"),
        ("es", "Preguntas que cayeron", "questions"),
        ("pt", "Perguntas que fizeram", "questions"),
        ("it", "Le domande che mi hanno fatto", "questions"),
        ("nl", "Vragen die ze stelden", "questions"),
        ("pl", "Pytania, które mi zadali", "questions"),
        ("ru", "Вопросы, которые мне задали", "questions"),
        ("vi", "Câu hỏi họ hỏi", "questions"),
        ("ja", "■いまいちだったこと", "went_badly"),
        ("ja", "次回への改善点", "do_differently"),
        ("zh", "今天做得不好的地方", "went_badly"),
    ],
)
def test_a_section_is_named_among_small_words(language: str, heading: str, section: str) -> None:
    matter, well = SIDE[language]
    one = read(f"## {well}\n- calm\n\n## {heading}\n- late\n", matter)
    assert "late" in [item.text for item in getattr(one, section)]


@pytest.mark.parametrize(
    ("language", "heading"),
    [
        ("en", "Good to know"),
        ("en", "What was it that was so very good"),
        ("en", "Good to have"),
        ("en", "Strengths I have"),
        ("en", "What I want to grow"),
        ("en", "What they asked me to do"),
        ("en", "Questions from my prep"),
        ("en", "Tomorrow's questions"),
        ("en", "Feedback from users"),
        ("en", "Feedback from my partner"),
        ("en", "Feedback by Friday"),
        ("de", "Stärken, die ich habe"),
        ("de", "Fragen von uns"),
        ("fr", "Questions de moi"),
        ("fr", "Retour de vacances"),
        ("es", "Devolución de gastos"),
        ("ja", "自分の強み"),
        ("en", "What they did well"),
        ("en", "Questions I put to them"),
        ("en", "Good questions"),
        ("en", "Strong points of the team"),
        ("en", "The work"),
        ("en", "It was what it was and that was all there was to it"),
        ("de", "Was war nicht schlecht"),
        ("de", "Fragen an sie"),
        ("ru", "Вопросы, которые задал я"),
        ("ja", "会社のところ"),
    ],
)
def test_another_word_makes_it_a_heading_of_its_own(language: str, heading: str) -> None:
    matter, well = SIDE[language]
    one = read(f"## {well}\n- calm\n\n## {heading}\n- late\n", matter)
    lists = (one.went_well, one.went_badly, one.questions, one.feedback, one.skills, one.takeaways)
    assert "late" not in [item.text for items in lists for item in items]


def test_a_sentence_about_how_it_went_names_no_section() -> None:
    one = read("**It went well.**\n\n- calm\n")
    assert one.went_well == ()


def test_a_label_in_wide_brackets_opens_its_section_and_ends_the_one_above() -> None:
    facts = "【面试官】李经理(销售部)、小吴\n【结果】等通知\n\n"
    body = f"{facts}【做得好的】 calm\n\n【缺点】\n- late\n\n【公司食堂】\n- noodles\n"
    one = read(body, CHINESE)
    assert [(each.name, each.role) for each in one.interviewers] == [
        ("李经理", "销售部"),
        ("小吴", None),
    ]
    assert [item.text for item in one.went_well] == ["calm"]
    assert [item.text for item in one.went_badly] == ["late"]
