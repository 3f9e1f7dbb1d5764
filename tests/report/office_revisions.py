"""Accepts and rejects the tracked changes of a Word document in LibreOffice, by a macro in a new profile."""

from __future__ import annotations

import subprocess
from pathlib import Path
from xml.sax.saxutils import escape

MACRO = """
Sub Settle(source As String, folder As String)
  Dim hidden(0) As New com.sun.star.beans.PropertyValue
  hidden(0).Name = "Hidden"
  hidden(0).Value = True
  Dim plain(1) As New com.sun.star.beans.PropertyValue
  plain(0).Name = "FilterName"
  plain(0).Value = "Text (encoded)"
  plain(1).Name = "FilterOptions"
  plain(1).Value = "UTF8"
  dispatcher = createUnoService("com.sun.star.frame.DispatchHelper")
  For Each side In Array("Accept", "Reject")
    document = StarDesktop.loadComponentFromURL(source, "_blank", 0, hidden())
    frame = document.CurrentController.Frame
    dispatcher.executeDispatch(frame, ".uno:" & side & "AllTrackedChanges", "", 0, Array())
    document.storeToURL(folder & "/" & side & ".txt", plain())
    document.close(True)
  Next
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


def settled(document: Path, folder: Path) -> dict[str, str]:
    """The text of a document with all changes accepted, and with all rejected.

    Args:
        document: the Word file.
        folder: where the profile and the texts may be written.
    """
    profile = folder / "office-profile"
    _office(profile, "--terminate_after_init")
    basic = profile / "user" / "basic" / "Standard"
    basic.mkdir(parents=True, exist_ok=True)
    (basic / "Revisions.xba").write_text(f"{HEAD}{MODULE}{escape(MACRO)}</script:module>", "utf-8")
    (basic / "script.xlb").write_text(HEAD + LIBRARY, "utf-8")
    _office(profile, f'macro:///Standard.Revisions.Settle("{document.as_uri()}","{folder.as_uri()}")')
    return {side.lower(): (folder / f"{side}.txt").read_text("utf-8-sig") for side in ("Accept", "Reject")}


def _office(profile: Path, *words: str) -> None:
    command = ["soffice", f"-env:UserInstallation={profile.as_uri()}", "--headless", "--norestore", *words]
    subprocess.run(command, capture_output=True, timeout=240, check=True)
