"""Signed links: who a link is for can be read from it, and nobody can make one up."""

import hmac
from enum import StrEnum
from hashlib import sha256
from uuid import UUID

from flask import Flask
from itsdangerous import BadSignature, URLSafeSerializer


class Purpose(StrEnum):
    """What a link may be used for; a link for one purpose is worthless for another."""

    CALENDAR = "calendar"
    CALL = "call"
    COME_BACK = "come back"
    NOMINATION = "nomination"
    OFFER = "offer"
    RESUME = "resume"


class Links:
    """Makes and reads links without storing them: a stolen copy of the database opens no door."""

    def init_app(self, app: Flask) -> None:
        self._secrets = [*(app.config.get("SECRET_KEY_FALLBACKS") or ()), app.config["SECRET_KEY"]]
        self.base_url = app.config["BASE_URL"].rstrip("/")

    def token(self, purpose: Purpose, subject: UUID) -> str:
        return str(self._serializer(purpose).dumps(subject.hex))

    def subject(self, purpose: Purpose, token: str) -> UUID | None:
        """The id that a token speaks for, or None when it was not made here for this purpose."""
        try:
            return UUID(self._serializer(purpose).loads(token))
        except BadSignature:
            return None

    def fingerprint(self, *words: str) -> str:
        """A keyed hash of a secret, so that the secret itself is never stored."""
        return hmac.new(self._secrets[-1].encode(), "\0".join(words).encode(), sha256).hexdigest()

    def url(self, path: str) -> str:
        """A whole address for a message, from a path."""
        return f"{self.base_url}{path}"

    def _serializer(self, purpose: Purpose) -> URLSafeSerializer:
        return URLSafeSerializer(self._secrets, salt=f"alongside-link-{purpose}")
