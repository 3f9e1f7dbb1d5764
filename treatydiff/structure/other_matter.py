"""What is neither provision nor front matter: cover pages and signature blocks.

They are counted in the receipt as other matter and never compared: who signed is no clause.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from treatydiff.language.grammar import Grammar
from treatydiff.language.tokenizer import word_count
from treatydiff.model import Diagnostic
from treatydiff.patterns import pattern_of
from treatydiff.structure.labels import read_label
from treatydiff.structure.lines import mostly_upper, starts_lower
from treatydiff.structure.paragraphs import Paragraph

_SIGNATORY = pattern_of(
    r"\W*(?:for|pour|por|pelo|pela|für|voor|per|på|за|عن|ع\s*ن)\s+(?!all\b|the\s+purposes?\b)\S"
    r"|代表.{0,30}[:：]?$|.{0,30}代表\s*[:：]?$",
    re.IGNORECASE,
)
"""How a signature block begins: "For the Government of …", in the languages that treaties are signed in."""
_SIGNED = pattern_of(
    r"\W*(?:\(?(?:signed|signature|signé|firmado|firma|подпись|подписал[иа]?|التوقيع|签字|签名)\b"
    r"|[\[(]signatures?\b)",
    re.IGNORECASE,
)
_EMPTY_LINE = pattern_of(r"(?:[_‗.…·\-–—/ ]{5,}|\(?\[?(?:L\.?\s?S\.?|seal)\]?\)?)")
_LONGEST_LINE = 120
_LONGEST_COVER = 900
"""Visible characters from which the first page is no cover."""
_LONGEST_COVER_LINE = 300


def part_signatures(
    paragraphs: Sequence[Paragraph], grammar: Grammar
) -> tuple[list[Paragraph], list[Paragraph]]:
    """The words of a closing formula, and the signatures behind them.

    A block begins with a line that names a signatory, says "signed" or is empty, and holds the short
    lines below it; a label, a sentence, or a title with text behind it ends the block.

    Args:
        paragraphs: what stands behind the beginning of a closing formula, in text order.
        grammar: the grammar of the language.
    """
    kept: list[Paragraph] = []
    signatures: list[Paragraph] = []
    block: list[Paragraph] = []
    for paragraph in paragraphs:
        opens = bool(kept) and _opens_block(paragraph.text)
        if opens or (block and _goes_on(paragraph, grammar)):
            block.append(paragraph)
            continue
        # A title in capitals above this paragraph heads it and was signed by nobody.
        titles: list[Paragraph] = []
        while block and _is_title(block[-1].text):
            titles.insert(0, block.pop())
        signatures += block
        block = []
        kept += [*titles, paragraph]
    return kept, signatures + block


def _is_title(text: str) -> bool:
    return mostly_upper(text) and text[:1].isalpha() and not _opens_block(text)


def _opens_block(text: str) -> bool:
    if len(text) > _LONGEST_LINE:
        return False
    named = _SIGNATORY.match(text) is not None and not text.rstrip().endswith((";", ","))
    return named or _SIGNED.match(text) is not None or _EMPTY_LINE.fullmatch(text.strip()) is not None


def _goes_on(paragraph: Paragraph, grammar: Grammar) -> bool:
    text = paragraph.text
    label = read_label(text, grammar.code)
    # "A. Keeper" is no item A.
    if len(text) > _LONGEST_LINE or (label is not None and label.family not in ("upper_dot", "upper_roman")):
        return False
    if grammar.closing_opener.match(text) or grammar.option.match(text):
        return False
    sentence = text.rstrip().endswith((".", ";", "。")) and word_count(text) > 8
    return not sentence and not (starts_lower(text) and word_count(text) > 8)


def signature_diagnostic(signatures: Sequence[Paragraph]) -> tuple[Diagnostic, ...]:
    """That signatures were set aside, and where they begin.

    Args:
        signatures: the lines set aside, in text order.
    """
    if not signatures:
        return ()
    first = signatures[0]
    count = "1 line" if len(signatures) == 1 else f"{len(signatures)} lines"
    message = f"{count} of signatures set aside, from “{first.text[:60].strip()}” on"
    return (Diagnostic("signatures", "info", message, first.page),)


def is_cover(texts: Sequence[str]) -> bool:
    """Whether the paragraphs of a file's first page make a cover: few short lines, no running text.

    Args:
        texts: the paragraphs, all of them front matter.
    """
    visible = sum(len("".join(text.split())) for text in texts)
    sentences = any(word_count(text) > 25 and text.rstrip().endswith((".", "。")) for text in texts)
    return (
        bool(texts)
        and visible <= _LONGEST_COVER
        and not sentences
        and max(map(len, texts)) <= _LONGEST_COVER_LINE
    )
