"""What a phone may send to subscribe or to stop, as models: they check the body and describe it in OpenAPI."""

from typing import Annotated, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, Field

from imh_parents.children.bands import BAND_IDS
from imh_parents.i18n.languages import CODES
from imh_parents.push.endpoints import LONGEST
from imh_parents.push.messages import TOPICS

Endpoint = Annotated[str, Field(min_length=1, max_length=LONGEST)]


def _band(value: str) -> str:
    if value not in BAND_IDS:
        raise ValueError(f"use one of {', '.join(BAND_IDS)}")
    return value


def _language(value: str) -> str:
    if value not in CODES:
        raise ValueError(f"use one of {', '.join(CODES)}")
    return value


class Keys(BaseModel):
    p256dh: str = Field(max_length=100)
    auth: str = Field(max_length=30)


class Subscription(BaseModel):
    """What a browser's `PushSubscription.toJSON()` gives; what else it says is not looked at and not kept."""

    endpoint: Endpoint
    keys: Keys


class Wish(BaseModel):
    """Everything there is to say; anything more is refused, so that nothing about a family can slip in."""

    model_config = ConfigDict(extra="forbid")

    subscription: Subscription
    language: Annotated[str, AfterValidator(_language), Field(json_schema_extra={"enum": list(CODES)})]
    topics: list[Literal[TOPICS]] = Field(min_length=1, max_length=len(TOPICS))  # type: ignore[valid-type]
    band: Annotated[str, AfterValidator(_band), Field(json_schema_extra={"enum": list(BAND_IDS)})] | None = None
    key_id: str = Field(max_length=16, description="the id that came with the key the subscription was made with")
    replaces: Endpoint | None = Field(None, description="the endpoint of before, when the browser gave another")


class Stop(BaseModel):
    model_config = ConfigDict(extra="forbid")

    endpoint: Endpoint
