"""HSDS from elsewhere, in every form it comes in, and in forms it should not come in."""

import io
import json
import zipfile
from pathlib import Path
from typing import Any

import httpx
import pytest

from imh_parents.errors import ImportRefused
from imh_parents.village.importers.fetch import Fetcher
from imh_parents.village.importers.hsds import MAX_LINE, read_api, read_file
from imh_parents.village.importers.tabular import Joined
from imh_parents.village.records import Record, Refusal, read_service, text_of, web_of
from tests.village.test_hsds import specified

SERVICE = {"id": "7", "name": "Inloop", "status": "active", "organization": {"id": "1", "name": "Huis", "description": "Huis"}}


def api(answers: dict[str, Any]) -> list[Record | Refusal]:
    def handler(request: httpx.Request) -> httpx.Response:
        key = request.url.path.removeprefix("/hsds/") + (f"?{request.url.params['page']}" if "page" in request.url.params else "")
        return httpx.Response(200, content=answers[key] if isinstance(answers[key], bytes) else json.dumps(answers[key]).encode())

    with Fetcher(httpx.MockTransport(handler), resolve=lambda host: ["93.184.215.14"]) as fetcher:
        return list(read_api("https://bron.test/hsds/", "bron", fetcher))


def test_every_page_is_read_and_thin_services_are_asked_whole() -> None:
    whole = SERVICE | {"id": "8", "phones": [{"id": "p", "number": "106"}]}
    found = api(
        {
            "services?1": {"total_pages": 2, "contents": [SERVICE | {"languages": []}]},
            "services?2": {"total_pages": 2, "contents": [{"id": "8", "name": "Inloop", "status": "active"}]},
            "services/8": whole,
        }
    )
    assert [item.source_id for item in found] == ["7", "8"]
    assert isinstance(found[1], Record) and [phone.number for phone in found[1].service.phones] == ["106"]


def test_all_is_fetched_before_the_first_is_given() -> None:
    """An import holds the database from its first record to its last."""
    asked = 0

    def handler(request: httpx.Request) -> httpx.Response:
        nonlocal asked
        asked += 1
        return httpx.Response(200, json={"total_pages": 3, "contents": [SERVICE | {"id": str(asked), "languages": []}]})

    with Fetcher(httpx.MockTransport(handler), resolve=lambda host: ["93.184.215.14"]) as fetcher:
        items = read_api("https://bron.test/hsds/", "bron", fetcher)
        assert asked == 3
        assert [item.source_id for item in items] == ["1", "2", "3"]


@pytest.mark.parametrize("body", [{"services": []}, [1], b"<html>", b"[" * 100_000])
def test_an_answer_that_is_no_page_is_refused(body: Any) -> None:
    with pytest.raises(ImportRefused, match="is not"):
        api({"services?1": body})


HTML = (
    "<b>Huis</b>",
    "Huis <script>alert(1)</script>",
    "&lt;img src=x onerror=alert(1)&gt;",
    "&amp;lt;b&amp;gt;Huis",
    "<svg/onload=alert(1)>",
    "Huis<!--",
    "<a href=//x",
)


@pytest.mark.parametrize("name", HTML)
@pytest.mark.parametrize("at", ["", "organization"])
def test_html_in_a_name_is_refused(name: str, at: str) -> None:
    raw = SERVICE | ({at: {**SERVICE[at], "name": name}} if at else {"name": name})
    assert read_service(raw, "bron", "service 1") == Refusal("service 1", f"name holds HTML, {name!r}; write plain text", source_id="7")


@pytest.mark.parametrize("name", ["Mama's & papa's", "Huis &amp; Tuin", "Ik <3 mijn baby", "0 < 5 jaar", "CKG 'De Schommel'"])
def test_a_name_with_signs_is_a_name(name: str) -> None:
    made = read_service(SERVICE | {"name": name}, "bron", "service 1")
    assert isinstance(made, Record) and made.service.name == name.replace("&amp;", "&")


@pytest.mark.parametrize("shape", [lambda s: s, lambda s: [s], lambda s: {"contents": [s]}, lambda s: {"total_items": 1, "services": [s]}])
def test_json_files_of_every_shape(tmp_path: Path, shape: Any) -> None:
    path = tmp_path / "data.json"
    path.write_text(json.dumps(shape({"name": "Inloop"} | SERVICE)), encoding="utf-8")
    found = list(read_file(path, "bron"))
    assert [item.service.name for item in found if isinstance(item, Record)] == ["Inloop"]


def test_one_broken_service_leaves_the_others(tmp_path: Path) -> None:
    path = tmp_path / "data.json"
    path.write_text(json.dumps([SERVICE, {"id": "9", "name": "X", "status": "open"}, "tekst", {"name": "zonder id"}, SERVICE | {"id": "10"}]), encoding="utf-8")
    found = list(read_file(path, "bron"))
    assert [type(item).__name__ for item in found] == ["Record", "Refusal", "Refusal", "Refusal", "Record"]
    assert [(item.where, item.source_id) for item in found if isinstance(item, Refusal)] == [("service 2", "9"), ("service 3", None), ("service 4", None)]
    assert "status: Input should be 'active'" in next(item.reason for item in found if isinstance(item, Refusal))


def test_one_service_on_a_line(tmp_path: Path) -> None:
    path = tmp_path / "data.ndjson"
    path.write_text("\n".join([json.dumps(SERVICE), '{"half', "", json.dumps(SERVICE | {"id": "9"})]), encoding="utf-8")
    found = list(read_file(path, "bron"))
    assert [item.source_id for item in found] == ["7", None, "9"]
    assert isinstance(found[1], Refusal) and (found[1].where, found[1].row) == ("line 2", '{"half')
    assert found[1].reason.startswith("is not JSON (")


def test_a_line_without_end_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "data.ndjson"
    path.write_text(json.dumps(SERVICE) + "\n{" + " " * (MAX_LINE + 10), encoding="utf-8")
    with pytest.raises(ImportRefused, match="line 2: is longer than 4096 KiB"):
        list(read_file(path, "bron"))


TABLES = {
    "services": "id,organization_id,name,status,description\ns1,o1,Inloop,active,Voor wie wil\ns2,o1,Kring,active,<b>Warm</b> welkom\ns3,o9,,active,\n",
    "organizations": "id,name,description\no1,Huis,Huis\n",
    "service_at_location": "id,service_id,location_id\nx1,s1,l1\n",
    "locations": "id,location_type,latitude,longitude\nl1,physical,51.05,3.72\n",
    "addresses": "id,location_id,address_1,city,state_province,postal_code,country,address_type\na1,l1,Dorp 1,Gent,OVL,9000,BE,physical\n",
    "phones": "id,service_id,location_id,number\np1,s1,,106\np2,,l1,107\n",
    "attributes": "id,link_id,taxonomy_term_id,link_entity\nt1,s1,k1,service\n",
    "taxonomy_terms": "id,code,name,description,taxonomy_id\nk1,praten,praten,praten,y1\n",
    "taxonomies": "id,name,description\ny1,need,Nood\n",
}


def package(tmp_path: Path, zipped: bool) -> Path:
    folder = tmp_path / "package"
    folder.mkdir()
    for name, text in TABLES.items():
        (folder / f"{name}.csv").write_text(text, encoding="utf-8")
    if not zipped:
        return folder
    with zipfile.ZipFile(tmp_path / "package.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        for file in folder.iterdir():
            archive.write(file, f"data/{file.name}")
    return tmp_path / "package.zip"


@pytest.mark.parametrize("zipped", [False, True])
def test_the_tabular_package_joins_into_services(tmp_path: Path, zipped: bool) -> None:
    first, second, third = read_file(package(tmp_path, zipped), "bron")
    assert isinstance(first, Record) and isinstance(second, Record)
    service = first.service
    assert (service.description, service.organization.name if service.organization else None) == ("Voor wie wil", "Huis")
    location = service.service_at_locations[0].location
    assert location and (location.latitude, location.addresses[0].city, location.phones[0].number) == (51.05, "Gent", "107")
    assert [phone.number for phone in service.phones] == ["106"]
    assert service.attributes[0].taxonomy_term and service.attributes[0].taxonomy_term.code == "praten"
    assert (second.service.name, second.service.description) == ("Kring", "Warm welkom")
    assert third == Refusal("services.csv row 4", "name: Field required", source_id="s3")


@pytest.mark.parametrize(
    ("table", "cell", "where"),
    [("services", "Voor wie wil", "description"), ("phones", "106", "phones.0.number"), ("organizations", "Huis,Huis", "organization.name")],
)
def test_a_formula_anywhere_under_a_service_refuses_that_service(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, table: str, cell: str, where: str) -> None:
    monkeypatch.setitem(TABLES, table, TABLES[table].replace(cell, "=1+1,Huis" if "," in cell else "=1+1"))
    first, *_ = read_file(package(tmp_path, zipped=False), "bron")
    assert isinstance(first, Refusal) and first.source_id == "s1"
    assert first.reason == f"{where} holds a formula, '=1+1'; write the value itself, as plain text"


def test_ids_are_the_same_in_every_run_and_differ_by_source(tmp_path: Path) -> None:
    once, again, other = (read_service(SERVICE, source, "x") for source in ("a", "a", "b"))
    assert once == again
    assert isinstance(once, Record) and isinstance(other, Record) and once.service.id != other.service.id


def test_the_examples_of_the_specification_import(tmp_path: Path) -> None:
    for name in ("service_full", "service_list", "tabular"):
        path = tmp_path / f"{name}.json"
        path.write_text(json.dumps(specified(f"examples/{name}.json")), encoding="utf-8")
        found = list(read_file(path, "voorbeeld"))
        assert [item.service.name for item in found if isinstance(item, Record)] == ["Community Counselling"], (name, found)


def test_a_zip_bomb_and_a_broken_zip_are_refused(tmp_path: Path) -> None:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("services.csv", b"0" * 80_000_000)
    bomb, broken = tmp_path / "bomb.zip", tmp_path / "broken.zip"
    bomb.write_bytes(data.getvalue())
    broken.write_bytes(data.getvalue()[:2000] + b"\0" * 2000 + data.getvalue()[4000:])
    with pytest.raises(ImportRefused, match="would unpack to"):
        list(read_file(bomb, "bron"))
    with pytest.raises(ImportRefused):
        list(read_file(broken, "bron"))


@pytest.mark.parametrize("text", ["", "{", "[1, 2", '{"a": 1}', "<html>", '{"version": "3.0"}'])
def test_what_is_no_hsds_is_refused(tmp_path: Path, text: str) -> None:
    path = tmp_path / "x.json"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(ImportRefused, match=r"x\.json"):
        list(read_file(path, "bron"))


def test_a_row_that_points_to_itself_ends() -> None:
    rows = {"services": [{"id": "s", "name": "S", "status": "active"}], "phones": [{"id": "p", "service_id": "s", "phone_id": "p", "number": "1"}]}
    assert read_service(Joined(rows).service(rows["services"][0]), "x", "x") is not None


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ("<script>alert(1)</script>Huis", "Huis"),
        ("Huis <img src=x onerror=alert(1)>", "Huis"),
        ("&lt;b&gt;Huis&lt;/b&gt;", "Huis"),
        ("&amp;lt;script&amp;gt;x&amp;lt;/script&amp;gt;Huis", "Huis"),
        ("Huis\u202e\x00 van", "Huis van"),
        ("kinderen < 3 jaar", "kinderen < 3 jaar"),
        ("R&amp;D", "R&D"),
        ("<svg onload=alert(1)", ""),
    ],
)
def test_text_is_text(given: str, expected: str) -> None:
    assert text_of(given) == expected


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ("https://voorbeeld.test/x", "https://voorbeeld.test/x"),
        ("www.voorbeeld.test", "https://www.voorbeeld.test"),
        ("javascript:alert(1)", None),
        ("data:text/html,x", None),
        ('https://x.test/"onclick=', None),
        ("zie facebook", None),
    ],
)
def test_only_web_addresses_become_links(given: str, expected: str | None) -> None:
    assert web_of(given) == expected
