"""Every error this package raises on purpose.

ImhError
├── ContentError      content has faults; carries all of them
├── BuildError        the framework's output or a build step is not what it should be
├── SettingsError     an IMH_* setting cannot be used
├── ImportRefused     a source of services was not taken in
└── PushError         a message cannot be sent as it stands
    └── ChangedMeanwhile  somebody else saved it first
"""

from collections.abc import Sequence


class ImhError(Exception):
    """Base of all errors a user of the command line may see without a traceback."""


class ContentError(ImhError):
    """Content cannot be built. `faults` holds every `faults.Fault` found."""

    def __init__(self, faults: Sequence[object]) -> None:
        self.faults = faults
        super().__init__("\n".join([*map(str, faults), f"{len(faults)} faults in content"]))


class BuildError(ImhError):
    """A build step met something it does not know how to handle safely."""


class SettingsError(ImhError):
    """An environment setting has a value that cannot be used."""


class ImportRefused(ImhError):
    """A source is unreachable, unsafe, unreadable or suspiciously small; nothing of it was taken in."""


class PushError(ImhError):
    """A message cannot be sent as it stands."""


class ChangedMeanwhile(PushError):
    """A message was saved by somebody else since it was read; nothing was written."""
