"""Accepts and rejects the tracked changes of Word files in LibreOffice, by a macro in a new profile."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path
from xml.sax.saxutils import escape

_MACRO = """
Sub SettleAll(folder As String, asWord As String)
  Dim hidden(0) As New com.sun.star.beans.PropertyValue
  hidden(0).Name = "Hidden"
  hidden(0).Value = True
  Dim plain(1) As New com.sun.star.beans.PropertyValue
  plain(0).Name = "FilterName"
  plain(0).Value = "Text (encoded)"
  plain(1).Name = "FilterOptions"
  plain(1).Value = "UTF8"
  Dim word(0) As New com.sun.star.beans.PropertyValue
  word(0).Name = "FilterName"
  word(0).Value = "MS Word 2007 XML"
  dispatcher = createUnoService("com.sun.star.frame.DispatchHelper")
  name = Dir(ConvertFromURL(folder) & "/*.docx")
  Do While name <> ""
    For Each side In Array("Accept", "Reject")
      document = StarDesktop.loadComponentFromURL(folder & "/" & name, "_blank", 0, hidden())
      frame = document.CurrentController.Frame
      dispatcher.executeDispatch(frame, ".uno:" & side & "AllTrackedChanges", "", 0, Array())
      document.storeToURL(folder & "/" & name & "." & side & ".txt", plain())
      If asWord = "yes" Then document.storeToURL(folder & "/" & name & "." & side & ".word", word())
      document.close(True)
    Next
    name = Dir
  Loop
End Sub
"""
HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'
MODULE = (
    '<!DOCTYPE script:module PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "module.dtd">\n'
    '<script:module xmlns:script="http://openoffice.org/2000/script" script:name="Revisions" '
    'script:language="StarBasic">'
)
LIBRARY = (
    '<!DOCTYPE library:library PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "library.dtd">\n'
    '<library:library xmlns:library="http://openoffice.org/2000/library" library:name="Standard" '
    'library:readonly="false" library:passwordprotected="false">'
    '<library:element library:name="Revisions"/></library:library>'
)


def settle_all(folder: Path, *, as_word: bool = False) -> None:
    """Write beside every .docx of a folder its text with all changes accepted, and with all rejected.

    Args:
        folder: of the files; LibreOffice's profile is made in it too.
        as_word: whether both are also written as Word files, named "x.docx.Accept.word".
    """
    profile = folder / "office-profile"
    _office(profile, "--terminate_after_init")
    basic = profile / "user" / "basic" / "Standard"
    basic.mkdir(parents=True, exist_ok=True)
    (basic / "Revisions.xba").write_text(f"{HEAD}{MODULE}{escape(_MACRO)}</script:module>", "utf-8")
    (basic / "script.xlb").write_text(HEAD + LIBRARY, "utf-8")
    asked = f'"{folder.as_uri()}", "{"yes" if as_word else "no"}"'
    _office(profile, f"macro:///Standard.Revisions.SettleAll({asked})")


def settled(document: Path, folder: Path) -> dict[str, str]:
    """The text of a document with all changes accepted, and with all rejected.

    Args:
        document: the Word file.
        folder: where the profile and the texts may be written.
    """
    alone = folder / "settled"
    alone.mkdir()
    shutil.copyfile(document, alone / "document.docx")
    settle_all(alone)
    return {
        side.lower(): (alone / f"document.docx.{side}.txt").read_text("utf-8-sig")
        for side in ("Accept", "Reject")
    }


def lines_of(path: Path) -> list[str]:
    """The lines of a text that say anything, without their white space."""
    return [" ".join(line.split()) for line in path.read_text("utf-8-sig").splitlines() if line.strip()]


def _office(profile: Path, *words: str) -> None:
    command = ["soffice", f"-env:UserInstallation={profile.as_uri()}", "--headless", "--norestore", *words]
    subprocess.run(command, capture_output=True, timeout=240, check=True)
