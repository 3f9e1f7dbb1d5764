"""Accepts and rejects the tracked changes of a Word document in LibreOffice; run by a Python that has uno.

Arguments: the document, the folder for the profile. Prints both texts as JSON.
"""

from __future__ import annotations

import json
import subprocess
import sys
import time
from pathlib import Path

import uno
from com.sun.star.beans import PropertyValue
from com.sun.star.connection import NoConnectException

PIPE = "treatydiff-tests"


def main(path: str, profile: str) -> None:
    office = subprocess.Popen(
        ["soffice", "--headless", "--norestore", f"-env:UserInstallation=file://{profile}",
         f"--accept=pipe,name={PIPE};urp;"],
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    )  # fmt: skip
    local = uno.getComponentContext()
    resolver = local.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", local)
    for _ in range(120):
        try:
            remote = resolver.resolve(f"uno:pipe,name={PIPE};urp;StarOffice.ComponentContext")
            break
        except NoConnectException:
            time.sleep(0.5)
    desktop = remote.ServiceManager.createInstanceWithContext("com.sun.star.frame.Desktop", remote)
    dispatcher = remote.ServiceManager.createInstanceWithContext("com.sun.star.frame.DispatchHelper", remote)
    hidden = PropertyValue()
    hidden.Name, hidden.Value = "Hidden", True
    texts = {}
    for name, command in (("accept", "AcceptAll"), ("reject", "RejectAll")):
        document = desktop.loadComponentFromURL(Path(path).as_uri(), "_blank", 0, (hidden,))
        frame = document.getCurrentController().getFrame()
        dispatcher.executeDispatch(frame, f".uno:{command}TrackedChanges", "", 0, ())
        texts[name] = document.getText().getString()
        document.close(True)
    sys.stdout.write(json.dumps(texts))
    sys.stdout.flush()
    desktop.terminate()
    office.wait(timeout=60)


if __name__ == "__main__":
    main(*sys.argv[1:])
