"""Text recognition for scans, by the command `ocrmypdf`, where it is installed.

The command writes a PDF with a text layer, which is read like any other. It is asked for, never used
unasked: what it reads depends on its version, and the same command must say the same everywhere.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from pathlib import Path

from treatydiff.errors import ReadError, UnreadableTextError
from treatydiff.settings import Settings

COMMAND = "ocrmypdf"
_LANGUAGES = {"en": "eng", "fr": "fra", "es": "spa", "ru": "rus", "zh": "chi_sim", "ar": "ara"}
"""Tesseract's names of the languages."""
_MARGIN_SECONDS = 5
"""The command gives up before the process that reads the file is ended."""
_ANOTHER_EDITION = "use another edition of the file (DOCX, text)"
_HOW_TO_GET_IT = f"install {COMMAND} (https://ocrmypdf.readthedocs.io), or recognise the text by other means"


def is_installed() -> bool:
    """Whether the command is on the path."""
    return shutil.which(COMMAND) is not None


def with_recognition_hint(fault: UnreadableTextError, settings: Settings) -> UnreadableTextError:
    """The refusal of an unreadable PDF, with what to do about it here.

    Args:
        fault: the refusal.
        settings: `ocr` says whether recognition was asked for.
    """
    if not is_installed():
        hint = f"{_ANOTHER_EDITION}; or {_HOW_TO_GET_IT} and set TREATYDIFF_OCR=auto"
    elif settings.ocr == "never":
        hint = f"set TREATYDIFF_OCR=auto to recognise the text, or {_ANOTHER_EDITION}"
    else:
        hint = fault.hint
    return UnreadableTextError(fault.what, where=fault.where, hint=hint)


def recognise(data: bytes, label: str, settings: Settings) -> bytes:
    """The PDF with the text that its images show.

    Args:
        data: the file's bytes.
        label: the file's name, for errors.
        settings: `language` says which letters to look for (English if "auto").

    Returns:
        The bytes of a PDF with a text layer on every page.

    Raises:
        ReadError: the command is missing, fails or takes too long.
    """
    command = shutil.which(COMMAND)
    if command is None:
        raise ReadError(f"{COMMAND} is not installed", where=label, hint=_HOW_TO_GET_IT)
    language = _LANGUAGES.get(settings.language, "eng")
    with tempfile.TemporaryDirectory(prefix="treatydiff-") as folder:
        scan, result = Path(folder, "scan.pdf"), Path(folder, "text.pdf")
        scan.write_bytes(data)
        arguments = [
            command, "--force-ocr", "--output-type", "pdf", "--optimize", "0", "--jobs", "1", "--quiet",
            "--language", language, str(scan), str(result),
        ]  # fmt: skip
        try:
            done = subprocess.run(
                arguments,
                stdin=subprocess.DEVNULL,
                capture_output=True,
                check=False,
                timeout=max(1, settings.max_read_seconds - _MARGIN_SECONDS),
                env={**os.environ, "OMP_THREAD_LIMIT": "1", "TMPDIR": folder},
            )
        except subprocess.TimeoutExpired:
            raise ReadError(
                f"text recognition took longer than {settings.max_read_seconds} seconds",
                where=label,
                hint="raise max_read_seconds in the settings",
            ) from None
        except OSError as fault:
            raise ReadError(f"{COMMAND} cannot be started ({fault.strerror})", where=label) from None
        if done.returncode != 0 or not result.is_file():
            raise ReadError(
                f"text recognition failed: {_first_line(done.stderr)}",
                where=label,
                hint=f"{COMMAND} needs the language pack {language} of Tesseract; --language chooses another",
            )
        return result.read_bytes()


def _first_line(said: bytes) -> str:
    lines = [line.strip() for line in said.decode("utf-8", "replace").splitlines() if line.strip()]
    return lines[0][:200] if lines else f"{COMMAND} said nothing"
