"""Asks the server something every few seconds, as long as the page is looked at. A question each time, so the guard sees each one
and nothing runs on after the tab is closed."""

from typing import Any

import reflex as rx
from reflex_base.utils.imports import ImportVar

CODE = """
function DeskEvery({ seconds, onTick }) {
  const latest = useRef(onTick);
  latest.current = onTick;
  useEffect(() => {
    const timer = setInterval(() => { if (!document.hidden) latest.current(); }, seconds * 1000);
    return () => clearInterval(timer);
  }, [seconds]);
  return null;
}
"""


class Every(rx.Component):
    """Shows nothing."""

    tag = "DeskEvery"
    seconds: rx.Var[int]
    on_tick: rx.EventHandler[rx.event.no_args_event_spec]  # type: ignore[type-arg,valid-type]  # Reflex reads it so

    def add_imports(self) -> Any:
        return {"react": [ImportVar(tag=name) for name in ("useEffect", "useRef")]}

    def add_custom_code(self) -> list[str]:
        return [CODE]
