"""The child process that prints one page tree: reads a job from stdin, writes the PDF to stdout.

Runs as a script under `python -P`, or this folder's html.py would stand for the standard library's.
It imports that and WeasyPrint, so that it starts fast.
"""

import hashlib
import io
import json
import logging
import mimetypes
import re
import resource
import sys
import warnings
from collections.abc import Sequence
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

BASE = "https://templates.invalid/"
"""Stands for the template folders; ".invalid" is reserved and leads nowhere (RFC 2606)."""
SERVED = {".css", ".ttf", ".otf", ".png", ".jpg", ".jpeg"}
_PRODUCER = re.compile(rb'<rdf:Description rdf:about="" pdf:Producer="[^"]*" ?/>')
LARGEST = 20_000_000
"""Most bytes of a served file."""


class _Records(logging.Handler):
    """What WeasyPrint complains of, in order and once each."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.messages: dict[str, None] = {}

    def emit(self, record: logging.LogRecord) -> None:
        self.messages[record.getMessage()] = None


def template_file(url: str, folders: Sequence[Path]) -> Path:
    """The regular file of a template folder that a URL names; raises ValueError for any other."""
    if not url.startswith(BASE):
        raise ValueError(f"only the templates' own files are printed, not {url[:80]}")
    name = unquote(urlsplit(url).path).lstrip("/")
    for folder in folders:
        path = (folder / name).resolve()
        if path.is_relative_to(folder.resolve()) and path.is_file():
            if path.suffix.lower() not in SERVED or path.stat().st_size > LARGEST:
                raise ValueError(f"files of this type or size are not printed: {name}")
            return path
    raise ValueError(f"no such file in the template folders: {name}")


def without_printer(_: object, pdf: Any) -> None:  # noqa: ANN401 - pydyf has no types
    """Takes the name and version of the printer out of a PDF's properties and its XMP (SEC-07)."""
    pdf.info.pop("Producer", None)
    for one in pdf.objects:
        if getattr(one, "extra", {}).get("Type") == "/Metadata":
            one.stream = [_PRODUCER.sub(b"", part) for part in one.stream]


def print_page(job: dict[str, Any]) -> tuple[bytes, list[str]]:
    """The PDF and the log of a job; the bytes depend on the job alone."""
    # Loading takes half a second and needs libraries that may be missing: see main.
    import weasyprint  # type: ignore[import-untyped] # noqa: PLC0415
    from weasyprint.text.fonts import FontConfiguration  # type: ignore[import-untyped] # noqa: PLC0415
    from weasyprint.urls import (  # type: ignore[import-untyped] # noqa: PLC0415
        URLFetcher,
        URLFetcherResponse,
    )

    folders = [Path(folder) for folder in job["folders"]]

    class TemplateFetcher(URLFetcher):  # type: ignore[misc] # untyped base
        """Serves the templates' own files and nothing else."""

        def fetch(self, url: str, headers: object = None) -> URLFetcherResponse:  # noqa: ARG002
            path = template_file(url, folders)
            kind = mimetypes.guess_type(path.name)[0] or "application/octet-stream"
            return URLFetcherResponse(url, path.read_bytes(), {"Content-Type": kind})

    records = _Records()
    logging.getLogger("weasyprint").handlers = [records]
    logging.getLogger("fontTools").addHandler(records)
    fetcher, fonts = TemplateFetcher(), FontConfiguration()
    sheet = weasyprint.CSS(
        string=f"@page {{ size: {job['paper']} }}", font_config=fonts, url_fetcher=fetcher
    )
    digest = hashlib.sha256(f"{job['paper']}\0{job['html']}".encode()).digest()[:16]
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("ignore")
        warnings.filterwarnings("always", module="weasyprint")
        pdf = weasyprint.HTML(string=job["html"], base_url=BASE, url_fetcher=fetcher).write_pdf(
            stylesheets=[sheet],
            font_config=fonts,
            pdf_variant="pdf/ua-1",
            pdf_tags=True,
            pdf_identifier=digest,
            finisher=without_printer,
        )
    return pdf, [*records.messages, *(str(warning.message) for warning in caught)]


def limit(memory: int, seconds: int) -> None:
    """Bytes of address space and seconds of processor time; what a system lacks is left out."""
    for kind, most in ((resource.RLIMIT_AS, memory), (resource.RLIMIT_CPU, seconds)):
        try:
            resource.setrlimit(kind, (most, resource.getrlimit(kind)[1]))
        except (OSError, ValueError):
            continue


def main() -> None:
    """Imports first and waits for the job then: the parent has other work meanwhile."""
    reply: dict[str, Any] = {"problem": None, "log": []}
    pdf = b""
    output, sys.stdout = sys.stdout.buffer, io.TextIOWrapper(io.BytesIO())
    try:
        import weasyprint  # noqa: F401, PLC0415 - see the docstring
    except (ImportError, OSError) as error:
        reply["problem"] = f"WeasyPrint cannot be loaded: {error}".splitlines()[0]
    job = json.loads(sys.stdin.buffer.read())
    if not reply["problem"]:
        limit(job["memory"], job["seconds"])
        pdf, reply["log"] = print_page(job)
    output.write(json.dumps(reply).encode() + b"\n" + pdf)
    output.flush()


if __name__ == "__main__":
    main()
