"""Which subscriptions are let in: the server will write to these addresses."""

import base64

import pytest
from hypothesis import given
from hypothesis import strategies as st

from imh_parents.push.endpoints import LONGEST, Refused, bare_keys, origin
from imh_parents.push.services import service_of
from tests.push.people import Person

ROW = Person(1).row("https://fcm.googleapis.com", "key")


@pytest.mark.parametrize(
    ("endpoint", "found"),
    [
        ("https://fcm.googleapis.com/fcm/send/dH3s:APA91bF-x_Y", "https://fcm.googleapis.com"),
        ("https://fcm.googleapis.com/wp/dH3s:APA91bF-x_Y", "https://fcm.googleapis.com"),
        ("https://android.googleapis.com/gcm/send/APA91bF-x_Y", "https://android.googleapis.com"),
        ("https://updates.push.services.mozilla.com/wpush/v2/gAAAAABm-_x=", "https://updates.push.services.mozilla.com"),
        ("https://web.push.apple.com/QGxhY2Vob2xkZXI", "https://web.push.apple.com"),
        ("https://db5p.notify.windows.com/w/?token=BQYAAAB%2fabc%3d", "https://db5p.notify.windows.com"),
    ],
)
def test_real_push_services_are_let_in(endpoint: str, found: str) -> None:
    assert origin(endpoint) == found


@pytest.mark.parametrize(
    "endpoint",
    [
        "http://fcm.googleapis.com/fcm/send/x",
        "HTTPS://fcm.googleapis.com/fcm/send/x",
        "https://fcm.googleapis.com",
        "https://fcm.googleapis.com/",
        "https://fcm.googleapis.com:443/fcm/send/x",
        "https://fcm.googleapis.com:8443/fcm/send/x",
        "https://user@fcm.googleapis.com/x",
        "https://fcm.googleapis.com@evil.test/x",
        "https://fcm.googleapis.com.evil.test/x",
        "https://evil-fcm.googleapis.com/x",
        "https://fcm.googleapis.com./x",
        "https://FCM.googleapis.com/x",
        "https://fcm.googleapis.com/v1/projects/x/messages:send",
        "https://fcm.googleapis.com/fcm/sender",
        "https://fcm.googleapis.com/x/fcm/send/x",
        "https://fcm.googleapis.com//fcm/send/x",
        "https://updates.push.services.mozilla.com/v1/rotate",
        "https://push.apple.com/x",
        "https://push.apple.com.evil.test/x",
        "https://evilpush.apple.com/x",
        "https://.push.apple.com/x",
        "https://a..push.apple.com/x",
        "https://xn--e1a.push.apple.com\u3002evil.test/x",
        "https://xn--a.push.apple.com/x",  # the client that posts cannot read it
        "https://a.xn--0.notify.windows.com/x",
        "https://-.push.apple.com/x",
        "https://a-.push.apple.com/x",
        "https://" + "a" * 64 + ".push.apple.com/x",
        "https://" + ".".join(["a" * 60] * 4) + ".push.apple.com/x",  # longer than a name can be, and than the column of its lane
        "https://fcm。googleapis.com/x",
        "https://127.0.0.1/x",
        "https://[::1]/x",
        "https://2130706433/x",
        "https://0x7f.1/x",
        "https://169.254.169.254/latest/meta-data",
        "https://localhost/x",
        "https://192.168.1.1/x",
        "https://fcm.googleapis.com/../x",
        "https://fcm.googleapis.com/x/..%2f",
        "https://fcm.googleapis.com/x#y",
        "https://fcm.googleapis.com/x y",
        "https://fcm.googleapis.com/x\n",
        "https://fcm.googleapis.com\\@evil.test/x",
        "https://fcm.googleapis.com/x\r\nHost: evil.test",
        "https:fcm.googleapis.com/x",
        "//fcm.googleapis.com/x",
        "file:///etc/passwd",
        "https://permanently-removed.invalid/fcm/send/x",
        "https://fcm.googleapis.com/" + "x" * LONGEST,
        "",
    ],
)
def test_everything_else_is_refused(endpoint: str) -> None:
    with pytest.raises(Refused) as refused:
        origin(endpoint)
    assert refused.value.kind == "endpoint"


@given(st.text(alphabet="htps:/.@#?\\%[]0127fcmgoleapi。com ", max_size=60))
def test_whatever_is_let_in_is_on_a_known_host(tail: str) -> None:
    """However an address is put together, what a URL reader sees as its host is one of ours."""
    for endpoint in (tail, f"https://{tail}", f"https://fcm.googleapis.com{tail}"):
        try:
            found = origin(endpoint)
        except Refused:
            continue
        assert service_of(found) is not None
        assert endpoint.startswith(f"{found}/")


def test_keys_of_a_browser_are_let_in_without_their_padding() -> None:
    p256dh, auth = ROW["p256dh"], ROW["auth"]
    assert bare_keys(p256dh, auth) == (p256dh, auth)
    assert bare_keys(f"{p256dh}=", f"{auth}==") == (p256dh, auth)


def encoded(raw: bytes) -> str:
    return base64.urlsafe_b64encode(raw).decode().rstrip("=")


POINT = base64.urlsafe_b64decode(ROW["p256dh"] + "=")


@pytest.mark.parametrize(
    ("p256dh", "auth", "named"),
    [
        ("", ROW["auth"], "p256dh"),
        (encoded(POINT[:-1]), ROW["auth"], "p256dh"),
        (encoded(POINT + b"x"), ROW["auth"], "p256dh"),
        (encoded(b"\x04" + bytes(64)), ROW["auth"], "p256dh"),  # not on the curve
        (encoded(POINT[:-1] + bytes([POINT[-1] ^ 1])), ROW["auth"], "p256dh"),
        (encoded(b"\x02" + POINT[1:33]), ROW["auth"], "p256dh"),  # compressed: a point, but not as browsers give it
        (encoded(b"\x02" + POINT[1:]), ROW["auth"], "p256dh"),
        (base64.b64encode(b"\x04" + bytes([255]) * 64).decode(), ROW["auth"], "p256dh"),
        ("é" * 87, ROW["auth"], "p256dh"),
        (ROW["p256dh"], "", "auth"),
        (ROW["p256dh"], encoded(bytes(15)), "auth"),
        (ROW["p256dh"], encoded(bytes(17)), "auth"),
        (ROW["p256dh"], "a", "auth"),
        (ROW["p256dh"], ROW["auth"] + "===", "auth"),
    ],
)
def test_keys_nobody_can_encrypt_to_are_refused(p256dh: str, auth: str, named: str) -> None:
    with pytest.raises(Refused, match=rf"^keys\.{named} is not") as refused:
        bare_keys(p256dh, auth)
    assert refused.value.kind == "keys"
