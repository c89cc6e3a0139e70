"""Where the places come from: the sources, their last import, and a new one with its progress and report."""

from dataclasses import dataclass

from imh_parents.desk.state import Undone, changing, may, reading
from imh_parents.desk.village_run import RUNS, Run
from imh_parents.desk.village_state import Village
from imh_parents.desk.village_words import COUNT_WORDS, count_words
from imh_parents.desk.words import t, when
from imh_parents.people.roles import EDITOR
from imh_parents.settings import settings
from imh_parents.village import sources
from imh_parents.village.sources import CURATED, Taken, Wanted

IMPORTS = "bronnen"


@dataclass
class Group:
    """What an import did of one kind, by name; `english` where the program's own words stand in it."""

    words: str
    names: list[str]
    english: bool


@dataclass
class SourceRow:
    """A source, in words. `alone`: it can be read again from here."""

    name: str
    title: str
    last: str
    alone: bool
    running: bool
    progress: str
    done: int
    expected: int
    outcome: str
    detail: str  # in the program's own words
    shrunk: bool
    groups: list[Group]


class Imports(Village):
    """A substate for the view it shares. Progress is asked for every second while something runs."""

    sources: list[SourceRow] = []
    running: bool = False

    @may(EDITOR)
    async def open(self) -> None:
        self.view = IMPORTS
        await self._sources()

    @may(EDITOR)
    async def look(self) -> None:
        await self._sources()

    @may(EDITOR)
    async def start(self, name: str, accept: bool = False) -> None:
        """Reads a source again that is known here; `accept` although it lost much."""
        async with reading() as conn:
            found = next((one for one in await sources.sources(conn) if one.name == name and one.alone), None)
        if found is None:
            return
        async with changing("import", found.name, {"accept": accept is True}):
            if not RUNS.start(settings(), Wanted(found.kind, found.name, found.where, accept=accept is True, again=True)):
                self.said = t("Deze bron wordt net gelezen.")
                raise Undone
        await self._sources()

    async def _sources(self) -> None:
        async with reading() as conn:
            found = await sources.sources(conn)
        self.sources = [_row(one, RUNS.by_name.get(one.name)) for one in found]
        self.running = any(row.running for row in self.sources)


def _row(taken: Taken, run: Run | None) -> SourceRow:
    last = t("Laatst op {moment}: {counts}.", moment=when(taken.started), counts=count_words(taken.counts)) if taken.started else t("Nog nooit binnengenomen.")
    return SourceRow(
        taken.name,
        t("Onze eigen lijst") if taken.name == CURATED else taken.name,
        " ".join((last, t("Nu in de lijst: {n}.", n=t.number(taken.shown)))),
        taken.alone,
        run is not None and run.running,
        _progress(run) if run else "",
        run.done if run else 0,
        max(run.expected, run.done) if run else 0,
        _outcome(run) if run and not run.running else "",
        run.refused if run else "",
        run is not None and run.shrunk is not None,
        _groups(run) if run else [],
    )


def _progress(run: Run) -> str:
    if not run.done and run.down:
        return t("Bezig: {n} kB binnengehaald.", n=t.number(run.down // 1000))
    return t("Bezig: {n} plekken gelezen.", n=t.number(run.done))


def _outcome(run: Run) -> str:
    """How it ended."""
    if run.shrunk:
        return t("Niet binnengenomen: {n} van de {m} plekken zouden verdwijnen. Er veranderde niets.", n=run.shrunk.lost, m=run.shrunk.before)
    if run.refused:
        return t("Niet binnengenomen, er veranderde niets. Dit zegt het programma:")
    if run.failed:
        return t("Dat lukte niet, er veranderde niets. Het ligt aan ons. Probeer het straks opnieuw.")
    if run.report is None:
        return t("Klaar: de bron zegt dat er niets veranderde.")
    return t("Klaar: {counts}.", counts=count_words(run.report.counts))


def _groups(run: Run) -> list[Group]:
    """What is new, gone, refused and so on, by name; the counts are complete, the names are the first."""
    named = run.report.named if run.report else {}
    counts = run.report.counts if run.report else {}
    return [
        Group(f"{t.number(counts[action])} {word}", list(named[action]), action in ("refused", "merged"))
        for action, word in COUNT_WORDS.items()
        if action != "same" and named.get(action)
    ]
