"""What can go wrong on our side: few exceptions, each a sentence; the writer's slips are `Problem`s instead."""


class AfterwordError(Exception):
    """Something stops a command or a build; its text is one plain sentence for the person at the keyboard."""


class ConfigurationError(AfterwordError):
    """The configuration cannot be used: no mkdocs.yml, a folder that is not there, an option of the wrong kind."""


class OutputError(AfterwordError):
    """A file cannot be written, or must not be replaced."""


class VaultError(AfterwordError):
    """Something cannot be sealed, opened or published as asked; nothing has been published."""


class NamingError(VaultError):
    """A VaultError whose sentence names a file; `nameless` says it for a log that others may read."""

    def __init__(self, sentence: str, *, nameless: str) -> None:
        super().__init__(sentence)
        self.nameless = nameless
