"""The columns and ties that most nouns share."""

from typing import Annotated, Any
from uuid import UUID

from sqlalchemy import ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column, relationship

from recruit.storage import new_id

Key = Annotated[UUID, mapped_column(primary_key=True, default=new_id)]
Words = Annotated[str, mapped_column(String(200))]
Code = Annotated[str, mapped_column(String(60))]
Email = Annotated[str, mapped_column(String(254))]
Phone = Annotated[str, mapped_column(String(40))]


def belongs_to(key: str, *, when_gone: str = "CASCADE", **kwargs: Any) -> Mapped[Any]:
    """A foreign key with an index; what happens to the row when its parent goes is always said."""
    return mapped_column(ForeignKey(key, ondelete=when_gone), index=True, **kwargs)


def tie(**kwargs: Any) -> Any:
    """A relationship that never fires a query by surprise."""
    return relationship(lazy="raise_on_sql", **kwargs)
