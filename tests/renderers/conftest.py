"""Packs to print: a rich one and a nearly empty one."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from scenesetter.model.pack import Biography, Group, Pack, Paper, Point, Section, SourceEntry

ROOT = Path(__file__).parents[2]
UNKNOWN = {"holder": None, "role": None, "when": None, "sources": ()}
ADDRESS = "https://courier.example/world/2023/01/a-rather-long-address-that-has-to-break-some-where"


def point(given: dict[str, Any]) -> Point:
    facts = tuple(f"f{number}" for number in given.get("sources", ()))
    return Point.model_validate({**UNKNOWN, "facts": facts, **given})


def group(given: dict[str, Any]) -> Group:
    points = tuple(point(one) for one in given["points"])
    return Group(label=given.get("label"), detail=given.get("detail"), points=points)


def section(name: str, given: dict[str, Any]) -> Section:
    groups = tuple(group(one) for one in given.get("groups", ()))
    known = {"name": name, "form": "points", "gap": None, **given, "groups": groups}
    return Section.model_validate(known)


def paper(given: dict[str, Any], sections: dict[str, Any]) -> Paper:
    printed = tuple(section(name, sections[name]) for name in given["sections"])
    known = {**given, "anchor": given["issue"], "template": "shared/paper.md.j2"}
    return Paper.model_validate({**known, "sections": printed})


def biography(given: dict[str, Any]) -> Biography:
    points = tuple(point(one) for one in given.get("points", ()))
    return Biography.model_validate({**given, "points": points})


def source(number: int, title: str) -> SourceEntry:
    return SourceEntry(
        number=number,
        note=f"notes/{number:02}-summit.md",
        citation=f"The Continental Courier, “{title}”, {number + 3} January 2023.",
        url=None if number == 4 else f"{ADDRESS}-{number}?ref=front_page",
        marking="OFFICIAL" if number == 2 else None,
        paragraphs="paragraphs 2, 5 and 9",
        missing=("author", "date of retrieval") if number > 3 else (),
    )


@pytest.fixture(scope="session")
def summit() -> Pack:
    file = ROOT / "tests" / "cases" / "packs" / "summit.yaml"
    case = yaml.safe_load(file.read_text(encoding="utf-8"))
    papers = tuple(paper(one, case["sections"]) for one in case["papers"])
    return Pack.model_validate(
        case["pack"]
        | {
            "papers": papers,
            "overview": [one.model_copy(update={"sections": one.sections[:1]}) for one in papers],
            "biographies": [biography(one) for one in case["biographies"]],
            "chronology": [group(one) for one in case["chronology"]],
            "sources": [source(number, title) for number, title in enumerate(case["sources"], 1)],
        }
    )


@pytest.fixture(scope="session")
def bare(summit: Pack) -> Pack:
    """What a folder with one note of little use gives."""
    kept = {"draft": True, "language": "en", "parts": summit.parts}
    none = dict.fromkeys(("kind", "as_of", "created"))
    words = {"slug": "notes", "title": "notes", "banner": "", "marking_statement": ""}
    audience = {"audience": "principal", "audience_title": "Brief for the principal"}
    lists = ("particulars", "overview", "papers", "biographies", "chronology", "gaps", "sources")
    empty: dict[str, object] = dict.fromkeys(lists, ())
    return Pack.model_validate({**kept, **none, **words, **audience, **empty})


@pytest.fixture(scope="session")
def templates() -> Path:
    return ROOT / "templates"
