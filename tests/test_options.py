"""What the plugin's section of mkdocs.yml says."""

from datetime import date, datetime

import pytest

from afterword.errors import ConfigurationError
from afterword.options import Options, choose_today, read_options

CLOCK = date(2026, 1, 2)


def test_an_empty_section_is_a_whole_section() -> None:
    assert read_options({}) == Options()


@pytest.mark.parametrize("written", ["2026-11-20", date(2026, 11, 20), datetime(2026, 11, 20, 8)])
def test_today_is_a_day_however_yaml_hands_it_over(written: object) -> None:
    assert read_options({"today": written}).today == date(2026, 11, 20)


@pytest.mark.parametrize(("names", "expected"), [(["a", 1], ("a", "1")), ("a", ("a",)), (None, ())])
def test_a_theme_has_other_names(names: object, expected: tuple[str, ...]) -> None:
    assert read_options({"themes": {"kafka": names}}).themes == {"kafka": expected}


@pytest.mark.parametrize(
    ("written", "order"),
    [("day-first", "day-first"), ("Month first", "month-first"), ("", None), (None, None)],
)
def test_the_order_of_numbers_in_dates_is_one_of_two(written: object, order: str | None) -> None:
    assert read_options({"dates": written}).dates == order


def test_holidays_are_days() -> None:
    assert read_options({"holidays": ["2026-12-25"]}).holidays == {date(2026, 12, 25)}


@pytest.mark.parametrize(
    ("section", "sentence"),
    [
        ({"theme": {}}, "The afterword plugin has no option 'theme'. It has: "),
        ({"today": "soon"}, "today is 'soon'. It wants a day such as 2026-11-20."),
        ({"themes": ["kafka"]}, "themes wants a theme and its other names on each line"),
        ({"holidays": "2026-12-25"}, "holidays wants a list of days"),
        ({"feedback_delay": -1}, "feedback_delay is '-1'."),
        ({"feedback_delay": True}, "feedback_delay is 'True'."),
        ({"plain": "yes"}, "plain is 'yes'. It wants true or false."),
        ({"dates": "european"}, "dates is 'european'. It wants day-first"),
        ({"report": ["senior"]}, "report wants the words of roles"),
        ({"report": {"companies": []}}, "report wants the words of roles"),
    ],
)
def test_what_cannot_be_used_is_said_in_a_sentence(
    section: dict[str, object], sentence: str
) -> None:
    with pytest.raises(ConfigurationError) as error:
        read_options(section)
    assert str(error.value).startswith(sentence)


@pytest.mark.parametrize(
    ("section", "words"),
    [
        ({"roles": ["senior", "engineer"]}, ("senior", "engineer")),
        ({"roles": "engineer"}, ("engineer",)),
        ({}, ()),
    ],
)
def test_a_report_may_say_the_words_of_roles_that_are_listed(
    section: dict[str, object], words: tuple[str, ...]
) -> None:
    assert read_options({"report": section}).report_roles == words


PINNED = Options(today=date(2026, 11, 20))


def test_the_clock_is_the_last_to_be_asked() -> None:
    assert choose_today(None, Options(), {}, CLOCK) == CLOCK


def test_the_time_of_a_repeatable_build_beats_the_clock() -> None:
    assert choose_today(None, Options(), {"SOURCE_DATE_EPOCH": "1795132800"}, CLOCK) == date(
        2026, 11, 20
    )


def test_the_option_beats_the_time_of_a_repeatable_build() -> None:
    assert choose_today(None, PINNED, {"SOURCE_DATE_EPOCH": "0"}, CLOCK) == date(2026, 11, 20)


def test_the_environment_beats_the_option() -> None:
    assert choose_today(None, PINNED, {"AFTERWORD_TODAY": "2026-12-01"}, CLOCK) == date(2026, 12, 1)


def test_a_day_that_was_typed_beats_everything() -> None:
    typed = date(2027, 1, 1)
    assert choose_today(typed, PINNED, {"AFTERWORD_TODAY": "2026-12-01"}, CLOCK) == typed


@pytest.mark.parametrize("epoch", ["soon", "9" * 30])
def test_a_time_that_is_none_is_said_in_a_sentence(epoch: str) -> None:
    with pytest.raises(ConfigurationError, match="It wants seconds since 1970"):
        choose_today(None, Options(), {"SOURCE_DATE_EPOCH": epoch}, CLOCK)


@pytest.mark.parametrize(
    ("written", "folder"),
    [
        ("interviews", "interviews"),
        ("private/interviews/", "private/interviews"),
        ("./private//interviews", "private/interviews"),
        ("private\\interviews", "private/interviews"),
        (".", ""),
        ("", ""),
    ],
)
def test_a_folder_is_a_path_below_the_sources(written: str, folder: str) -> None:
    assert read_options({"folder": written}).folder == folder


@pytest.mark.parametrize(
    "written", ["/interviews", "../x", "a/../b", "~/x", "C:/x", ".hidden", 3, ["x"]]
)
def test_a_folder_anywhere_else_is_refused(written: object) -> None:
    with pytest.raises(ConfigurationError, match="such as interviews"):
        read_options({"folder": written})


def test_themes_are_from_tags_or_from_words() -> None:
    assert read_options({"themes_from": "tags"}).themes_from_tags
    assert not read_options({}).themes_from_tags
    with pytest.raises(ConfigurationError, match="themes_from is 'title'"):
        read_options({"themes_from": "title"})
