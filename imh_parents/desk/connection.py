"""Tells whoever works here that the connection is away, and that it is back. Nothing typed is lost meanwhile."""

from typing import Any

import reflex as rx
from reflex_base.utils.imports import ImportVar

from imh_parents.desk.words import t

# Written for the browser, because the server is the one that is away. Empty while all is well, and always in the page, so that a
# screen reader hears it change. Reflex makes a new list of errors at every connection: so a connection that came back at the first try,
# to another server perhaps, is noticed too. The first of a document is not news; a change of page within it makes no new one.
CODE = """
function DeskConnection({ lost, back, className }) {
  const errors = useContext(EventLoopContext)[1];
  const seen = useRef(errors);
  const [away, setAway] = useState(false);
  useEffect(() => {
    if (errors.length) { setAway(true); return; }
    if (errors !== seen.current) {
      seen.current = errors;
      if (window.deskWasOpen) setAway(true);
      window.deskWasOpen = true;
    }
    if (!away) return;
    const timer = setTimeout(() => setAway(false), 6000);
    return () => clearTimeout(timer);
  }, [errors, away]);
  return createElement("p", { role: "status", className }, errors.length ? lost : away ? back : "");
}
"""


class Connection(rx.Component):
    """A quiet line at the top of the page."""

    tag = "DeskConnection"
    lost: rx.Var[str]
    back: rx.Var[str]

    def add_imports(self) -> Any:
        react = [ImportVar(tag=name) for name in ("createElement", "useContext", "useEffect", "useRef", "useState")]
        return {"react": react, "$/utils/context": [ImportVar(tag="EventLoopContext", install=False)]}

    def add_custom_code(self) -> list[str]:
        return [CODE]


def connection() -> Any:
    return Connection.create(
        lost=t("De verbinding is even weg. Wat je typte, blijft staan. We proberen het vanzelf opnieuw."),
        back=t("De verbinding was even weg en is er weer."),
        class_name="connection",
    )
