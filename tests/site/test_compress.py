import gzip
import random
from pathlib import Path

import brotli

from imh_parents.site.compress import compress


def test_text_gets_both_forms_and_they_unpack_to_the_same(tmp_path: Path) -> None:
    (tmp_path / "nl").mkdir()
    data = ("<p>Stil zitten mag.</p>" * 50).encode()
    (tmp_path / "nl" / "index.html").write_bytes(data)
    compress(tmp_path)
    assert brotli.decompress((tmp_path / "nl" / "index.html.br").read_bytes()) == data
    assert gzip.decompress((tmp_path / "nl" / "index.html.gz").read_bytes()) == data


def test_what_hardly_shrinks_or_is_no_text_stays_alone(tmp_path: Path) -> None:
    (tmp_path / "klein.txt").write_bytes(b"x")
    (tmp_path / "toeval.json").write_bytes(random.Random(1).randbytes(2000))
    (tmp_path / "icon.png").write_bytes(b"a" * 2000)
    compress(tmp_path)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["icon.png", "klein.txt", "toeval.json"]


def test_same_file_gives_the_same_bytes(tmp_path: Path) -> None:
    file = tmp_path / "a.css"
    file.write_bytes(b"a{color:red}" * 50)
    compress(tmp_path)
    once = {path.name: path.read_bytes() for path in tmp_path.iterdir()}
    compress(tmp_path)
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == once
