import re

import segno

from imh_parents.campaign.poster_page import QUIET, bars


def test_the_code_on_the_poster_is_the_code() -> None:
    matrix = [list(map(bool, row)) for row in segno.make("https://goed.example/nl/", error="m", micro=False).matrix]
    drawn = [[False] * len(row) for row in matrix]
    for x, y, width in re.findall(r"M(\d+) (\d+)h(\d+)v1h-\d+z", bars(matrix)):
        for step in range(int(width)):
            drawn[int(y) - QUIET][int(x) - QUIET + step] = True
    assert drawn == matrix
