"""Days, times and spans that are written in another language, in English, which is what dates are read in.

"le 12 novembre 2026 à 14h30", "2026年11月12日", "١٢ نوفمبر ٢٠٢٦", "ngày 12 tháng 11 năm 2026", "innerhalb von zwei Wochen", "2週間以内".
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from functools import cache

from afterword.patterns import seldom
from afterword.vocabulary.days.days_in_signs import days_in_signs
from afterword.vocabulary.days.spans_of_time import in_one_span
from afterword.vocabulary.languages import ENGLISH, Language, languages
from afterword.vocabulary.speaking import Said, languages_spoken
from afterword.vocabulary.spelling import in_any_case, spoken, without_accents
from afterword.vocabulary.wording import MONTHS, WEEKDAYS

_YEAR_MONTH_DAY = seldom(r"(\d{4})\s*[年년]\s*(\d{1,2})\s*[月월]\s*(\d{1,2})\s*[日號号일]")
_YEAR_MONTH = seldom(r"(\d{4})\s*[年년]\s*(\d{1,2})\s*[月월](?!\s*\d)")
_YEAR_LAST = seldom(r"(\d{1,2}\s*[月월]\s*\d{1,2}\s*[日號号일])(.*?)\s(\d{4}\s*[年년])$")
_MONTH_DAY = seldom(r"(?<!\d)(\d{1,2})\s*[月월]\s*(\d{1,2})\s*[日號号일]")
_IMPERIAL_YEAR = re.compile(r"令和\s*(\d{1,2}|元)\s*年")
_REIWA = 2018
_BRACKETED_WEEKDAY = seldom(
    r"\s*[(（]\s*(?:[月火水木金土日](?:曜日?)?|[周週][一二三四五六日]|[월화수목금토일](?:요일)?)\s*[)）]"
)
_CLOCK = seldom(
    r"(?P<half>午前|上午|早上|오전|午後|下午|晚上|오후|저녁)?\s*(?P<hour>\d{1,2})\s*[時时點点시]\s*(?:(?P<minute>\d{1,2})\s*[分분]?|(?P<thirty>半|반))?"
)
_HALF_DAY = seldom(
    r"(?P<half>午前|上午|早上|오전|午後|下午|晚上|오후|저녁)\s*(?P<hour>\d{1,2})[:：](?P<minute>\d{2})"
)
_AFTER_NOON = frozenset({"午後", "下午", "晚上", "오후", "저녁"})
_HOURS = re.compile(r"\b(\d{1,2})\s?[hH](?:\s?(\d{2}))?\b")
# 1er, 1º, 12-го
_ORDINAL = re.compile(r"(?<=\d)(?:[ºª°]|er\b|ère\b|e\b|de\b|ste\b|-?го\b|-?е\b)")
_WORD = seldom(r"[^\W_]+(?:['’][^\W_]+)*")
_TIME = seldom(r"(?<!\d)(\d{1,2})(?=:\d{2}(?!\d))")
_LONGEST_PHRASE = 4
# A day and a month in figures, behind a word that only a day has; one figure before a dot is the beginning of an amount.
_UNTIL_FIGURES = seldom(r"(?:by|on) (?:\d{1,2}/\d{1,2}|\d{2}\.\d{2})")
_BARE_FIGURES = seldom(r"\d{1,2}/\d{2}|\d{2}/\d{1,2}")
# Behind them a mark of what is measured, or a word such as that for an hour: then they are none.
_MEASURED = seldom(r"(?<!\d)|\s?[%€$£°]")
_MEASURES = Said("measure")
_FULL_HOUR, _ON = ":00", "on"
# November in Polish, October in Croatian, which is not read.
_MISLEADING = frozenset({"listopad", "listopada", "lis"})
# What each part of a language's words is in English; the names of months and weekdays come beside them.
_ENGLISH_FOR = {
    "until a day": "by",
    "beside a day": "on",
    "within": "within",
    "about": "about",
    "day today": "today",
    "day tomorrow": "tomorrow",
    "unit days": "days",
    "unit weeks": "weeks",
    "unit months": "months",
    "unit business days": "business days",
    "before a time": "at",
    "behind a time": _FULL_HOUR,
    "afternoon": "pm",
    "morning": "am",
    "within a date": "",
    **{f"count {number}": str(number) for number in range(1, 11)},
    **{f"month {name.lower()}": name for name in MONTHS},
    **{f"weekday {name.lower()}": name for name in WEEKDAYS},
}
# A shorter word may be another one too.
_LONG = 5
# So short a word is told by its accents: "sie" is August in Polish, and "się" a pronoun.
_SHORT_FORM = 3
# One of these makes words about days name one.
_NAMING = frozenset({*MONTHS, *WEEKDAYS, "today", "tomorrow", "days", "weeks", "months"})
_UNITS = tuple(name for name in _ENGLISH_FOR if name.startswith("unit "))
_COUNTS = tuple(name for name in _ENGLISH_FOR if name.startswith("count "))


def in_english(text: str) -> str:
    """A day, a time or a span in English, or in figures; the text as it is where it has a word that no language has there.

    A file's own languages are asked first, and all of them where those do not know it and the others mean one thing.
    """
    plain = _in_figures(unicodedata.normalize("NFC", text))
    if not any(letter.isalpha() for letter in plain):
        return plain
    plain = " ".join(in_one_span(plain).split())
    every = tuple(languages().values())
    own = languages_spoken()
    known = None if len(own) == len(every) else next(_known(plain, own), None)
    if known is None and (own == every or _MISLEADING.isdisjoint(spoken(plain).split())):
        of_all = set(_known(plain, every))
        known = of_all.pop() if len(of_all) == 1 else None
    return plain if known is None else known.removeprefix(f"{_ON} ")


def days_in(text: str) -> Iterator[tuple[str, int, int]]:
    """Each stretch of a sentence that names a day in a language of its file: in English, and from where to where it goes."""
    yield from days_in_signs(text)
    for language in languages_spoken():
        for begin, end in _stretches(text, language):
            written = text[begin:end]
            english = _translated(written, language) or ""
            if _is_led_figures(written, english, language):
                english = f"{_ON} {english}"
            is_led = _UNTIL_FIGURES.fullmatch(english) and not _is_measured(text, end)
            is_named = is_led or not _NAMING.isdisjoint(english.split())
            if is_named and _is_surely_a_day(written, english):
                yield english, begin, end


def _is_measured(text: str, end: int) -> bool:
    """Whether what stands behind figures makes an amount of them: "10.12 Punkte", "10.12 €"."""
    if _MEASURED.match(text, end):
        return True
    found = _WORD.match(text, end + 1)
    return found is not None and spoken(found[0]) in _MEASURES


def _is_led_figures(written: str, english: str, language: Language) -> bool:
    """Whether a day and a month in figures stand behind a word that leads to a day: "du 24/09", "op 9/10"."""
    first = spoken(written.split(maxsplit=1)[0])
    is_led = any(first in language.compared(name) for name in ("on a day", "beside a day"))
    return is_led and _BARE_FIGURES.fullmatch(english) is not None


def _is_surely_a_day(written: str, english: str) -> bool:
    """Whether words name a day and are no others: "so" is a Sunday and a word in German, "mañana" tomorrow and the morning."""
    if english.startswith("by ") or any(letter.isdigit() for letter in english):
        return True
    is_long = any(len(word) >= _LONG for word in written.split())
    return is_long and not {*MONTHS, *WEEKDAYS}.isdisjoint(english.split())


def _stretches(text: str, language: Language) -> Iterator[tuple[int, int]]:
    """Where words about days stand side by side."""
    words = list(_WORD.finditer(text))
    at, begin = 0, None
    while at < len(words):
        count, _ = _phrase_at(words, at, language)
        if count and begin is None:
            begin = words[at].start()
        if not count and begin is not None:
            yield begin, words[at - 1].end()
            begin = None
        at += count or 1
    if begin is not None:
        yield begin, words[-1].end()


def _known(text: str, those: Iterable[Language]) -> Iterator[str]:
    """The text in English by each language that has all of its words."""
    for language in those:
        if (found := _span_in_one_word(text, language) or _translated(text, language)) is not None:
            yield found


def _in_figures(text: str) -> str:
    """The text with the figures of every script as ours, and with dates and times as East Asia writes them in figures."""
    text = "".join(
        str(unicodedata.digit(one)) if one.isdigit() and not one.isascii() else one for one in text
    )
    if not text.isascii():
        text = _IMPERIAL_YEAR.sub(_common_year, _BRACKETED_WEEKDAY.sub(" ", text).strip())
        text = _YEAR_LAST.sub(r"\3\1\2", text)
        text = _YEAR_MONTH_DAY.sub(r"\1-\2-\3", text)
        text = _YEAR_MONTH.sub(r"\1-\2", text)
        text = _MONTH_DAY.sub(_month_and_day, text)
        text = _CLOCK.sub(_clock, _HALF_DAY.sub(_clock, text).replace("：", ":"))
    return " ".join(_ORDINAL.sub("", _HOURS.sub(_hours, text)).split())


def _common_year(found: re.Match[str]) -> str:
    return f"{_REIWA + (1 if found[1] == '元' else int(found[1]))}年"


def _month_and_day(found: re.Match[str]) -> str:
    month = int(found[1])
    return f"{found[2]} {MONTHS[month - 1]}" if 1 <= month <= len(MONTHS) else found[0]


def _clock(found: re.Match[str]) -> str:
    hour = int(found["hour"])
    if found["half"] in _AFTER_NOON and hour < 12:
        hour += 12
    is_half = bool(found.groupdict().get("thirty"))
    minute = "30" if is_half else found["minute"] or "00"
    return f" {hour}:{minute:>02}"


def _hours(found: re.Match[str]) -> str:
    return f"{found[1]}:{found[2] or '00'}"


@cache
def _phrases(language: Language) -> Mapping[str, tuple[str, ...]]:
    """What each phrase about a day may be in English, of a language's own and of English."""
    phrases: dict[str, tuple[str, ...]] = {}
    for name, english in _ENGLISH_FOR.items():
        of_english = map(spoken, ENGLISH.of(name))
        for phrase in (*language.compared(name), *of_english):
            if english not in phrases.get(phrase, ()):
                phrases[phrase] = (*phrases.get(phrase, ()), english)
    return phrases


def _translated(text: str, language: Language) -> str | None:
    """The text with each phrase in English; None where the language does not have one of its words."""
    words = list(_WORD.finditer(text))
    pieces: list[str] = []
    at = end = 0
    while at < len(words):
        count, meanings = _phrase_at(words, at, language)
        if not count:
            return None
        chosen = _chosen(meanings, pieces, [word[0] for word in words[at + count :]], language)
        # An abbreviation is written out.
        between = text[end : words[at].start()]
        if at and not words[at - 1][0].isdigit():
            between = between.removeprefix(".")
        end = words[at + count - 1].end()
        pieces += [between, chosen] if chosen else [" "]
        at += count
    named = [piece for piece in pieces if piece in MONTHS or piece in WEEKDAYS]
    if len(named) > 2 or len(set(named) & set(MONTHS)) > 1:
        return None
    return _tidied("".join((*pieces, text[end:].removeprefix("."))))


def _phrase_at(
    words: list[re.Match[str]], at: int, language: Language
) -> tuple[int, tuple[str, ...]]:
    """How many words the longest phrase from there has, and what it may be; a number is itself, and 0 words none."""
    phrases = _phrases(language)
    for count in range(min(_LONGEST_PHRASE, len(words) - at), 0, -1):
        phrase = spoken(" ".join(word[0] for word in words[at : at + count]))
        meanings = phrases.get(phrase)
        if meanings is None and len(phrase) > _SHORT_FORM:
            meanings = phrases.get(without_accents(phrase))
        if meanings:
            return count, meanings
    return (1, (words[at][0],)) if words[at][0].isdigit() else (0, ())


def _chosen(
    meanings: tuple[str, ...], before: list[str], behind: list[str], language: Language
) -> str:
    """The meaning that the place of a phrase allows, and ":" between an hour and its minutes."""
    following = behind[0] if behind else ""
    meaning = meanings[0]
    if len(meanings) > 1:
        meaning = next((one for one in meanings if _fits(one, before, behind, language)), meaning)
    if meaning == _ON:
        return meaning if _is_weekday(following, language) else ""
    if meaning != _FULL_HOUR:
        return meaning
    is_hour = bool(before) and before[-1].isdigit() and before[-2:-1] not in ([":"], ["."])
    if not is_hour or len(before[-1]) > 2:
        return ""
    return ":" if len(following) == 2 and following.isdigit() else meaning


def _fits(meaning: str, before: list[str], behind: list[str], language: Language) -> bool:
    """Whether the place allows it: a number in front of a unit, a weekday in front of a date, a word before a time or behind one."""
    following = behind[0] if behind else ""
    if meaning.isdigit():
        return any(spoken(following) in language.compared(name) for name in _UNITS)
    if meaning in (*WEEKDAYS, *MONTHS):
        known = _phrases(language)
        months = any(set(known.get(spoken(word), ())) & set(MONTHS) for word in behind)
        return months is (meaning in WEEKDAYS)
    if meaning == _FULL_HOUR:
        return bool(before) and before[-1].isdigit()
    if meaning == _ON:
        return _is_weekday(following, language)
    return meaning in {"", "at"} and following.isdigit()


def _is_weekday(word: str, language: Language) -> bool:
    """Whether a word is the name of a weekday, as far as one may tell from it alone."""
    return not set(_phrases(language).get(spoken(word), ())).isdisjoint(WEEKDAYS)


def _tidied(text: str) -> str:
    """Words with single blanks between them, and a time of the afternoon by twenty-four hours."""
    text = re.sub(r"\s*:\s*(?=\d)|(?<=\d)\s+(?=:00)", lambda found: found[0].strip(), text)
    text = re.sub(r"(?<![:.\d])(\d{1,2})(?=\s*[ap]m\b)", r"\1:00", text)
    if re.search(r"\bpm\b", text):
        text = _TIME.sub(lambda found: str(int(found[1]) % 12 + 12), text)
    text = re.sub(r"\b[ap]m\b", "", text)
    text = re.sub(r"(?<=\d)/(?=[^\W\d_])|(?<=[^\W\d_])/(?=\d)", " ", text)
    return re.sub(r"\s+([,.])", r"\1", " ".join(text.split())).strip(" .,،、")


def _span_in_one_word(text: str, language: Language) -> str | None:
    """A span whose parts no blank need part: "2週間以内", "2주 이내"; Arabic has one word for two weeks."""
    small = in_any_case(text)
    # Each pattern takes 2 ms to compile, and words in English are looked up in a dozen languages.
    if not any(unit in small for unit in _units(language)):
        return None
    found = _span_pattern(language).fullmatch(text.strip(" .。"))
    if found is None:
        return None
    unit = next(name for name in _UNITS if spoken(found["unit"]) in language.compared(name))
    count = found["count"] or ("2" if found["unit"].endswith(("ين", "ان", "يومي عمل")) else "1")
    if not count.isdigit():
        count = next(
            _ENGLISH_FOR[name] for name in _COUNTS if spoken(count) in language.compared(name)
        )
    return f"{count} {_ENGLISH_FOR[unit]}"


@cache
def _units(language: Language) -> frozenset[str]:
    """The words for days, weeks and months."""
    return frozenset(in_any_case(word) for name in _UNITS for word in language.compared(name))


@cache
def _span_pattern(language: Language) -> re.Pattern[str]:
    def ways(*names: str) -> str:
        words = {word for name in names for word in language.compared(name)}
        return "|".join(map(re.escape, sorted(words, key=len, reverse=True))) or "(?!)"

    around = rf"(?:(?:{ways('about', 'within', 'until a day')})\s*)*"
    optional = "?" if "أسبوع" in language.compared("unit weeks") else ""
    count = rf"(?P<count>\d{{1,3}}|{ways(*_COUNTS)}){optional}"
    return re.compile(rf"{around}{count}\s*(?P<unit>{ways(*_UNITS)})\s*{around}", re.IGNORECASE)
