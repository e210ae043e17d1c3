"""Which words say what somebody is, and where they belong: "the owner", "from HR"."""

from __future__ import annotations

from afterword.vocabulary.speaking import Said, languages_spoken
from afterword.vocabulary.spelling import spoken

_POST, _DEPARTMENT = Said("post"), Said("department")
_BEFORE_DEPARTMENT = Said("before a department")
_WITHIN, _SOMEBODY = Said("within a post"), Said("somebody")


def is_post(text: str, *, departments: bool = False) -> bool:
    """Whether a text is nothing but a post, or with `departments` one of these: "the owner", "ward manager", "HR"."""
    words = spoken(text).split()
    while words and words[0] in _WITHIN:
        del words[0]
    said = " ".join(words)
    return said in _POST or (departments and said in _DEPARTMENT)


def is_led(text: str) -> bool:
    """Whether a text begins with an article or the like: "the owner", "his wife"."""
    return spoken(text.partition(" ")[0]) in _WITHIN


def is_the_post(text: str) -> bool:
    """Whether a text is a post with the article in front of it, which leads to a name: "the owner"."""
    return is_led(text) and is_post(text)


def begins_with_post(text: str) -> bool:
    """Whether a text begins with a post, which a name follows: "Director Ada Byron"."""
    words = text.split()
    return any(is_post(" ".join(words[:count])) for count in range(1, len(words)))


def has_capital_nouns() -> bool:
    """Whether nouns have capitals in the language of the file, so that a small word stands before no name."""
    return any(one.compared("capital nouns") for one in languages_spoken())


def is_somebody(text: str) -> bool:
    """Whether a text begins by saying that no name is known: "someone from HR"."""
    words = text.split()
    return any(spoken(" ".join(words[:count])) in _SOMEBODY for count in (1, 2))


def department_alone(text: str) -> str | None:
    """The department that a text leads to and nothing else: "from HR" is HR."""
    parted = of_department(f"x {text}")
    return parted[1] if parted and parted[0] == "x" else None


def of_department(text: str) -> tuple[str, str] | None:
    """A name and the department behind it: "Kim from HR"; None for any other text."""
    words = text.split()
    for at in range(1, len(words) - 1):
        for behind in (at + 2, at + 1):
            lead, rest = " ".join(words[at:behind]), " ".join(words[behind:])
            if rest and spoken(lead) in _BEFORE_DEPARTMENT and spoken(rest) in _DEPARTMENT:
                return " ".join(words[:at]), rest
    return None
