"""Bytes that become characters, files read in pieces, what is read beside drafts, and a publisher's markers."""

from __future__ import annotations

import io
import os
from pathlib import Path
from typing import BinaryIO, cast

import pytest

from treatydiff.errors import ReadError
from treatydiff.model import Block, Run, Source, SourceText
from treatydiff.reading.beside import legend_text, reference_table, themes_text
from treatydiff.reading.consolidation import with_markers_apart
from treatydiff.reading.decoding import decode_text, shown_characters, with_cut_words
from treatydiff.reading.reader import stream_bytes
from treatydiff.settings import Settings

CHINESE, RUSSIAN, ARABIC = "灯塔应点亮", "Лампы горят на всех берегах моря", "تضاء المصابيح على كل السواحل"


@pytest.mark.parametrize(
    ("data", "text", "said"),
    [
        ("Lamps é".encode(), "Lamps é", ""),
        ("Lamps é".encode("utf-8-sig"), "Lamps é", ""),
        (b"\xff\xfe" + "Lamps é".encode("utf-16-le"), "Lamps é", ""),
        (b"\xfe\xff" + "Lamps é".encode("utf-16-be"), "Lamps é", ""),
        (b"\xff\xfe\x00\x00" + "Lamps é".encode("utf-32-le"), "Lamps é", ""),
        # UTF-16 without a mark: zeros stand on one side
        ("Lamps".encode("utf-16-le"), "Lamps", ""),
        ("Lamps".encode("utf-16-be"), "Lamps", ""),
        (("灯" * 4 + "Lamps!").encode("utf-16-le"), "灯" * 4 + "Lamps!", ""),
        (b"", "", ""),
        (b"L", "L", ""),
        # one damaged byte among twenty letters that are read, or among fewer
        ("é".encode() * 21 + b"\xff", "é" * 21 + "\ufffd", "1 characters are damaged and cannot be read as utf-8"),
        ("lampé".encode() * 20 + b"\xff", "lampÃ©" * 20 + "ÿ", "the encoding is not UTF-8; read as cp1252"),
        ("É. Lamps".encode("cp1252"), "É. Lamps", "the encoding is not UTF-8; read as cp1252"),
        (CHINESE.encode("gb18030"), CHINESE, "the encoding is not UTF-8; read as gb18030"),
        (("Lamps " * 9 + CHINESE).encode("gb18030"), "Lamps " * 9 + CHINESE,
         "the encoding is not UTF-8; read as gb18030"),
        (RUSSIAN.encode("cp1251"), RUSSIAN, "the encoding is not UTF-8; read as cp1251"),
        (RUSSIAN.encode("koi8-r"), RUSSIAN, "the encoding is not UTF-8; read as koi8-r"),
        (ARABIC.encode("cp1256"), ARABIC, "the encoding is not UTF-8; read as cp1256"),
        # of five letters two are of another script, or of six two; signs are no letters
        *((f"{latin} д т ".encode("cp1251"), f"{latin} д т ", "the encoding is not UTF-8; read as cp1251")
          for latin in ("oil", "oiz", "oil{[@`", "AZz")),
        *((f"{latin} д т ".encode("cp1251"), f"{latin} ä ò ", "the encoding is not UTF-8; read as cp1252")
          for latin in ("azAZ", "aaaa", "zzzz", "AAAA", "ZZZZ")),
    ],
)  # fmt: skip
def test_the_encoding_of_a_text(data: bytes, text: str, said: str) -> None:
    found, diagnostics = decode_text(data)
    assert found == text
    assert [each.message for each in diagnostics] == ([said] if said else [])


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("oil\u200blamp", "oillamp"),
        ("\ufeffoil", "oil"),
        ("oil\u200dlamp", "oil\u200dlamp"),
        ("\u202aoil\u202c", "oil"),
        ("ﻻ", "لا"),
        ("½", "½"),
        ("\ufb4f", "\ufb4f"),
    ],
)
def test_characters_that_are_shown(text: str, shown: str) -> None:
    assert shown_characters(text) == shown


@pytest.mark.parametrize(
    ("text", "cut"),
    [
        ("light\u00ad\nhouse", "light-\nhouse"),
        ("light\u00ad \r\nhouse", "light- \r\nhouse"),
        ("light\u00adhouse", "light\u00adhouse"),
        ("5\u00ad\nhouse", "5\u00ad\nhouse"),
        ("light\nhouse", "light\nhouse"),
    ],
)
def test_words_that_a_line_end_cuts(text: str, cut: str) -> None:
    assert with_cut_words(text) == cut


class Slow(io.BytesIO):
    """A stream of unknown size that hands out little at a time, and remembers how much it was asked for."""

    def __init__(self, data: bytes, piece: int) -> None:
        super().__init__(data)
        self._piece, self.asked = piece, list[tuple[int, int]]()
        self._null = os.open(os.devnull, os.O_RDONLY)

    def fileno(self) -> int:
        return self._null

    def read(self, size: int | None = -1, /) -> bytes:
        data = super().read(min(size or 0, self._piece))
        self.asked.append((size or 0, len(data)))
        return data


MIB = 1024 * 1024


@pytest.mark.parametrize(
    ("size", "piece", "whole"),
    [(0, 10, True), (5, 2, True), (5, 1, True), (MIB, MIB, True), (MIB, 700_000, True), (MIB + 1, MIB, False), (MIB + 1, 400_000, False)],
)  # fmt: skip
def test_a_stream_is_read_in_pieces_up_to_its_cap(size: int, piece: int, whole: bool) -> None:
    data = b"oil" * (size // 3) + b"x" * (size % 3)
    stream = Slow(data, piece)
    if whole:
        assert stream_bytes(cast(BinaryIO, stream), "draft.txt", Settings(max_file_mib=1)) == data
    else:
        with pytest.raises(ReadError, match="bigger than 1 MiB"):
            stream_bytes(cast(BinaryIO, stream), "draft.txt", Settings(max_file_mib=1))
    read = 0
    for asked, found in stream.asked:
        assert asked == min(MIB, MIB + 1 - read)
        read += found


@pytest.mark.parametrize(
    ("text", "legend"),
    [
        ('green = "agreed"', "green = agreed"),
        ('green = "agreed"\nblue = "bridge"', "green = agreed; blue = bridge"),
        ('[colours]\ngreen = "agreed"', "green = agreed"),
        ('title = "x"\n[colours]\ngreen = "agreed"', "green = agreed"),
    ],
)
def test_a_legend_in_a_file(tmp_path: Path, text: str, legend: str) -> None:
    path = tmp_path / "legend.toml"
    path.write_text(text, encoding="utf-8")
    assert legend_text(path) == legend


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "holds no lines such as"),
        (b"green = 5", "holds no lines such as"),
        (b'green = "a; b"', "holds no lines such as"),
        (b'green = "a"\nblue = 5', "holds no lines such as"),
        (b"[colours]", "holds no lines such as"),
        (b"green", "cannot be read: it is not TOML"),
        (b'green = "\xff"', "cannot be read: it is not TOML"),
        (b"colours = 5", "cannot be read: it is not TOML"),
        (None, "cannot be read: no such file"),
    ],
)
def test_a_legend_that_says_nothing(tmp_path: Path, data: bytes | None, said: str) -> None:
    path = tmp_path / "legend.toml"
    if data is not None:
        path.write_bytes(data)
    with pytest.raises(ReadError, match=said) as fault:
        legend_text(path)
    assert fault.value.where == "legend.toml"


def test_themes_and_a_table_of_reference_in_files(tmp_path: Path) -> None:
    path = tmp_path / "named"
    path.write_text("é", encoding="utf-8")
    assert themes_text(Settings(themes=str(path))) == "é"
    assert reference_table(Settings(reference=str(path))) == "é".encode()
    assert themes_text(Settings()) is None
    assert reference_table(Settings(reference="auto")) is None
    assert reference_table(Settings(reference="none")) is None
    path.write_bytes(b"\xff")
    with pytest.raises(ReadError, match="the themes cannot be read: it is not UTF-8 text"):
        themes_text(Settings(themes=str(path)))
    path.unlink()
    with pytest.raises(ReadError, match="the themes cannot be read: no such file"):
        themes_text(Settings(themes=str(path)))
    with pytest.raises(ReadError, match="the reference table cannot be read: no such file"):
        reference_table(Settings(reference=str(path)))


def marked(*blocks: str | Block) -> list[str]:
    """Blocks with markers apart; a marker stands between carets, a call between tildes."""
    given = tuple(
        Block(at, (Run(each),)) if isinstance(each, str) else each for at, each in enumerate(blocks)
    )
    text = with_markers_apart(SourceText(Source("act.html", "0" * 64, "text/html"), given))
    assert [block.index for block in text.blocks] == list(range(len(text.blocks)))
    return [
        block.number
        + "".join(f"^{run.marker}^" if run.marker else f"~{run.text}~" if run.note else run.text for run in block.runs)
        for block in text.blocks
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("blocks", "expected"),
    [
        (["Lamps ►M12 shall ◄ burn."], ["Lamps ^►M12^shall^◄^ burn."]),
        (["▼M1", "Lamps burn."], ["^▼M1^Lamps burn."]),
        (["▼M1", "▼M2", "Lamps burn."], ["^▼M1^^▼M2^Lamps burn."]),
        (["Lamps burn.", "▼B"], ["Lamps burn.^▼B^"]),
        (["▼M1 Lamps burn."], ["^▼M1^Lamps burn."]),
        (["►M1 Lamps burn. ◄"], ["^►M1^Lamps burn.^◄^"]),
        # what an act took out is a row of dashes
        (["▼M1", "-----", "Oil."], ["^▼M1^Oil."]),
        (["▼M1 ———", "Oil."], ["^▼M1^Oil."]),
        (["▼M1", "--", "Oil."], ["^▼M1^--", "Oil."]),
        (["▼M1 Fog.", "-----", "Oil."], ["^▼M1^Fog.", "-----", "Oil."]),
        # a number that a list generates stays, and so does a call
        (["▼B", Block(1, (Run("►M1 ◄"),), number="1."), "Oil."], ["1.^▼B^^►M1^^◄^", "Oil."]),
        (["▼B", Block(1, (Run("1", note="1"), Run(" Oil.")))], ["^▼B^~1~ Oil."]),
        ([Block(0, (Run("►M1 ", note="1"), Run("▼B Oil.")))], ["~►M1 ~^▼B^Oil."]),
        # signs alone are no markers
        (["► Lamps burn.", "◄ Oil."], ["► Lamps burn.", "◄ Oil."]),
        (["▼M1234 Lamps."], ["▼M1234 Lamps."]),
        (["▼B Lamps ◄ burn."], ["^▼B^Lamps^◄^ burn."]),
        (["▼B"], []),
    ],
)  # fmt: skip
def test_markers_of_a_consolidated_text(blocks: list[str | Block], expected: list[str]) -> None:
    assert marked(*blocks) == expected


def test_markers_are_counted() -> None:
    blocks = (Block(0, (Run("▼B Lamps ►M1 burn ◄."),)), Block(1, (Run("▼M2"),)))
    text = with_markers_apart(SourceText(Source("act.html", "0" * 64, "text/html"), blocks))
    (said,) = text.diagnostics
    assert said.message.startswith("a consolidated text: 4 markers")
