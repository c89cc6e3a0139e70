"""What the database itself holds to."""

import pytest
from sqlalchemy import delete, update
from sqlalchemy.exc import DBAPIError

from imh_parents.people.store import log, users
from imh_parents.people.tables import LOG
from tests.people.conftest import NOW


@pytest.mark.parametrize("change", [update(LOG).values(name="niemand"), delete(LOG)])
def test_the_log_only_grows(world, change):
    async def note(conn):
        await log.note(conn, NOW, None, "An", "invited", "bo@voorbeeld.be")

    async def tamper(conn):
        await conn.execute(change)

    world.run(note)
    with pytest.raises(DBAPIError, match="people_log only grows"):
        world.run(tamper)
    assert world.log() == [("An", "invited")]


def test_the_last_admin_stays(world):
    one, two = world.user("een@voorbeeld.be", "admin"), world.user("twee@voorbeeld.be", "admin")
    assert world.run(users.set_role, one, "nurse")
    assert not world.run(users.set_role, two, "nurse")
    assert not world.run(users.revoke, two, NOW)
    assert world.run(users.set_role, two, "admin")


def test_an_address_is_one_person_however_it_is_written(world):
    assert world.run(users.add, "An@Voorbeeld.be", "An", "nurse", NOW)
    assert world.run(users.add, " an@voorbeeld.BE", "Ann", "admin", NOW) is None


def test_who_comes_back_starts_with_nothing(world):
    world.user("baas@voorbeeld.be", "admin")
    id_ = world.user(role="campaign", second=True)
    assert world.run(users.revoke, id_, NOW)
    world.run(users.restore, id_)
    back = world.run(users.one, id_)
    assert (back.revoked, back.ready, back.second) == (False, False, False)
