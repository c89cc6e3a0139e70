"""The light colour of every token a drawing may use. `ui` owns the tokens; these are what `<img>` and print fall back on."""

from __future__ import annotations

LIGHT: dict[str, str] = {
    "paper": "#fbf4e6", "sheet": "#f4e8d0", "ink": "#2a2320", "ink-soft": "#4f443d", "line": "#2a2320",
    "clay": "#7c3013", "clay-patch": "#d98159",
    "honey-tint": "#fae6b8", "honey-patch": "#efb64a",
    "plum-tint": "#ebdde2", "plum-patch": "#a97a97",
    "sage-tint": "#dfe7d3", "sage-patch": "#9db489",
    "sky-tint": "#d7e6ea", "sky-patch": "#8fb7c4",
    "lamp": "#f6c757", "pane": "#cfd8d2", "white-patch": "#fffaf0",
    "skin-1": "#f3cfae", "skin-2": "#dba980", "skin-3": "#a8724c", "skin-4": "#75503a",
    "hair-1": "#3a2a24", "hair-2": "#9a5a2c", "hair-3": "#b9ada0",
    "app-bg": "#c4643c", "app-path": "#9db489", "app-wall": "#fbf4e6", "app-lamp": "#f6c757", "app-ink": "#2a2320",
}


def paint(token: str) -> str:
    """The value of a fill or stroke attribute for a token, with its light colour behind it."""
    return token if token in ("none", "currentColor") else f"var(--{token}, {LIGHT[token]})"
