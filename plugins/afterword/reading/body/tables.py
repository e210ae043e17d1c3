"""Which items the rows of a table are."""

from __future__ import annotations

from afterword.reading.body.blocks import Table
from afterword.reading.body.items import Raw
from afterword.reading.body.plain import plain
from afterword.vocabulary.speaking import Said
from afterword.vocabulary.spelling import spoken

_WHY, _THEMES = Said("column why"), Said("column themes")
_ANSWERED, _VERDICT = Said("column answered"), Said("column verdict")


def rows_as_items(table: Table) -> list[Raw]:
    """Each row as one item: its text is in the first column that is no number; a column may hold why, themes or answer."""
    heads = [spoken(cell) for cell in table.head]
    meant = {
        at
        for at, head in enumerate(heads)
        if any(head in one for one in (_WHY, _THEMES, _ANSWERED, _VERDICT))
    }
    raws = []
    for line, cells in table.rows:
        texts = [
            at for at, cell in enumerate(cells) if cell and at not in meant and not is_number(cell)
        ]
        # The theme or the why of nothing else that is written is what was noticed.
        texts = texts or _only(heads, cells)
        if not texts:
            continue
        beside = [
            (head, cell)
            for at, (head, cell) in enumerate(zip(heads, cells, strict=False))
            if at != texts[0]
        ]
        raws.append(
            Raw(
                line=line,
                text=cells[texts[0]],
                why=plain(_said(beside, _WHY)) or None,
                notes=tuple(plain(cells[at]) for at in texts[1:]),
                tags=_tags(_said(beside, _THEMES)),
                answered=_said(beside, _ANSWERED) or _said(beside, _VERDICT),
            )
        )
    return raws


def _only(heads: list[str], cells: tuple[str, ...]) -> list[int]:
    """The column of themes, else that of whys, of a row that has nothing else."""
    named = [at for names in (_THEMES, _WHY) for at, head in enumerate(heads) if head in names]
    return [at for at in named if any(cells[at : at + 1])][:1]


def _said(beside: list[tuple[str, str]], names: Said) -> str:
    """What the columns with these names say."""
    return " ".join(cell for head, cell in beside if head in names)


def _tags(text: str) -> str:
    """The words of a column of themes as written themes, with or without their mark."""
    names = (name.strip().lstrip("#") for name in text.replace("#", ",").split(","))
    return " ".join(f"#{name.replace(' ', '-')}" for name in names if name)


def is_number(text: str) -> bool:
    """Whether a cell holds no more than the number of its row."""
    return text.strip(" .#)").isdigit()
