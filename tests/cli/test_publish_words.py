"""What a publish says when it is done."""

from __future__ import annotations

import pytest

from afterword.audience.audience import Profile
from afterword.cli.publishing.words import say_moved
from afterword.vault.pushing.places import Place
from afterword.vault.readers.publishes import Publish

BEFORE = Publish(remote="https://git.example/me/one", branch="gh-pages", entries=3, files=9)


def test_who_publishes_somewhere_else_is_told_that_the_old_place_still_opens(
    capsys: pytest.CaptureFixture[str],
) -> None:
    now = Place(url="https://git.example/me/two", branch="gh-pages")
    say_moved(BEFORE, now, profile=Profile.FULL)
    said = capsys.readouterr().err
    assert "goes to branch gh-pages of https://git.example/me/two" in said
    assert "What was published to branch gh-pages of https://git.example/me/one is still" in said


@pytest.mark.parametrize("before", [None, BEFORE])
def test_who_publishes_to_the_same_place_is_told_nothing(
    before: Publish | None, capsys: pytest.CaptureFixture[str]
) -> None:
    now = Place(url="https://token@git.example/me/one", branch="gh-pages")
    say_moved(before, now, profile=Profile.FULL)
    assert capsys.readouterr().err == ""
