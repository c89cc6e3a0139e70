"""Compresses what is served, once, at build."""

import gzip
import os
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import brotli

SUFFIXES = (".html", ".js", ".json", ".svg", ".webmanifest", ".xml", ".txt", ".css")
WORTH_IT = 0.95  # a file that hardly shrinks is served as it is


def compress(out: Path) -> None:
    """Write .br and .gz beside every text file under `out`."""
    files = [path for path in out.rglob("*") if path.is_file() and path.suffix in SUFFIXES]
    with ThreadPoolExecutor(os.cpu_count()) as pool:  # both compressors let go of the interpreter lock
        list(pool.map(_one, files))


def _one(path: Path) -> None:
    data = path.read_bytes()
    window = 24 if len(data) > 1 << 20 else 22  # a pack repeats itself over megabytes
    for suffix, packed in ((".br", brotli.compress(data, quality=11 if len(data) < 1 << 20 else 10, lgwin=window)), (".gz", gzip.compress(data, 9, mtime=0))):
        if len(packed) < WORTH_IT * len(data):
            path.with_name(path.name + suffix).write_bytes(packed)
