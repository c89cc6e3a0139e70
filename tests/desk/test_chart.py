"""The columns of a small chart."""

from itertools import pairwise

from imh_parents.desk.chart import ABOVE, HEIGHT, WIDTH, columns


def test_the_highest_column_leaves_room_for_its_number_and_the_others_are_in_scale():
    high, half, low = columns([("a", 40), ("b", 20), ("c", None)], "minder dan 5")
    assert (high.y, high.height) == (ABOVE, HEIGHT - ABOVE)
    assert half.height * 2 == high.height
    assert (low.height, low.told, low.words) == (0, False, "minder dan 5")
    assert (high.words, high.told) == ("40", True)


def test_columns_stand_beside_each_other_inside_the_box():
    found = columns([(str(week), week) for week in range(12)], "")
    assert all(one.x + one.width < other.x for one, other in pairwise(found))
    assert found[-1].x + found[-1].width <= WIDTH
    assert all(one.y + one.height == HEIGHT for one in found)


def test_nothing_to_show_is_no_chart():
    assert columns([], "") == []
    assert {one.height for one in columns([("a", None)], "")} == {0}
