"""An opened PDF, page after page; what cannot be read is said with its page."""

from __future__ import annotations

import io
import logging
from collections.abc import Iterator, Sequence

from pdfminer.pdfdocument import PDFDocument, PDFEncryptionError, PDFPasswordIncorrect
from pdfminer.pdfinterp import PDFResourceManager
from pdfminer.pdfpage import PDFPage
from pdfminer.pdfparser import PDFParser
from pdfminer.pdftypes import resolve1

from treatydiff.errors import ReadError
from treatydiff.model import Diagnostic
from treatydiff.model.progress import StepProgress
from treatydiff.reading.pdf.characters import CharacterDevice, Font, PageCharacters
from treatydiff.reading.pdf.content import FAULTS_OF_DAMAGED_FILES, ContentInterpreter
from treatydiff.reading.pdf.objects.bounds import CountedDrawings, bound_objects, bounded
from treatydiff.reading.pdf.objects.layers import Layers
from treatydiff.reading.pdf.objects.page_tree import page_tree
from treatydiff.settings import Settings

_FAULTS = (*FAULTS_OF_DAMAGED_FILES, RecursionError)


class _Interpreter(CountedDrawings, ContentInterpreter):
    """Our interpreter, with a cap on drawings."""


class OpenedPdf:
    """A PDF whose pages are read one after the other; none is kept.

    Args:
        data: the file's bytes.
        label: the file's name, for errors.
        settings: gives the caps on pages and on what streams unpack to.

    Raises:
        ReadError: the file is damaged, encrypted, no PDF, has no pages or too many.
    """

    def __init__(self, data: bytes, label: str, settings: Settings) -> None:
        logging.getLogger("pdfminer").setLevel(logging.CRITICAL)
        self._label = label
        self._settings = settings
        resources = PDFResourceManager()
        self._device = CharacterDevice(resources)
        self._interpreter = _Interpreter(resources, self._device)
        try:
            with bounded(settings, label):
                parser = PDFParser(io.BytesIO(data))
                self._document = PDFDocument(parser)
                bound_objects(self._document)
                self._tree = page_tree(self._document, parser, settings.max_pages)
                self._device.layers = Layers(self._document.catalog)
        except (PDFPasswordIncorrect, PDFEncryptionError):
            raise ReadError(
                "the PDF is encrypted and asks for a password",
                where=label,
                hint="save a copy without a password and read that",
            ) from None
        except _FAULTS as fault:
            raise _damaged(label, fault) from None
        self.count = self._count_pages()

    @property
    def fonts(self) -> Sequence[Font]:
        """The fonts of the pages read so far, which glyphs refer to by index."""
        return self._device.fonts

    @property
    def doubts(self) -> tuple[Diagnostic, ...]:
        """What is doubtful about the file as a whole."""
        return tuple(self._doubts())

    def _doubts(self) -> Iterator[Diagnostic]:
        if self._tree.unfound:
            yield Diagnostic(
                "pages_missing", "error",
                f"the file says that it has {self._tree.stated} pages; {self.count} were found",
            )  # fmt: skip
        if self._tree.flat:
            yield Diagnostic(
                "pages_unordered", "error",
                "the file's list of its pages is damaged: pages may be missing or stand in another order",
            )  # fmt: skip
        elif self._tree.rebuilt:
            yield Diagnostic(
                "pdf_rebuilt", "warning",
                "the file's table of objects is damaged; it was made again from what the file holds",
            )  # fmt: skip
        form = resolve1(self._document.catalog.get("AcroForm"))
        if isinstance(form, dict) and form.get("XFA") is not None:
            yield Diagnostic("form_not_read", "warning", "the file holds a form (XFA), which is not read")

    def pages(self, progress: StepProgress | None = None) -> Iterator[PageCharacters]:
        """What each page prints, in order; of a damaged page, what can be read.

        Args:
            progress: called with (pages read, pages of the file) after each page.

        Raises:
            ReadError: a page unpacks beyond a cap, or none can be read.
        """
        fault: BaseException | None = None
        unread = 0
        for number, leaf in enumerate(self._tree.leaves, start=1):
            if leaf is None:
                self._device.lost_page()
            else:
                try:
                    with bounded(self._settings, f"{self._label}, p. {number}"):
                        page = PDFPage(self._document, leaf[0], leaf[1], None)
                        fault = self._read(page) or fault
                except _FAULTS as cause:
                    fault = cause
                    self._device.lost_page("its content is damaged")
            unread += not self._device.page.glyphs and any(
                doubt.code == "page_incomplete" for doubt in self._device.page.doubts
            )
            if unread == self.count:
                raise _damaged(self._label, fault)
            if progress is not None:
                progress(number, self.count)
            yield self._device.page

    def _read(self, page: PDFPage) -> BaseException | None:
        fault = None
        try:
            self._interpreter.process_page(page)
        except _FAULTS as cause:
            fault = cause
            self._device.lose("its content is damaged")
            self._device.end_page(page)
        self._forget(page)
        return fault

    def _count_pages(self) -> int:
        count = len(self._tree.leaves)
        if count > self._settings.max_pages:
            raise ReadError(
                f"the PDF has more than {self._settings.max_pages} pages",
                where=self._label,
                hint="raise max_pages in the settings if you trust it",
            )
        if not count:
            raise ReadError(
                "the PDF has no pages", where=self._label, hint="the file may be cut short; get it again"
            )
        return count

    def _forget(self, page: PDFPage) -> None:
        """Let go of the page's own streams, which pdfminer keeps unpacked as long as the document."""
        for stream in page.contents:
            self._document._cached_objs.pop(getattr(stream, "objid", -1), None)


def _damaged(where: str, fault: BaseException | None) -> ReadError:
    if fault is None:
        cause = "no page of it is whole"
    elif isinstance(fault, RecursionError):
        cause = "parts of it refer to themselves"
    else:
        cause = type(fault).__name__
    return ReadError(
        f"the PDF is damaged and cannot be read ({cause})",
        where=where,
        hint="get the file again, or print it to a new PDF",
    )
