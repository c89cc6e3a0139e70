"""QR codes for paper."""

import io
from functools import cache

import segno

EDGE = 4  # squares of quiet around a code, as its standard wants


@cache
def code_svg(text: str, edge: int = EDGE) -> str:
    """A QR code at level M as one path. `currentColor`, so that the sheets decide; the size too."""
    code = segno.make_qr(text, error="m", boost_error=False)
    out = io.BytesIO()
    code.save(out, kind="svg", border=edge, xmldecl=False, svgns=False, omitsize=True, svgclass=None, lineclass=None, dark="#000")
    return out.getvalue().decode().strip().replace('stroke="#000"', 'stroke="currentColor"')


def code_drawing(text: str) -> str:
    """The same in black, to the edge: a sheet leaves its own white around it."""
    return code_svg(text, 0).replace("<svg ", '<svg xmlns="http://www.w3.org/2000/svg" ', 1).replace("currentColor", "#000")
