"""Files that are brought abreast, step by step, are read as each is by itself."""

from __future__ import annotations

from itertools import cycle, islice

from afterword.model import Source
from afterword.reading import FileReader, ReadingOptions, Readings, read_files, read_journal
from afterword.vocabulary.speaking import every_language, languages_spoken

OPTIONS = ReadingOptions()
ENGLISH = """---
company: Alder
date: 13/04/2026
---
## Went well
- I was <b>calm</b>, as [here][one]

[one]: https://example.org/english
"""
GERMAN = """---
Firma: Erle
Datum: 03.11.2026
---
## Was gut lief
- Ich war ruhig und habe nicht zu schnell gesprochen, wie [hier][one]

[one]: https://example.org/deutsch
"""
FRENCH = """---
entreprise: Aulne
date: 2026-11-03
---
## Points forts
- J'étais calme et je n'ai pas parlé trop vite
"""
AMBIGUOUS = """---
company: Ash
date: 03/04/2026
---
## Went well
- I was calm and they told me what the work with them would be like, which was good to hear from people who do it

## Points forts
- never read here
"""
PAGE = "# Notes\n\nNothing to see here.\n"
EVERY = (ENGLISH, GERMAN, FRENCH, AMBIGUOUS, PAGE)
# More than are brought abreast at once, and not so many times that number.
SOURCES = [Source(f"{at:03}.md", text) for at, text in enumerate(islice(cycle(EVERY), 73))]


def each_by_itself() -> Readings:
    read = Readings()
    for source in SOURCES:
        read += read_files([source], OPTIONS)
    return read


def test_each_is_read_in_its_own_language_and_order() -> None:
    alone = each_by_itself().journal(OPTIONS)
    assert {one.company for one in alone.interviews} == {"Alder", "Erle", "Aulne", "Ash"}
    assert {item.text[:5] for one in alone.interviews for item in one.went_well} == {
        "I was", "Ich w", "J'éta",
    }  # fmt: skip
    assert read_files(SOURCES, OPTIONS).journal(OPTIONS) == alone
    assert read_journal(SOURCES, OPTIONS) == alone


def test_a_body_is_handed_over_before_the_parser_reads_the_next_one() -> None:
    reader = FileReader(OPTIONS)
    held = [
        [address for address, _ in reader.markdown.references.values()]
        for found in reader.read_each(SOURCES[:2])
        if found
    ]
    assert held == [["https://example.org/english"], ["https://example.org/deutsch"]]


def test_nothing_is_spoken_when_the_reading_is_left_early() -> None:
    readings = FileReader(OPTIONS).read_each(SOURCES)
    next(readings)
    del readings
    assert languages_spoken() == every_language()
