"""Which pair of front matter speaks for which field, and which pairs are not ours."""

from __future__ import annotations

from afterword.reading.matter import dates
from afterword.reading.matter.front_matter import Pair
from afterword.reading.matter.meant_keys import field_meant
from afterword.reading.matter.nodes import Scalar, is_merge
from afterword.reading.matter.texts import alone, is_absent
from afterword.reading.problems import FileProblems
from afterword.vocabulary.fields import Field, Keys, Kind, suggestion_of
from afterword.vocabulary.nothing import INVITED
from afterword.vocabulary.rounds import is_false_key, says_no_round
from afterword.vocabulary.spelling import spoken


def chosen(
    pairs: tuple[Pair, ...], problems: FileProblems, keys: Keys
) -> tuple[list[tuple[Field, Pair]], list[Pair]]:
    """Each field with the one pair that speaks for it; what is said twice is noted, what is not ours is kept."""
    speaking: dict[str, tuple[Field, Pair]] = {}
    foreign: list[Pair] = []
    shared = {at for at, one in enumerate(pairs) if keys.is_shared(one.key.text)}
    own = _own_fields(pairs, keys) if shared else set()
    for at, pair in enumerate(pairs):
        field = field_meant(pair, pairs, keys)
        if field is None or (at in shared and _is_foreign(pair, field, own)):
            if is_merge(pair.key):
                told = "<< takes over the keys of another value, and there are none behind it."
                problems.doubt(
                    pair.key, "not-a-key", told, "Write a key such as role in its place."
                )
            elif field is None and (meant := keys.slip_for(pair.key.text)):
                problems.doubt(
                    pair.key,
                    "unknown-key",
                    f"'{pair.key.text}' is not a key that is known.",
                    suggestion_of(meant),
                )
            if not _steers_the_theme(pair, problems):
                foreign.append(pair)
            continue
        if before := speaking.get(field.name):
            _note_twice(field, before[1], pair, problems)
        speaking[field.name] = (field, pair)
    return list(speaking.values()), [pair for pair in foreign if spoken(pair.key.text) != "title"]


def _steers_the_theme(pair: Pair, problems: FileProblems) -> bool:
    """Whether a key would have MkDocs lay this one page out another way; it is told, and left out.

    A layout or an icon that the theme does not have ends the whole build. Note-taking programs keep icons of their own under
    that key, so that nothing is wrong with having one.
    """
    name = spoken(pair.key.text)
    if name == "template":
        problems.doubt(
            pair.key,
            "theme-key",
            "The line 'template' is ignored here: it would have this page laid out another way.",
            "You can delete it, or call it by another name.",
        )
    elif name == "icon":
        problems.hint(pair.key.line, "theme-key", "'icon' is left out: an entry's page shows none.")
    return name in {"template", "icon"}


def _own_fields(pairs: tuple[Pair, ...], keys: Keys) -> set[str]:
    """The names of the fields that some pair speaks for under a name that is nobody else's."""
    return {field.name for pair in pairs if (field := _own_field(pair, pairs, keys))}


def _own_field(pair: Pair, pairs: tuple[Pair, ...], keys: Keys) -> Field | None:
    """The field that a pair speaks for under a name that is nobody else's."""
    if keys.is_shared(pair.key.text) or is_absent(pair.value):
        return None
    return field_meant(pair, pairs, keys)


def _is_foreign(pair: Pair, field: Field, own: set[str]) -> bool:
    """Whether a name that other tools use too means something of theirs here."""
    value = alone(pair.value)
    written = value.text if isinstance(value, Scalar) else ""
    return (
        field.name in own
        or is_false_key(pair.key.text, written)
        or (field.kind is Kind.ROUND and says_no_round(written))
        or (field.kind is Kind.DAY_OR_INVITED and not _says_when(written))
    )


def _says_when(written: str) -> bool:
    """Whether a value is a day, or that they asked: the address of a profile is neither."""
    if spoken(written) in INVITED:
        return True
    try:
        dates.day(written)
    except dates.UnreadableDate:
        return False
    return True


def _note_twice(field: Field, before: Pair, pair: Pair, problems: FileProblems) -> None:
    message = f"'{pair.key.text}' was already said in line {before.key.line}; this one counts."
    if before.key.text != pair.key.text:
        message = f"'{pair.key.text}' means {field.name}, as line {before.key.line} does; this one counts."
    problems.doubt(pair.key, "duplicate-key", message, "Keep one of them.")
