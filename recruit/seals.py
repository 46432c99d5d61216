"""Seals: words that only this deployment's keys open again, in the place where they were sealed."""

import os
from typing import NamedTuple

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from flask import Flask

NONCE_BYTES = 12


class SealBroken(Exception):
    """The key is not ours, or what was sealed has been changed or moved."""


class Sealed(NamedTuple):
    sealed: bytes
    nonce: bytes
    key_name: str


class Seals:
    """AES-256-GCM with the place (table:column:row) as what is vouched for; the newest key seals."""

    def init_app(self, app: Flask) -> None:
        self._keys = {name: bytes.fromhex(key) for name, key in app.config["VAULT_KEYS"].items()}

    def seal(self, words: bytes, *, place: str) -> Sealed:
        if not self._keys:
            raise SealBroken("No key to seal with: set RECRUIT_VAULT_KEYS")
        key_name, nonce = next(iter(self._keys)), os.urandom(NONCE_BYTES)
        return Sealed(AESGCM(self._keys[key_name]).encrypt(nonce, words, place.encode()), nonce, key_name)

    def open(self, what: Sealed, *, place: str) -> bytes:
        if what.key_name not in self._keys:
            raise SealBroken(f"There is no key called {what.key_name}")
        try:
            return AESGCM(self._keys[what.key_name]).decrypt(what.nonce, what.sealed, place.encode())
        except InvalidTag as changed:
            raise SealBroken("What was sealed has been changed or moved") from changed
