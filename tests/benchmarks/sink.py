"""Push services for benchmarks: Debian's nginx on four ports, TLS and HTTP/2, 201 to every post once its body is read."""

import shutil
import subprocess
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import trustme

PORTS = (9541, 9542, 9543, 9544)
# `mirror` makes nginx read the body first; it would answer before and break the stream off otherwise.
SERVER = "server {{ listen 127.0.0.1:{} ssl http2 backlog=4096; location / {{ mirror /m; try_files /none =201; }} location = /m {{ internal; return 204; }} }}"
CONFIG = """
worker_processes 1; pid {folder}/nginx.pid; error_log {folder}/error.log warn; daemon off;
events {{ worker_connections 4096; multi_accept on; }}
http {{
  client_body_temp_path {folder}/t; proxy_temp_path {folder}/t; fastcgi_temp_path {folder}/t; uwsgi_temp_path {folder}/t; scgi_temp_path {folder}/t;
  log_format sink '$status $server_port $server_protocol $request_uri';
  access_log {folder}/access.log sink buffer=256k flush=200ms;
  keepalive_requests 100000000; client_max_body_size 8k; client_body_buffer_size 16k;
  ssl_certificate {folder}/server.pem; ssl_certificate_key {folder}/server.key; ssl_protocols TLSv1.3;
  {servers}
}}
"""


@contextmanager
def sink(folder: Path, core: int) -> Iterator[bytes]:
    """Runs while the block does, on one core; gives the certificate to trust."""
    nginx = shutil.which("nginx", path="/usr/sbin:/usr/bin:/usr/local/sbin")
    if not nginx:
        raise SystemExit("This benchmark needs nginx: apt-get install nginx-light")
    folder.mkdir()
    authority = trustme.CA()
    server = authority.issue_cert("127.0.0.1")
    server.private_key_pem.write_to_path(folder / "server.key")
    for part in server.cert_chain_pems:
        part.write_to_path(folder / "server.pem", append=True)
    (folder / "nginx.conf").write_text(CONFIG.format(folder=folder, servers="\n  ".join(map(SERVER.format, PORTS))))
    with subprocess.Popen(["taskset", "-c", str(core), nginx, "-p", folder, "-c", folder / "nginx.conf"]) as process:
        try:
            yield authority.cert_pem.bytes()
        finally:
            process.terminate()


def seen(folder: Path) -> Counter[tuple[str, ...]]:
    """Every request the sink saw: status, port, protocol, address."""
    return Counter(tuple(line.split()) for line in (folder / "access.log").read_text().splitlines() if not line.endswith("/m"))
