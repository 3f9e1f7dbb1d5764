"""What a person meant who typed no command, or one, an option or a format that there is not."""

from __future__ import annotations

import shlex
from collections.abc import Collection, Iterable, Sequence
from difflib import get_close_matches
from pathlib import Path
from typing import Any

from treatydiff.errors import UsageError

COMMANDS_MEANT = {
    "diff": "compare", "cmp": "compare", "redline": "compare A.docx B.docx -f docx -o redline.docx",
    "inspect": "outline", "show": "outline", "read": "outline", "parse": "outline", "structure": "outline",
    "print": "text", "cat": "text", "validate": "check", "lint": "check", "history": "trace",
    "follow": "trace", "annotate": "blame", "score": "consonance", "derive": "consonance",
    "translate": "languages", "language": "languages", "search": "archive search", "matrix": "archive matrix",
    "site": "archive site", "index": "archive index", "version": "--version",
}  # fmt: skip
"""Words that other tools have for what commands here do."""
_DRAFTS = frozenset({".pdf", ".docx", ".doc", ".md", ".html", ".htm", ".txt", ".rtf", ".odt"})


def refuse_no_command(words: Sequence[str], commands: Collection[str]) -> None:
    """Refuse a command line that begins with no command, with the one that is meant.

    Args:
        words: what follows the program's name, not empty.
        commands: names of all commands.

    Raises:
        UsageError: the first word is a file, a folder, an address or a word that is no command.
    """
    first = words[0]
    drafts = [word for word in words if _is_draft(word)]
    if first in commands or (first.startswith("-") and (first == "--help" or not drafts)):
        return
    if first.startswith("-"):
        raise UsageError(f"no command stands before {first}", hint=_command_line("compare", words))
    if Path(first).is_dir():
        raise UsageError(
            f"{first} is a folder, and no command is named",
            hint=f"{_command_line('archive describe', words[:1])}, or archive matrix, search, check",
        )
    if drafts[:1] == [first]:
        from treatydiff.cli.drafts import split_name

        for draft in drafts:
            split_name(draft)  # an address of the web is refused in its own words
        command = {1: "outline", 2: "compare"}.get(len(drafts), "concordance")
        raise UsageError("no command is named", hint=_command_line(command, words))
    near = nearest(first, commands)
    meant = [COMMANDS_MEANT[first]] if first in COMMANDS_MEANT else near
    raise UsageError(
        f"No such command {first!r}",
        hint=f"{_offered([f'treatydiff {each}' for each in meant])}treatydiff --help lists all",
    )


def _is_draft(word: str) -> bool:
    """Whether a word names a draft, there or not: a file, an address, `-`."""
    from treatydiff.cli.drafts import is_address

    path = word if Path(word).exists() else word.rpartition("#")[0] or word
    if word.startswith("-"):
        return word == "-"
    return is_address(word) or Path(path).is_file() or Path(path).suffix.lower() in _DRAFTS


def _command_line(command: str, words: Iterable[str]) -> str:
    return shlex.join(["treatydiff", *command.split(), *words])


def nearest(word: str, known: Iterable[str]) -> list[str]:
    """The known words that are most like one, the most alike first.

    Args:
        word: as typed.
        known: what there is.
    """
    return get_close_matches(word, sorted(known), n=2, cutoff=0.6)


def _offered(words: Sequence[str]) -> str:
    return f"did you mean {' or '.join(words)}? " if words else ""


def _usage(context: Any) -> str:
    """What a command takes, in a line: "[OPTIONS] FINAL [DRAFT]... --through"."""
    pieces = " ".join(context.command.collect_usage_pieces(context)).replace("......", "...")
    needed = [
        each.opts[0] for each in context.command.params if each.required and each.opts[0].startswith("-")
    ]
    return " ".join([pieces.translate(str.maketrans("", "", "{}")), *needed])


def usage_words(fault: Exception, message: str) -> tuple[str, str]:
    """What is wrong with a command line and a hint, from what the parser of command lines says.

    Args:
        fault: the parser's.
        message: its words, one line without a full stop.
    """
    context = getattr(fault, "ctx", None)
    command = getattr(context, "command_path", "treatydiff")
    helped = f"{command} --help"
    if type(fault).__name__ == "NoSuchOption":
        wanted = str(getattr(fault, "option_name", ""))
        options = [
            name for each in getattr(getattr(context, "command", None), "params", ()) for name in each.opts
        ]
        return f"No such option: {wanted}", f"{_offered(nearest(wanted, options))}{helped}"
    if type(fault).__name__ == "MissingParameter" or "unexpected extra argument" in message:
        usage = _usage(context) if context is not None else ""
        more = "; treatydiff concordance takes more drafts" if command.endswith(" compare") else ""
        more = more if "unexpected" in message else ""
        return message, f"{command} {usage}{more}; {helped}" if usage else helped
    if "No such command" in message:
        named, _, near = message.partition(". Did you mean ")
        meant = [f"{command} {each}" for each in near.strip("?").replace("'", "").split(", ") if each]
        return named, f"{_offered(meant)}{helped}"
    return message.removesuffix(", unable to parse string as an integer").replace(
        "Input should be a valid integer", "it takes a whole number"
    ), helped
