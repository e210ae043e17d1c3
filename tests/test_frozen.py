"""A class that is made here, and a named tuple, does all that the standard library's would do."""

from __future__ import annotations

import copy
import dataclasses
import pickle
import typing
from dataclasses import FrozenInstanceError, field, replace
from functools import cached_property
from typing import Any, Generic, TypeVar

import pytest

from afterword.frozen import NamedTuple, dataclass

_T = TypeVar("_T")


@dataclass(frozen=True, slots=True)
class Cup:
    """One with defaults of both kinds."""

    name: str
    sizes: list[int] = field(default_factory=list)
    is_full: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Pot:
    """One whose fields are told by their names."""

    lid: str | None
    size: int = 2


@dataclass(frozen=True, slots=True)
class Bean:
    """One with a single field."""

    weight: float


@dataclass(frozen=True, slots=True)
class Safe:
    """One that keeps to itself what is in it, and how often it was opened."""

    owner: str
    inside: str = field(default="", repr=False)
    opened: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class Spoon:
    """One that says by itself how it is shown, and looks at what it is given."""

    length: int

    def __post_init__(self) -> None:
        """Refuse what is no spoon."""
        if self.length < 1:
            raise ValueError(self.length)


@dataclass(frozen=True, slots=True)
class Fork:
    """One that is shown in its own way."""

    prongs: int

    def __repr__(self) -> str:
        """As many strokes as prongs."""
        return "|" * self.prongs


@dataclass(frozen=True, slots=True)
class Table:
    """One without any field."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Kettle(Pot):
    """A pot that is heated by something."""

    fuel: str = "gas"


@dataclass(frozen=True, slots=True)
class Tray(Generic[_T]):
    """One that carries anything."""

    load: _T


@dataclass(slots=True)
class Jar:
    """One that is filled."""

    level: int = 0
    full: bool = False

    def __post_init__(self) -> None:
        """Three is as much as there is room for."""
        self.full = self.full or self.level > 3


@dataclasses.dataclass(slots=True)
class TheirJar:
    """The same as a jar, as the standard library makes it."""

    level: int = 0
    full: bool = False


@dataclass(frozen=True)
class Shelf:
    """One that remembers how many stand on it."""

    names: list[str]
    width: int = 1

    @cached_property
    def count(self) -> int:
        """How many stand on it."""
        return len(self.names)


@dataclass(frozen=True)
class Broken(Exception):  # noqa: N818
    """One that is raised."""

    name: str
    weight: int = 1


@dataclasses.dataclass(frozen=True, slots=True)
class Theirs:
    """The same as a cup, as the standard library makes it."""

    name: str
    sizes: list[int] = field(default_factory=list)
    is_full: bool = False


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class TheirPot:
    """The same as a pot, as the standard library makes it."""

    lid: str | None
    size: int = 2


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class TheirKettle(TheirPot):
    """A pot that is heated by something."""

    fuel: str = "gas"


class Plate(NamedTuple):
    """One that is a tuple with names."""

    name: str
    sizes: tuple[int, ...] = ()

    def is_of(self, name: str) -> bool:
        """Whether it is called so."""
        return self.name == name


class TheirPlate(typing.NamedTuple):
    """One that is a tuple with names."""

    name: str
    sizes: tuple[int, ...] = ()

    def is_of(self, name: str) -> bool:
        """Whether it is called so."""
        return self.name == name


class Mug(Cup):
    """A cup with a handle."""


def test_what_is_given_is_kept_and_the_rest_is_as_the_class_says() -> None:
    assert (Cup("a").name, Cup("a").sizes, Cup("a", [1], True).sizes) == ("a", [], [1])
    assert (Pot(lid=None).size, Pot(lid="x", size=3).size) == (2, 3)


def test_a_default_that_is_made_is_made_anew_each_time() -> None:
    assert Cup("a").sizes is not Cup("a").sizes


@pytest.mark.parametrize("given", [(), ("a", [], True, 1)])
def test_too_few_values_and_too_many_are_refused(given: tuple[Any, ...]) -> None:
    with pytest.raises(TypeError):
        Cup(*given)
    with pytest.raises(TypeError):
        Pot("lid")  # type: ignore[call-arg]


def test_two_are_equal_whose_fields_are_and_which_are_of_one_kind() -> None:
    assert Cup("a", [1]) == Cup("a", [1])
    assert Cup("a", [1]) != Cup("a", [2])
    assert Mug("a") == Mug("a")
    assert Cup("a") not in (Mug("a"), "a", Theirs("a"))
    # One that is like no number, not even itself, is still the same one.
    assert Bean(odd := float("nan")) == Bean(odd)


def test_equal_ones_have_one_hash_and_what_cannot_be_hashed_gives_none() -> None:
    assert len({Pot(lid="a"), Pot(lid="a"), Pot(lid="b"), Bean(1.0), Bean(1.0)}) == 3
    with pytest.raises(TypeError):
        hash(Cup("a"))


def test_it_is_shown_as_it_would_be_written() -> None:
    assert repr(Cup("a", [1])) == repr(Theirs("a", [1])).replace("Theirs", "Cup")
    assert repr(Mug("a")) == "Mug(name='a', sizes=[], is_full=False)"


def test_a_field_may_be_left_out_of_what_is_shown_and_of_what_is_compared() -> None:
    safe = Safe("Ann", "gold", 3)
    assert repr(safe) == "Safe(owner='Ann', opened=3)"
    assert safe == Safe("Ann", "gold")
    assert hash(safe) == hash(Safe("Ann", "gold"))
    assert safe != Safe("Ann", "silver", 3)
    assert copy.copy(safe).opened == 3


def test_what_a_class_says_of_itself_stands() -> None:
    assert (repr(Fork(3)), repr(Spoon(2)), Table() == Table()) == ("|||", "Spoon(length=2)", True)
    with pytest.raises(ValueError, match="0"):
        Spoon(0)


def test_nothing_of_it_can_be_changed_or_taken_away() -> None:
    cup = Cup("a")
    with pytest.raises(FrozenInstanceError):
        cup.name = "b"  # type: ignore[misc]
    with pytest.raises(FrozenInstanceError):
        del cup.name
    with pytest.raises(FrozenInstanceError):
        cup.colour = "red"  # type: ignore[attr-defined]
    assert cup == Cup("a")


def test_it_has_no_room_but_for_its_fields() -> None:
    assert not hasattr(Cup("a"), "__dict__")


def test_a_copy_is_equal_and_so_is_what_another_process_gets() -> None:
    cup = Cup("a", [1], True)
    assert replace(cup, is_full=False) == Cup("a", [1])
    assert copy.copy(cup) == copy.deepcopy(cup) == cup
    assert [
        pickle.loads(pickle.dumps(cup, number)) for number in range(2, pickle.HIGHEST_PROTOCOL + 1)
    ] == [cup] * 4


def test_its_fields_are_told_to_whoever_asks_the_standard_library() -> None:
    assert dataclasses.asdict(Cup("a")) == dataclasses.asdict(Theirs("a"))
    assert Cup.__match_args__ == Theirs.__match_args__
    assert Pot.__match_args__ == ()


def test_a_class_has_the_fields_of_the_one_that_it_is_made_of() -> None:
    kettle, theirs = Kettle(lid="a", fuel="oil"), TheirKettle(lid="a", fuel="oil")
    assert repr(kettle) == repr(theirs).replace("TheirKettle", "Kettle")
    assert replace(kettle, size=3) == Kettle(lid="a", size=3, fuel="oil") != Pot(lid="a", size=3)
    assert dataclasses.asdict(kettle) == dataclasses.asdict(theirs)
    assert pickle.loads(pickle.dumps(kettle)) == copy.deepcopy(kettle) == kettle
    assert vars(Kettle)["__slots__"] == vars(TheirKettle)["__slots__"] == ("fuel",)


def test_a_class_may_be_of_any_type() -> None:
    assert [one.name for one in dataclasses.fields(Tray)] == ["load"]
    assert Tray(1) == Tray[int](1) == replace(Tray(2), load=1)


def test_one_of_another_kind_whose_first_object_is_made_before_any_of_its_own_kind() -> None:
    """What makes an object is compiled when the first is made, and belongs to the class that says so."""

    @dataclass(frozen=True, slots=True)
    class Lamp:
        """One with two fields, of which the second may be left out."""

        height: int
        colour: str = "red"

    class Lantern(Lamp):
        """A lamp for outside."""

    class Torch(Lantern):
        """A lamp for the way."""

    assert dataclasses.is_dataclass(Torch)
    assert Torch(3).colour == Lamp(3).colour == Lantern(3).colour == "red"
    assert (Torch(3), Lantern(3)) == (Torch(height=3), Lantern(3, "red"))
    assert [one.name for one in dataclasses.fields(Lamp)] == ["height", "colour"]


def test_one_with_a_way_of_its_own_to_be_made_asks_for_that_of_the_class_below_each_time() -> None:
    @dataclass(frozen=True, slots=True)
    class Rope:
        """One with a length."""

        length: int

    class Double(Rope):
        """One that is laid twice."""

        def __init__(self, length: int) -> None:
            super().__init__(2 * length)

    class Point(NamedTuple):
        """A place on a line."""

        at: int

    class Farther(Point):
        """A place twice as far."""

        def __new__(cls, at: int) -> Farther:
            return super().__new__(cls, 2 * at)

    assert [Double(1).length, Double(1).length, Rope(1).length] == [2, 2, 1]
    assert [Farther(1).at, Farther(1).at, Point(1).at] == [2, 2, 1]


def test_what_another_thread_has_worked_out_meanwhile_is_taken() -> None:
    @dataclass(frozen=True, slots=True)
    class Bell:
        """One that is rung by many."""

        weight: int

    later = vars(Bell)["__init__"]
    bell = Bell(1)
    assert later.__get__(None, Bell) is Bell.__init__
    later.__get__(bell, Bell)(2)
    assert bell == Bell(2)


def test_the_standard_library_may_make_a_class_of_one_that_is_made_here() -> None:
    @dataclasses.dataclass(slots=True)
    class Barrel(Cup):  # type: ignore[misc]
        """A cup with a tap."""

        taps: int = 1

    assert Barrel.__match_args__ == ("name", "sizes", "is_full", "taps")


def test_one_that_may_change_is_as_the_standard_librarys() -> None:
    jar, theirs = Jar(), TheirJar()
    assert repr(jar) == repr(theirs).replace("TheirJar", "Jar")
    jar.level = 3
    assert jar == Jar(3) != Jar(3, full=True)
    assert Jar(4).full
    assert not hasattr(jar, "__dict__")
    assert copy.copy(jar) == copy.deepcopy(jar) == pickle.loads(pickle.dumps(jar)) == jar
    for one in (jar, theirs):
        with pytest.raises(TypeError):
            hash(one)
        with pytest.raises(AttributeError):
            one.colour = "red"  # type: ignore[union-attr]


def test_one_that_remembers_answers_cannot_be_changed_either() -> None:
    shelf = Shelf(["a", "b"])
    assert (shelf.count, vars(shelf)) == (2, {"names": ["a", "b"], "width": 1, "count": 2})
    with pytest.raises(FrozenInstanceError):
        shelf.width = 2  # type: ignore[misc]
    assert (replace(shelf, names=["c"]).count, repr(shelf)) == (
        1,
        "Shelf(names=['a', 'b'], width=1)",
    )
    assert copy.copy(shelf) == copy.deepcopy(shelf) == pickle.loads(pickle.dumps(shelf)) == shelf


def test_one_may_be_raised() -> None:
    with pytest.raises(Broken) as told:
        raise Broken("a", weight=2)
    assert told.value == Broken("a", 2)
    assert hash(told.value) == hash(Broken("a", 2))


def test_a_named_tuple_is_what_the_standard_library_makes() -> None:
    plate, theirs = Plate("a", sizes=(1,)), TheirPlate("a", sizes=(1,))
    assert (tuple(plate), Plate("b").sizes) == (tuple(theirs), ()) == (("a", (1,)), ())
    assert repr(plate) == repr(theirs).replace("TheirPlate", "Plate")
    assert (plate.is_of("a"), plate._replace(name="b").is_of("a")) == (True, False)
    assert pickle.loads(pickle.dumps(plate)) == plate
    same = (
        "__doc__",
        "__module__",
        "__match_args__",
        "_fields",
        "_field_defaults",
    )
    assert [getattr(Plate, one) for one in same] == [getattr(TheirPlate, one) for one in same]
    assert Plate.__qualname__ == "Plate"
    assert typing.get_type_hints(Plate) == typing.get_type_hints(TheirPlate)
    assert (plate._asdict(), Plate._make(["a", (1,)])) == (theirs._asdict(), plate)
    assert [hash(plate), plate.index((1,)), plate < Plate("b")] == [hash(theirs), 1, True]
    assert [vars(Plate)[one].__doc__ for one in Plate._fields] == [
        vars(TheirPlate)[one].__doc__ for one in TheirPlate._fields
    ]
    assert copy.copy(plate) == copy.deepcopy(plate) == plate
    assert isinstance(copy.copy(plate), Plate)
    assert not hasattr(plate, "__dict__")


def test_a_named_tuple_takes_what_it_has_a_name_for_and_nothing_else() -> None:
    plate = Plate("a")
    for kind in (Plate, TheirPlate):
        with pytest.raises(TypeError):
            kind()  # type: ignore[call-arg]
        with pytest.raises(TypeError):
            kind("a", (), 1)  # type: ignore[call-arg]
        with pytest.raises(TypeError):
            kind._make(["a"])
        # Of the wrong type since Python 3.13.
        with pytest.raises((TypeError, ValueError), match="colour"):
            kind("a")._replace(colour="red")  # type: ignore[call-arg]
    with pytest.raises(AttributeError):
        plate.name = "b"  # type: ignore[misc]
