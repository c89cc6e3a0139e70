"""What a viewer, a screen reader and a phone's camera make of a PDF."""

from io import BytesIO
from typing import Any

import pikepdf
import pypdfium2
import zxingcpp
from PIL import Image

from imh_parents.press.reading import drawn, elements

DPI = 150  # a plain office printer


def read_aloud(pdf: bytes) -> list[str]:
    """Every piece of text in the order of the structure."""
    with pikepdf.open(BytesIO(pdf)) as opened:
        signs = drawn(opened.pages[0])
        found = elements(opened.Root.StructTreeRoot)
        return [str(element.get("/ActualText", "")) or "".join(signs.get(mark, "") for mark in marks) for element, marks in found]


def shown_text(pdf: bytes) -> str:
    """The text a viewer finds or copies."""
    return pypdfium2.PdfDocument(pdf)[0].get_textpage().get_text_range()


def printed(pdf: bytes) -> Image.Image:
    return pypdfium2.PdfDocument(pdf)[0].render(scale=DPI / 72).to_pil()


def scanned(image: Image.Image) -> list[Any]:
    return zxingcpp.read_barcodes(image, formats=zxingcpp.BarcodeFormat.QRCode)


def width_mm(code: Any) -> float:
    return (code.position.top_right.x - code.position.top_left.x) * 25.4 / DPI
