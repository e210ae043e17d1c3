"""A name as a language bends it, case by case: none of its forms is left in a text."""

from __future__ import annotations

import pytest

from afterword.audience.masking import Masks
from afterword.audience.naming_patterns import Bearer, Name

COMPANY, PERSON = Bearer.COMPANY, Bearer.PERSON
# Feminine, adjectival, neuter and foreign ones, in Polish, Czech and Russian, and what German and English make of one; short ones are bent in fewer ways that are safe.
BENT = (
    (COMPANY, "Kowalski", "Kowalskiego Kowalskiemu Kowalskim Kowalskich Kowalskimi Kowalska Kowalskiej"),
    (COMPANY, "Orlica", "Orlicy Orlicę Orlicą Orlico Orlice Orlicom Orlicami Orlicach"),
    (COMPANY, "Morska", "Morskiej Morską Morskie Morskiego Morskiemu Morskim"),
    (COMPANY, "Nowa", "Nowej Nową Nowe Nowego Nowemu Nowym"),
    (COMPANY, "Jiskra", "Jiskry Jiskře Jiskru Jiskro Jiskrou"),
    (COMPANY, "Победа", "Победы Победе Победу Победой Победою Победам Победами Победах"),
    (COMPANY, "Заря", "Зари Заре Зарю Зарёй Зарею Зарям Зарями Зарях"),
    (COMPANY, "Россия", "России Россию Россией Россиею Россиям"),
    (COMPANY, "Ростов", "Ростова Ростову Ростовом Ростове"),
    (COMPANY, "Zürich", "Zürcher Zürchern Zürchers Zürcherin Zürcherinnen"),
    (COMPANY, "Bremen", "Bremer Bremern Bremers Bremerin Bremerinnen"),
    (COMPANY, "München", "Münchner Münchnern Münchners Münchnerin Münchnerinnen Münchener Münchenerin"),
    (COMPANY, "Google", "googeln googelt googelte gegoogelt googling googlings googler googlers"),
    (PERSON, "Jan", "Jana Janowi Janem Janie Janovi Janu Janom Janovou"),
    (PERSON, "Bek", "Beka Bekowi Bekiem Bekom"),
    (PERSON, "Ewa", "Ewy Ewie Ewę Ewą Ewo Ewu"),
    (PERSON, "Maja", "Maję Mają Majo"),
    (PERSON, "Novak", "Nováka Novákovi Novákem Nováku Nováková"),
    (PERSON, "Mario", "Maria Mariowi Mariem Mariu"),
    (PERSON, "Петр", "Петра Петру Петром Петре Петрови"),
    (PERSON, "Аня", "Ани Ане Аню Аней"),
    (PERSON, "Анна", "Анны Анне Анну Анной Анною"),
)  # fmt: skip
ROWS = [(bearer, name, form) for bearer, name, forms in BENT for form in forms.split()]


@pytest.mark.parametrize(("bearer", "name", "form"), ROWS)
def test_no_form_of_a_name_is_left_and_where_nobody_is_called_so_it_stays(
    bearer: Bearer, name: str, form: str
) -> None:
    said = f"we met {form} and left"
    assert Masks([Name(name, bearer, "●")])(said) == "we met ● and left"
    assert Masks([Name("Quux", bearer, "●")])(said) == said


@pytest.mark.parametrize(
    ("name", "form"), [("Ewa", "Ewiemu"), ("Ewa", "Ewach"), ("Ng", "Nga"), ("Mark", "Market")]
)
def test_a_short_name_is_bent_in_few_ways(name: str, form: str) -> None:
    """More of them would be other words."""
    masks = Masks([Name(name, PERSON, "●")])
    assert (masks(f"we met {name} and left"), masks(f"we met {form} and left")) == (
        "we met ● and left",
        f"we met {form} and left",
    )


# Letters that Unicode does not take apart, as they are written where a keyboard lacks them.
LETTERS = [
    "ø/o",
    "æ/ae",
    "œ/oe",
    "ł/l",
    "đ/d",
    "ð/d",
    "þ/th",
    "ı/i",
    "ħ/h",
    "ŧ/t",
    "ŋ/n",
    "ĸ/k",
    "ß/ss",
    "Ł/l",
    "Þ/th",
]


@pytest.mark.parametrize("letter", LETTERS)
def test_a_letter_that_keyboards_lack_is_written_with_others(letter: str) -> None:
    foreign, plain = letter.split("/")
    masks = Masks([Name(f"Vin{foreign}ar", COMPANY, "●")])
    assert masks(f"we met Vin{plain}ar and left") == "we met ● and left"
