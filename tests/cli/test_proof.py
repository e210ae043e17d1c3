"""Where a word can be read in a built site, which words everybody's site has, and what a profile's project is made of."""

from __future__ import annotations

import gzip
import json
from datetime import date
from pathlib import Path

import pytest

from afterword.audience.audience import Audience, Profile
from afterword.cli.project.configuration import Configuration, find_configuration
from afterword.cli.proving.own_words import own_words
from afterword.cli.proving.pieces import pieces_of
from afterword.cli.publishing.handing import constant_site, project_for
from afterword.model import Journal
from afterword.options import Options

COACH = Audience(profile=Profile.COACH, shared=True)

PAGE = b"""<!doctype html><html><head><title>one</title><meta content="two"><style>p { color: three }</style>
<script>const four = "five"; let six = 'seven \\u0065ight'; let bad = "\\x nine"</script></head>
<body class="drawn" style="drawn"><!-- ten --><a href="../eleven.html">twelve</a><svg><path d="M0 drawn"/></svg>
<img src="data:image/png;base64,drawn"><a href="p/0123456789abcdef0123.html">thirteen</a></body></html>"""


def pieces(path: str, content: bytes) -> str:
    return " | ".join(pieces_of(path, content))


@pytest.mark.parametrize(
    "word",
    "one two three four five six seven eight nine ten eleven twelve thirteen html index".split(),  # noqa: SIM905
)
def test_a_word_of_a_page_is_read(word: str) -> None:
    assert word in pieces("a/index.html", PAGE)


@pytest.mark.parametrize("noise", ["drawn", "0123456789"])
def test_drawings_and_noise_are_no_words(noise: str) -> None:
    assert noise not in pieces("a/index.html", PAGE)


def test_strings_of_an_index_are_read_as_the_pages_they_are_made_of() -> None:
    index = json.dumps({"docs": [{"text": "<p title='Ünten'>K&uuml;rz</p>"}]}).encode()
    assert "Ünten | Kürz" in pieces("search/search_index.json", index)


def test_a_packed_map_is_read_and_a_picture_has_but_a_name() -> None:
    assert "inside" in pieces(
        "sitemap.xml.gz", gzip.compress(b"<urlset><loc>inside</loc></urlset>")
    )
    assert list(pieces_of("drawn.png", b"\x89PNG\xff")) == ["drawn.png"]
    assert list(pieces_of("broken.gz", b"\x1f\x8b nothing")) == ["broken.gz"]
    assert list(pieces_of("notes.txt", b"as it is")) == ["notes.txt", "as it is"]


def test_our_own_words_are_those_of_our_pages_and_not_of_our_comments() -> None:
    assert {"rejected", "practise", "quarter"} <= own_words()
    # These stand in what documents the code.
    assert {"vantaala", "pellmoor", "crumb"} & own_words() == set()


def project(folder: Path, **facts: object) -> dict[str, object]:
    """What the configuration of a coach's build says."""
    configuration = Configuration(sources=folder, folder=folder, **facts)  # type: ignore[arg-type]
    path, _ = project_for(folder / "own.yml", folder / "made", configuration, Journal(), COACH)
    read: dict[str, object] = json.loads(path.read_text(encoding="utf-8"))
    return read


@pytest.mark.parametrize(
    ("theme", "name"),
    [
        ("mkdocs", "mkdocs"),
        ("readthedocs", "readthedocs"),
        ("", "material"),
        ("kvistholm", "material"),
    ],
)
def test_a_theme_that_is_not_known_gives_way_to_one_that_is(
    tmp_path: Path, theme: str, name: str
) -> None:
    made = project(tmp_path, theme=theme)["theme"]
    assert isinstance(made, dict)
    assert made["name"] == name


@pytest.mark.parametrize(
    ("language", "spoken"), [("de", "de"), ("pt-BR", "pt-BR"), ("Kvistholm", None), ("", None)]
)
def test_a_language_is_kept_where_it_is_one(
    tmp_path: Path, language: str, spoken: str | None
) -> None:
    made = project(tmp_path, theme="material", language=language)["theme"]
    assert isinstance(made, dict)
    assert made.get("language") == spoken


def test_days_are_handed_over_and_nothing_else_of_the_options(tmp_path: Path) -> None:
    options = Options(
        themes={"kvistholm": ("rail",)},
        today=date(2026, 11, 20),
        holidays=frozenset({date(2026, 12, 25)}),
        report_roles=("signal",),
    )
    assert project(tmp_path, options=options)["plugins"] == [
        "search",
        {"afterword": {"today": "2026-11-20", "holidays": ["2026-12-25"], "feedback_delay": 2}},
    ]


def test_a_theme_that_does_not_build_has_nothing_that_is_constant(tmp_path: Path) -> None:
    (tmp_path / "site").write_bytes(b"in the way")
    assert constant_site(tmp_path, Configuration(sources=tmp_path, folder=tmp_path), COACH) == {}


@pytest.mark.parametrize(
    ("written", "theme", "language"),
    [
        ("theme: readthedocs", "readthedocs", ""),
        ("theme: {name: material, language: de}", "material", "de"),
        ("site_name: x", "", ""),
        ("theme: [odd]", "['odd']", ""),
    ],
)
def test_the_theme_is_read_as_mkdocs_lets_it_be_written(
    tmp_path: Path, written: str, theme: str, language: str
) -> None:
    (tmp_path / "mkdocs.yml").write_text(f"{written}\ndocs_dir: .\n", encoding="utf-8")
    found = find_configuration(tmp_path / "mkdocs.yml", None, start=tmp_path)
    assert (found.theme, found.language) == (theme, language)
