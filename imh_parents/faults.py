"""What is wrong with content, in words an editor can act on."""

from dataclasses import dataclass
from enum import StrEnum


class Level(StrEnum):
    """`fault` stops the build; `remark` is worth knowing and stops nothing."""

    FAULT = "fault"
    REMARK = "remark"


@dataclass(frozen=True, order=True)
class Fault:
    """One thing to mend: where it is, what is wrong, what to write instead."""

    path: str
    line: int
    field: str
    problem: str
    remedy: str
    level: Level = Level.FAULT

    def __str__(self) -> str:
        where = f"{self.path}:{self.line}" if self.line else self.path
        field = f"{self.field}: " if self.field else ""
        return f"{where}  {field}{self.problem}. {self.remedy}"
