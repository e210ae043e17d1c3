"""What a theme leaves for an accessible page is put right in the finished HTML."""

from __future__ import annotations

import pytest

from afterword.site.finished.material_fixes import mended


@pytest.mark.parametrize(
    ("page", "expected"),
    [
        ('<input type="checkbox" disabled checked>', '<input type="checkbox" disabled checked aria-label="done">'),
        ('<input type="checkbox" disabled/>', '<input type="checkbox" disabled aria-label="open">'),
        ('<input type="checkbox" disabled aria-label="x">', '<input type="checkbox" disabled aria-label="x">'),
        ('<input type="checkbox" id="a" autocomplete="off">', '<input type="checkbox" id="a">'),
        ('<input type="text" autocorrect="off">', '<input type="text">'),
        ('<input type="text" autocomplete="off">', '<input type="text" autocomplete="off">'),
        ('<label class="md-nav__title" for="__toc">', '<label class="md-nav__title">'),
        ('<input id="__toc"><label class="md-nav__title" for="__toc">', '<input id="__toc"><label class="md-nav__title" for="__toc">'),
        ("<p>disabled checkbox</p>", "<p>disabled checkbox</p>"),
    ],
)  # fmt: skip
def test_a_page_is_mended(page: str, expected: str) -> None:
    assert mended(page) == expected


def test_the_search_is_a_dialog_with_a_name() -> None:
    page = '<div class="md-search" data-md-component="search" role="dialog">'
    assert mended(page).endswith('role="dialog" aria-label="Search">')
