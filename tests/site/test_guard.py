"""What a built page may load."""

import base64
import hashlib
import re

import pytest

from afterword.site.finished.guard import guarded, shut, without_leave
from afterword.site.finished.theme_inlines import Inlines

KNOWN = Inlines(scripts=frozenset({"go()"}), styles=frozenset({"p{}"}))


def allowed(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


def policy(page: str) -> str:
    return page.split('Content-Security-Policy" content="')[1].split('"', maxsplit=1)[0]


def test_the_policy_stands_before_anything_that_could_load() -> None:
    page = guarded('<html><head><link href="a.css"></head></html>', KNOWN)
    assert page.index("Content-Security-Policy") < page.index("a.css")


def test_only_the_site_itself_may_be_asked() -> None:
    assert policy(guarded("<head></head>", KNOWN)).startswith("default-src 'self'; ")


def rules(page: str) -> dict[str, str]:
    return dict(rule.split(" ", 1) for rule in policy(page).split("; "))


def test_a_page_loads_from_its_own_site_embeds_no_object_and_sends_no_form() -> None:
    assert rules(guarded("<head></head>", KNOWN)) == {
        "default-src": "'self'",
        "script-src": "'self'",
        "style-src": "'self'",
        "img-src": "'self' data:",
        "media-src": "'self' data:",
        "object-src": "'none'",
        "frame-src": "'self'",
        "worker-src": "'self' blob:",
        "base-uri": "'none'",
        "form-action": "'none'",
    }


def test_a_page_that_was_kept_shows_pictures_sounds_and_styles_and_does_nothing() -> None:
    assert rules(shut(b"<p>kept</p>").decode()) == {
        "default-src": "'none'",
        "img-src": "'self' data:",
        "media-src": "'self' data:",
        "style-src": "'self' 'unsafe-inline'",
        "font-src": "'self' data:",
        "base-uri": "'none'",
        "form-action": "'none'",
    }


def test_the_themes_own_script_may_run_by_its_hash() -> None:
    page = guarded("<head></head><script>go()</script>", KNOWN)
    assert allowed("go()") in policy(page)


def test_one_that_was_shrunk_may_too() -> None:
    page = guarded("<head></head><script>\n go() </script>", KNOWN)
    assert allowed("\n go() ") in policy(page)


def test_a_script_that_no_template_wrote_may_not_wherever_it_stands() -> None:
    page = guarded("<head><script>steal()</script></head><script>steal()</script>", KNOWN)
    assert "sha256" not in policy(page)


def test_data_and_files_need_no_leave() -> None:
    page = guarded(
        '<head></head><script type="application/json">{}</script><script src="a.js"></script>',
        KNOWN,
    )
    assert "sha256" not in policy(page)


def test_a_style_of_the_theme_may_stay() -> None:
    assert allowed("p{}") in policy(guarded("<head><style>p{}</style></head>", KNOWN))


def test_served_live_a_reload_script_may_run() -> None:
    assert "script-src 'self' 'unsafe-inline'" in policy(
        guarded("<head></head><script>x</script>", KNOWN, live=True)
    )


def test_a_built_page_never_lets_unknown_scripts_run() -> None:
    assert "unsafe" not in policy(guarded("<head></head><script>x</script>", KNOWN))


@pytest.mark.parametrize(
    "address",
    [
        "https://far.example",
        "//far.example",
        r"\\far.example",
        r"https:\far.example",
        "https:far.example",
        "&#104;ttps:far.example",
        "ht&#10;tps:far.example",
        "/&#9;/far.example",
        "javascript:far.example",
    ],
)
def test_no_page_leaves_by_itself_however_the_address_is_written(address: str) -> None:
    page = guarded(
        f'<head><meta http-equiv=refresh content="0; url={address}">'
        f'<link rel="prefetch" href="{address}"></head>',
        KNOWN,
    )
    assert "far.example" not in page


@pytest.mark.parametrize(
    "tag",
    [
        '<meta http-equiv="&#114;efresh" content="0; url=https://far.example">',
        '<meta title=">" http-equiv="refresh" content="0; url=//far.example">',
        '<meta http-equiv=" Refresh " content="0; http:far.example/x">',
        '<meta http-equiv=refresh content="0,//far.example">',
        "<META HTTP-EQUIV='refresh' CONTENT='0;URL=&quot;//far.example&quot;'>",
        '<link rel="alternate preconnect" href="https://far.example">',
        '<link title=">" rel="author&#32;prefetch" href="//far.example">',
    ],
)
def test_no_page_leaves_or_calls_however_its_tag_is_written(tag: str) -> None:
    assert "far.example" not in guarded(f"<head>{tag}</head><p>{tag}</p>", KNOWN)


@pytest.mark.parametrize(
    "tag",
    [
        '<link title=">" rel=prefetch href="//far.example">',
        '<link rel=prefetch href="//far.example" title=">>" class=">">',
        '<link rel=prefetch href="//far.example"title=>',
        '<link rel=prefetch href="//far.example" href="a.css">',
        '<meta http-equiv=refresh content="0; url=//far.example" content="0; url=a/">',
    ],
)
def test_of_a_tag_that_calls_nothing_stays_and_beside_it_everything(tag: str) -> None:
    page = guarded(f"<p>before</p>{tag}{tag}<b>after</b>", KNOWN)
    assert page == "<p>before</p><b>after</b>"


@pytest.mark.parametrize(
    "tag",
    [
        '<link rel=prefetch href="a.css" href="//far.example">',
        "<link rel href>",
        "<meta http-equiv=refresh content>",
        "<meta http-equiv content='0; url=//far.example'>",
        "<metadata http-equiv=refresh content='0; url=//far.example'>",
    ],
)
def test_a_tag_counts_as_a_browser_reads_it(tag: str) -> None:
    assert guarded(tag, KNOWN) == tag


def test_a_tag_is_read_up_to_a_length_that_none_of_a_themes_has() -> None:
    """What is longer is left: reading on to the end of a page for each would take for ever."""
    tag = '<link rel=prefetch href="//far.example" title="{}">'
    room = 4000 - len(tag.format(""))
    assert guarded(tag.format("x" * room), KNOWN) == ""
    assert guarded(tag.format("x" * (room + 1)), KNOWN) != ""


def test_a_script_that_stands_twice_gets_leave_once() -> None:
    page = guarded("<head></head><script>go()</script><script>go()</script>", KNOWN)
    assert policy(page).count("sha256") == 1


def test_what_says_something_else_stays() -> None:
    tags = (
        '<meta name="a" content="0; url=https://far.example"><link rel="me" href="//far.example">'
    )
    assert tags in guarded(f"<head>{tags}</head>", KNOWN)


def test_a_tag_without_an_end_is_left_to_the_browser() -> None:
    assert guarded("<head></head><meta http-equiv=refresh", KNOWN).endswith("refresh")


def test_what_gets_no_leave_is_counted() -> None:
    page = (
        "<script>go()</script><script>other()</script><script src=a.js></script><style>q{}</style>"
        '<script type="application/json">{}</script><style>p {}</style><script> </script>'
    )
    assert without_leave(page, KNOWN) == 2


PAGES_KEPT = [
    b"<html><head><script>x()</script></head></html>",
    b"<script>x()</script>",
    b"\xef\xbb\xbf<!-- saved --><!DOCTYPE html><title>a</title>",
    b"<?xml version='1.0'?><!doctype html><html></html>",
    "<!doctype html><p>ü".encode("latin-1"),
    "<p>wide".encode("utf-16"),
]
WIDE_KEPT = b"\xfe\xff" + "<p>wide".encode("utf-16-be")


@pytest.mark.parametrize("page", PAGES_KEPT)
def test_a_page_that_was_kept_is_shut_before_anything_in_it(page: bytes) -> None:
    encoding = "utf-16" if page.startswith(b"\xff\xfe") else "latin-1"
    text = shut(page).decode(encoding)
    before, policy, after = text.partition('<meta http-equiv="Content-Security-Policy"')
    assert (before + after.partition('content="no-referrer">')[2]) == page.decode(encoding)
    assert re.search(r"<(?!!|\?)", before) is None
    assert "default-src 'none'" in after
    assert "script-src" not in after
    assert policy


def test_letters_of_two_bytes_may_come_in_either_order() -> None:
    text = shut(WIDE_KEPT).decode("utf-16")
    assert (text.startswith("<meta"), text.endswith("<p>wide")) == (True, True)


@pytest.mark.parametrize(
    "hint", ["preconnect", "dns-prefetch", "prefetch", "prerender", "modulepreload", "preload"]
)
def test_a_hint_that_calls_another_host_is_taken_out_and_nothing_else(hint: str) -> None:
    tag = f'<link rel={hint} href="https://far.example">'
    page = f"<p>before</p>{tag}<p>between</p>{tag}<p>after</p>"
    assert guarded(page, KNOWN) == "<p>before</p><p>between</p><p>after</p>"


def test_hints_within_the_site_stay() -> None:
    page = guarded(
        '<head><link rel="preload" href="a.css"><meta http-equiv="refresh" content="0; url=a/"></head>',
        KNOWN,
    )
    assert 'href="a.css"' in page
    assert "url=a/" in page


def test_a_page_has_one_policy_however_many_heads_it_has() -> None:
    assert guarded("<head></head><head></head>", KNOWN).endswith("</head><head></head>")


def test_no_page_says_where_its_reader_came_from() -> None:
    assert '<meta name="referrer" content="no-referrer">' in guarded("<head></head>", KNOWN)
