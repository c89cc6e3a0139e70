"""The VAPID keys of this installation: in the data folder, readable by its owner only, or in IMH_VAPID_KEYS. Old ones are never thrown away."""

import json
import os
from dataclasses import dataclass
from pathlib import Path

from cryptography.hazmat.primitives.asymmetric import ec

from imh_parents.errors import SettingsError
from imh_parents.push.vapid import Key
from imh_parents.settings import Settings


@dataclass(frozen=True)
class Keys:
    """All keys, newest first. New subscriptions are made with the newest; older ones are written to with their own."""

    all: tuple[Key, ...]

    @property
    def newest(self) -> Key | None:
        return self.all[0] if self.all else None

    def by_id(self, key_id: str) -> Key | None:
        return next((key for key in self.all if key.id == key_id), None)


def load(settings: Settings) -> Keys:
    """What IMH_VAPID_KEYS says, and otherwise the file; no keys at all is an answer too: then nobody can subscribe."""
    if settings.vapid_keys:
        return Keys(tuple(_read(text.strip(), "IMH_VAPID_KEYS") for text in settings.vapid_keys.split(",")))
    file = _file(settings)
    if not file.exists():
        return Keys(())
    return Keys(tuple(_read(text, str(file)) for text in json.loads(file.read_text(encoding="utf-8"))))


def make(settings: Settings) -> Keys:
    """A new key, in front of those there are."""
    if settings.vapid_keys:
        raise SettingsError("IMH_VAPID_KEYS is set, so keys are kept there: put a new one in front, and leave the old ones for who subscribed with them")
    keys = Keys((Key.of(ec.generate_private_key(ec.SECP256R1())), *load(settings).all))
    _write(_file(settings), json.dumps([key.secret() for key in keys.all], indent=1))
    return keys


def _file(settings: Settings) -> Path:
    return settings.data_dir / "vapid.json"


def _read(text: str, where: str) -> Key:
    try:
        return Key.read(text)
    except ValueError as error:
        raise SettingsError(f"{where}: {error}") from error


def _write(file: Path, text: str) -> None:
    """Whole or not at all, and never readable by others, not even for a moment."""
    file.parent.mkdir(parents=True, exist_ok=True)
    half = file.with_suffix(".half")
    half.unlink(missing_ok=True)
    with os.fdopen(os.open(half, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w", encoding="utf-8") as output:
        output.write(text + "\n")
        output.flush()
        os.fsync(output.fileno())
    half.replace(file)
