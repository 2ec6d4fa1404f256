"""What an HTML page says of itself in its head: Open Graph, meta, JSON-LD, canonical link."""

# ruff: noqa: SIM905 - lists of words read as words

import json
from collections.abc import Iterator
from itertools import islice
from typing import Any
from xml.etree.ElementTree import Element

from scenesetter.model.note import Source
from scenesetter.readers.canonical import line
from scenesetter.readers.metadata import address
from scenesetter.readers.note_date import day

_ARTICLES = frozenset(
    "Article NewsArticle ReportageNewsArticle AnalysisNewsArticle OpinionNewsArticle BlogPosting "
    "Report WebPage".split()
)
_PUBLISHER = ("og:site_name", "publisher", "dc.publisher", "dcterms.publisher", "article:publisher")
_AUTHOR = ("author", "article:author", "dc.creator", "dcterms.creator", "parsely-author")
_TITLE = ("og:title", "dc.title", "dcterms.title")
_PUBLISHED = (
    "article:published_time",
    "datepublished",
    "date",
    "dc.date",
    "dc.date.issued",
    "dcterms.issued",
    "pubdate",
    "publish-date",
    "parsely-pub-date",
)


def page_source(root: Element, main: Element) -> Source:
    """The page's metadata; what it does not state plainly stays unknown."""
    meta = _meta(root)
    article = _json_ld(root)
    site = _words(meta, _PUBLISHER) or _name(article.get("publisher"))
    title = _words(meta, _TITLE) or _string(article.get("headline")) or _title(root)
    return Source(
        publisher=site,
        author=_words(meta, _AUTHOR) or _name(article.get("author")),
        title=_without_site(title, site),
        published=_published(meta, article, main),
        url=_url(root, meta),
        language=line(root.get("lang", ""))[:35] or None,
    )


def _meta(root: Element) -> dict[str, str]:
    """Content by lower-case name; the first of a name stands."""
    found: dict[str, str] = {}
    for element in root.iter("meta"):
        name = element.get("property") or element.get("name") or element.get("itemprop")
        content = line(element.get("content", ""))
        if name and content:
            found.setdefault(name.strip().lower(), content[:500])
    return found


def _words(meta: dict[str, str], names: tuple[str, ...]) -> str | None:
    """The first that is a text; some sites put an address where a name belongs."""
    return next((meta[name] for name in names if name in meta and not address(meta[name])), None)


def _json_ld(root: Element) -> dict[str, Any]:
    """The first article that the page describes as linked data."""
    for script in root.iter("script"):
        if script.get("type", "").strip().lower() != "application/ld+json":
            continue
        try:
            described = json.loads("".join(script.itertext()))
        except (ValueError, RecursionError):
            continue
        for entry in islice(_entries(described), 200):
            types = entry.get("@type")
            if not _ARTICLES.isdisjoint([types] if isinstance(types, str) else _strings(types)):
                return entry
    return {}


def _entries(described: object) -> Iterator[dict[str, Any]]:
    """Objects of a document, a list or a graph."""
    graph = described.get("@graph") if isinstance(described, dict) else None
    for entry in [described, *_list(described), *_list(graph)]:
        if isinstance(entry, dict):
            yield entry


def _list(value: object) -> list[Any]:
    return value if isinstance(value, list) else []


def _strings(value: object) -> list[str]:
    return [entry for entry in _list(value) if isinstance(entry, str)]


def _string(value: object) -> str | None:
    return line(value)[:500] or None if isinstance(value, str) else None


def _name(value: object) -> str | None:
    """Name of a person or organisation, or of several; a list within a list names nobody."""
    if isinstance(value, list):
        plain = (entry for entry in value[:20] if not isinstance(entry, list))
        names = [name for name in map(_name, plain) if name]
        return " and ".join(names) or None
    if isinstance(value, dict):
        return _string(value.get("name"))
    name = _string(value)
    return None if name and address(name) else name


def _title(root: Element) -> str | None:
    found = root.find("head/title")
    return line("".join(found.itertext()))[:500] or None if found is not None else None


def _without_site(title: str | None, site: str | None) -> str | None:
    """ "Visit of the Envoy - Ministry of Trade" without the site's name."""
    if not title or not site or not title.endswith(site):
        return title
    rest = title.removesuffix(site).rstrip()
    return rest[:-1].rstrip() if rest and rest[-1] in "-–—|:•·»" else title


def _published(meta: dict[str, str], article: dict[str, Any], main: Element) -> str | None:
    stated = [meta[name] for name in _PUBLISHED if name in meta]
    linked = article.get("datePublished")
    times = list(main.iter("time"))
    marked = [
        time
        for time in times
        if time.get("itemprop") == "datePublished" or "pubdate" in time.attrib
    ]
    # Several times in a page may be of anything; only one that stands alone is the page's.
    days = {day(time.get("datetime", "")) for time in times}
    stated += [linked] if isinstance(linked, str) else []
    stated += [time.get("datetime", "") for time in (marked or (times if len(days) == 1 else []))]
    return next((found for found in map(day, stated) if found), None)


def _url(root: Element, meta: dict[str, str]) -> str | None:
    links = [
        link.get("href", "")
        for link in root.iter("link")
        if "canonical" in link.get("rel", "").lower().split()
    ]
    return next((url for url in map(address, [*links, meta.get("og:url", "")]) if url), None)
