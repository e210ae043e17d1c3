"""Which questions a part holds, each with what was answered beneath: an answer is never one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from afterword.patterns import seldom
from afterword.reading.body.blocks import Block, Heading, ItemList, Paragraph, Table
from afterword.reading.body.item_texts import note_texts, raw_of
from afterword.reading.body.items import Raw
from afterword.reading.body.parts import Part
from afterword.reading.body.plain import plain
from afterword.reading.body.tables import rows_as_items
from afterword.vocabulary.fields import KEYS
from afterword.vocabulary.sides import turn_in, turns_of

# A question mark with nothing behind it but how it went, and themes.
_ASKED = seldom(r"[?？][*_\"”’')\]]*(?:\s*\([^()]*\))?(?:\s+\\?#[\w/-]+)*\s*$")
_BEFORE_COLON, _MARKS = seldom("[:：]"), ("?", "？")
_SENTENCE_END = (".", "!", "…", "。")


def questions_of(part: Part) -> list[Raw]:
    """The questions of a part: those of its headings, lists and tables, and those that its paragraphs ask."""
    raws: list[Raw] = []
    blocks = part.blocks
    is_list = any(isinstance(block, ItemList | Table) for block in blocks)
    asks = any(_is_asked(block) for block in blocks)
    under_heading = False
    for at, block in enumerate(blocks):
        if isinstance(block, Heading) and _ASKED.search(block.text):
            raws.append(Raw(line=block.line, text=block.text))
            under_heading = True
        elif under_heading or (raws and at and _answers(blocks[at - 1], block)):
            _note(raws, note_texts(block))
        elif isinstance(block, ItemList):
            _add_items(raws, block)
        elif isinstance(block, Table):
            raws += rows_as_items(block)
        elif isinstance(block, Paragraph):
            following = blocks[at + 1] if at + 1 < len(blocks) else None
            is_answered = following is not None and _answers(block, following)
            _add_paragraph(raws, block, counts=not is_list or is_answered, asks=asks)
    return raws


def _is_asked(block: Block) -> bool:
    """Whether a paragraph asks something, by its mark or by a label."""
    if not isinstance(block, Paragraph):
        return False
    return turn_in(block.text) is not None or any(map(_ASKED.search, block.text.split("\n")))


def _answers(above: Block, block: Block) -> bool:
    """Whether a list holds the answers to the question right above it."""
    if not (isinstance(above, Paragraph) and isinstance(block, ItemList) and _is_asked(above)):
        return False
    return not any("?" in item.text or turn_in(item.text) for item in block.items)


def _add_items(raws: list[Raw], block: ItemList) -> None:
    for item in block.items:
        raw = raw_of(item)
        turns = list(turns_of(raw.text))
        if raws and turns and not turns[0][0]:
            _note(raws, [said for _, said in turns])
            _note(raws, raw.notes)
        else:
            asked, *answers = [said for _, said in turns] or _lines(raw.text)
            notes = (*map(plain, answers), *map(_unlabelled, raw.notes))
            if raw.why and not asked.strip():
                # Who asks nothing behind the label says something all the same.
                asked = " ".join(item.text.split())
            is_changed = asked != raw.text or notes != raw.notes
            raws.append(raw._replace(text=asked, notes=notes) if is_changed else raw)


def _add_paragraph(raws: list[Raw], block: Paragraph, *, counts: bool, asks: bool) -> None:
    """Add what a paragraph asks; one that asks nothing is the answer to what was asked above, where anything is."""
    turns = list(turns_of(block.text))
    if turns:
        for is_question, said in turns:
            if is_question:
                raws.append(Raw(line=block.line, text=said))
            else:
                _note(raws, [said])
    elif not counts:
        return
    elif not asks:
        raws.append(Raw(line=block.line, text=block.text))
    else:
        for is_question, said in _exchange(block.text):
            if is_question:
                raws.append(Raw(line=block.line, text=said))
            else:
                _note(raws, [said])


def _exchange(text: str) -> Iterator[tuple[bool, str]]:
    """The questions of a paragraph and the sentences between them, each line after the other."""
    held: list[str] = []
    answering = False
    for line in text.split("\n"):
        held.append(line)
        if _ASKED.search(line):
            yield True, "\n".join(held)
            held, answering = [], True
        elif answering and line.rstrip().endswith(_SENTENCE_END):
            yield False, "\n".join(held)
            held = []
    if held:
        yield False, "\n".join(held)


def _lines(text: str) -> list[str]:
    """The question of an item, and the lines below its question mark."""
    if "\n" not in text:
        return [text]
    lines = text.split("\n")
    last = max((at for at, line in enumerate(lines) if _ASKED.search(line)), default=None)
    if last is None or last == len(lines) - 1:
        return [text]
    return ["\n".join(lines[: last + 1]), "\n".join(lines[last + 1 :])]


def _note(raws: list[Raw], texts: Sequence[str] | Iterator[str]) -> None:
    """Put texts below the question above them; without one they are nobody's."""
    if raws:
        told = (_unlabelled(plain(text)) for text in texts)
        raws[-1] = raws[-1]._replace(notes=(*raws[-1].notes, *filter(None, told)))


def _unlabelled(text: str) -> str:
    """An answer without its label: "A: by tenant"."""
    turn = turn_in(text)
    return turn[1] if turn and not turn[0] else text


def asks_by_label(text: str) -> bool:
    """Whether a text begins as a question by its label: "Q: why us?", but not "Interviewer: Kim Lee", which says who it was."""
    turn = turn_in(text)
    if turn is None or not turn[0]:
        return False
    field = KEYS.field_of(_BEFORE_COLON.split(text, maxsplit=1)[0].strip("*_ "))
    is_name = field is not None and field.name == "interviewers"
    return not is_name or any(mark in text for mark in _MARKS) or len(tuple(turns_of(text))) > 1
