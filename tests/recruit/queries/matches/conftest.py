"""How many statements a question of ours takes."""

import pytest
from sqlalchemy import event

from recruit.extensions import db


@pytest.fixture
def counted(app):
    """Call something on a fresh session and say how many statements it sent."""

    def count(question, *args, **kwargs):
        db.session.commit()
        db.session.expunge_all()
        sent = []

        def note(_connection, _cursor, statement, *_rest):
            sent.append(statement)

        event.listen(db.engine, "before_cursor_execute", note)
        try:
            question(*args, **kwargs)
        finally:
            event.remove(db.engine, "before_cursor_execute", note)
        return len(sent)

    return count
