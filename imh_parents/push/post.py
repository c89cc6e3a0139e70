"""The wire of sending: one POST to a push service, and what it answered. Pyreqwest rather than httpx: for this it costs a thirtieth of the processor time."""

from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from contextlib import asynccontextmanager

from pyreqwest.client import ClientBuilder
from pyreqwest.exceptions import RequestError

from imh_parents.push.lanes import Answer, Pace

Post = Callable[[str, Mapping[str, str], bytes], Awaitable[Answer]]
FIXED = {"content-encoding": "aes128gcm", "content-type": "application/octet-stream"}


@asynccontextmanager
async def open_post(pace: Pace, authority: bytes | None = None) -> AsyncIterator[Post]:
    """A function that posts. It follows no redirect, keeps no cookie, uses no proxy and speaks https only. `authority`: a certificate to trust besides."""
    builder = ClientBuilder().http2(True).https_only(True).follow_redirects(False).no_proxy().default_headers(FIXED).timeout(pace.timeout)
    if authority:
        builder = builder.add_root_certificate_pem(authority)
    async with builder.build() as client:

        async def post(url: str, headers: Mapping[str, str], content: bytes) -> Answer:
            try:
                request = client.post(url)
            except ValueError:
                return Answer(None, never=True)
            try:
                # Streamed: the status is all that counts, and an answer without end is not waited for.
                async with request.headers(headers).body_bytes(content).streamed_read_buffer_limit(0).build_streamed() as response:
                    return Answer(response.status, response.get_header("retry-after"))
            except RequestError:
                return Answer(None)

        yield post
