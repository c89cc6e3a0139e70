"""The one shape of an error of the API: problem details (RFC 9457)."""

from typing import Any

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import JSONResponse

MEDIA_TYPE = "application/problem+json"
TITLES = {
    400: "This request cannot be understood",
    403: "This request is not allowed",
    404: "There is nothing here",
    405: "This address does not take that method",
    413: "This request is too large",
    415: "This request is not JSON",
    429: "Too many requests",
    500: "Something went wrong here",
}


class Problem(HTTPException):
    """Raised by a handler; `detail` says what to do about it."""


def problem(status: int, detail: str, headers: dict[str, str] | None = None) -> JSONResponse:
    body = {"type": "about:blank", "title": TITLES.get(status, "This did not work"), "status": status, "detail": detail}
    return JSONResponse(body, status, headers={"cache-control": "no-store"} | dict(headers or {}), media_type=MEDIA_TYPE)


async def on_http_exception(request: Request, error: Exception) -> JSONResponse:
    status: int = getattr(error, "status_code", 500)
    detail = str(getattr(error, "detail", ""))
    headers: Any = getattr(error, "headers", None)
    return problem(status, detail if isinstance(error, Problem) else f"{request.method} {request.url.path}", headers)


async def on_error(request: Request, error: Exception) -> JSONResponse:
    return problem(500, "The request was fine; try again later.")
