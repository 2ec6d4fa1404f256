"""The template folders' data: topics, audiences, styles, marking schemes. A user's come first."""

import difflib
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Literal

from pydantic import AfterValidator, Field

from scenesetter.errors import UserError
from scenesetter.findings import Finding
from scenesetter.model.audience import Audience
from scenesetter.model.marking import MarkingScheme
from scenesetter.model.style import Style
from scenesetter.model.topic import Expectation, Term, Topic
from scenesetter.model.value import Value
from scenesetter.tomlfiles.values import as_finding, load, text_of

Kind = Literal["topics", "audiences", "styles", "markings"]

_DATA: dict[Kind, str] = {
    "topics": "topics/*/topic.toml",
    "audiences": "audiences/*/audience.toml",
    "styles": "styles/*/style.toml",
    "markings": "markings/*.toml",
}
_ONE: dict[Kind, str] = {
    "topics": "topic",
    "audiences": "audience",
    "styles": "house style",
    "markings": "marking scheme",
}


def _term(words: str) -> str:
    if not re.search(r"[^\W_]", words) or "*" in words[:-1]:
        raise ValueError("a term has at least one word, and * only at its end")
    return words


class TopicFile(Value):
    """`topic.toml` as it is written: the folder gives the name, `terms` maps words to weights."""

    title: str
    summary: str
    tags: tuple[str, ...] = ()
    terms: dict[Annotated[str, AfterValidator(_term)], Annotated[float, Field(allow_inf_nan=False)]]
    expects: tuple[Expectation, ...] = ()

    def topic(self, name: str) -> Topic:
        terms = tuple(Term(words=words, weight=weight) for words, weight in self.terms.items())
        return Topic(
            name=name,
            title=self.title,
            summary=self.summary,
            tags=self.tags,
            terms=terms,
            expects=self.expects,
        )


def shipped() -> Path:
    """The templates of the installed package, or of the source tree that it is imported from."""
    package = Path(__file__).resolve().parent
    for folder in (package / "templates", package.parents[1] / "templates"):
        if (folder / "topics").is_dir():
            return folder
    raise UserError(str(package), "the shipped templates are missing", "install scenesetter again")


@dataclass(frozen=True)
class Library:
    """`folders` are searched in order; the first that has a name wins."""

    folders: tuple[Path, ...]

    @classmethod
    def beside(cls, briefing: Path) -> "Library":
        """The briefing folder's own `templates/`, if it has one, before the shipped ones."""
        own = briefing / "templates"
        has_own = own.is_dir() and not own.samefile(shipped())
        return cls((own, shipped()) if has_own else (shipped(),))

    def names(self, kind: Kind) -> tuple[str, ...]:
        return tuple(sorted(self._files(kind)))

    def where(self, kind: Kind, name: str) -> Path:
        """The folder of a topic, audience or style, the file of a marking scheme."""
        file = self._file(kind, name)
        return file if kind == "markings" else file.parent

    def file(self, kind: Kind, name: str) -> Path:
        """The data file of that name."""
        return self._file(kind, name)

    def shadowed(self, file: Path) -> bool:
        """Whether a file stands instead of a shipped one."""
        own, *others = self.folders
        if not others or not file.is_relative_to(own):
            return False
        return any((folder / file.relative_to(own)).exists() for folder in others)

    def own(self, file: Path) -> bool:
        """Whether a file is the user's and not a shipped one."""
        return len(self.folders) > 1 and file.is_relative_to(self.folders[0])

    def templates(self) -> tuple[str, ...]:
        """The names of all Markdown templates, as other templates name them."""
        return tuple(
            sorted(
                {
                    file.relative_to(folder).as_posix()
                    for folder in self.folders
                    for file in folder.rglob("*.j2")
                }
            )
        )

    def topics(self) -> tuple[Topic, ...]:
        return tuple(_topic(name, file) for name, file in sorted(self._files("topics").items()))

    def topic(self, name: str) -> Topic:
        return _topic(name, self._file("topics", name))

    def audiences(self) -> tuple[Audience, ...]:
        return tuple(self.audience(name) for name in self.names("audiences"))

    def audience(self, name: str) -> Audience:
        return load(self._file("audiences", name), Audience, name=name)

    def styles(self) -> tuple[Style, ...]:
        return tuple(self.style(name) for name in self.names("styles"))

    def style(self, name: str) -> Style:
        file = self._file("styles", name)
        brought = {one.name for folder in self.folders for one in _templates_in(folder, name)}
        return load(file, Style, name=name, templates=tuple(sorted(brought)))

    def stylesheets(self, audience: str, style: str = "generic") -> tuple[str, ...]:
        """What every pack has in common, then what is the audience's own, then the style's; an
        audience that has a sheet of its own, as cards have, is laid out for that sheet alone."""
        return tuple(map(text_of, self.stylesheet_files(audience, style)))

    def stylesheet_files(self, audience: str, style: str = "generic") -> tuple[Path, ...]:
        files = [Path("shared/base.css"), Path("audiences") / audience / "print.css"]
        if not audience or self.audience(audience).paper is None:
            files.append(Path("styles") / style / "style.css")
        return tuple(found for file in files if (found := self._first(file)))

    def files(self, folder: str) -> dict[str, Path]:
        """Every file below a folder of the templates, by its path."""
        found: dict[str, Path] = {}
        for root in self.folders:
            for file in sorted((root / folder).rglob("*")):
                if file.is_file() and not file.name.startswith("."):
                    found.setdefault(file.relative_to(root).as_posix(), file)
        return dict(sorted(found.items()))

    def _first(self, file: Path) -> Path | None:
        """Raises UserError for a link out of the folder: what it holds would be printed."""
        folder = next((one for one in self.folders if (one / file).is_file()), None)
        if folder is None:
            return None
        found = folder / file
        if not found.resolve().is_relative_to(folder.resolve()):
            what = f"links to a file outside {folder}"
            raise UserError(str(found), what, "put a copy of it there instead")
        return found

    def schemes(self) -> tuple[MarkingScheme, ...]:
        return tuple(self.scheme(name) for name in self.names("markings"))

    def scheme(self, name: str) -> MarkingScheme:
        return load(self._file("markings", name), MarkingScheme, name=name)

    def title(self, kind: Kind, name: str) -> str:
        """UserError where its data file cannot be read."""
        read: dict[Kind, Callable[[str], Topic | Audience | Style | MarkingScheme]] = {
            "topics": self.topic,
            "audiences": self.audience,
            "styles": self.style,
            "markings": self.scheme,
        }
        return read[kind](name).title

    def broken(self) -> tuple[Finding, ...]:
        """TPL-01 of each data file that cannot be read, whether or not it is used."""
        found = []
        for kind in _DATA:
            for name in self.names(kind):
                try:
                    self.title(kind, name)
                except UserError as error:
                    found.append(as_finding("TPL-01", error))
        return tuple(found)

    def _files(self, kind: Kind) -> dict[str, Path]:
        """Data file by name. A name is always one that lies in a folder, so that no name that a
        user types can lead out of it."""
        files: dict[str, Path] = {}
        for folder in self.folders:
            for file in folder.glob(_DATA[kind]):
                name = file.stem if kind == "markings" else file.parent.name
                if not name.startswith("."):
                    files.setdefault(name, file)
        return files

    def _file(self, kind: Kind, name: str) -> Path:
        files = self._files(kind)
        if name not in files:
            near = difflib.get_close_matches(name, files, n=1)
            meant = f"; did you mean `{near[0]}`?" if near else ""
            places = ", ".join(str(folder) for folder in self.folders)
            hint = f"known: {', '.join(sorted(files))}; looked in {places}"
            raise UserError("", f"unknown {_ONE[kind]} `{name}`{meant}", hint)
        return files[name]


def _topic(name: str, file: Path) -> Topic:
    return load(file, TopicFile).topic(name)


def _templates_in(folder: Path, style: str) -> Iterator[Path]:
    """The Markdown templates that a style's folder holds."""
    return (folder / "styles" / style).glob("*.md.j2")
