"""What a user of the desk may be, and what that asks of them. Pure; the words for it stand with the pages."""

NURSE, EDITOR, CAMPAIGN, ADMIN = "nurse", "editor", "campaign", "admin"
ROLES = (NURSE, EDITOR, CAMPAIGN, ADMIN)
TWO_STEPS = frozenset({CAMPAIGN, ADMIN})  # may reach everybody, or change who may: a password alone is not enough


def meets(role: str, wanted: frozenset[str]) -> bool:
    """May somebody with `role` do what `wanted` is for? An admin may do everything."""
    return role == ADMIN or role in wanted
