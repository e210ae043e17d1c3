"""What one source is: an interview, an entry that could not be read, a file that looks like one, or a page that is left alone."""

from __future__ import annotations

from collections.abc import Mapping

from afterword.days import DayOrder
from afterword.frozen import NamedTuple
from afterword.kinds import Severity
from afterword.model import ApplicationNote, Interview, Problem, Unread
from afterword.reading.body.body import Body, Slip
from afterword.reading.body.unread import UnreadList
from afterword.reading.folder import is_markdown
from afterword.vocabulary.sections import Section


class Entry(NamedTuple):
    """One source as read: at most one of `interview`, `unread` and `note`.

    `looks_like_one` says that it looks like an interview and is none; `application` is then the company of an application that
    it is about as a whole. `page` is the text that MkDocs is handed for a page that is left alone and that it could not read by
    itself, None where it can.
    `places` gives the line and column of each field's value; `sections` are those that its body names, `rounds` the lines of
    headings that look like several rounds, `sideless` those of items under a heading for both sides that say neither;
    `unread_lists`, `slips`, `uncounted` and `open_comment` are as in `afterword.reading.body.Body`. `body`
    is an interview's as its reader still holds it, until that reads the next source. `withheld` is the path of a file, whatever it
    is, that says it is not to be published; empty where it does not. `orders` are those that the numbers
    of its dates can only have, and `by_order` is what it is in either order where that makes a difference. `is_titled` says that its role is what `title` says, `tags` are
    those of its front matter.
    """

    path: str
    problems: tuple[Problem, ...] = ()
    interview: Interview | None = None
    unread: Unread | None = None
    note: ApplicationNote | None = None
    looks_like_one: bool = False
    application: str = ""
    page: str | None = None
    places: Mapping[str, tuple[int, int]] = {}
    sections: frozenset[Section] = frozenset()
    rounds: tuple[int, ...] = ()
    sideless: tuple[int, ...] = ()
    unread_lists: tuple[UnreadList, ...] = ()
    slips: tuple[Slip, ...] = ()
    uncounted: Severity | None = None
    open_comment: int | None = None
    body: Body | None = None
    withheld: str = ""
    is_titled: bool = False
    tags: tuple[str, ...] = ()
    orders: frozenset[DayOrder] = frozenset()
    by_order: Mapping[DayOrder, Entry] = {}

    @property
    def is_left_alone(self) -> bool:
        """Whether it is a page that has nothing to do with an interview, or a template of one."""
        is_ours = self.interview or self.unread or self.note or self.looks_like_one
        return not is_ours and is_markdown(self.path)
