"""The sentences about rejections, each silent where its numbers say nothing."""

from __future__ import annotations

from collections.abc import Mapping

from afterword.analysis.rejections import Cells, Rejections, ThemeFeedback
from afterword.analysis.statistics.standing_out import is_above
from afterword.edition.naming import kind_name
from afterword.kinds import RoundKind
from afterword.vocabulary.wording import counted, counted_words, inside, listed, number_word

Names = Mapping[str, str]


def rejections_headline(answer: Rejections, names: Names) -> str:
    """The theme that at least half of those who gave a reason name, if at least three do and chance would hardly do it.

    By chance each of the themes in the journal would be named alike.
    """
    given = len(answer.with_feedback)
    if not answer.applications:
        return "No company has turned you down. When one does, what they say will stand here."
    if not given:
        total = counted_words(len(answer.applications), "rejection", capital=True)
        return f"{total}, and none came with a reason."
    first, *rest = answer.themes or (None,)
    alone = not rest or first is None or rest[0].gap < first.gap
    if first and alone and first.gap * 2 >= given and _named_beyond_chance(answer, first, names):
        name = names.get(first.theme, first.theme)
        if first.gap == given:
            return f"{name} is named by all {number_word(given)} that gave a reason."
        of_them = f"{number_word(first.gap)} of the {number_word(given)}"
        return f"{name} is named by {of_them} that gave a reason."
    if given == 1:
        return "One rejection came with a reason; one alone shows no pattern."
    return f"{counted_words(given, 'rejection', capital=True)} came with a reason; no one thing stands out in them."


def _named_beyond_chance(answer: Rejections, first: ThemeFeedback, names: Names) -> bool:
    mentions, themes = sum(one.gap for one in answer.themes), max(len(names), len(answer.themes))
    return first.gap >= 3 and is_above(1 / themes, first.gap, mentions, looks=themes)


def given_words(answer: Rejections) -> str:
    """How many rejections came with any feedback, and how many with none."""
    given, total = len(answer.with_feedback), len(answer.applications)
    if not given:
        return "None of them came with any feedback. Asking, once, is the only way to hear more."
    told = f"{counted_words(given, 'rejection', capital=True)} of {number_word(total)} came with any feedback at all"
    if given == total:
        return f"{told}."
    rest = "the other one gave" if total - given == 1 else f"{number_word(total - given)} gave"
    return f"{told}; {rest} none. Asking, once, is the only way to hear more."


def contradictions_headline(answer: Rejections, names: Names) -> str:
    """The themes on which companies contradict each other: which is no verdict on me."""
    themes = [names.get(one.theme, one.theme) for one in answer.themes if one.contradicted]
    if not themes:
        return ""
    told = listed([themes[0], *map(inside, themes[1:3])])
    return f"{told}: missed by one company and praised by another. Both may be right about their own room."


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
    """How many were asked and how many of these answered."""
    total, asked, answered = len(answer.applications), len(answer.asked), len(answer.answered)
    if not asked:
        return "You have not asked for feedback yet. Most people who are asked kindly do not mind."
    told = f"Asked {number_word(asked)} of {counted_words(total, 'time')}; {number_word(answered)} answered"
    days = answer.median_days
    if days is not None and len(answer.days) > 2:
        return f"{told}, half of them within {counted(int(days + 0.5), 'day')}."
    return f"{told}."


def rounds_headline(answer: Rejections) -> str:
    """The round in which most ended, if at least half did there, and more than so many rounds of that kind would make likely."""
    ends = sorted(answer.by_round.items(), key=lambda one: -len(one[1]))
    if not ends:
        return ""
    kind, interviews = ends[0]
    total = len(answer.applications)
    if total < 3:
        return "Too few to say yet whether one kind of round ends more of them."
    share = answer.rounds[kind] / sum(answer.rounds.values())
    beyond = is_above(share, len(interviews), total, looks=len(answer.rounds))
    if len(interviews) * 2 >= total and beyond and kind is not RoundKind.OTHER:
        return f"{counted_words(len(interviews), 'application', capital=True)} of {number_word(total)} ended in a {kind_name(kind)} round."
    return "No one kind of round ends more of them than its share."


def cells_headline(cells: Cells, names: Names) -> str:
    """The largest blind spot: what they name at least twice, and I hardly do."""
    first = cells.blind_spot
    if first is None:
        return (
            "No blind spot stands out: what they name, my notes name too."
            if cells.both
            else "Nothing to compare yet."
        )
    name = names.get(first.theme, first.theme)
    theirs = f"{counted_words(first.theirs, 'rejection', capital=True)} mention {inside(name)}."
    if first.mine == 0:
        return f"{theirs} My own notes never do."
    times = {1: "once", 2: "twice"}.get(first.mine, f"{number_word(first.mine)} times")
    return f"{theirs} My own notes name it {times}."
