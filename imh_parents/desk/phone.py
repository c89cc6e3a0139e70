"""Asks this browser for the push subscription it made in the app, and hands it to the server: to try a message on one's own phone."""

from typing import Any

import reflex as rx
from reflex_base.utils.imports import ImportVar

CODE = """
function DeskPhone({ children, onEndpoint, className }) {
  const ask = async () => {
    const worker = await navigator.serviceWorker?.getRegistration("/");
    const made = await worker?.pushManager?.getSubscription();
    onEndpoint(made ? made.endpoint : "");
  };
  return createElement("button", { type: "button", className, onClick: ask }, children);
}
"""


class Phone(rx.Component):
    """A button."""

    tag = "DeskPhone"
    on_endpoint: rx.EventHandler[rx.event.passthrough_event_spec(str)]  # type: ignore[valid-type,type-arg]  # Reflex reads it so

    def add_imports(self) -> Any:
        return {"react": [ImportVar(tag="createElement")]}

    def add_custom_code(self) -> list[str]:
        return [CODE]
