"""Days in a sentence of a language that sets no blanks between words, in English: "11月20日までに", "金曜までに", "금요일까지", "周五前"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from afterword.patterns import seldom
from afterword.vocabulary.wording import MONTHS, WEEKDAYS

# What makes another word of 前: around a day, the front end, prospects, the front desk.
_BEFORE = "前(?![后後端景台])"
_MONTH_SIGNS, _WEEKDAY_SIGNS = frozenset("月월"), frozenset("曜요周週星礼禮")
_UNTIL = rf"(?P<until>\s*(?:之前|以前|{_BEFORE}|为止|為止|までに|まで|까지|전까지|전))?"
_DATE = seldom(
    rf"(?:(?P<year>\d{{4}})\s*[年년]\s*)?(?<!\d)(?P<month>\d{{1,2}})\s*[月월]\s*(?P<day>\d{{1,2}})\s*[日號号일]{_UNTIL}"
)
# Without signs the month stands first all the same: "11/16までに", "11/16に".
_FIGURES = seldom(
    rf"(?<![\d/])(?P<month>\d{{1,2}})/(?P<day>\d{{1,2}})\s*(?:(?P<until>之前|以前|{_BEFORE}|までに|まで|전까지|까지)|に|에)"
)
_WEEKDAY = seldom(
    rf"""(?P<next>下个?|下個|来週の?|次の?|다음\s*주?\s*)?(?<!上)(?<!先週の)(?<!지난\s주\s)
    (?:(?:周|週|星期|礼拜|禮拜)(?P<chinese>[一二三四五六日天])|(?P<japanese>[月火水木金土日])曜日?|(?P<korean>[월화수목금토일])요일)
    {_UNTIL}""",
    re.VERBOSE,
)
_WITHIN = seldom(
    r"(?P<count>\d{1,2}|[一二三四两兩]|한|두|세)\s*(?P<unit>週間|周|週|日間?|天|[かヶ個个]月|주|일|개월)\s*(?:以内|以內|之内|之內|内|內|이내)"
)
_COUNTS = {
    **{one: at for at, one in enumerate("一二三四", 1)},
    **dict.fromkeys("两兩두", 2),
    "한": 1,
    "세": 3,
}
_UNITS = {"週": "weeks", "周": "weeks", "주": "weeks", "日": "days", "天": "days", "일": "days"}
_ONE_FIGURE = 9
_AS_FAR_AS = frozenset({"まで", "까지"})
_ORDERS = {"chinese": "一二三四五六日", "japanese": "月火水木金土日", "korean": "월화수목금토일"}


def days_in_signs(text: str) -> Iterator[tuple[str, int, int]]:
    """Each stretch of a text that names a day by signs: in English, and from where to where it goes."""
    yield from _dates(text)
    for found in _FIGURES.finditer(text) if "/" in text else ():
        month, day = int(found["month"]), int(found["day"])
        # With one figure each they are a share: "1/3まで".
        if 1 <= month <= len(MONTHS) and max(month, day) > _ONE_FIGURE:
            named = f"{day} {MONTHS[month - 1]}"
            if month == 1 and found["until"] in _AS_FAR_AS:
                # As far as a share goes as well: which of the two it is has to be said.
                named = f"next {MONTHS[0]}"
            yield f"{'by' if found['until'] else 'on'} {named}", *found.span()
    for found in _WITHIN.finditer(text):
        unit = _UNITS.get(found["unit"][0], "months")
        count = found["count"]
        yield f"within {_COUNTS.get(count, count)} {unit}", *found.span()
    for found in _WEEKDAY.finditer(text) if not _WEEKDAY_SIGNS.isdisjoint(text) else ():
        before = "by" if found["until"] else "on"
        which = " next" if found["next"] else ""
        yield f"{before}{which} {_weekday(found)}", *found.span()


def _dates(text: str) -> Iterator[tuple[str, int, int]]:
    """The dates whose numbers stand before the signs for year, month and day."""
    for found in _DATE.finditer(text) if not _MONTH_SIGNS.isdisjoint(text) else ():
        month = int(found["month"])
        if 1 <= month <= len(MONTHS):
            until = "by " if found["until"] else "on "
            named = f"{until}{found['day']} {MONTHS[month - 1]} {found['year'] or ''}".strip()
            yield named, *found.span()


def _weekday(found: re.Match[str]) -> str:
    name = next(one for one in _ORDERS if found[one])
    return WEEKDAYS[_ORDERS[name].index(found[name].replace("天", "日"))]
