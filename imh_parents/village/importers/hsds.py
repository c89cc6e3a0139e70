"""HSDS 3 from elsewhere: an API with pages, a JSON file, a file with one JSON service on a line, or the tabular package (folder or zip of CSV).

Large JSON is read piece by piece. Each record is made safe in records.py; this module only finds the records.
"""

import json
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import ijson

from imh_parents.errors import ImportRefused
from imh_parents.village.importers.fetch import Answer, Fetcher
from imh_parents.village.importers.tabular import read_package, read_tables
from imh_parents.village.records import Record, Refusal, read_service

PER_PAGE = 100
MAX_PAGES = 100_000
MAX_LINE = 4 * 1024 * 1024  # one service; a line longer than that was made to hurt
LISTS = {"contents", "services", "data", "results"}  # where services stand in an object


def read_api(base: str, source: str, fetcher: Fetcher, step: Callable[[int, int], None] = lambda done, total: None) -> Iterator[Record | Refusal]:
    """Every service of an HSDS API. `base` is the address above /services, or that of /services itself.

    All of it is fetched now, into a file, before the first is given: an import holds the database, and a slow server must not.
    """
    path = Path(fetcher.folder.name) / "services.ndjson"
    with path.open("w", encoding="utf-8") as file:
        for where, item in _pages(base, fetcher, step):
            file.write(json.dumps([where, item]) + "\n")
    return _fetched(path, source)


def _fetched(path: Path, source: str) -> Iterator[Record | Refusal]:
    with path.open(encoding="utf-8") as file:
        for line in file:
            where, item = json.loads(line)
            yield read_service(item, source, where)


def _pages(base: str, fetcher: Fetcher, step: Callable[[int, int], None]) -> Iterator[tuple[str, Any]]:
    services = base.rstrip("/").removesuffix("/services") + "/services"
    page, pages = 1, 1
    while page <= min(pages, MAX_PAGES):
        url = f"{services}?{urlencode({'full': 'true', 'page': page, 'per_page': PER_PAGE})}"
        body = _json(fetcher.get(url), url)
        contents = body.get("contents") if isinstance(body, dict) else None
        if not isinstance(contents, list):
            raise ImportRefused(f"{url} is not a page of an HSDS 3 API: it has no list of contents")
        pages = int(body.get("total_pages") or 1)
        step(page, pages)
        for index, item in enumerate(contents):
            yield f"page {page}, service {index + 1}", _whole(item, services, fetcher)
        page += 1


def _whole(item: Any, services: str, fetcher: Fetcher) -> Any:
    """HSDS lists may leave out what there are many of; then the service itself is asked for."""
    if not isinstance(item, dict) or not item.get("id") or any(isinstance(value, list) for value in item.values()):
        return item
    url = f"{services}/{item['id']}"
    whole = _json(fetcher.get(url), url)
    return whole if isinstance(whole, dict) and whole.get("id") == item["id"] else item


def _json(answer: Answer | None, url: str) -> Any:
    if answer is None:
        raise ImportRefused(f"{url} answered that nothing changed, though nothing was known of it")
    try:
        return json.loads(answer.path.read_bytes())
    except (ValueError, RecursionError) as error:
        raise ImportRefused(f"{url} is not JSON ({error})") from error
    finally:
        answer.path.unlink(missing_ok=True)


def read_file(path: Path, source: str) -> Iterator[Record | Refusal]:
    """A JSON file (one service, a list, a page, or the tabular form as one object), or a package of CSV files."""
    if path.is_dir() or zipfile.is_zipfile(path):
        yield from read_package(path, source)
    elif _has_lines(path):
        yield from read_lines(path, source)
    else:
        yield from read_json(path, source)


def _has_lines(path: Path) -> bool:
    """Is the first line a whole object, with another behind it? That is ndjson, whatever the file is called."""
    with path.open("rb") as file:
        first, second = file.readline(MAX_LINE), file.readline(2).strip()
    try:
        return bool(second) and isinstance(json.loads(first), dict)
    except (ValueError, RecursionError):
        return False


def read_lines(path: Path, source: str) -> Iterator[Record | Refusal]:
    """One service on a line; a broken line leaves the others."""
    with path.open("rb") as file:
        for number, line in enumerate(iter(lambda: file.readline(MAX_LINE + 1), b""), 1):
            if len(line) > MAX_LINE:
                raise ImportRefused(f"{path.name}, line {number}: is longer than {MAX_LINE // 1024} KiB")
            if line.strip():
                yield _line(line, source, f"line {number}")


def _line(line: bytes, source: str, where: str) -> Record | Refusal:
    try:
        return read_service(json.loads(line), source, where)
    except (ValueError, RecursionError) as error:
        return Refusal(where, f"is not JSON ({error})", line[:1000].decode(errors="replace").strip())


def read_json(path: Path, source: str) -> Iterator[Record | Refusal]:
    prefix = _prefix(path)
    try:
        with path.open("rb") as file:
            if prefix == "":
                whole = json.load(file)
                tables = {name.removesuffix(".csv"): rows for name, rows in whole.items() if name.endswith(".csv") and isinstance(rows, list)}
                yield from read_tables(tables, source) if tables else [read_service(whole, source, "service 1")]
                return
            for index, item in enumerate(ijson.items(file, prefix, use_float=True)):
                yield read_service(item, source, f"service {index + 1}")
    except (ijson.JSONError, ValueError, RecursionError) as error:
        raise ImportRefused(f"{path.name} is not JSON ({error})") from error


def _prefix(path: Path) -> str:
    """Where the services stand in a JSON file; "" when the file is one service or all tables."""
    try:
        with path.open("rb") as file:
            for prefix, event, value in ijson.parse(file, use_float=True):
                if prefix == "" and event == "start_array":
                    return "item"
                if prefix in LISTS and event == "start_array":
                    return f"{prefix}.item"
                if prefix == "" and event == "map_key" and (value == "name" or value.endswith(".csv")):
                    return ""
    except ijson.JSONError as error:
        raise ImportRefused(f"{path.name} is not JSON ({error})") from error
    raise ImportRefused(f"{path.name} holds no HSDS services")
