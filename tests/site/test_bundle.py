"""The one stylesheet and the one script of a site."""

from __future__ import annotations

from collections.abc import Callable
from importlib.resources import files

import pytest

from afterword.site.bundle import assets, disk_script, script, stylesheet

KINDS = [("css", stylesheet), ("js", script)]


@pytest.mark.parametrize(("kind", "joined"), KINDS)
def test_every_part_is_in_it_in_the_order_of_their_names(
    kind: str, joined: Callable[[], str]
) -> None:
    folder = files("afterword.site") / "assets" / kind
    parts = [part.read_text("utf-8") for part in sorted(folder.iterdir(), key=lambda one: one.name)]
    assert joined() == "\n".join(parts)


@pytest.mark.parametrize(("kind", "joined"), KINDS)
def test_it_is_put_together_once(kind: str, joined: Callable[[], str]) -> None:
    assert joined() is joined(), kind


def test_each_has_its_place() -> None:
    assert assets() == {
        "assets/afterword.css": stylesheet(),
        "assets/afterword.js": script(),
        "assets/afterword-disk.js": disk_script(),
    }
