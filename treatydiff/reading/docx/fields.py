"""Fields of a Word document: which text is their instruction and which their result."""

from __future__ import annotations

from treatydiff.records import dataclass

_NUMBER_FIELDS = frozenset({"LISTNUM", "AUTONUM", "AUTONUMLGL", "AUTONUMOUT"})
"""Fields that show a number which Word does not store."""


@dataclass(slots=True)
class _Field:
    """A field under way: its instruction, and whether its result has begun."""

    instruction: str
    in_result: bool = False

    @property
    def name(self) -> str:
        """The first word of the instruction, such as TOC or REF."""
        return self.instruction.split(maxsplit=1)[0].upper() if self.instruction.strip() else ""


class FieldState:
    """The fields that are open at a place of the text; they nest, and may span paragraphs."""

    def __init__(self) -> None:
        self._open: list[_Field] = []
        self._in_instruction = 0
        self._in_contents = 0

    @property
    def in_instruction(self) -> bool:
        """Whether text here belongs to an instruction, which nobody sees."""
        return self._in_instruction > 0

    @property
    def in_contents(self) -> bool:
        """Whether text here is part of a generated table of contents."""
        return self._in_contents > 0

    def begin(self, instruction: str) -> None:
        """Begin a field.

        Args:
            instruction: what is known of its instruction.
        """
        self._open.append(_Field(instruction))
        self._in_instruction += 1

    def instruct(self, text: str) -> None:
        """Add to the instruction of the innermost field.

        Args:
            text: a piece of it.
        """
        if self._open and not self._open[-1].in_result:
            self._open[-1].instruction += text

    def begin_result(self) -> None:
        """Begin the result of the innermost field."""
        if self._open and not self._open[-1].in_result:
            self._open[-1].in_result = True
            self._in_instruction -= 1
            self._in_contents += self._open[-1].name == "TOC"

    def end(self) -> bool:
        """End the innermost field; whether it shows a number that the file does not hold."""
        if not self._open:
            return False
        ended = self._open.pop()
        if ended.in_result:
            self._in_contents -= ended.name == "TOC"
            return False
        self._in_instruction -= 1
        return ended.name in _NUMBER_FIELDS

    def give_up(self) -> None:
        """End all fields, where the document does not."""
        self._open.clear()
        self._in_instruction = self._in_contents = 0
