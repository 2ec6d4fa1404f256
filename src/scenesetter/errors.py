"""The one error that a person at the desk can cause and mend."""


class UserError(Exception):
    """Ends the command with exit code 1, a clear line and a hint, no traceback.

    `where` is a path, "path:line" or "path:line:column".
    """

    def __init__(self, where: str, what: str, hint: str = "") -> None:
        super().__init__(where, what, hint)
        self.where = where
        self.what = what
        self.hint = hint

    def __str__(self) -> str:
        message = f"{self.where}: error: {self.what}" if self.where else f"error: {self.what}"
        return f"{message}\nhint: {self.hint}" if self.hint else message
