"""Digests of texts and values: the same for the same words, on any machine."""

import json
from collections.abc import Mapping
from hashlib import sha256

from scenesetter.model.value import Value


def digest(content: bytes) -> str:
    return sha256(content).hexdigest()


def of_words(text: str) -> str:
    """White space apart, so that a blank where something is withheld leaves no trace."""
    return digest(" ".join(text.split()).encode())


def of_value(value: object) -> str:
    """Of a value, a list of them, or plain data."""
    return digest(json.dumps(_plain(value), ensure_ascii=False, sort_keys=True).encode())


def of_set(digests: Mapping[str, str]) -> str:
    return of_value(dict(digests))


def _plain(value: object) -> object:
    if isinstance(value, Value):
        return value.model_dump(mode="json")
    if isinstance(value, list | tuple):
        return [_plain(one) for one in value]
    if isinstance(value, Mapping):
        return {str(name): _plain(one) for name, one in value.items()}
    return value
