"""Tabs keep their state when the server that held them died.

Reflex gives a tab that comes back a new, empty state when another server still says it has the tab: it might be a copy of that tab.
Of a server that was killed that stays written in Redis, so what was open there would be lost to who comes back.
"""

import pickle

import reflex as rx
from reflex.state import StateUpdate
from reflex.utils.token_manager import LostAndFoundRecord, RedisTokenManager

NOBODY = pickle.dumps(LostAndFoundRecord(token="", update=StateUpdate()))  # the update for a tab that no server has: heard, and dropped


class Tabs(RedisTokenManager):
    """Asks the server that should have a tab whether it is there at all."""

    async def link_token_to_sid(self, token: str, sid: str) -> str | None:
        key = self._get_redis_key(token)
        record = await self.redis.get(key)
        if record and not await self._there(pickle.loads(record).instance_id):
            await self.redis.delete(key)
        return await super().link_token_to_sid(token, sid)

    async def _there(self, instance: str) -> bool:
        """Every server listens to a channel of its own, and Redis says how many heard."""
        return bool(await self.redis.publish(f"channel:{self._get_lost_and_found_key(instance)}", NOBODY))


def keep_tabs(app: rx.App) -> None:
    """Only with a Redis: without it one server has every tab."""
    namespace = app.event_namespace
    if namespace and isinstance(namespace._token_manager, RedisTokenManager):
        namespace._token_manager = Tabs(namespace._token_manager.redis)
