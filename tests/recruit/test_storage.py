"""How rows are kept: strictly, in UTC, and with writers that wait their turn."""

import threading
from datetime import UTC, datetime, timedelta, timezone

import pytest
import sqlalchemy as sa
from sqlalchemy.exc import IntegrityError, InvalidRequestError, StatementError
from sqlalchemy.orm.exc import StaleDataError

from recruit.actions.forms import first_time
from recruit.extensions import db
from recruit.models.candidates import Candidate
from recruit.models.events import Event
from recruit.models.jobs import FormKey
from recruit.models.programmes import Programme
from recruit.storage import only_reading, reading
from tests.makers import NOW, a_candidate, a_programme, kept


def an_event(at):
    return Event(
        at=at, what="seen", subject="candidate", subject_id=Candidate.id.default.arg(None), by="x", detail={}
    )


def test_a_naive_instant_is_refused(app):
    with pytest.raises(StatementError, match="needs a time zone"):
        kept(an_event(datetime(2027, 1, 1, 9)))  # noqa: DTZ001


def test_an_instant_comes_back_in_utc(app):
    nine_in_lagos = datetime(2027, 1, 1, 9, tzinfo=timezone(timedelta(hours=1)))

    event = kept(an_event(nine_in_lagos))
    db.session.commit()

    assert event.at == datetime(2027, 1, 1, 8, tzinfo=UTC)
    assert event.at.tzinfo is UTC


def test_sqlite_tables_are_strict(app):
    if db.engine.dialect.name != "sqlite":
        return
    made = db.session.execute(sa.text("SELECT name, sql FROM sqlite_master WHERE type = 'table'")).all()

    loose = [name for name, sql in made if "STRICT" not in sql]

    assert (len(made) > 30, loose) == (True, [])


def test_a_word_is_no_number(app, programme):
    wrong = sa.text("UPDATE candidate SET number = 'seven'")
    a_candidate()

    with pytest.raises((IntegrityError, sa.exc.DataError)):
        db.session.execute(wrong)


def test_a_status_outside_its_list_is_refused(app, programme):
    a_candidate()
    wrong = sa.update(Candidate.__table__).values(lay_status=sa.literal_column("'maybe'"))

    with pytest.raises(IntegrityError):
        db.session.execute(wrong)


def test_a_row_of_a_missing_parent_is_refused(app):
    orphan = sa.text("INSERT INTO reach (id, organisation_id, code) VALUES (:id, :id, 'carers')")

    with pytest.raises(IntegrityError):
        db.session.execute(orphan, {"id": "0" * 32})


def test_no_relationship_fires_a_query_by_surprise(app, programme):
    candidate = a_candidate(skills={"finance": 0.5})
    db.session.commit()
    found = db.session.scalars(sa.select(Candidate).where(Candidate.id == candidate.id)).one()

    with pytest.raises(InvalidRequestError, match="raise"):
        _ = found.skills


def test_an_older_version_never_overwrites_a_newer(app, programme):
    candidate = a_candidate(name="Ada")
    db.session.execute(sa.update(Candidate.__table__).values(version=2))

    candidate.name = "Eve"

    with pytest.raises(StaleDataError):
        db.session.flush()


def test_many_writers_lose_nothing(house, app):
    names = [f"{writer}-{turn}" for writer in range(8) for turn in range(25)]

    failures = _write_side_by_side(house, names)

    stored = set(db.session.scalars(sa.select(FormKey.key)))
    assert (failures, stored) == ([], set(names))


def test_the_same_form_from_many_writers_is_done_once(house, app):
    failures = _write_side_by_side(house, ["the same form"] * 40)

    assert (failures, db.session.scalar(sa.select(sa.func.count(FormKey.key)))) == ([], 1)


def _write_side_by_side(house, names):
    failures = []
    threads = [threading.Thread(target=_write, args=(house, names[n::8], failures)) for n in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return failures


def _write(house, names, failures):
    for name in names:
        try:
            with house.app_context():
                first_time(name, now=NOW)
                db.session.commit()
        except sa.exc.SQLAlchemyError as failure:
            failures.append(repr(failure))


def test_a_reader_does_not_wait_for_a_writer(house, app):
    a_programme()
    db.session.commit()
    db.session.execute(sa.update(Programme).values(area="Elsewhere"))
    seen = []

    reader = threading.Thread(target=_read_areas, args=(house, seen))
    reader.start()
    reader.join(timeout=4)

    assert seen == ["North West London"]


def test_long_reading_keeps_nobody_from_writing(app, house):
    a_programme()
    db.session.commit()

    with reading(db.session):
        read = db.session.scalar(sa.select(Programme.area))
        writer = threading.Thread(target=_write_area, args=(house, "Elsewhere"))
        writer.start()
        writer.join(timeout=4)

    assert (read, db.session.scalar(sa.select(Programme.area))) == ("North West London", "Elsewhere")


def _write_area(house, area):
    with house.app_context():
        db.session.execute(sa.update(Programme).values(area=area))
        db.session.commit()


def _read_areas(house, seen):
    only_reading.set(True)
    with house.app_context():
        seen.extend(db.session.scalars(sa.select(Programme.area)))
