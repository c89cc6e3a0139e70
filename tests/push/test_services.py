import pytest

from imh_parents.push.services import SERVICES, origin_of, service_of


@pytest.mark.parametrize(
    ("endpoint", "name"),
    [
        ("https://fcm.googleapis.com/fcm/send/abc", "Google"),
        ("https://updates.push.services.mozilla.com/wpush/v2/abc", "Mozilla"),
        ("https://web.push.apple.com/QGuQ", "Apple"),
        ("https://db5p.notify.windows.com/w/?token=abc", "Microsoft"),
        ("https://FCM.googleapis.com/fcm/send/abc", "Google"),
    ],
)
def test_services_known_by_the_host_of_an_endpoint(endpoint, name):
    service = service_of(origin_of(endpoint))
    assert service is not None
    assert service.name == name


@pytest.mark.parametrize(
    "endpoint",
    [
        "http://fcm.googleapis.com/fcm/send/abc",
        "https://fcm.googleapis.com:8443/x",
        "https://fcm.googleapis.com@10.0.0.1/x",
        "https://fcm.googleapis.com.example.org/x",
        "https://evilnotify.windows.com/x",
        "https://127.0.0.1/x",
        "https://[::1]/x",
        "https:///x",
        "",
    ],
)
def test_other_addresses_belong_to_no_service(endpoint):
    assert service_of(origin_of(endpoint)) is None


def test_google_is_planned_for_its_lowest_limit():
    assert SERVICES[0].rate * 60 <= 1000
