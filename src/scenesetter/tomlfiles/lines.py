"""Where each key of a TOML file stands, which tomllib does not tell."""

import re
import tomllib

Keys = tuple[str | int, ...]
"""The way to a value: names of keys, and places in lists from 0."""

_TOKEN = re.compile(
    r"""(?P<text>\"\"\"(?:[^\\]|\\.)*?\"{3,5}|'''.*?'{3,5}|"(?:[^"\\\n]|\\.)*"|'[^'\n]*')
      | (?P<mark>[\[\]{},=.\n])
      | (?P<bare>[^\s\[\]{},=."'\#]+)
      | [^\S\n]+ | \#[^\n]*""",
    re.VERBOSE | re.DOTALL,
)


def key_lines(text: str) -> dict[Keys, int]:
    """The line, from 1, of every key, table and list item of valid TOML."""
    return _Lines(text).found


def nearest_line(lines: dict[Keys, int], keys: Keys) -> int:
    """The line of a key, else of the table that would hold it, else 0."""
    return next((lines[keys[:n]] for n in range(len(keys), 0, -1) if keys[:n] in lines), 0)


class _Lines:
    """Walks the tokens of TOML that tomllib has found valid, and notes where each key stands."""

    def __init__(self, text: str) -> None:
        self.found: dict[Keys, int] = {}
        self.tokens: list[tuple[str, int]] = []
        line = 1
        for token in _TOKEN.finditer(text):
            if token.lastgroup:
                self.tokens.append((token[0], line))
            line += token[0].count("\n")
        self.tokens.append(("\n", line))
        self.at = 0
        self._document()

    def _take(self, mark: str) -> bool:
        taken = self.at < len(self.tokens) and self.tokens[self.at][0] == mark
        self.at += taken
        return taken

    def _document(self) -> None:
        table: Keys = ()
        counts: dict[Keys, int] = {}
        while self.at < len(self.tokens):
            line = self.tokens[self.at][1]
            if self._take("["):
                many = self._take("[")
                table = ()
                for name in self._key("]"):
                    table = (*table, name)
                    self.found.setdefault(table, line)
                    table = (*table, counts[table] - 1) if table in counts and not many else table
                if many:
                    counts[table] = counts.get(table, 0) + 1
                    table = (*table, counts[table] - 1)
                    self._take("]")
                self.found.setdefault(table, line)
            elif not self._take("\n"):
                self._pair(table)

    def _key(self, end: str) -> list[str]:
        names = []
        while not self._take(end):
            word = self.tokens[self.at][0]
            self.at += 1
            if word != ".":
                names.append(tomllib.loads(f"key={word}")["key"] if word[0] in "\"'" else word)
        return names

    def _pair(self, table: Keys) -> None:
        line = self.tokens[self.at][1]
        for name in self._key("="):
            table = (*table, name)
            self.found.setdefault(table, line)
        self._value(table)

    def _value(self, keys: Keys) -> None:
        if self._take("["):
            items = 0
            while not self._take("]"):
                if not (self._take(",") or self._take("\n")):
                    item = (*keys, items)
                    self.found[item] = self.tokens[self.at][1]
                    self._value(item)
                    items += 1
        elif self._take("{"):
            while not self._take("}"):
                if not (self._take(",") or self._take("\n")):
                    self._pair(keys)
        else:
            while self.tokens[self.at][0] not in {",", "]", "}", "\n"}:
                self.at += 1
