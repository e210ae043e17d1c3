"""What the pages of the demonstration say in sentences, and where the export holds each number in them.

In a phrase `#` stands for a number and `@` for the name of a theme. Its keys lead through the export word by word; one that begins
with a dot begins at the page's own part, `{theme}` is the theme's key, and a last word such as `chance` is said as a chance.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

_WORDS = "none two three four five six seven eight nine ten eleven twelve"
NUMBERS = {"once": "1", "twice": "2", "never": "0", "one": "1", **{word: str(at or 0) for at, word in enumerate(_WORDS.split(), 1)}, "none": "0"}  # fmt: skip
_NUMBER = rf"(\d+(?:\.\d+)?(?:\u202f%)?|\b(?:{'|'.join(NUMBERS)})\b)"
_THEME = r"(?P<theme>[A-Z][\w ]*?)"
_RESPONSES = "responses {theme}"


class Phrase(NamedTuple):
    """A piece of a sentence with numbers in it, on the pages that say it, and the key of each number."""

    pages: str
    pattern: re.Pattern[str]
    keys: tuple[str, ...]


def _phrase(pages: str, pattern: str, *keys: str) -> Phrase:
    pattern = pattern.replace("chance alone .*", r"(chance alone does as much in [\w ]+)")
    written = pattern.replace("#", _NUMBER).replace("@", _THEME)
    return Phrase(pages, re.compile(written, re.IGNORECASE if "@" not in pattern else 0), keys)


_OF_ALL = "index|reviews/|rejections|themes/"
PHRASES = (
    # What leads among many.
    _phrase("reflections$", r"(?<=badly in )# of # notes", "findings slips hits", "findings slips cases"),
    _phrase("reflections$", r"(?<=well in )# of # notes", "findings carries hits", "findings carries cases"),
    _phrase("reflections$", r"badly in # of # months", "findings comes_back hits", "findings comes_back cases"),
    _phrase("reflections/", r"(?<=badly in )# of # notes", ".slips hits", ".slips cases"),
    _phrase("reflections/", r"(?<=well in )# of # notes", ".carries hits", ".carries cases"),
    _phrase("reflections/", r"chance alone .*", ".slips chance"),
    _phrase("funnel", r"# of # ended there; chance alone .*", "findings narrows hits", "findings narrows cases", "findings narrows chance"),
    _phrase("rejections", r"# of # ended in a rejection; chance alone .*", "findings ends hits", "findings ends cases", "findings ends chance"),
    _phrase("rejections", r"by # of the # that gave a reason", "findings named hits", "findings named cases"),
    _phrase("rejections", r"# of # themes? (?:has|have) gone well", "-", "responses"),
    _phrase("rejections", r"named by # of # rejections where", "findings blind_spot hits", "findings blind_spot cases"),
    _phrase("stories", r"landed well # of # times", "findings best_story hits", "findings best_story cases"),
    # How much there is.
    _phrase("timeline", r"# interviews in # months", "totals interviews", "totals months"),
    _phrase("timeline", r"; # (?:is|are) to come", "totals to_come"),
    _phrase("timeline", r"# applications are in progress, # have ended", "applications live=True", "applications live=False"),
    _phrase("index|resilience", r"# applications are in progress", "applications live=True"),
    _phrase("funnel", r"# applications in all", "applications"),
    _phrase("reflections$", r"# notes in # interviews", "totals notes", "totals noted_in"),
    _phrase("reflections$", r"in # the theme is inferred", "totals inferred"),
    _phrase("reflections/", r"# notes in # interviews", ".notes", ".interviews"),
    # Themes, over time too.
    _phrase("reflections$", r"^@ went badly: #", "themes {theme} went_badly"),
    _phrase("reflections$", r"^@ went well: #", "themes {theme} went_well"),
    _phrase("reflections/", r"^@ went badly: #", ".themes {theme} went_badly"),
    _phrase("reflections/", r"^@ went well: #", ".themes {theme} went_well"),
    _phrase("reflections$", r"@, month by month: # well, # badly", "themes {theme} went_well", "themes {theme} went_badly"),
    _phrase("reflections$", r"@, (?P<month>[A-Z]\w+ \d{4}): #", "themes {theme} months {month} went_badly"),
    _phrase("reflections$", r"salary talk, # of # went well, then # of #; chance alone .*", "changes better salary-talk older", "changes better salary-talk half", "changes better salary-talk newer", "changes better salary-talk half", "changes better salary-talk chance"),
    _phrase("reflections$", r"# in the three months to (?P<month>\w+ \d{4}), # now", "shares {month} share", "shares 2026-11 share"),
    _phrase("themes/", r"It went badly #(?: times)? and well #", ".went_badly", ".went_well"),
    _phrase("themes/", r"It went well #(?: times)?, and never badly", ".went_well"),
    _phrase("themes/", r"^Month by month: # well, # badly", ".went_well", ".went_badly"),
    _phrase("themes/", r"^(?P<month>\w+ \d{4}): # well, # badly$", ".months {month} went_well", ".months {month} went_badly"),
    _phrase("themes/", r"In # notes? the theme is inferred", ".inferred"),
    # What they said.
    _phrase("rejections", r"# rejections by them; kept apart from # withdrawals of my own and # applications that never", "rejections applications", "rejections withdrawn", "rejections never_answered"),
    _phrase("rejections", r"# of # rejections came with any feedback at all; # gave none", "rejections with_feedback", "rejections applications", "-"),
    _phrase("rejections", r"@: A gap in # of # rejections(?:, praised in #)?", "rejections themes {theme} gap", "rejections applications", "rejections themes {theme} praise"),
    _phrase("rejections", r"^A gap in # of # rejections(?:, praised in #)?", "rejections themes {theme} gap", "rejections applications", "rejections themes {theme} praise"),
    _phrase("rejections", r"^Praised in #", "rejections themes {theme} praise"),
    _phrase("rejections|resilience", r"Asked after # of # rejections; # answered, half of them within # days", "rejections asked", "rejections applications", "rejections answered", "rejections median_days"),
    _phrase(_OF_ALL, r"They: # of # rejections that gave a reason", f"{_RESPONSES} named", f"{_RESPONSES} reasons"),
    _phrase(_OF_ALL, r"(?<= )I: #", f"{_RESPONSES} mine"),
    _phrase(_OF_ALL, r"(?<=· )tried #", f"{_RESPONSES} tried"),
    _phrase(_OF_ALL, r"(?<=, )helped #", f"{_RESPONSES} helped"),
    _phrase(_OF_ALL, r"went well in # of # notes(?=,? ?(?:named|$))", f"{_RESPONSES} well_since", f"{_RESPONSES} notes_since"),
    _phrase(_OF_ALL, r"named by # of # rejections$", f"{_RESPONSES} named_since", f"{_RESPONSES} reasons_since"),
    # How far they come, and how long it takes.
    _phrase("funnel", r"# of # answers came when they said", "-", "-"),
    _phrase("resilience", r"the most in one week was #", "resilience most"),
    _phrase("resilience", r"In # of # weeks none", "resilience weeks_without", "resilience weeks"),
    _phrase("resilience", r"Half of all answers come within # days", "resilience median"),
    _phrase("resilience", r"# interviews say how it felt; most often it was # of 5", "resilience felt_in", "-"),
    _phrase("index", r"newest was begun # weeks ago", "resilience weeks_since_begun"),
    # Where a hint stands, behind its path.
    _phrase("index", r"^, line #:", "-"),
    _phrase("20|applications/", r"^# of 5$", ".feeling"),
    _phrase("forecast", r"I said # on average, and # went on", "forecast said", "forecast base_rate"),
    _phrase("forecast", r"# forecasts whose outcome is known", "forecast n"),
    _phrase("forecast", r"No outcome yet: # forecasts", "forecast open"),
    _phrase("forecast", r"# where I withdrew", "forecast withdrawn"),
    # What I practise.
    _phrase("commitments", r"# commitments: # tried, and # of these helped", "effects made", "effects tried", "effects helped"),
    _phrase("commitments", r"more often for # of #\. .* about # of # would", "effects better", "effects told", "effects by_chance", "effects told"),
    _phrase("questions", r"# questions, # of them asked more than once", "answers questions", "answers again"),
    _phrase("questions", r"Of # answers that I judged, # went well, # ok and # badly", "answers judged", "answers well", "answers ok", "answers badly"),
    _phrase("practice", r"the # most worth it, of # questions", "answers on_sheet", "answers questions"),
    _phrase("index", r"(?<=ent badly in )# interviews", "practise next interviews"),
    _phrase("index", r"Went well # times out of #", "practise keep well", "practise keep notes"),
    _phrase("index", r"# things are due, # more may be done at leisure", "follow_ups state=due at_leisure=False", "follow_ups at_leisure=True"),
    # An application, and a quarter.
    _phrase("applications/", r"after # rounds", ".rounds"),
    _phrase("applications/", r"^# rounds?(?=[:,] )", ".rounds"),
    _phrase("applications/", r"# notes? of what went", ".notes"),
    _phrase("applications/", r"# days? to the first round", ".days_to_first"),
    _phrase("applications/", r"^You wrote (?:after|within) # day", ".usual_days mine"),
    _phrase("applications/", r"(?i:they) answered (?:after|within) # day", ".usual_days theirs"),
    _phrase("applications/", r"next round is in # days", ".days_until_next"),
    _phrase("applications/", r"their turn, for # days", ".turn days"),
    # The page that leads to the quarters says what each of their pages says.
    _phrase("reviews$", r"# interviews, at # companies|Begun: # applications?|# decisions came", "-", "-", "-", "-"),
    _phrase("reviews/", r"# interviews, at # companies", ".interviews", ".companies"),
    _phrase("reviews/", r"Begun: # applications?", ".begun"),
    _phrase("reviews/", r"# decisions came", ".decisions"),
    _phrase("reviews/", r"went well in # of # notes before, and in # of # since; chance alone .*", ".better {theme} well_before", ".better {theme} before", ".better {theme} well_since", ".better {theme} since", ".better {theme} chance"),
    _phrase("reviews/", r"badly before, and again in # interviews?", ".back {theme} interviews"),
    _phrase("reviews/", r"^went badly in # interviews?", ".practise {theme} interviews"),
)  # fmt: skip


def phrases_on(page: str) -> Iterator[Phrase]:
    """The phrases that a page may say."""
    return (one for one in PHRASES if re.match(one.pages, page))
