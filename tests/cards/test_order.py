from hypothesis import given
from hypothesis import strategies as st

from imh_parents.cards.models import Card, ThemeId
from imh_parents.cards.order import by_age, neighbours, related
from tests.samples import card

AGES = [("zw0", "zw12"), ("zw13", "zw40"), ("0d", "5w"), ("6w", "12m"), ("6w", "2m"), ("13m", "36m"), ("zw0", "60m")]


@st.composite
def decks(draw: st.DrawFn) -> dict[str, Card]:
    """Up to nine cards of any age, weight and theme."""
    found = {}
    for index in range(draw(st.integers(1, 9))):
        found[f"kaart-{index}"] = card(
            f"kaart-{index}",
            ages=draw(st.sampled_from(AGES)),
            themes=draw(st.lists(st.sampled_from(ThemeId.__args__), min_size=1, max_size=3, unique=True)),
            intensity=draw(st.sampled_from(["alledaags", "wringt", "zorg"])),
            situation=draw(st.sampled_from([[], ["verlies"], ["tweeling"]])),
        )
    return found


def test_by_age_is_first_day_then_last_day_then_slug() -> None:
    rows = [card("c", ages=("6w", "12m")), card("b", ages=("6w", "2m")), card("a", ages=("6w", "12m")), card("z", ages=("zw0", "60m"))]
    assert [row.slug for row in by_age({row.slug: row for row in rows})] == ["z", "b", "a", "c"]


@given(decks())
def test_reading_on_never_leads_to_a_heavy_card(cards: dict[str, Card]) -> None:
    for one in cards.values():
        assert [other for other in neighbours(one, cards) if other and not other.unasked] == []


@given(decks())
def test_reading_on_walks_along_every_everyday_card_and_back(cards: dict[str, Card]) -> None:
    road = [one for one in by_age(cards) if one.unasked]
    ends = [None, *road, None]
    assert [neighbours(one, cards) for one in road] == list(zip(ends[: len(road)], ends[2:], strict=True))


def test_heavy_card_leads_back_to_everyday_ones() -> None:
    cards = {row.slug: row for row in (card("a", ages=("0d", "1w")), card("b", ages=("1w", "2w"), intensity="zorg"), card("c", ages=("2w", "3w")))}
    assert neighbours(cards["b"], cards) == (cards["a"], cards["c"])


@given(decks())
def test_related_cards_are_others_at_most_three_and_not_heavy_unasked(cards: dict[str, Card]) -> None:
    for one in cards.values():
        found = related(one, cards)
        assert len(found) == len({other.slug for other in found}) <= 3
        assert one not in found
        if one.unasked:
            assert all(other.unasked for other in found)


def test_related_begins_with_the_cards_the_author_names_even_heavy_ones() -> None:
    cards = {
        row.slug: row
        for row in (card("a", related=["zwaar", "ver"]), card("b"), card("ver", ages=("37m", "48m"), themes=["eten-voeden"]), card("zwaar", intensity="zorg"))
    }
    assert [other.slug for other in related(cards["a"], cards)] == ["zwaar", "ver", "b"]


def test_related_prefers_the_same_theme_over_the_same_age_over_the_same_audience() -> None:
    rows = [
        card("een", ages=("6w", "12m"), audience=["vader"]),
        card("thema", ages=("37m", "48m"), audience=["opvang"]),
        card("leeftijd", ages=("6w", "12m"), themes=["eten-voeden"], audience=["opvang"]),
        card("allebei", ages=("6w", "12m"), themes=["eten-voeden"], audience=["vader"]),
        card("niets", ages=("37m", "48m"), themes=["eten-voeden"], audience=["opvang"]),
    ]
    cards = {row.slug: row for row in rows}
    assert [other.slug for other in related(cards["een"], cards, count=5)] == ["thema", "allebei"]


def test_related_to_a_loss_leads_to_loss_and_never_the_other_way() -> None:
    rows = [card("verlies", situation=["verlies"], intensity="zorg"), card("verlies-2", situation=["verlies"]), card("zorg", intensity="zorg"), card("gewoon")]
    cards = {row.slug: row for row in rows}
    assert [[other.slug for other in related(cards[slug], cards)] for slug in cards] == [
        ["gewoon", "verlies-2", "zorg"],
        ["gewoon", "verlies", "zorg"],
        ["gewoon"],
        [],
    ]
