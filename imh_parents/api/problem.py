"""The one shape of an error of the API: problem details (RFC 9457). Every kind of refusal has a name, and KINDS says what each means."""

from typing import Any

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import JSONResponse

MEDIA_TYPE = "application/problem+json"
ADDRESS = "/api/problems"  # what a `type` leads to: this table
KINDS = {
    "bad-request": "This request cannot be understood",
    "not-json": "This request is not JSON",
    "other-origin": "Only pages of this app may send this",
    "not-found": "There is nothing here",
    "method": "This address does not take that method",
    "too-large": "This request is too large",
    "too-many": "Too many requests",
    "broken": "Something went wrong here",
    "not-ready": "This is not set up yet",
    "other-key": "This was made with a key of another app",
    "endpoint": "This is not the address of a push service",
    "keys": "These are not the keys of a subscription",
    "login": "This does not let you in",
    "role": "Your role does not allow this",
    "link": "This link no longer works",
    "password": "This password cannot be used",
}
OF_STATUS = {400: "bad-request", 403: "other-origin", 404: "not-found", 405: "method", 413: "too-large", 415: "not-json", 429: "too-many", 503: "not-ready"}


class Problem(HTTPException):
    """Raised by a handler; `detail` says what to do about it, `kind` is one of KINDS where the status alone says too little."""

    def __init__(self, status: int, detail: str, headers: dict[str, str] | None = None, kind: str = "") -> None:
        super().__init__(status, detail, headers)
        self.kind = kind


def problem(status: int, detail: str, headers: dict[str, str] | None = None, kind: str = "") -> JSONResponse:
    name = kind or OF_STATUS.get(status, "broken")
    body = {"type": f"{ADDRESS}#{name}", "title": KINDS[name], "status": status, "detail": detail}
    return JSONResponse(body, status, headers={"cache-control": "no-store"} | dict(headers or {}), media_type=MEDIA_TYPE)


async def on_http_exception(request: Request, error: Exception) -> JSONResponse:
    status: int = getattr(error, "status_code", 500)
    detail = str(getattr(error, "detail", ""))
    headers: Any = getattr(error, "headers", None)
    own = isinstance(error, Problem)
    return problem(status, detail if own else f"{request.method} {request.url.path}", headers, getattr(error, "kind", ""))


async def on_error(request: Request, error: Exception) -> JSONResponse:
    return problem(500, "The request was fine; try again later.")
