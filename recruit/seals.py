"""Seals: words that only the right key opens again, in the place where they were sealed."""

import os
from typing import NamedTuple

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from flask import Flask

NONCE_BYTES = 12
KEY_BITS = 256
# The name of a key that is a person's own; what has another name was sealed by a key of the deployment.
OWN = "own"


class SealBroken(Exception):
    """The key is not ours, or what was sealed has been changed or moved."""


class Sealed(NamedTuple):
    sealed: bytes
    nonce: bytes
    key_name: str


def new_key() -> bytes:
    return AESGCM.generate_key(bit_length=KEY_BITS)


def seal_with(key: bytes, words: bytes, *, place: str, key_name: str) -> Sealed:
    """AES-256-GCM with the place (table:column:row) as what is vouched for."""
    nonce = os.urandom(NONCE_BYTES)
    return Sealed(AESGCM(key).encrypt(nonce, words, place.encode()), nonce, key_name)


def open_with(key: bytes, what: Sealed, *, place: str) -> bytes:
    """The words again; raises SealBroken when they were changed or moved."""
    try:
        return AESGCM(key).decrypt(what.nonce, what.sealed, place.encode())
    except InvalidTag as changed:
        raise SealBroken("What was sealed has been changed or moved") from changed


class Seals:
    """The keys of the deployment, by name; the newest key seals."""

    def init_app(self, app: Flask) -> None:
        self._keys = {name: bytes.fromhex(key) for name, key in app.config["VAULT_KEYS"].items()}

    def seal(self, words: bytes, *, place: str) -> Sealed:
        if not self._keys:
            raise SealBroken("No key to seal with: set RECRUIT_VAULT_KEYS")
        key_name = next(iter(self._keys))
        return seal_with(self._keys[key_name], words, place=place, key_name=key_name)

    def open(self, what: Sealed, *, place: str) -> bytes:
        if what.key_name not in self._keys:
            raise SealBroken(f"There is no key called {what.key_name}")
        return open_with(self._keys[what.key_name], what, place=place)
