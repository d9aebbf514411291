"""The databases that tests are given are real, empty and of both kinds."""

import sqlalchemy as sa

from temporary_postgres import TemporaryPostgres


def test_a_test_is_given_an_empty_database(empty_database_url: str) -> None:
    engine = sa.create_engine(empty_database_url)
    assert sa.inspect(engine).get_table_names() == []
    with engine.begin() as connection:
        connection.execute(sa.text("CREATE TABLE city (name TEXT)"))
        connection.execute(sa.text("INSERT INTO city VALUES ('Brčko')"))
        assert connection.scalar(sa.text("SELECT name FROM city")) == "Brčko"
    engine.dispose()


def test_a_dropped_database_is_gone(postgres_server: TemporaryPostgres) -> None:
    with postgres_server.new_database() as url:
        name = sa.make_url(url).database
    engine = sa.create_engine(postgres_server.url("postgres"))
    with engine.connect() as connection:
        assert name not in connection.scalars(sa.text("SELECT datname FROM pg_database")).all()
    engine.dispose()
