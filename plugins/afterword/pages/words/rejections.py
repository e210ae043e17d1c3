"""The sentences about rejections: what they name, and how sure it is that one thing stands out."""

from __future__ import annotations

from collections.abc import Mapping

from afterword.analysis.rejections import Cells, Rejections
from afterword.analysis.statistics.standing_out import MINIMUM, Finding
from afterword.edition.naming import kinds_of_round
from afterword.pages.words.tiers import more_wanted, names_told, tier_told
from afterword.vocabulary.wording import counted, counted_words, inside, listed

Names = Mapping[str, str]


def rejections_headline(answer: Rejections, names: Names) -> str:
    """The theme that most of those who gave a reason name, and how sure it is that one stands out; all of them is always said."""
    given = len(answer.with_feedback)
    if not answer.applications:
        return "No company has turned you down. When one does, what they say will stand here."
    if not given:
        total = counted_words(len(answer.applications), "rejection", capital=True)
        return f"{total}, and none came with a reason."
    if given < MINIMUM:
        return f"{_given(given)}{_both(answer, names)}. {_more_reasons(given)}"
    if answer.named is None:
        return f"{_given(given)}, and none of them names a theme as missing."
    told = [names.get(theme, theme) for theme in answer.named.leaders]
    if answer.named.is_all:
        return f"All {given} that gave a reason name {inside(names_told(told))}."
    return tier_told(
        answer.named,
        told,
        clear="is named most",
        several="are named most",
        counted=f"by {answer.named.hits} of the {given} that gave a reason",
    )


def _given(given: int) -> str:
    return f"{counted_words(given, 'rejection', capital=True)} came with a reason"


def _both(answer: Rejections, names: Names) -> str:
    """What both name, where there are two reasons."""
    told = [names.get(one.theme, one.theme) for one in answer.themes if one.gap == 2]
    return f", and both name {inside(names_told(told))}" if told else ""


def _more_reasons(given: int) -> str:
    return more_wanted(MINIMUM - given, "rejection with a reason", "rejections with a reason")


def given_words(answer: Rejections) -> str:
    """How many rejections came with any feedback, and how many with none."""
    given, total = len(answer.with_feedback), len(answer.applications)
    if not given:
        return "None of them came with any feedback. Asking, once, is the only way to hear more."
    if given == total:
        return f"{_each(total)} came with feedback."
    told = f"{given} of {counted(total, 'rejection')} came with any feedback at all"
    rest = "the other one gave" if total - given == 1 else f"{total - given} gave"
    return f"{told}; {rest} none. Asking, once, is the only way to hear more."


def _each(total: int) -> str:
    return "The one rejection" if total == 1 else f"Each of the {total} rejections"


def contradictions_headline(answer: Rejections, names: Names) -> str:
    """The themes on which companies contradict each other: which is no verdict on me."""
    themes = [names.get(one.theme, one.theme) for one in answer.themes if one.contradicted]
    if not themes:
        return ""
    told = listed([themes[0], *map(inside, themes[1:3])])
    return f"{told}: missed by one company and praised by another. Both may be right, each for its own work."


def kept_apart(answer: Rejections) -> str:
    """Their rejections, my withdrawals, silence and jobs that were cancelled, each by itself."""
    parts = [counted(len(answer.applications), "rejection")]
    if answer.withdrawn:
        parts.append(f"{counted(len(answer.withdrawn), 'withdrawal')} of my own")
    if answer.no_answer:
        parts.append(f"{counted(len(answer.no_answer), 'application')} that never got an answer")
    if answer.cancelled:
        parts.append(f"{counted(len(answer.cancelled), 'job')} that they cancelled")
    if len(parts) == 1:
        return f"{parts[0]} by them."
    return f"{parts[0]} by them; kept apart from {listed(parts[1:])}."


def feedback_headline(answer: Rejections) -> str:
    """How many were asked and how many of these answered; where nobody was, whether there was anything to ask."""
    total, asked, answered = len(answer.applications), len(answer.asked), len(answer.answered)
    if not asked:
        return _nobody_asked(answer)
    if total == 1:
        return (
            f"Asked after the one rejection; {'an answer came' if answered else 'no answer yet'}."
        )
    told = f"Asked after {asked} of {counted(total, 'rejection')}; {answered} answered"
    days = answer.median_days
    if days is not None and len(answer.days) > 2:
        return f"{told}, half of them within {counted(int(days + 0.5), 'day')}."
    return f"{told}."


def _nobody_asked(answer: Rejections) -> str:
    total = len(answer.applications)
    if not total:
        return "After a rejection you may ask for feedback; how often it was given stands here."
    if not answer.to_ask:
        told = _each(total)
        is_given = len(answer.with_feedback) == total
        came = (
            "came with feedback, unasked"
            if is_given
            else "came with feedback, or with word that there is none"
        )
        return f"{told} {came}: nothing was left to ask."
    return "You have not asked for feedback yet. Most people who are asked kindly do not mind."


def rounds_headline(answer: Rejections) -> str:
    """The kind of round that most often ends in a rejection, of all rounds of its kind, and how sure that is."""
    total = len(answer.applications)
    if not total:
        return ""
    if total < MINIMUM:
        return more_wanted(MINIMUM - total, "rejection", "rejections")
    if answer.ends is None:
        return "No kind of round with a rejection has come three times yet."
    return tier_told(
        answer.ends,
        [kinds_of_round(kind) for kind in answer.ends.leaders],
        clear="stand out",
        several="stand out",
        counted=f"{answer.ends.hits} of {answer.ends.cases} ended in a rejection",
    )


def cells_headline(cells: Cells, names: Names) -> str:
    """The largest blind spot: what they name where my own notes of the application do not, and how sure that is."""
    if not cells.both and not cells.only_they:
        return "Nothing to compare yet."
    first = cells.blind_spot
    if first is not None:
        return _blind_spot_told(first, names)
    if not cells.only_they:
        return "No blind spot: what they name, my own notes of the application name too."
    told = _only_theirs(cells, names)
    rest = "; no one of these stands out" if len(cells.only_they) > 1 else ""
    return f"They name {told} where my own notes of the application do not{rest}."


def _only_theirs(cells: Cells, names: Names) -> str:
    return inside(names_told([names.get(one.theme, one.theme) for one in cells.only_they]))


def _blind_spot_told(found: Finding[str], names: Names) -> str:
    return tier_told(
        found,
        [names.get(theme, theme) for theme in found.leaders],
        clear="is a blind spot",
        several="are blind spots",
        counted=f"named by {found.hits} of {found.cases} rejections where my own notes do not name it",
    )
