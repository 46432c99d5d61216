"""Signed links: who a link is for can be read from it, and nobody can make one up."""

from enum import StrEnum
from uuid import UUID

from flask import Flask
from itsdangerous import BadSignature, URLSafeSerializer


class Purpose(StrEnum):
    """What a link may be used for; a link for one purpose is worthless for another."""

    CALL = "call"
    NOMINATION = "nomination"
    OFFER = "offer"
    RESUME = "resume"
    UNSUBSCRIBE = "unsubscribe"


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

    def _serializer(self, purpose: Purpose) -> URLSafeSerializer:
        return URLSafeSerializer(self._secrets, salt=f"alongside-link-{purpose}")
