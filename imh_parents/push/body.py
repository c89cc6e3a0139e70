"""What a push says: one Declarative Web Push message for every browser (W3C Push API, declarative push messages). Older ones' service workers read the same."""

import json
from collections.abc import Mapping

from imh_parents.errors import PushError
from imh_parents.i18n.languages import DEFAULT, language
from imh_parents.push.encryption import LARGEST

Texts = Mapping[str, Mapping[str, str]]  # {language: {"title", "line", "page"}}


def body(message_id: str, texts: Texts, code: str, tag: str, public_url: str) -> bytes:
    """In the subscriber's language, and in Dutch where the message has no text in it. The id lets the phone drop what it had already."""
    code = code if code in texts else DEFAULT.code
    if not (text := texts.get(code)):
        raise PushError(f"message {message_id} has no text in {DEFAULT.name}, which everybody gets whose own language is missing")
    notification = {
        "title": text["title"],
        "body": text["line"],
        "navigate": public_url + text["page"],
        "lang": code,
        "dir": language(code).dir,
        "tag": tag,
        "data": {"id": message_id},
    }
    made = json.dumps({"web_push": 8030, "notification": notification}, ensure_ascii=False, separators=(",", ":")).encode()
    if len(made) > LARGEST:
        raise PushError(f"message {message_id} is {len(made)} octets in {language(code).name}; a push carries at most {LARGEST}. Make the text shorter")
    return made
